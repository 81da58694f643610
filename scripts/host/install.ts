import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CACHE } from './paths.ts';
import type { Version } from './versions.ts';

/** A VS Code server on this disk: the Node that runs it and the folder of its `out/server-main.js`. */
export interface Server {
  readonly node: string;
  readonly root: string;
}

/** The VS Code server of `version` from the npm package code-server, installed the first time. Nothing is compiled. */
export function installServer(version: Version): Server {
  const folder = installed(`vscode-${version.vscode}`, (partial) => unpackServer(version, partial));
  return { node: installNode(version.node), root: join(folder, 'server/lib/vscode') };
}

/** A Node of the major version: the one that runs this, or the npm package that holds its binary. */
function installNode(major: number): string {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = installed(`node-${major}`, (partial) => npm(['install', '--no-save', `${name}@${major}`], partial));
  return join(folder, 'node_modules', name, 'bin/node');
}

/**
 * The folder `name` of the cache, filled by `fill` if it is not there. It gets its name when everything is in it, so
 * an installation that broke off is done again.
 */
function installed(name: string, fill: (partial: string) => void): string {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  console.log(`Installing ${name} (once, into .cache)`);
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  fill(partial);
  renameSync(partial, folder);
  return folder;
}

function unpackServer(version: Version, folder: string): void {
  const name = `code-server-${version.codeServer}.tgz`;
  const root = join(folder, 'server/lib/vscode');
  npm(['pack', `code-server@${version.codeServer}`], folder);
  mkdirSync(join(folder, 'server'));
  execFileSync('tar', ['-xzf', name, '-C', 'server', '--strip-components=1'], { cwd: folder });
  rmSync(join(folder, name));
  npm(['install', '--omit=dev'], root);
  replaceNativeModules(join(root, 'node_modules'));
  addRipgrep(join(root, 'node_modules/@vscode/ripgrep'), join(folder, 'ripgrep'));
  rmSync(join(root, 'extensions/copilot'), { recursive: true, force: true });
}

/** Puts empty modules in place of two native ones that were not compiled and would only print errors. */
function replaceNativeModules(modules: string): void {
  const spdlog = `const logger = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => 2) });
exports.version = 0;
exports.setLevel = exports.setFlushOn = () => {};
exports.Logger = function () { return logger; };
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => logger;`;
  const stubs = {
    '@vscode/spdlog/index.js': spdlog,
    '@vscode/native-watchdog/index.js': 'exports.start = () => {};',
    'native-watchdog/index.js': 'exports.start = () => {};',
  };
  for (const [file, code] of Object.entries(stubs)) {
    if (existsSync(dirname(join(modules, file)))) writeFileSync(join(modules, file), code);
  }
}

/** Gives older versions the `rg` that their skipped install script would download; without it quick open fails. */
function addRipgrep(target: string, folder: string): void {
  const binary = join(target, 'bin/rg');
  if (!existsSync(target) || existsSync(binary)) return;
  npm(['install', '--no-save', '@vscode/ripgrep-universal'], folder);
  mkdirSync(dirname(binary), { recursive: true });
  const platform = `${process.platform}-${process.arch}`;
  copyFileSync(join(folder, 'node_modules/@vscode/ripgrep-universal/bin', platform, 'rg'), binary);
  rmSync(folder, { recursive: true });
}

function npm(args: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  const quiet = ['--prefix', folder, '--ignore-scripts', '--loglevel=error', '--no-fund', '--no-audit'];
  execFileSync('npm', [...args, ...quiet], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}
