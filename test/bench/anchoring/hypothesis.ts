import search from 'approx-string-match';
import type { Span } from '../../../src/core/model.ts';
import type { Selectors } from '../../../src/core/notes/annotation.ts';
import type { PlainText } from '../../../src/core/notes/plain.ts';

/**
 * A straightforward implementation of the rules that Hypothesis publishes (hypothesis/client, match-quote.ts): the
 * position if its text is the quote, else the best of all exact, or if there are none of all approximate matches, by
 * 50 parts quote, 20 prefix, 20 suffix and 2 nearness, without a minimum.
 */
export function hypothesis({ text, fromPoints }: PlainText, { quote, position }: Selectors): Span | undefined {
  const { exact, prefix, suffix } = quote;
  const [start, end] = [fromPoints(position.start), fromPoints(position.end)];
  if (text.slice(start, end) === exact) return { start, end };
  if (exact.length === 0) return undefined;
  const scored = matches(text, exact, Math.min(256, exact.length / 2)).map((match) => {
    const before = prefix ? likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) : 1;
    const after = suffix ? likeness(text.slice(match.end, match.end + suffix.length), suffix) : 1;
    const near = 1 - Math.abs(match.start - start) / text.length;
    const score = (50 * (1 - match.errors / exact.length) + 20 * before + 20 * after + 2 * near) / 92;
    return { ...match, score };
  });
  return scored.sort((a, b) => b.score - a.score)[0];
}

function matches(text: string, pattern: string, errors: number): (Span & { readonly errors: number })[] {
  const exact: (Span & { readonly errors: number })[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, pattern, errors);
}

function likeness(text: string, wanted: string): number {
  if (wanted.length === 0 || text.length === 0) return 0;
  return 1 - (search(text, wanted, wanted.length)[0]?.errors ?? wanted.length) / wanted.length;
}
