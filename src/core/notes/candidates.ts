import type { Span } from '../model.ts';
import type { Selectors } from './annotation.ts';
import { fold, likelyPlaces, likeness, mostLike } from './likeness.ts';

/** A place where an annotation's text may be, in the LF text, with how well it fits: each part from 0 to 1. */
export interface Candidate extends Span {
  readonly quote: number;
  readonly prefix: number;
  readonly suffix: number;
  /** The mean of the three, in which the words themselves count up to twice: few characters prove little. */
  readonly score: number;
}

/** The text searched, as it is and folded; the folded one is made when first asked for. */
export interface Searched {
  readonly text: string;
  folded(): string;
}

export function searched(text: string): Searched {
  let folded: string | undefined;
  return {
    text,
    folded() {
      folded ??= fold(text);
      return folded;
    },
  };
}

/** Occurrences of the words themselves, in text order. */
export function exactCandidates(searched: Searched, { quote, position }: Selectors): Candidate[] {
  const starts = quote.exact === '' ? [] : occurrences(searched.text, quote, position.start);
  return starts.map((start) => judge(searched, quote, { start, end: start + quote.exact.length }));
}

/** Occurrences of the words in whatever case and marks, in text order. */
export function foldedCandidates(searched: Searched, { quote, position }: Selectors): Candidate[] {
  const words = folded(quote);
  const starts = words.exact === '' ? [] : occurrences(searched.folded(), words, position.start);
  return starts.map((start) => judge(searched, quote, { start, end: start + quote.exact.length }));
}

/** Places that begin and end like the quote with its surroundings. Yields while it searches. */
export function* similarCandidates(
  searched: Searched,
  { quote }: Selectors,
): Generator<void, readonly Candidate[], void> {
  const text = searched.folded();
  const words = folded(quote);
  const regions = yield* likelyRegions(text, words);
  const found = regions.map((region) => wholeWords(text, words, edges(text, region, words)));
  return found.filter(({ start, end }) => end > start).map((span) => judge(searched, quote, span));
}

function folded({ exact, prefix, suffix }: Words): Words {
  return { exact: fold(exact), prefix: fold(prefix), suffix: fold(suffix) };
}

type Words = { readonly exact: string; readonly prefix: string; readonly suffix: string };

/** More occurrences than this are not judged one by one: those with context and those nearest to the old place are. */
const MANY = 100;
/** Share of a pattern that may be edited. */
const EDITED = 0.5;
/** Characters of the quote's beginning and end that are searched together with the context. */
const EDGE = 32;

function occurrences(text: string, { exact, prefix, suffix }: Words, hint: number): number[] {
  const starts = new Set<number>();
  collect(text, exact, hint, (start) => starts.add(start));
  if (starts.size >= MANY) {
    collect(text, prefix + exact, hint - prefix.length, (start) => starts.add(start + prefix.length));
    collect(text, exact + suffix, hint, (start) => starts.add(start));
  }
  const spans = [...starts].map((start) => ({ start, end: start + exact.length }));
  return spans
    .filter((span) => sameBoundaries(text, { exact, prefix, suffix }, span))
    .map(({ start }) => start)
    .sort((a, b) => a - b);
}

/** Gives occurrences of the pattern from the hint outwards, at most {@link MANY}. */
function collect(text: string, pattern: string, hint: number, found: (start: number) => void): void {
  let after = text.indexOf(pattern, Math.max(0, hint));
  let before = hint > 0 ? text.lastIndexOf(pattern, hint - 1) : -1;
  for (let count = 0; count < MANY && (after >= 0 || before >= 0); count++) {
    if (after >= 0 && (before < 0 || after - hint <= hint - before)) {
      found(after);
      after = text.indexOf(pattern, after + 1);
    } else {
      found(before);
      before = before > 0 ? text.lastIndexOf(pattern, before - 1) : -1;
    }
  }
}

/** Whole words stay whole words: 'Linus' is not found in 'machines of Linuset'. */
function sameBoundaries(text: string, { exact, prefix, suffix }: Words, { start, end }: Span): boolean {
  const inside = (left: string | undefined, right: string | undefined) => isWord(left) && isWord(right);
  return (
    (inside(prefix.at(-1), exact[0]) || !inside(text[start - 1], text[start])) &&
    (inside(exact.at(-1), suffix[0]) || !inside(text[end - 1], text[end]))
  );
}

/** The span widened to whole words where the quote has whole words. */
function wholeWords(text: string, { exact, prefix, suffix }: Words, span: Span): Span {
  let { start, end } = span;
  const inside = (offset: number) => isWord(text[offset - 1]) && isWord(text[offset]);
  if (!(isWord(prefix.at(-1)) && isWord(exact[0]))) while (start > span.start - LONGEST_WORD && inside(start)) start--;
  if (!(isWord(exact.at(-1)) && isWord(suffix[0]))) while (end < span.end + LONGEST_WORD && inside(end)) end++;
  return { start, end };
}

