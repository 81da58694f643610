// Runs scripts/NAME.ts with the other arguments, after installing the dependencies if they are missing or older than
// package-lock.json. Plain JavaScript without imports from npm, so that it works on a fresh clone.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [name, ...args] = process.argv.slice(2);

const modified = (file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (modified('node_modules/.package-lock.json') < modified('package-lock.json')) {
  console.log('Installing the dependencies');
  runOrExit('npm', ['ci', '--loglevel=error'], { shell: process.platform === 'win32' });
}
runOrExit(process.execPath, ['--import', 'tsx', join(root, `scripts/${name}.ts`), ...args]);

function runOrExit(command, commandArgs, options) {
  const { status } = spawnSync(command, commandArgs, { cwd: root, stdio: 'inherit', ...options });
  if (status !== 0) process.exit(status ?? 1);
}
