import assert from 'node:assert/strict';
import { parseNote, tagColor, tagCounts } from '../../../src/core/notes/tags.ts';
import { note } from './notes.ts';

describe('what a reader types into a note', () => {
  const cases: readonly (readonly [typed: string, comment: string, tags: readonly string[]])[] = [
    ['Who says so?', 'Who says so?', []],
    ['Who says so? #source', 'Who says so?', ['source']],
    ['  Who says so?  #source #to-do_2 \n', 'Who says so?', ['source', 'to-do_2']],
    ['#source', '', ['source']],
    ['#source\n#été #क', '', ['source', 'été', 'क']],
    ['Twice #a #b #a', 'Twice', ['a', 'b']],
    ['Number #1 is wrong', 'Number #1 is wrong', []],
    ['C# is not a tag, nor is C#x', 'C# is not a tag, nor is C#x', []],
    ['#first is said, #last is meant', '#first is said, #last is meant', []],
    ['Ends with # ', 'Ends with #', []],
    ['', '', []],
  ];
  for (const [typed, comment, tags] of cases) {
    it(`${JSON.stringify(typed)} has the tags [${tags}]`, () =>
      assert.deepEqual(parseNote(typed), { comments: comment ? [comment] : [], tags }));
  }
});

describe('tags', () => {
  it('are counted, the most used first, then by name', () => {
    const notes = [
      note('urn:a', '', 0, ['b', 'a']),
      note('urn:b', '', 0, ['c', 'b']),
      note('urn:c', '', 0, ['d', 'b']),
    ];
    assert.deepEqual(
      tagCounts(notes).map(({ tag, count }) => `${tag} ${count}`),
      ['b 3', 'a 1', 'c 1', 'd 1'],
    );
  });

  it('have a colour of their own, whatever their case, among those there are', () => {
    const tags =
      'ask bias check court date fact health important later law money name quote source style todo tone wrong';
    const colors = tags.split(' ').map((tag) => tagColor(tag, 6));
    assert.deepEqual(
      colors.filter((color) => ![1, 2, 3, 4, 5, 6].includes(color)),
      [],
    );
    assert.ok(new Set(colors).size >= 5);
    assert.equal(tagColor('Money', 6), tagColor('money', 6));
    assert.notEqual(tagColor('ab', 1000), tagColor('ba', 1000));
  });

  it('that are not there have the colour without a number', () => assert.equal(tagColor(undefined, 6), 0));
});
