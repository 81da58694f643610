import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Annotation, commentsOf, tagsOf, withContent, withResolved } from '../../../src/core/notes/annotation.ts';
import { canonical } from '../../../src/core/notes/json.ts';
import { merge, recover } from '../../../src/core/notes/merge.ts';
import { note } from './notes.ts';

const first = note('urn:a', 'One', 1);
const second = note('urn:b', 'Two', 2);
const edit = (annotation: Annotation, text: string, minute: number, tags = tagsOf(annotation)) =>
  withContent(annotation, { comments: [text], tags }, `2026-01-02T04:0${minute}:00Z`);

type Lists = { base?: Annotation[]; mine: Annotation[]; theirs: Annotation[] };

/** Checks the comments and tags of each annotation, and that it does not matter which side is called mine. */
function check({ base = [first, second], mine, theirs }: Lists, expected: Record<string, string>) {
  const tell = (annotations: readonly Annotation[]) =>
    Object.fromEntries(
      annotations.map((one) => [one.id, [...commentsOf(one), ...tagsOf(one).map((tag) => `#${tag}`)].join(' ')]),
    );
  assert.deepEqual(tell(merge({ base, mine, theirs })), expected);
  assert.deepEqual(tell(merge({ base, mine: theirs, theirs: mine })), expected);
}

describe('merge', () => {
  it('takes what one side changed, added or deleted', () => {
    check({ mine: [edit(first, 'Uno', 1), second], theirs: [first, second] }, { 'urn:a': 'Uno', 'urn:b': 'Two' });
    check({ mine: [first, second, note('urn:c', 'Three', 3)], theirs: [second] }, { 'urn:b': 'Two', 'urn:c': 'Three' });
  });
  it('keeps a note that one side changed and the other deleted', () =>
    check({ mine: [edit(first, 'Uno', 1), second], theirs: [second] }, { 'urn:a': 'Uno', 'urn:b': 'Two' }));
  it('keeps both comments where both sides changed it, the later first', () =>
    check({ mine: [edit(first, 'Uno', 1)], theirs: [edit(first, 'Un', 2)] }, { 'urn:a': 'Un Uno' }));
  it('joins tags that both sides set', () => {
    const base = [edit(first, 'One', 0, ['old', 'gone'])];
    const mine = [edit(base[0]!, 'One', 1, ['old', 'gone', 'mine'])];
    const theirs = [edit(base[0]!, 'One', 2, ['old', 'theirs'])];
    check({ base, mine, theirs }, { 'urn:a': 'One #old #theirs #mine' });
  });
  it('joins changes of different properties', () => {
    const merged = merge({
      base: [first],
      mine: [withResolved(first, 'resolved', '2026-02')],
      theirs: [edit(first, 'Uno', 1)],
    });
    assert.deepEqual(
      merged.map((one) => [one['lens:status'], ...commentsOf(one), one.modified]),
      [['resolved', 'Uno', '2026-02']],
    );
  });

  const version = fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom('urn:a', 'urn:b', 'urn:c'),
        text: fc.constantFrom('x', 'y', 'z'),
        minute: fc.nat(9),
      }),
      {
        selector: ({ id }) => id,
      },
    )
    .map((list) => list.map(({ id, text, minute }) => edit(note(id, '', 1), text, minute)));

  it('loses no comment and ends alike in both windows', () => {
    fc.assert(
      fc.property(version, version, version, (base, mine, theirs) => {
        const merged = merge({ base, mine, theirs });
        const other = merge({ base, mine: theirs, theirs: mine });
        const sorted = (list: readonly Annotation[]) => list.map(canonical).sort();
        assert.deepEqual(sorted(other), sorted(merged));
        const all = (list: readonly Annotation[]) =>
          list.flatMap((one) => commentsOf(one).map((comment) => `${one.id} ${comment}`));
        const before = new Set(all(base));
        const written = [...all(mine), ...all(theirs)].filter((comment) => !before.has(comment));
        assert.deepEqual(
          written.filter((comment) => !all(merged).includes(comment)),
          [],
        );
        assert.deepEqual(sorted(merge({ base: mine, mine, theirs: merged })), sorted(merged));
      }),
    );
  });
});

describe('recover', () => {
  it('adds what is new or later and deletes nothing', () => {
    const recovered = recover(
      [edit(first, 'Uno', 2), second],
      [first, note('urn:c', 'Three', 3), edit(second, 'Due', 1)],
    );
    assert.deepEqual(
      recovered.map((one) => commentsOf(one)[0]),
      ['Uno', 'Due', 'Three'],
    );
  });
});
