import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative } from 'node:path';
import type { Counts } from '../../test/support/report.ts';
import { launchChromium } from './chromium.ts';
import { ROOT } from './paths.ts';
import { startServer } from './server.ts';
import { runSuite } from './suite.ts';
import { temporaryFolder } from './temporary.ts';
import type { Version } from './versions.ts';

/** Runs the bundled suite in a web extension host: a worker of the browser, which loads the extension over HTTP. */
export async function runInWebHost(tests: string, version: Version): Promise<Counts> {
  const files = await serveFiles(ROOT);
  const server = await startServer({ version });
  const browser = await launchChromium();
  const { port } = files.address() as AddressInfo;
  const place = (path: string) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path }) as const;
  try {
    const url = server.url(temporaryFolder());
    return await runSuite({ browser, url, extension: place('/'), tests: place(`/${relative(ROOT, tests)}`) });
  } finally {
    await browser.close();
    server.stop();
    files.close();
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.css': 'text/css',
  '.html': 'text/html',
};

/** Serves a folder's files to pages of any origin, on this machine only. */
async function serveFiles(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const type = TYPES[extname(pathname)] ?? 'application/octet-stream';
    createReadStream(join(folder, decodeURIComponent(pathname)))
      .once('open', () => response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': type }))
      .once('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}