const LONGEST_WORD = 40;

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

function judge({ text }: Searched, wanted: Words, { start, end }: Span): Candidate {
  const found = text.slice(start, end);
  const before = text.slice(Math.max(0, start - wanted.prefix.length), start);
  const after = text.slice(end, end + wanted.suffix.length);
  // Other case or marks are the same words, only not quite.
  const quote = found === wanted.exact ? 1 : 0.99 * likeness(fold(wanted.exact), fold(found));
  // At an edge of the article there is no context: then the edge is the context, and little is told without it.
  const prefix = wanted.prefix === '' ? (start === 0 ? 1 : NO_CONTEXT) : contextFit(wanted.prefix, before);
  const suffix = wanted.suffix === '' ? (end === text.length ? 1 : NO_CONTEXT) : contextFit(wanted.suffix, after);
  const weight = Math.min(2, 0.5 + wanted.exact.length / 16);
  return { start, end, quote, prefix, suffix, score: (weight * quote + prefix + suffix) / (weight + 2) };
}

const NO_CONTEXT = 0.5;

function contextFit(wanted: string, found: string): number {
  return wanted === found ? 1 : likeness(fold(wanted), fold(found));
}

/** Pairs the places of the quote's beginning with those of its end; one without a partner stands for both. */
function* likelyRegions(text: string, { exact, prefix, suffix }: Words): Generator<void, readonly Span[], void> {
  const length = prefix.length + exact.length + suffix.length;
  const heads = yield* likely(text, prefix + exact.slice(0, EDGE), prefix);
  const tails = yield* likely(text, exact.slice(-EDGE) + suffix, suffix);
  const pairs = heads.flatMap((head) =>
    tails
      .filter((tail) => tail.end > head.start && tail.start >= head.start && tail.end - head.start < 2 * length + 200)
      .map((tail): Span => ({ start: head.start, end: tail.end })),
  );
  const alone = (place: Span) => !pairs.some((pair) => pair.start === place.start || pair.end === place.end);
  return [
    ...pairs,
    ...heads.filter(alone).map(({ start }) => ({ start, end: Math.min(text.length, start + length) })),
    ...tails.filter(alone).map(({ end }) => ({ start: Math.max(0, end - length), end })),
  ];
}

/** Places of an edge of the quote with its context, and of the context alone where the edge is gone. */
function* likely(text: string, edge: string, context: string): Generator<void, readonly Span[], void> {
  const whole = yield* likelyPlaces(text, edge, Math.floor(edge.length * EDITED));
  const alone = context ? yield* likelyPlaces(text, context, Math.floor(context.length / 4)) : [];
  return [...whole, ...alone.filter((place) => !whole.some((one) => one.start < place.end && place.start < one.end))];
}

/** Where the quote itself begins and ends in a place found with its context. */
function edges(text: string, region: Span, { exact, prefix, suffix }: Words): Span {
  const head = exact.slice(0, EDGE);
  const tail = exact.slice(-EDGE);
  const reach = (pattern: string) => Math.ceil(pattern.length * 1.5) + 8;
  const before = { start: region.start - 8, end: region.start + reach(prefix) };
  const first = { start: region.start, end: Math.min(region.end, region.start + reach(prefix + head)) };
  const last = { start: Math.max(region.start, region.end - reach(tail + suffix)), end: region.end };
  const after = { start: region.end - reach(suffix), end: region.end + 8 };
  const start = surer(place(text, before, prefix), place(text, first, head));
  const end = surer(place(text, after, suffix), place(text, last, tail));
  return {
    start: (start.context ? start.found?.end : start.found?.start) ?? Math.max(0, region.start + prefix.length),
    end: (end.context ? end.found?.start : end.found?.end) ?? Math.min(text.length, region.end - suffix.length),
  };
}

/** Of the context and the quote's own words, the one that is there with fewer edits tells the edge. */
function surer(context: Found | undefined, words: Found | undefined): { context: boolean; found: Found | undefined } {
  const byContext = context !== undefined && (words === undefined || context.edited <= words.edited);
  return { context: byContext, found: byContext ? context : words };
}

/** A part found; `edited` is the share of it that was. */
type Found = Span & { readonly edited: number };

/** Where a part stands inside a stretch of the text, if it is there with few edits. */
function place(text: string, within: Span, part: string): Found | undefined {
  const from = Math.max(0, within.start);
  const found = part && mostLike(text.slice(from, Math.max(from, within.end)), part, Math.floor(part.length / 4));
  return found ? { start: from + found.start, end: from + found.end, edited: found.errors / part.length } : undefined;
}
