import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { downloadDesktop, findDesktop, hasDisplay } from './host/desktop.ts';
import { runScript } from './host/npm.ts';
import { CACHE, OUT, ROOT } from './host/paths.ts';
import { startServer } from './host/server.ts';
import { type Version, versionFor } from './host/versions.ts';

const SAMPLES = join(ROOT, 'samples');

/** Opens a VS Code with the extension and the given file, or with the folder of samples. */
async function main([name, ...others]: readonly string[]): Promise<void> {
  if (others.length > 0) throw new Error('usage: npm start [-- FILE]');
  const file = name === undefined ? join(SAMPLES, 'harbour-strike.txt') : existingFile(name);
  const version = versionFor(process.env.VSCODE_VERSION);
  if (!runScript('package')) throw new Error('The extension could not be packaged');
  const desktop = findDesktop() ?? (await downloadDesktop(version));
  if (desktop) openDesktop(desktop, file);
  else await serve(file, version);
}

/** The absolute path of a file, which npm passes relative to where the person is. */
function existingFile(name: string): string {
  const file = resolve(process.env.INIT_CWD ?? '.', name);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file ${file}`);
  accessSync(file, constants.R_OK);
  return file;
}

function openDesktop(executable: string, file: string): void {
  const profile = [`--user-data-dir=${join(CACHE, 'profile')}`, `--extensions-dir=${join(CACHE, 'extensions')}`];
  const args = [...profile, `--extensionDevelopmentPath=${ROOT}`, dirname(file), file];
  spawn(executable, args, { detached: true, stdio: 'ignore' }).unref();
}

/** Serves a workbench until the person stops it, and shows it in a browser where there is one. */
async function serve(file: string, version: Version): Promise<void> {
  const server = await startServer({ version, vsix: join(OUT, 'article-lens.vsix') });
  const url = server.url(dirname(file), [file]);
  console.log(`\nArticle Lens shows ${file} at\n\n  ${url}\n\nCtrl+C ends it.`);
  openBrowser(url);
}

function openBrowser(url: string): void {
  if (!hasDisplay()) return;
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(opener, [url], { detached: true, stdio: 'ignore' });
  // Where nothing can open it, the printed address is enough.
  child.once('error', () => {});
  child.unref();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
