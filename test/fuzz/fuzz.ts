/**
 * `npm run fuzz`: tries the properties on a million cases, or on `-- --runs N`; `--seed S` repeats a run, `--only WORDS`
 * takes the properties with these words in their names. Prints the smallest failing input, which belongs into
 * failures.json, and exits with 1 if there is one.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { shippedNames } from '../support/names.ts';
import { PROPERTIES, type Property } from './properties.ts';

const CHUNK = 5000;

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const chosen = PROPERTIES.filter((property) => property.name.includes(values.only ?? ''));
const runs = Math.ceil(Number(values.runs ?? 1_000_000) / chosen.length);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const names = shippedNames();
const failed = chosen.filter((property) => !holds(property));
console.log(`seed ${seed}: ${runs * chosen.length} cases, ${failed.length} of ${chosen.length} properties broken`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** In chunks with seeds of their own, so that memory stays small and progress can be seen. */
function holds({ name, arbitrary, check }: Property): boolean {
  const began = performance.now();
  for (let done = 0; done < runs; done += CHUNK) {
    const numRuns = Math.min(CHUNK, runs - done);
    const details = fc.check(
      fc.property(arbitrary, (value) => check(value, names)),
      { numRuns, seed: seed + done },
    );
    if (details.failed) {
      console.log(`BROKEN: ${name}\n  input: ${JSON.stringify(details.counterexample?.[0])}`);
      console.log(`  ${String(details.errorInstance).split('\n').slice(0, 24).join('\n  ')}`);
      return false;
    }
  }
  console.log(`holds: ${name} (${runs} cases, ${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return true;
}
