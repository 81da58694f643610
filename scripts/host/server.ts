import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { installServer, type Server } from './install.ts';
import settings from './settings.json' with { type: 'json' };
import { temporaryFolder } from './temporary.ts';
import type { Version } from './versions.ts';

export interface ServerOptions {
  readonly version: Version;
  /** Path of a packaged extension to install before the start. */
  readonly vsix?: string;
  /** User settings on top of ours, which keep the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A VS Code server that runs, with user data of its own that goes when it stops. */
export interface RunningServer {
  readonly port: number;
  /** Address of the workbench that shows `folder`, with `files` (absolute paths) open. */
  url(folder: string, files?: readonly string[]): string;
  /** The processes of its extension hosts. */
  extensionHosts(): readonly number[];
  /** Ends it at once, as a crash does, and starts it again with the same data at the same address. */
  restart(): Promise<void>;
  /** Replaces the user settings; workbenches read them when they load. */
  configure(settings: Readonly<Record<string, unknown>>): void;
  stop(): void;
}

/** Starts a VS Code server on a free port of this machine, installed first if need be. It ends with this process. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = installServer(options.version);
  const data = temporaryFolder();
  const configure = (more: Readonly<Record<string, unknown>>) => writeSettings(data, more);
  configure(options.settings ?? {});
  if (options.vsix) installExtension(server, data, options.vsix);
  const port = await freePort();
  let running = await spawnServer(server, port, data);
  const stop = () => running.stop();
  process.once('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  return {
    port,
    url: (folder, files) => workbenchUrl(port, folder, files),
    extensionHosts: () => childrenOf(running.pid, 'extensionHost'),
    async restart() {
      stop();
      running = await spawnServer(server, port, data);
    },
    configure,
    stop,
  };
}

function writeSettings(data: string, more: Readonly<Record<string, unknown>>): void {
  const folder = join(data, 'data/User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...settings, ...more }));
}

function installExtension({ node, root }: Server, data: string, vsix: string): void {
  const args = [join(root, 'out/server-main.js'), ...dataFolders(data), '--install-extension', vsix];
  execFileSync(node, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

interface Running {
  readonly pid: number;
  stop(): void;
}

/** Resolves as soon as the server listens. */
async function spawnServer({ node, root }: Server, port: number, data: string): Promise<Running> {
  // A process group of its own: the server's extension hosts would outlive it.
  const child = spawn(node, [join(root, 'out/server-main.js'), ...serverFlags(port), ...dataFolders(data)], {
    detached: true,
  });
  const pid = child.pid ?? 0;
  const log = createWriteStream(join(data, 'server.log'));
  child.stderr.pipe(log);
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => /agent host started|agent listening/.test(text) && resolve());
    child.once('exit', (code) => reject(new Error(`The VS Code server ended with ${code}, see ${data}/server.log`)));
  });
  return { pid, stop: () => endGroup(pid) };
}

/** The processes that a process started and whose command lines hold the words. */
function childrenOf(parent: number, words: string): readonly number[] {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=', '-o', 'ppid=', '-o', 'args='], { encoding: 'utf8' });
  const all = processes.split('\n').map((line) => line.trim().split(/\s+/));
  return all
    .filter(([, ppid, ...args]) => Number(ppid) === parent && args.join(' ').includes(words))
    .map(([pid]) => Number(pid));
}

function endGroup(leader: number): void {
  if (leader === 0) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function serverFlags(port: number): readonly string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-telemetry', '--disable-experiments'],
    ...['--disable-workspace-trust', '--disable-getting-started-override'],
  ];
}

function dataFolders(data: string): readonly string[] {
  return ['--server-data-dir', data, '--extensions-dir', join(data, 'extensions')];
}

function workbenchUrl(port: number, folder: string, files: readonly string[] = []): string {
  const payload = files.map((file) => ['openFile', `vscode-remote://127.0.0.1:${port}${file}`]);
  const query = new URLSearchParams({ folder, ...(files.length > 0 && { payload: JSON.stringify(payload) }) });
  return `http://127.0.0.1:${port}/?${query}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
