import assert from 'node:assert/strict';
import { createNote } from '../../../src/core/notes/annotation.ts';
import { describe as selectorsOf } from '../../../src/core/notes/describe.ts';
import {
  type Entry,
  edited,
  healed,
  placed,
  renewed,
  samePlaces,
  selectorsNow,
  unplaced,
} from '../../../src/core/notes/entries.ts';
import { match } from '../../../src/core/notes/match.ts';
import { plainText } from '../../../src/core/notes/plain.ts';

const TEXT = 'The tunnel stays shut. Robin Vale has found water in it, the city said.';

/** A note on the words of the text. */
function noteOn(words: string): Entry {
  const start = TEXT.indexOf(words);
  const span = { start, end: start + words.length };
  const to = { id: 'urn:a', created: '2026-01-02T03:04:05Z', selectors: selectorsOf(plainText(TEXT), span) };
  return placed(createNote(to, { comments: ['Why?'], tags: [] }), span);
}

/** The text and the entry after words gave way to others. */
function replace(text: string, entry: Entry, words: string, by: string) {
  const start = text.indexOf(words);
  const change = { start, end: start + words.length, length: by.length };
  return { text: text.replace(words, () => by), entry: edited(entry, [change]) };
}

const wordsUnder = (text: string, { span }: Entry) => span && text.slice(span.start, span.end);

/** The entry after its text was looked for. */
function heal(text: string, entry: Entry): Entry {
  const plain = plainText(text);
  return healed(entry, plain, match(plain, selectorsNow(plain, entry)));
}

describe('an annotation of an open article', () => {
  const table: readonly (readonly [change: string, words: string, by: string, expected: string | undefined])[] = [
    ['above it', 'The tunnel', 'A new first line.\nThe tunnel', 'found water'],
    ['inside it', 'found', 'found much', 'found much water'],
    ['right before it', 'has ', 'has now ', 'found water'],
    ['that takes its first word', 'Vale has found', 'Vale saw', ' water'],
    ['that takes more than it', 'has found water in', 'is in', undefined],
    ['that puts the same words there', 'has found water in', 'has found water in', undefined],
  ];
  for (const [change, words, by, expected] of table) {
    it(`is ${expected === undefined ? 'lost by' : 'moved along with'} an edit ${change}`, () => {
      const after = replace(TEXT, noteOn('found water'), words, by);
      assert.equal(wordsUnder(after.text, after.entry), expected);
    });
  }

  it('is the same object after an edit behind it', () => {
    const entry = noteOn('found water');
    assert.equal(replace(TEXT, entry, 'the city', 'a speaker').entry, entry);
  });

  it('is found again when its lost words come back, and offered places until then', () => {
    const without = replace(TEXT, noteOn('found water'), 'Robin Vale has found water in it, ', '');
    const lost = heal(without.text, without.entry);
    assert.equal(lost.span, undefined);
    const back = heal(TEXT, lost);
    assert.equal(wordsUnder(TEXT, back), 'found water');
    const twice = 'Then they found water. There they had found water.';
    const unsure = heal(twice, unplaced(lost.annotation));
    assert.deepEqual(
      unsure.candidates.map(({ start, end }) => twice.slice(start, end)),
      ['found water', 'found water'],
    );
  });

  it('grows back when an edit inside it is undone, and is looked for as it was last', () => {
    const cut = replace(TEXT, noteOn('found water'), 'found', 'f');
    const touched = heal(cut.text, cut.entry);
    assert.equal(wordsUnder(cut.text, touched), 'f water');
    assert.equal(touched.latest?.quote.exact, 'f water');
    const undone = replace(cut.text, touched, 'has f', 'has found');
    assert.equal(wordsUnder(TEXT, heal(TEXT, undone.entry)), 'found water');
  });

  it('keeps its place when only its note changes, and is looked for when its words do', () => {
    const entry = noteOn('found water');
    assert.deepEqual(renewed(entry, { ...entry.annotation, modified: 'later' }).span, entry.span);
    assert.equal(renewed(entry, noteOn('the city').annotation).span, undefined);
    assert.equal(renewed(undefined, entry.annotation).span, undefined);
  });

  it('is shown anew only where a reader sees a difference', () => {
    const entry = noteOn('found water');
    assert.equal(samePlaces(entry, { ...entry, isTouched: true }), true);
    assert.equal(samePlaces(entry, unplaced(entry.annotation)), false);
    assert.equal(samePlaces(entry, noteOn('found water in')), false);
    const lost = unplaced(entry.annotation);
    assert.equal(samePlaces(lost, { ...lost, candidates: [{ start: 1, end: 2 }] }), false);
  });
});
