// Runs the script of the first argument with the other ones, after installing the dependencies if they are missing or
// older than package-lock.json. Plain JavaScript without imports from npm, so that it works on a fresh clone.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

const modified = (file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (modified('node_modules/.package-lock.json') < modified('package-lock.json')) {
  console.log('Installing the dependencies');
  runOrExit('npm', ['ci', '--loglevel=error'], { shell: process.platform === 'win32' });
}
runOrExit(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)]);

function runOrExit(command, args, options) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (status !== 0) process.exit(status ?? 1);
}
