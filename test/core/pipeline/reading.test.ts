import assert from 'node:assert/strict';
import { readParagraph } from '../../../src/core/pipeline/layout/reading.ts';
import { contentOf, isNumber, keywordAt } from '../../../src/core/pipeline/layout/words.ts';

function wordsOf(text: string): string[] {
  const { starts, ends } = contentOf(text);
  return starts.map((start, i) => text.slice(start, ends[i]));
}

function keywordsOf(text: string): string[] {
  const { starts, ends } = contentOf(text);
  return starts.map((start, i) => keywordAt(text, start, ends[i]!));
}

describe('content words', () => {
  it('are letters and digits with apostrophes between letters', () => {
    assert.deepEqual(wordsOf("Don’t ’tisn 3D4 o'clock' 𝒜’𝒜 xyz'3"), ['tisn', '3D4', "o'clock", '𝒜’𝒜', 'xyz']);
  });

  it('are neither short nor stop words, in any case and with either apostrophe', () => {
    assert.deepEqual(wordsOf("The AND isn’t isn't ox oxen"), ['oxen']);
  });

  const pairs: readonly (readonly [a: string, b: string, same: boolean])[] = [
    ['harbour', 'Harbours', true],
    ['quay', 'quay’s', true],
    ['quay', "QUAY'S", true],
    ['boat', 'boast', false],
    ['ÉCOLE', 'école', true],
  ];
  for (const [a, b, same] of pairs)
    it(`${a} and ${b} have ${same ? 'one stem' : 'two stems'}`, () => {
      const [first, second] = [...contentOf(a).stems, ...contentOf(b).stems];
      assert.equal(first === second, same);
    });

  it('tell numbers that are no years', () => {
    assert.deepEqual(contentOf('barge 250 1998 12345').stems.map(isNumber), [false, true, false, true]);
  });

  it('are keywords in lower case unless they are names or acronyms', () => {
    assert.deepEqual(keywordsOf('Grain from Oslo’s NATO quay. Ships'), ['grain', 'Oslo', 'NATO', 'quay', 'ships']);
  });
});

describe('a paragraph', () => {
  it('has letters, Latin or not, whole surrogate pairs among them', () => {
    assert.equal(readParagraph('Aé ש 𝒜 3,').language.letters, 4);
    assert.equal(readParagraph('Aé ש 𝒜 3,').language.foreign, false);
    assert.equal(readParagraph('Aé שלום 3,').language.foreign, true);
  });
});
