import type { Span } from '../model.ts';
import { type Annotation, creatorOf, isResolved, selectorsOf, tagsOf, textOf } from '../notes/annotation.ts';
import { type Correction, correctionOf, isCorrectionAnnotation } from '../notes/corrections.ts';
import { tagCounts } from '../notes/tags.ts';
import type { HoverBlock } from './hover.ts';
import type { L10n } from './l10n.ts';
import { sameSpan, type Target, type TreeNode } from './tree.ts';
import { labelName, oneLine, plain } from './words.ts';

/**
 * Where an article's notes are kept: in a `file` with the article, in VS Code's `private` storage, or `waiting` there
 * until they can be written where they belong.
 */
export type Kept = 'file' | 'private' | 'waiting';

/** A reader's annotation where it is in the text. */
export interface NoteAt {
  readonly annotation: Annotation;
  readonly span: Span;
}

/** A reader's annotation whose text was not found, with the places where it may be. */
export interface NoteWithout {
  readonly annotation: Annotation;
  readonly candidates: readonly Span[];
}

export interface NotesOutline {
  readonly uri: string;
  readonly text: string;
  readonly placed: readonly NoteAt[];
  readonly lost: readonly NoteWithout[];
  readonly kept: Kept;
  /** Only what has these words in its note, tags or text; '' for all. A tag may be given with a hash sign. */
  readonly filter: string;
  readonly l10n: L10n;
}

/** The tree's root of notes: what needs attention first, then the notes by tag, then the corrections. */
export function notesRow(outline: NotesOutline): TreeNode | undefined {
  const { l10n, filter, text } = outline;
  const fits = (annotation: Annotation, words: string) =>
    matches([textOf(annotation), ...tagsOf(annotation).map((tag) => `#${tag}`), words], filter);
  const placed = outline.placed.filter((one) => fits(one.annotation, text.slice(one.span.start, one.span.end)));
  const lost = outline.lost.filter((one) => fits(one.annotation, exactOf(one.annotation)));
  const notes = placed.filter(({ annotation }) => !isCorrectionAnnotation(annotation));
  const corrections = placed.filter(({ annotation }) => isCorrectionAnnotation(annotation));
  if (placed.length + lost.length === 0) return undefined;
  const children = [
    ...(lost.length > 0 ? [attentionRow(lost, outline)] : []),
    ...noteRows(notes, outline),
    ...(corrections.length > 0 ? [correctionsRow(corrections, outline)] : []),
  ];
  const row = groupOf('notes', l10n.t('Notes'), placed.length + lost.length, children);
  const kept = keptName(outline.kept, l10n);
  return {
    ...row,
    ...(kept && { description: `${row.description} · ${kept}`, tooltip: keptReason(outline.kept, l10n) }),
    icon: 'note',
    context: outline.kept === 'private' ? 'notesPrivate' : 'notes',
    expanded: true,
    holds: (span) => children.some((row) => row.holds?.(span) || (row.target && sameSpan(row.target, span))),
  };
}

/** Says in a few words that notes are not in a file with the article; nothing if they are. */
export function keptName(kept: Kept, l10n: L10n): string | undefined {
  if (kept === 'file') return undefined;
  return kept === 'private' ? l10n.t('in private storage') : l10n.t('not saved in their place yet');
}

/** What a hover says about the notes at an offset; corrections are told with what they correct. */
export function noteBlocks(placed: readonly NoteAt[], offset: number, l10n: L10n): readonly HoverBlock[] {
  return placed
    .filter(({ annotation, span }) => !isCorrectionAnnotation(annotation) && span.start <= offset && offset < span.end)
    .map(({ annotation, span }) => ({
      title: tagsOf(annotation).length > 0 ? hashtags(annotation) : l10n.t('Note'),
      kind: [isResolved(annotation) ? l10n.t('Resolved note') : l10n.t('Note'), creatorOf(annotation)]
        .filter(Boolean)
        .join(' · '),
      facts: textOf(annotation)
        .split(/\n+/)
        .filter((line) => line.trim() !== ''),
      actions: [
        { label: l10n.t('Edit Note…'), command: 'editNote' },
        { label: l10n.t('Edit Tags…'), command: 'editTags' },
        isResolved(annotation)
          ? { label: l10n.t('Reopen'), command: 'reopenNote' }
          : { label: l10n.t('Resolve'), command: 'resolveNote' },
        { label: l10n.t('Delete Note'), command: 'deleteNote' },
      ],
      span,
    }));
}

/** What a correction did, in the reader's words. */
export function describeCorrection(correction: Correction, l10n: L10n): string {
  switch (correction.action) {
    case 'reject':
      if (correction.finding === 'quote') return l10n.t('Not a quote');
      return correction.finding === 'heading' ? l10n.t('Not a heading') : l10n.t('Not an entity');
    case 'mark':
      if (correction.finding === 'quote') return l10n.t('Marked as quote');
      return correction.finding === 'heading'
        ? l10n.t('Marked as heading')
        : l10n.t('Marked as {0}', labelName(correction.label, l10n));
    case 'label':
      return l10n.t('Type: {0}', labelName(correction.label, l10n));
    case 'speaker':
      return correction.name ? l10n.t('Speaker: {0}', plain(correction.name, 60)) : l10n.t('Speaker: nobody named');
    case 'merge':
      return l10n.t('Same as {0}', plain(correction.name, 60));
    case 'split':
      return l10n.t('Someone or something else');
    case 'rename':
      return l10n.t('Named {0}', plain(correction.name, 60));
  }
}

