import type { Analysis, Boilerplate, Entity, Mention, Quote, Section, Span, Speaker } from '../model.ts';
import { firstIndex } from '../text/lists.ts';

/** A finding under the cursor. */
export type Item =
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'mention'; readonly mention: Mention; readonly entity: Entity }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'boilerplate'; readonly boilerplate: Boilerplate };

/** Every finding that holds the offset, the smallest kind of thing first: mention, quote, boilerplate, heading. */
export function itemsAt(analysis: Analysis, offset: number): readonly Item[] {
  const items: Item[] = [];
  for (const entity of analysis.entities) {
    const mention = lastHolding(entity.mentions, offset);
    if (mention) items.push({ kind: 'mention', mention, entity });
  }
  for (const quote of analysis.quotes) if (holds(quote, offset)) items.push({ kind: 'quote', quote });
  const boilerplate = lastHolding(analysis.boilerplate, offset);
  if (boilerplate) items.push({ kind: 'boilerplate', boilerplate });
  const section = analysis.sections.find(({ heading }) => heading && holds(heading, offset));
  if (section) items.push({ kind: 'section', section });
  return items;
}

/** The entity with a mention at the offset, if any. */
export function mentionAt(analysis: Analysis, offset: number): { entity: Entity; mention: Mention } | undefined {
  return itemsAt(analysis, offset).find((item) => item.kind === 'mention');
}

/** The innermost quote at the offset, if any. */
export function quoteAt(analysis: Analysis, offset: number): Quote | undefined {
  return itemsAt(analysis, offset).findLast((item) => item.kind === 'quote')?.quote;
}

/** The innermost section at the offset, if any. */
export function sectionAt(analysis: Analysis, offset: number): Section | undefined {
  return analysis.sections.findLast((section) => section.start <= offset && offset < section.end);
}

/** Tells the speaker apart from others: the same string for the same entity, or for the same role phrase. */
export function speakerKey(speaker: Speaker): string {
  return speaker.entity ?? `name:${speaker.name.toLowerCase()}`;
}

/** All quotes of the quote's speaker in text order; only the quote's own statement if nobody is named. */
export function quotesBySameSpeaker(analysis: Analysis, quote: Quote): readonly Quote[] {
  const { speaker } = quote;
  if (!speaker) return analysis.quotes.filter((other) => other.statement === quote.statement);
  const key = speakerKey(speaker);
  return analysis.quotes.filter((other) => other.speaker && speakerKey(other.speaker) === key);
}

/** The parts of one split quote, taken together. */
export interface Statement {
  /** In text order; at least one. */
  readonly parts: readonly [Quote, ...Quote[]];
  readonly speaker: Speaker | undefined;
}

/** The article's statements in the order of their first parts. Terms are nobody's words, so they are left out. */
export function statements(analysis: Analysis): readonly Statement[] {
  const byNumber = new Map<number, [Quote, ...Quote[]]>();
  for (const quote of analysis.quotes) {
    if (quote.kind === 'term') continue;
    const parts = byNumber.get(quote.statement);
    if (parts) parts.push(quote);
    else byNumber.set(quote.statement, [quote]);
  }
  return [...byNumber.values()].map((parts) => ({ parts, speaker: parts.find((part) => part.speaker)?.speaker }));
}

/** Whether no part of the statement is more than a quoted word or phrase. */
export function isFragment(statement: Statement): boolean {
  return statement.parts.every((part) => part.kind === 'fragment');
}

/** Number of words: runs of characters between blanks that hold a letter or a digit. */
export function countWords(text: string): number {
  return (text.match(/\S+/g) ?? []).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

function lastHolding<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const last = spans[firstIndex(spans.length, (i) => spans[i]!.start > offset) - 1];
  return last && holds(last, offset) ? last : undefined;
}
