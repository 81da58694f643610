import type { Span } from '../model.ts';
import { mapSpan, type TextChange } from '../text/change.ts';
import { type Annotation, type Selectors, selectorsOf } from './annotation.ts';
import { describe } from './describe.ts';
import { sameJson } from './json.ts';
import type { Placement } from './match.ts';
import type { PlainText } from './plain.ts';

/** An annotation of an article that is open, with what is known of its place. */
export interface Entry {
  readonly annotation: Annotation;
  /** Where it is; absent if it is lost, or not yet looked for. */
  readonly span?: Span;
  /** Where it may be if it is lost, the best place first. */
  readonly candidates: readonly Span[];
  /** Whether an edit changed what is inside the span: undoing it may bring the text back. */
  readonly isTouched: boolean;
  /** What the text was after edits that are not saved yet, for when it is lost. */
  readonly latest?: Selectors;
}

/** An annotation whose text is still to be looked for. */
export function unplaced(annotation: Annotation): Entry {
  return { annotation, candidates: [], isTouched: false };
}

/** An annotation that is known to be there. */
export function placed(annotation: Annotation, { start, end }: Span): Entry {
  return { annotation, span: { start, end }, candidates: [], isTouched: false };
}

/** An annotation with others of its properties; its place stays if it is described as before. */
export function renewed(entry: Entry | undefined, annotation: Annotation): Entry {
  const stays = entry && sameJson(selectorsOf(entry.annotation), selectorsOf(annotation));
  return stays ? { ...entry, annotation } : unplaced(annotation);
}

/** The entry without its place, to be looked for anew. */
export function displaced({ span: _, ...rest }: Entry): Entry {
  return { ...rest, isTouched: true };
}

/**
 * The entry after edits, in the order given; the same object if they do not concern it. It has no place any more if its
 * words were deleted or replaced, be it by words like them.
 */
export function edited(entry: Entry, changes: readonly TextChange[]): Entry {
  const { span: before } = entry;
  if (!before) return entry;
  const span = mapThrough(before, changes);
  if (!span) return displaced(entry);
  if (span === before) return entry;
  const isTouched = entry.isTouched || changes.some((change) => change.start < before.end && before.start < change.end);
  return { ...entry, span, isTouched };
}

/** What to look for: where the annotation is if its place is known, otherwise what is written in it. */
export function selectorsNow(plain: PlainText, { annotation, span, isTouched, latest }: Entry): Selectors {
  if (span && !isTouched) return describe(plain, span);
  return (span ? undefined : latest) ?? selectorsOf(annotation)!;
}

/** The entry after its text was looked for. One that has its place keeps it, whatever was found. */
export function healed(entry: Entry, plain: PlainText, placement: Placement): Entry {
  if (entry.span) return entry.isTouched ? regrown(entry, entry.span, { plain, placement }) : entry;
  if (placement.how !== 'attention') return placed(entry.annotation, placement);
  return { ...entry, candidates: placement.candidates, isTouched: false };
}

/** Whether a reader sees no difference between the places of two entries. */
export function samePlaces(a: Entry, b: Entry): boolean {
  const all = (entry: Entry) => [...(entry.span ? [entry.span] : []), ...entry.candidates];
  const [left, right] = [all(a), all(b)];
  if (left.length !== right.length || !a.span !== !b.span) return false;
  return left.every(({ start, end }, i) => start === right[i]?.start && end === right[i]?.end);
}

/** A span whose inside was edited grows back if its very words are there again, as after an undo. */
function regrown(
  entry: Entry,
  before: Span,
  { plain, placement }: { readonly plain: PlainText; readonly placement: Placement },
): Entry {
  const isBack =
    (placement.how === 'same' || placement.how === 'moved') &&
    placement.start <= before.end &&
    before.start <= placement.end;
  return isBack ? placed(entry.annotation, placement) : { ...entry, latest: describe(plain, before) };
}

function mapThrough(span: Span, changes: readonly TextChange[]): Span | undefined {
  return changes.reduce<Span | undefined>((moved, change) => {
    const isReplaced = moved && change.start <= moved.start && moved.end <= change.end;
    return isReplaced ? undefined : moved && mapSpan(moved, change);
  }, span);
}
