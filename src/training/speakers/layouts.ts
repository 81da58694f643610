import type { Span } from '../../core/model.ts';
import type { GoldArticle, GoldQuote } from '../markup.ts';

/**
 * The article as careless copying may leave it: quotes behind a comma or a colon begin a paragraph of their own.
 * `undefined` if it has no such quote.
 */
export function withBrokenLines(article: GoldArticle): GoldArticle | undefined {
  const { text, quotes } = article;
  const separator = text.includes('\n\n') ? '\n\n' : '\n';
  const places = quotes.flatMap(({ start }) => (/[,:]["”]? $/.test(text.slice(start - 3, start)) ? [start - 1] : []));
  if (places.length === 0) return undefined;
  return replaced(
    article,
    places.map((start) => ({ start, end: start + 1, text: separator })),
  );
}

interface Replacement extends Span {
  readonly text: string;
}

/** The article with stretches replaced, given in text order, and the annotations moved along. */
function replaced(article: GoldArticle, replacements: readonly Replacement[]): GoldArticle {
  let text = '';
  let at = 0;
  for (const { start, end, text: words } of replacements) {
    text += article.text.slice(at, start) + words;
    at = end;
  }
  text += article.text.slice(at);
  const offset = (old: number) =>
    replacements.reduce((sum, one) => sum + (one.end <= old ? one.text.length - (one.end - one.start) : 0), old);
  const span = <T extends Span>(one: T): T => ({ ...one, start: offset(one.start), end: offset(one.end) });
  const quote = (one: GoldQuote): GoldQuote => ({
    ...span(one),
    mention: one.mention && span(one.mention),
    cue: one.cue && span(one.cue),
  });
  const { id, quotes, indirect, answers, terms, entities, lines } = article;
  return {
    id,
    text,
    quotes: quotes.map(quote),
    indirect: indirect.map(quote),
    answers: answers.map(quote),
    terms: terms.map(span),
    entities: entities.map(span),
    lines: lines.map(span),
  };
}
