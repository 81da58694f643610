import assert from 'node:assert/strict';
import { hashOf } from '../../../src/core/learned/hash.ts';
import { Vocabulary } from '../../../src/core/learned/vocabulary.ts';

describe('the vocabulary of an article', () => {
  const words = Array.from({ length: 5000 }, (_, i) => hashOf(`word ${i}`));

  it('numbers words as they come, and keeps the numbers while it grows', () => {
    const vocabulary = new Vocabulary();
    const numbers = words.map((word) => vocabulary.numberOf(word));
    assert.deepEqual(numbers, [...words.keys()]);
    assert.deepEqual(
      words.map((word) => vocabulary.numberOf(word)),
      numbers,
    );
    assert.equal(vocabulary.count, words.length);
  });

  it('finds no word that it was not asked to number', () => {
    const vocabulary = new Vocabulary();
    const number = vocabulary.numberOf(hashOf('lima'));
    assert.equal(vocabulary.find(hashOf('lima')), number);
    assert.equal(vocabulary.find(hashOf('quito')), -1);
    assert.equal(vocabulary.count, 1);
  });

  it('knows a word whose hash is 0', () => {
    const vocabulary = new Vocabulary();
    assert.equal(vocabulary.find(0), -1);
    assert.equal(vocabulary.numberOf(0), 0);
    assert.equal(vocabulary.find(0), 0);
  });
});
