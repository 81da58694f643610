import assert from 'node:assert/strict';
import {
  type Annotation,
  createNote,
  creatorOf,
  selectorsOf,
  tagsOf,
  textOf,
  withContent,
  withSelectors,
} from '../../../src/core/notes/annotation.ts';
import type { Json } from '../../../src/core/notes/json.ts';
import { note, selectors } from './notes.ts';

const about = (target: Json): Annotation => ({ id: 'urn:a', type: 'Annotation', target });
const quoted = { type: 'TextQuoteSelector', exact: 'two 😀' };

describe('what an annotation is about', () => {
  const from = (start: number, end: number, prefix = '', suffix = '') => ({
    quote: { ...quoted, prefix, suffix },
    position: { type: 'TextPositionSelector', start, end },
  });
  const cases: readonly (readonly [name: string, target: Json, expected: ReturnType<typeof from> | undefined])[] = [
    ['a quote alone', { selector: quoted }, from(0, 5)],
    [
      'a quote and a position',
      { selector: [{ type: 'CssSelector' }, quoted, { type: 'TextPositionSelector', start: 7, end: 9 }] },
      from(7, 9),
    ],
    ['a position without an end', { selector: [quoted, { type: 'TextPositionSelector', start: 7 }] }, from(7, 12)],
    ['a position in words', { selector: [quoted, { type: 'TextPositionSelector', start: 'a', end: 'b' }] }, from(0, 5)],
    ['words around the quote', { selector: { ...quoted, prefix: 'a ', suffix: ' c' } }, from(0, 5, 'a ', ' c')],
    ['words around it that are none', { selector: { ...quoted, prefix: 1, suffix: [] } }, from(0, 5)],
    ['nonsense beside the quote', { selector: [null, 7, 'x', quoted] }, from(0, 5)],
    ['the second of two targets', ['http://example.org/', { selector: quoted }], from(0, 5)],
    ['a quote without words', { selector: { type: 'TextQuoteSelector', exact: 7 } }, undefined],
    ['a selector of another type', { selector: { type: 'FragmentSelector', exact: 'two' } }, undefined],
    ['a whole page', 'http://example.org/', undefined],
  ];
  for (const [name, target, expected] of cases)
    it(`is read from ${name}`, () => assert.deepEqual(selectorsOf(about(target)), expected));

  it('is changed in the target that has a text, and only there', () => {
    const changed = withSelectors(about(['http://example.org/', { selector: quoted, 'x:own': 1 }]), selectors(3));
    assert.deepEqual(changed.target, [
      'http://example.org/',
      { selector: [selectors(3).quote, selectors(3).position], 'x:own': 1 },
    ]);
  });
});

describe('an annotation', () => {
  it('names its author', () => {
    const to = { id: 'urn:a', created: 'now', selectors: selectors(1) };
    const content = { comments: [], tags: [] };
    assert.deepEqual(createNote({ ...to, creator: 'Ann' }, content).creator, { type: 'Person', name: 'Ann' });
    assert.equal('creator' in createNote(to, content), false);
    const names = [{ type: 'Person', name: 'Ann' }, 'Ann', ['Ann', 'Bo'], { name: 7 }, 7, null].map((creator) =>
      creatorOf({ ...about({}), creator }),
    );
    assert.deepEqual(names, ['Ann', 'Ann', 'Ann', '', '', '']);
  });

  it('has comments and tags among other bodies', () => {
    const body = [
      { type: 'TextualBody', value: 'Plain.' },
      { type: 'TextualBody', purpose: 'commenting', value: 'Said.' },
      { type: 'TextualBody', purpose: 'describing', value: 'Described.' },
      { type: 'TextualBody', purpose: 'tagging', value: 'a' },
      { purpose: 'tagging', value: 7 },
      { type: 'Image', value: 'Seen.' },
      { type: 'TextualBody', value: 7 },
      'Words.',
      null,
    ];
    const read = { ...about({}), body };
    assert.equal(textOf(read), 'Plain.\n\nSaid.');
    assert.deepEqual(tagsOf(read), ['a']);
  });

  it('keeps what it knows of a comment and a tag when their words are given anew', () => {
    const old = note('urn:a', 'Old', 5, ['a', 'b']);
    const body = (old.body as { value: string }[]).map((one, i) => ({ ...one, 'x:own': i }));
    const changed = withContent({ ...old, body }, { comments: ['New', 'More'], tags: ['b', 'c', 'b'] }, 'later');
    assert.deepEqual(
      (changed.body as { purpose: string; value: string; 'x:own'?: number }[]).map((one) => [
        one.purpose,
        one.value,
        one['x:own'],
      ]),
      [
        ['commenting', 'New', 0],
        ['commenting', 'More', undefined],
        ['tagging', 'b', 2],
        ['tagging', 'c', undefined],
      ],
    );
    assert.equal(changed.modified, 'later');
  });
});
