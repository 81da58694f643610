import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { NameModel } from '../../src/core/pipeline/mentions.ts';
import { PROPERTIES } from '../fuzz/properties.ts';
import { shippedNames } from '../support/names.ts';

/** Inputs that once broke a property, by its name: they are tried first, each time. */
const failures: Record<string, unknown[]> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fuzz/failures.json'), 'utf8'),
);

describe('for any text', () => {
  let names: NameModel | undefined;
  before(() => {
    names = shippedNames();
  });

  for (const { name, arbitrary, check } of PROPERTIES) {
    it(name, () => {
      // A fixed seed: this suite tells whether a change broke something; `npm run fuzz` goes looking for new cases.
      const examples = (failures[name] ?? []).map((input): [unknown] => [input]);
      fc.assert(
        fc.property(arbitrary, (value) => check(value, names)),
        { numRuns: 1000, seed: 8, examples },
      );
    });
  }
});
