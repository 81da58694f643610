import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { CACHE } from './paths.ts';
import type { Version } from './versions.ts';

/** Whether a program can open a window here. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Path of a desktop VS Code of this version, downloaded the first time; undefined without display or internet. */
export async function downloadDesktop({ vscode }: Version): Promise<string | undefined> {
  if (!hasDisplay()) return undefined;
  const options = { version: vscode, cachePath: join(CACHE, 'desktop'), reporter: new SilentReporter() };
  return downloadAndUnzipVSCode(options).catch(() => undefined);
}

/** The command of the desktop VS Code that the person has, if it runs here. */
export function findDesktop(): string | undefined {
  if (!hasDisplay()) return undefined;
  return spawnSync('code', ['--version'], { shell: true }).status === 0 ? 'code' : undefined;
}
