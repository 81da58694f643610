import { documentFeatures, joinOccurrences, recordCount } from '../learned/document.ts';
import type { NameType } from '../learned/labels.ts';
import type { Name, NameModel } from '../learned/model.ts';
import type { Label, Span } from '../model.ts';
import { readProse } from '../text/sentences.ts';
import type { Cache } from './cache.ts';
import type { Layout } from './layout.ts';
import type { Steps } from './steps.ts';

export type { NameModel } from '../learned/model.ts';

/** A name found in the text, before mentions are joined into entities. */
export interface LabelledSpan extends Span {
  readonly label: Label;
  /** For dates, times, amounts: the value in a standard form. */
  readonly value?: string;
}

/**
 * Finds names by the learned model, paragraph by paragraph. A paragraph's names depend on its text and on what the
 * article tells about its capitalised words elsewhere; both are the cache's key, so an edit costs what it touches.
 */
export function* findMentions(
  text: string,
  layout: Layout,
  model: NameModel | undefined,
  cache: Cache,
): Steps<readonly LabelledSpan[]> {
  if (!model) return [];
  const paragraphs = [];
  for (const { start, end } of layout.blocks) {
    const prose = cache.get('prose', text.slice(start, end), () => readProse(text.slice(start, end)));
    paragraphs.push({ start, prose, part: cache.get('occurrences', prose.text, () => model.occurrences(prose)) });
    yield;
  }
  const table = joinOccurrences(paragraphs.map(({ part }) => part));
  const found: LabelledSpan[] = [];
  let record = 0;
  for (const { start, prose, part } of paragraphs) {
    const article = documentFeatures(table, record, part);
    record += recordCount(part);
    const key = `${article.signature} ${prose.text}`;
    const names = cache.get('names', key, () => model.names(prose, article));
    for (const name of names) found.push(labelled(name, start));
    yield;
  }
  return found;
}

const LABEL_OF: Record<NameType, Label> = {
  PERSON: 'PERSON',
  ORG: 'ORG',
  PLACE: 'PLACE',
  NORP: 'NORP',
  OTHER: 'EVENT',
};

function labelled({ start, end, type }: Name, offset: number): LabelledSpan {
  return { start: start + offset, end: end + offset, label: LABEL_OF[type] };
}
