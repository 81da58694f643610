import assert from 'node:assert/strict';
import { countLetters, countWords, eachShortWord, eachWord } from '../../../src/core/text/words.ts';

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

  it('have letters, Latin or not, whole surrogate pairs among them', () => {
    assert.deepEqual(countLetters('Aé ש 𝒜 3,'), { letters: 4, latin: 2 });
  });

  it('are told one by one, long ones left out', () => {
    const text = 'A 𝒜b longest3 end';
    const words: string[] = [];
    eachShortWord(text, 3, (start, end) => words.push(text.slice(start, end)));
    assert.deepEqual(words, ['A', '𝒜b', 'end']);
  });

  it('are letters and digits with apostrophes between letters', () => {
    const text = "Don’t ’tis 3D o'clock' 𝒜’𝒜 x'3";
    const words: string[] = [];
    eachWord(text, (start, end) => words.push(text.slice(start, end)));
    assert.deepEqual(words, ['Don’t', 'tis', '3D', "o'clock", '𝒜’𝒜', 'x', '3']);
  });
});
