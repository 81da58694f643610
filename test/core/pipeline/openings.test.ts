import assert from 'node:assert/strict';
import { capitalsIn, namesIn } from '../../../src/core/pipeline/layout/name-words.ts';
import { occurrencesOf } from '../../../src/core/pipeline/sections/occurrences.ts';

describe('names in a paragraph', () => {
  const cases: readonly (readonly [text: string, names: number])[] = [
    ['The ferry left.', 0],
    ['Ann Roe left.', 2],
    ['“Ann Roe left.', 2],
    ['She met Ann Roe, and Ann wept.', 2],
    ['It ended. Then Ann came.', 1],
    ['It ended. Nobody came.', 0],
    ['So said Anna of X.', 1],
    ['', 0],
  ];
  for (const [text, names] of cases)
    it(`are ${names} in ${JSON.stringify(text)}`, () => assert.equal(namesIn(text).length, names));

  it('are the same for the same name only', () => {
    const [first, again, other] = ['met Ann', 'saw Ann', 'met Ben'].map(namesIn);
    assert.deepEqual(first, again);
    assert.notDeepEqual(first, other);
  });
});

describe('capitals of a line', () => {
  it('are those of the names in prose, its first word as well', () => {
    assert.deepEqual(capitalsIn('Ann Roe at the Quay'), namesIn('met Ann Roe on Quay'));
    assert.deepEqual(capitalsIn('nobody came'), []);
  });
});

describe('occurrences', () => {
  const words = occurrencesOf([[7, 7, 8], [9], [8, 7, 9, 9], []]);

  it('number words by first occurrence', () => {
    assert.deepEqual(
      words.words.map((unit) => [...unit]),
      [[0, 0, 1], [2], [1, 0, 2, 2], []],
    );
    assert.deepEqual([words.size, words.total], [3, 8]);
  });

  it('count different words, none where there is no unit', () => {
    assert.deepEqual([0, 1, 2, 3, 4].map(words.different), [2, 1, 3, 0, 0]);
  });

  const cases: readonly (readonly [i: number, from: number, to: number, shared: number])[] = [
    [2, 0, 2, 3],
    [2, 1, 2, 1],
    [0, 1, 3, 2],
    [0, 1, 2, 0],
    [2, 0, 1, 2],
    [2, -3, 0, 0],
  ];
  for (const [i, from, to, shared] of cases)
    it(`share ${shared} words of unit ${i} with units ${from} to ${to}`, () =>
      assert.equal(words.shared(i, from, to), shared));
});
