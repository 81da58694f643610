import assert from 'node:assert/strict';
import { createWordTable } from '../../../src/core/text/word-table.ts';

describe('a word table', () => {
  const table = createWordTable([
    ['the', 1],
    ['école', 2],
    ["isn't", 4],
    ['the', 8],
  ]);
  const cases: readonly (readonly [text: string, word: string, number: number])[] = [
    ['over the hill', 'the', 9],
    ['over THE hill', 'THE', 9],
    ['them', 'the', 9],
    ['then', 'then', 0],
    ['École', 'École', 2],
    ['It isn’t so', 'isn’t', 4],
    ['', '', 0],
  ];
  for (const [text, word, number] of cases)
    it(`gives ${number} for ${JSON.stringify(word)}`, () => {
      const start = text.indexOf(word);
      assert.equal(table.at(text, start, start + word.length), number);
    });
});
