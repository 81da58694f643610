import {
  documentFeatures,
  documentSignature,
  isWrittenSmall,
  joinOccurrences,
  recordCount,
} from '../learned/document.ts';
import { hashOf } from '../learned/hash.ts';
import type { Name, NameModel } from '../learned/model.ts';
import { type Prose, readProse } from '../text/sentences.ts';
import { collectNames, completeNames } from './entities/complete.ts';
import { kindOfName } from './entities/kinds.ts';
import { tidyName } from './entities/tidy.ts';
import type { LabelledSpan } from './labelled.ts';
import type { Block, Layout } from './layout.ts';
import type { Passage } from './passage.ts';
import type { Steps } from './steps.ts';
import { findAnchor, findValues } from './values.ts';

export type { NameModel } from '../learned/model.ts';
export type { LabelledSpan } from './labelled.ts';

/**
 * Finds names by the learned model, dates and amounts by rules, paragraph by paragraph. A paragraph's names depend on its
 * text and on what the article tells about its capitalised words elsewhere, its dates on the article's own day; these
 * are the cache's keys, so an edit costs what it touches. In text order; spans do not overlap.
 */
export function* findMentions(layout: Layout, model: NameModel | undefined): Steps<readonly LabelledSpan[]> {
  const paragraphs: Paragraph[] = [];
  for (const { start, passage } of layout.blocks.filter(isRead)) {
    paragraphs.push({ start, passage, prose: passage.alone('prose', () => readProse(passage.text)) });
    yield;
  }
  const names = model ? yield* findNames(paragraphs, model) : [];
  const anchor = findAnchor(paragraphs.map(({ prose }) => prose));
  const found: LabelledSpan[] = [];
  for (const [i, { start, passage, prose }] of paragraphs.entries()) {
    const values = passage.within('values', anchor ?? '', () => findValues(prose, anchor));
    for (const span of merged(names[i] ?? [], values)) {
      found.push({ ...span, start: span.start + start, end: span.end + start });
    }
    yield;
  }
  return found;
}

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

function* findNames(paragraphs: readonly Paragraph[], model: NameModel): Steps<readonly (readonly LabelledSpan[])[]> {
  const parts = [];
  for (const { passage, prose } of paragraphs) {
    parts.push(passage.alone('occurrences', () => model.occurrences(prose)));
    yield;
  }
  const table = joinOccurrences(parts);
  const names: (readonly LabelledSpan[])[] = [];
  let record = 0;
  for (const [i, { passage, prose }] of paragraphs.entries()) {
    const part = parts[i]!;
    const first = record;
    const find = () =>
      model.names(prose, documentFeatures(table, first, part)).map((name) => labelled(prose.text, name));
    names.push(passage.within('names', documentSignature(table, first, part), find));
    record += recordCount(part);
    yield;
  }
  const isAlsoSmall = (word: string) => isWrittenSmall(table, hashOf(word.toLowerCase()));
  const named = paragraphs.map(({ prose }, i) => ({ prose, names: names[i]! }));
  const known = collectNames(named, isAlsoSmall);
  yield;
  return named.map((paragraph) => completeNames(paragraph, known));
}

function labelled(text: string, { start, end, type }: Name): LabelledSpan {
  const label = type === 'OTHER' ? kindOfName(text.slice(start, end), text.slice(start - 1, start)) : type;
  return tidyName(text, { start, end, label });
}

/** Both lists in one, in text order. Where they overlap a date gives way to a name, and a name to an amount. */
function merged(names: readonly LabelledSpan[], values: readonly LabelledSpan[]): readonly LabelledSpan[] {
  if (values.length === 0) return names;
  const kept: LabelledSpan[] = [];
  for (const span of [...names, ...values].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || last.end <= span.start) kept.push(span);
    else if (strength(span) > strength(last)) kept[kept.length - 1] = span;
  }
  return kept;
}

function strength({ label }: LabelledSpan): number {
  if (label === 'DATE' || label === 'TIME') return 0;
  return label === 'MONEY' || label === 'PERCENT' || label === 'QUANTITY' ? 2 : 1;
}
