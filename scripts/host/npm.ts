import { spawnSync } from 'node:child_process';
import { ROOT } from './paths.ts';

/** Runs a script of package.json, its output on ours. Returns whether it succeeded. */
export function runScript(name: string): boolean {
  return spawnSync('npm', ['run', '--silent', name], { cwd: ROOT, stdio: 'inherit', shell: true }).status === 0;
}
