import assert from 'node:assert/strict';
import type { Label } from '../../../src/core/model.ts';
import { isApposedToProduct } from '../../../src/core/pipeline/entities/kinds.ts';
import { tidyNames } from '../../../src/core/pipeline/entities/tidy.ts';

describe('tidying names', () => {
  const check = (name: string, label: Label, ...expected: string[]) =>
    it(`${label} ${name}`, () => {
      const text = `So ${name}.`;
      const names = tidyNames(text, { start: 3, end: text.length - 1, label });
      assert.deepEqual(
        names.map((span) => `${span.label} ${text.slice(span.start, span.end)}`),
        expected,
      );
    });

  check('the Red Cross', 'ORG', 'ORG Red Cross');
  check('The Hague', 'PLACE', 'PLACE The Hague');
  check('Sen. Col. Ana Ruiz', 'PERSON', 'PERSON Ana Ruiz');
  check('Thais', 'PLACE', 'NORP Thais');
  check('Philippines', 'PLACE', 'PLACE Philippines');
  check('Kremlin', 'PLACE', 'ORG Kremlin');
  check('Peru', 'ORG', 'PLACE Peru');
  check('Ana Ruiz of Oxfam', 'PERSON', 'PERSON Ana Ruiz', 'ORG Oxfam');
  check('Ana Ruiz of the Red Cross', 'PERSON', 'PERSON Ana Ruiz', 'ORG Red Cross');
  check('Catherine of Aragon', 'PERSON', 'PERSON Catherine of Aragon');
});

describe('a name beside what it names', () => {
  const check = (text: string, name: string, expected: boolean) =>
    it(text, () => {
      const start = text.indexOf(name);
      assert.equal(isApposedToProduct(text, { start, end: start + name.length }), expected);
    });

  check('He praised the new missile, the Voron, in May.', 'Voron', true);
  check('They sank the frigate – Esperance.', 'Esperance', true);
  check('He was found in the car, the BBC said.', 'BBC', false);
  check('They met the union, the PSB, in May.', 'PSB', false);
});
