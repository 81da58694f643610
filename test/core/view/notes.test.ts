import assert from 'node:assert/strict';
import { withResolved } from '../../../src/core/notes/annotation.ts';
import { type Correction, createCorrection } from '../../../src/core/notes/corrections.ts';
import { english } from '../../../src/core/view/l10n.ts';
import {
  describeCorrection,
  type NotesOutline,
  noteBlocks,
  notesRow,
  noteTitle,
} from '../../../src/core/view/notes.ts';
import { pathTo, type TreeNode } from '../../../src/core/view/tree.ts';
import { note, selectors } from '../notes/notes.ts';

const TEXT = 'Before the words there is a title; after the words nothing.';
const SPAN = { start: 7, end: 16 };

const correction = (id: string, what: Correction) =>
  createCorrection({ id, created: '2026-01-02T03:04:05Z', selectors: selectors(0) }, what);
const at = (annotation: ReturnType<typeof note>) => ({ annotation, span: SPAN });

const PLACED = [
  at(note('urn:1', 'Who says so?', 7, ['verify', 'source'])),
  at(note('urn:2', 'Fine', 7, ['source'])),
  at(withResolved(note('urn:3', 'Untagged one', 7), 'resolved', 'later')),
  at(correction('urn:4', { action: 'label', label: 'ORG', scope: 'article' })),
];
const LOST = [{ annotation: note('urn:5', 'Where?', 7, ['verify']), candidates: [SPAN, { start: 20, end: 25 }] }];

function rowOf(options: Partial<NotesOutline> = {}): TreeNode | undefined {
  return notesRow({
    uri: 'a',
    text: TEXT,
    placed: PLACED,
    lost: [],
    kept: 'file',
    filter: '',
    l10n: english,
    ...options,
  });
}

/** Label and description of the row and all below it, indented. */
function draw(row: TreeNode | undefined, depth = 0): readonly string[] {
  if (!row) return [];
  const line = '  '.repeat(depth) + [row.label, row.description].filter(Boolean).join(' | ');
  return [line, ...(row.children?.() ?? []).flatMap((child) => draw(child, depth + 1))];
}

describe('the tree’s notes', () => {
  it('are listed by tag, those that need attention first and the corrections last', () => {
    assert.deepEqual(draw(rowOf({ lost: LOST })), [
      'Notes | 5',
      '  Needs attention | 1',
      '    Where? | “the words”',
      '  #source | 2',
      '    Who says so? | the words',
      '    Fine | the words',
      '  #verify | 1',
      '    Who says so? | the words',
      '  Without tags | 1',
      '    Untagged one | resolved · the words',
      '  Corrections | 1',
      '    Type: Organisation | the words',
    ]);
  });

  it('without any tag are listed one by one', () => {
    const [, , third] = PLACED;
    assert.deepEqual(draw(rowOf({ placed: [third!] })), ['Notes | 1', '  Untagged one | resolved · the words']);
    assert.equal(rowOf({ placed: [] }), undefined);
  });

  const filters: readonly (readonly [filter: string, count: string | undefined])[] = [
    ['who says', '1'],
    ['#source', '2'],
    ['SOURCE', '2'],
    ['the words', '5'],
    ['nothing like it', undefined],
  ];
  for (const [filter, count] of filters) {
    it(`that fit the filter “${filter}”: ${count ?? 'none'}`, () =>
      assert.equal(rowOf({ lost: LOST, filter })?.description, count));
  }

  it('say where they are kept if that is not with the article', () => {
    const { description, context, tooltip } = rowOf({ kept: 'private' }) ?? {};
    assert.deepEqual([description, context], ['4 · in private storage', 'notesPrivate']);
    assert.match(String(tooltip), /Move Notes to Folder/);
    assert.equal(rowOf({ kept: 'waiting' })?.description, '4 · not saved in their place yet');
    assert.equal(rowOf()?.context, 'notes');
  });

  it('lead to their text, a lost one to the place it most probably is at', () => {
    const row = rowOf({ lost: LOST })!;
    assert.deepEqual(
      pathTo([row], SPAN).map(({ label }) => label),
      ['Notes', 'Needs attention', 'Where?'],
    );
    const [attention] = row.children!();
    assert.match(String(attention?.children?.()[0]?.tooltip), /It may be in 2 places\.$/);
  });
});

describe('hovers of notes', () => {
  it('tell author, text, tags and state of each note under the pointer, and nothing of corrections', () => {
    const titles = (offset: number) =>
      noteBlocks(PLACED, offset, english).map(({ title, kind }) => `${title} | ${kind}`);
    assert.deepEqual(titles(7), ['#verify #source | Note', '#source | Note', 'Note | Resolved note']);
    assert.deepEqual(titles(16), []);
    const signed = { ...PLACED[1]!.annotation, creator: { type: 'Person', name: 'Ines' } };
    assert.equal(noteBlocks([at(signed)], 7, english)[0]?.kind, 'Note · Ines');
  });

  it('offer what can be done with the note as it is', () => {
    const commands = (i: number) => noteBlocks([PLACED[i]!], 7, english)[0]?.actions.map(({ command }) => command);
    assert.deepEqual(commands(0), ['editNote', 'editTags', 'resolveNote', 'deleteNote']);
    assert.deepEqual(commands(2), ['editNote', 'editTags', 'reopenNote', 'deleteNote']);
  });
});

describe('words for', () => {
  const table: readonly (readonly [Correction, string])[] = [
    [{ action: 'reject', finding: 'quote', scope: 'mention' }, 'Not a quote'],
    [{ action: 'reject', finding: 'heading', scope: 'mention' }, 'Not a heading'],
    [{ action: 'reject', finding: 'entity', scope: 'article' }, 'Not an entity'],
    [{ action: 'mark', finding: 'quote' }, 'Marked as quote'],
    [{ action: 'mark', finding: 'heading' }, 'Marked as heading'],
    [{ action: 'mark', finding: 'entity', label: 'PLACE', scope: 'mention' }, 'Marked as Place'],
    [{ action: 'speaker', name: 'Anna Berg' }, 'Speaker: Anna Berg'],
    [{ action: 'speaker', name: '' }, 'Speaker: nobody named'],
    [{ action: 'merge', name: 'Anna Berg' }, 'Same as Anna Berg'],
    [{ action: 'split' }, 'Someone or something else'],
    [{ action: 'rename', name: 'Anna Berg' }, 'Named Anna Berg'],
  ];
  for (const [what, expected] of table) {
    it(`a correction: ${expected}`, () => assert.equal(describeCorrection(what, english), expected));
  }

  it('a note without a text are its tags, or the words it is on', () => {
    assert.equal(noteTitle(note('urn:1', '', 0, ['a', 'b'])), '#a #b');
    assert.equal(noteTitle(note('urn:1', '', 0)), 'the words');
  });
});
