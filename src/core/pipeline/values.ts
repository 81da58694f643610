import { HASH_START, hashStep } from '../learned/hash.ts';
import { CURRENCY_SIGNS, DOLLARS, NUMBERS, SCALES } from '../lexicon/en/amounts.ts';
import { DAYS, MONTHS, RELATIVE, WEEKDAYS } from '../lexicon/en/calendar.ts';
import type { Prose } from '../text/sentences.ts';
import type { LabelledSpan } from './labelled.ts';
import { amountAt, type Value } from './values/amounts.ts';
import { dateAt, fullDate, resolveDate } from './values/dates.ts';
import { wordAt } from './values/numbers.ts';
import { timeAt } from './values/times.ts';

/** The dates, times and amounts of a paragraph, by rules; offsets relative to it. `anchor` is the article's own day. */
export function findValues(prose: Prose, anchor: string | undefined): readonly LabelledSpan[] {
  const found: LabelledSpan[] = [];
  for (let i = 0; i < prose.tokens.count; i++) {
    if (!mayBegin(prose, i)) continue;
    const value = dateAt(prose, i) ?? timeAt(prose, i) ?? amountAt(prose, i);
    if (!value) continue;
    found.push(spanOf(prose, value, anchor));
    i = value.end - 1;
  }
  return found;
}

/** A cheap look at a token before the rules: digits, signs, and the words that values begin with. */
function mayBegin(prose: Prose, i: number): boolean {
  const { text, tokens } = prose;
  const start = tokens.starts[i]!;
  const end = tokens.ends[i]!;
  const code = text.charCodeAt(start);
  if (code < 0x41) return (code >= 0x30 && code <= 0x39) || code === 0x24;
  if (code > 0x7a) return code < 0x100 || code >= 0x20a0;
  if (end - start === 1 && (code | 0x20) === 0x61) return SCALES.has(wordAt(prose, i + 1));
  if (end - start > LONGEST_BEGINNING || !LOOKS[lookOf(code, text.charCodeAt(end - 1), end - start)]) return false;
  let word = HASH_START;
  for (let i = start; i < end; i++) word = hashStep(word, text.charCodeAt(i) | 0x20);
  return BEGINNINGS.has(word);
}

const WORDS_OF_VALUES: readonly string[] = [
  ...[...WEEKDAYS, ...MONTHS, ...DAYS, ...RELATIVE, ...NUMBERS.keys(), ...CURRENCY_SIGNS.keys(), ...DOLLARS.keys()],
  ...['noon', 'midnight'],
];
const LONGEST_BEGINNING = Math.max(...WORDS_OF_VALUES.map((word) => word.length));

/** A number for words with the same first letter, last letter and length. */
function lookOf(first: number, last: number, length: number): number {
  return ((first & 31) << 9) | ((last & 31) << 4) | length;
}

/** 1 for the looks of words that a value can begin with: most words have none of them. */
const LOOKS = new Uint8Array(2 ** 14);
for (const word of WORDS_OF_VALUES)
  LOOKS[lookOf(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)] = 1;

/** The hashes of all words that a value can begin with, with the bit of small letters set everywhere. */
const BEGINNINGS: ReadonlySet<number> = new Set(
  WORDS_OF_VALUES.map((word) =>
    [...word].reduce((hash, char) => hashStep(hash, char.charCodeAt(0) | 0x20), HASH_START),
  ),
);

function spanOf(
  { text, tokens }: Prose,
  { first, end, label, value }: Value,
  anchor: string | undefined,
): LabelledSpan {
  const span = { start: tokens.starts[first]!, end: tokens.ends[end - 1]!, label };
  const resolved = label === 'DATE' ? resolveDate(text.slice(span.start, span.end), anchor) : value;
  return resolved ? { ...span, value: resolved } : span;
}

/** So many paragraphs are looked through for the article's own day, and so many tokens at the start of each. */
const ANCHOR_PARAGRAPHS = 6;
const ANCHOR_TOKENS = 16;

/** The day the article is of: the first date with day and year near its top, as datelines and bylines give it. */
export function findAnchor(paragraphs: readonly Prose[]): string | undefined {
  for (const prose of paragraphs.slice(0, ANCHOR_PARAGRAPHS)) {
    const { text, tokens } = prose;
    for (let i = 0; i < Math.min(tokens.count, ANCHOR_TOKENS); i++) {
      const date = mayBegin(prose, i) ? dateAt(prose, i) : undefined;
      const full = date && fullDate(text.slice(tokens.starts[i]!, tokens.ends[date.end - 1]!));
      if (full) return full;
    }
  }
  return undefined;
}
