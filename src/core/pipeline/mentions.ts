import type { NameModel } from '../learned/model.ts';
import { fitted } from '../text/lists.ts';
import type { Prose } from '../text/sentences.ts';
import { inOrder } from '../text/spans.ts';
import type { Cache } from './cache.ts';
import type { LabelledPassage, LabelledSpan } from './labelled.ts';
import type { Block, Layout } from './layout.ts';
import { findNames, type Names } from './names.ts';
import { type Passage, proseIn } from './passage.ts';
import { pacer, type Steps } from './steps.ts';
import { findAnchor, findValues } from './values.ts';

export type { NameModel } from '../learned/model.ts';

/**
 * Finds names by the learned model, dates and amounts by rules, paragraph by paragraph. A paragraph's names depend on its
 * text and on what the article tells about its capitalised words elsewhere, its dates on the article's own day; these
 * are the contexts its findings are kept in, so an edit costs what it touches. In text order; spans do not overlap.
 */
export function* findMentions(
  layout: Layout,
  model: NameModel | undefined,
  cache: Cache,
): Steps<readonly LabelledPassage[]> {
  const paragraphs: Paragraph[] = [];
  const isDue = pacer(PAUSE);
  for (const block of layout.blocks) {
    const { start, passage } = block;
    if (isRead(block)) paragraphs.push({ start, passage, prose: proseIn(passage) });
    if (isDue(passage.text.length)) yield;
  }
  const names = model ? yield* findNames(paragraphs, { model, cache }) : [];
  const anchor = findAnchor(paragraphs.map(({ prose }) => prose));
  const found: LabelledPassage[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const { start, passage, prose } = paragraphs[i]!;
    const { own, missed } = names[i] ?? NO_NAMES;
    const values = passage.within('values', [anchor], () => findValues(prose, anchor));
    const isPlain = missed.length === 0 && values.length === 0;
    const spans = isPlain ? own : passage.within('spans', [own, missed, values], () => merged(own, missed, values));
    found.push({ passage, start, spans });
    if (isDue(prose.text.length)) yield;
  }
  return found;
}

/** Characters of the paragraphs looked at in one step. */
const PAUSE = 8000;

/** A block that is read, with its tokens and sentences. */
interface Paragraph {
  readonly start: number;
  readonly passage: Passage;
  readonly prose: Prose;
}

/** Whether a block holds prose that may name something: no code or table, and no call to subscribe or to share. */
function isRead({ role, kind }: Block): boolean {
  return role !== 'other' && kind !== 'prompt';
}

const NO_NAMES: Names = { own: [], missed: [] };

/** All spans in text order. Where they overlap a date gives way to a name, and a name to an amount. */
function merged(...lists: readonly (readonly LabelledSpan[])[]): readonly LabelledSpan[] {
  const kept: LabelledSpan[] = [];
  for (const span of inOrder(lists.flat())) {
    const last = kept.at(-1);
    if (!last || last.end <= span.start) kept.push(span);
    else if (strength(span) > strength(last)) kept[kept.length - 1] = span;
  }
  return fitted(kept);
}

function strength({ label }: LabelledSpan): number {
  if (label === 'DATE' || label === 'TIME') return 0;
  return label === 'MONEY' || label === 'PERCENT' || label === 'QUANTITY' ? 2 : 1;
}
