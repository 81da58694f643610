import assert from 'node:assert/strict';
import { countWords } from '../../../src/core/text/words.ts';

describe('words', () => {
  const cases: readonly (readonly [text: string, words: number])[] = [
    ['', 0],
    [' \n\t', 0],
    ['We left.', 2],
    ['“We—” she said', 3],
    ['– … 𝒜lpha 😀 3', 2],
    ['don’t stop-gap', 2],
    ['नेपाल שלום', 2],
  ];
  for (const [text, expected] of cases)
    it(`are counted in ${JSON.stringify(text)}`, () => assert.equal(countWords(text), expected));
});
