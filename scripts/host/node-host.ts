import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Counts } from '../../test/support/report.ts';
import { launchChromium } from './chromium.ts';
import { downloadDesktop } from './desktop.ts';
import { ROOT } from './paths.ts';
import { startServer } from './server.ts';
import { readSuite, runSuite } from './suite.ts';
import { temporaryFolder } from './temporary.ts';
import type { Version } from './versions.ts';

/** Runs the bundled suite in a Node extension host: the desktop's where there is one, otherwise the server's. */
export async function runInNodeHost(tests: string, version: Version): Promise<Counts> {
  const desktop = await downloadDesktop(version);
  return desktop ? runInDesktop(desktop, tests) : runInServer(tests, version);
}

async function runInDesktop(executable: string, tests: string): Promise<Counts> {
  const data = temporaryFolder();
  const child = spawn(executable, [
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--disable-workspace-trust'],
    ...['--skip-welcome', '--skip-release-notes', '--disable-extensions'],
    ...[`--user-data-dir=${join(data, 'user')}`, `--extensions-dir=${join(data, 'extensions')}`],
    ...[`--extensionDevelopmentPath=${ROOT}`, `--extensionTestsPath=${tests}`, temporaryFolder()],
  ]);
  const reader = readSuite();
  createInterface({ input: child.stdout }).on('line', reader.read);
  once(child, 'exit').then(reader.end, reader.end);
  const counts = await reader.counts;
  child.kill();
  return counts;
}

async function runInServer(tests: string, version: Version): Promise<Counts> {
  const server = await startServer({ version });
  const browser = await launchChromium();
  const place = (path: string) => ({ scheme: 'vscode-remote', authority: `127.0.0.1:${server.port}`, path }) as const;
  try {
    const url = server.url(temporaryFolder());
    return await runSuite({ browser, url, extension: place(ROOT), tests: place(tests) });
  } finally {
    await browser.close();
    server.stop();
  }
}