/** The first words of a note, or its tags if it has no words. */
export function noteTitle(annotation: Annotation): string {
  return plain(textOf(annotation), 80) || hashtags(annotation) || plain(exactOf(annotation), 80);
}

/** Notes by tag where there are tags; a note with two tags stands under both. */
function noteRows(notes: readonly NoteAt[], outline: NotesOutline): readonly TreeNode[] {
  const tags = tagCounts(notes.map(({ annotation }) => annotation));
  if (tags.length === 0) return notes.map((note) => noteRow('notes', note, outline));
  const untagged = notes.filter(({ annotation }) => tagsOf(annotation).length === 0);
  return [
    ...tags.map(({ tag }) => {
      const tagged = notes.filter(({ annotation }) => tagsOf(annotation).includes(tag));
      return { ...tagRow(`notes/#${tag}`, `#${tag}`, tagged, outline), context: 'tag' };
    }),
    ...(untagged.length > 0 ? [tagRow('notes/untagged', outline.l10n.t('Without tags'), untagged, outline)] : []),
  ];
}

function tagRow(id: string, label: string, notes: readonly NoteAt[], outline: NotesOutline): TreeNode {
  const rows = notes.map((note) => noteRow(id, note, outline));
  return { ...groupOf(id, label, notes.length, rows), icon: 'tag' };
}

function noteRow(parent: string, { annotation, span }: NoteAt, { uri, text, l10n }: NotesOutline): TreeNode {
  const label = noteTitle(annotation);
  const words = oneLine(text, span, 60);
  return {
    id: `${parent}/${annotation.id}`,
    label,
    description: isResolved(annotation) ? `${l10n.t('resolved')} · ${words}` : words,
    tooltip: [label, `“${oneLine(text, span, 300)}”`, hashtags(annotation)].filter(Boolean).join('\n'),
    icon: isResolved(annotation) ? 'pass' : 'note',
    context: isResolved(annotation) ? 'noteResolved' : 'note',
    target: targetOf(uri, span),
  };
}

function attentionRow(lost: readonly NoteWithout[], { uri, l10n }: NotesOutline): TreeNode {
  const rows = lost.map(({ annotation, candidates }): TreeNode => {
    const correction = correctionOf(annotation);
    const [best] = candidates;
    return {
      id: `notes/attention/${annotation.id}`,
      label: correction ? describeCorrection(correction, l10n) : noteTitle(annotation),
      description: `“${plain(exactOf(annotation), 60)}”`,
      tooltip: `${l10n.t('Its text was not found again:')} “${plain(exactOf(annotation), 300)}”\n${places(candidates.length, l10n)}`,
      icon: 'warning',
      context: 'noteLost',
      ...(best && { target: targetOf(uri, best) }),
    };
  });
  return {
    ...groupOf('notes/attention', l10n.t('Needs attention'), lost.length, rows),
    icon: 'warning',
    context: 'attention',
    expanded: true,
  };
}

function keptReason(kept: Kept, l10n: L10n): string {
  return kept === 'private'
    ? l10n.t('Only this VS Code has these notes. Move Notes to Folder keeps them with the article.')
    : l10n.t('These notes could not be written into their file. They wait in private storage until they can.');
}

function places(count: number, l10n: L10n): string {
  if (count === 0) return l10n.t('No place is like it.');
  return count === 1 ? l10n.t('It may be in 1 place.') : l10n.t('It may be in {0} places.', count);
}

function correctionsRow(corrections: readonly NoteAt[], { uri, text, l10n }: NotesOutline): TreeNode {
  const rows = corrections.map(({ annotation, span }): TreeNode => {
    const correction = correctionOf(annotation);
    return {
      id: `notes/corrections/${annotation.id}`,
      label: correction ? describeCorrection(correction, l10n) : l10n.t('Correction of a later version'),
      description: oneLine(text, span, 60),
      icon: 'check',
      context: 'correction',
      target: targetOf(uri, span),
    };
  });
  return {
    ...groupOf('notes/corrections', l10n.t('Corrections'), corrections.length, rows),
    icon: 'check-all',
    context: 'corrections',
  };
}

function targetOf(uri: string, { start, end }: Span): Target {
  return { uri, start, end };
}

function groupOf(id: string, label: string, count: number, rows: readonly TreeNode[]): TreeNode {
  return {
    id,
    label,
    description: String(count),
    children: () => rows,
    holds: (span) => rows.some((row) => row.target && sameSpan(row.target, span)),
  };
}

function hashtags(annotation: Annotation): string {
  return tagsOf(annotation)
    .map((tag) => `#${plain(tag, 40)}`)
    .join(' ');
}

function exactOf(annotation: Annotation): string {
  return selectorsOf(annotation)?.quote.exact ?? '';
}

function matches(texts: readonly string[], filter: string): boolean {
  const wanted = filter.toLowerCase();
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
}
