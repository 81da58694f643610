import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { analyze } from './core/pipeline/analyze.ts';

// First cut: only --jsonl, enough to score the engine.
const lines = createInterface({ input: process.stdin });
if (process.argv.includes('--jsonl')) {
  lines.on('line', (line) => {
    const { id, text } = JSON.parse(line);
    process.stdout.write(`${JSON.stringify({ id, ...analyze(text) })}\n`);
  });
} else {
  lines.close();
  for (const file of process.argv.slice(3)) console.log(JSON.stringify(analyze(readFileSync(file, 'utf8')), null, 2));
}
