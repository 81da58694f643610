import { join } from 'node:path';
import { runCommand } from './cli/command.ts';

// A reader of our output that ends early, like `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

runCommand(process.argv.slice(2), process, join(__dirname, '../media/names.bin')).then((code) => {
  process.exitCode = code;
});
