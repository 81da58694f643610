import { NUMBERS, SCALES } from '../../lexicon/en/amounts.ts';
import type { Tokens } from '../../text/tokens.ts';

/** The tokens of a paragraph with their words. */
export interface Words {
  readonly text: string;
  readonly tokens: Tokens;
}

/** The token in small letters; empty beyond the paragraph. */
export function wordAt({ text, tokens }: Words, i: number): string {
  return i < 0 || i >= tokens.count ? '' : text.slice(tokens.starts[i], tokens.ends[i]).toLowerCase();
}

/** A number in digits or words, from token `first` up to, not including, `end`. */
export interface Numeral {
  readonly first: number;
  readonly end: number;
  readonly value: number;
}

/** The number that begins at token `i`: '14,820.45', '3m', '2.5 million', 'twenty-five', 'a hundred'. */
export function numeralAt(words: Words, i: number): Numeral | undefined {
  const plain = digitsAt(words, i) ?? spelledAt(words, i);
  if (!plain) return undefined;
  let { end, value } = plain;
  for (let scale = SCALES.get(wordAt(words, end)); scale && wordAt(words, end).length > 1; ) {
    value *= scale;
    end++;
    scale = SCALES.get(wordAt(words, end));
  }
  return { first: i, end, value: Math.round(value * 1000) / 1000 };
}

function digitsAt(words: Words, i: number): Numeral | undefined {
  const match = /^(\d{1,20}(?:,\d{2,3}){0,6})(\.\d{1,12})?([a-z]{0,2})$/.exec(wordAt(words, i));
  if (!match) return undefined;
  const [, whole = '', fraction = '', suffix = ''] = match;
  const scale = suffix === '' ? 1 : SCALES.get(suffix);
  return scale === undefined
    ? undefined
    : { first: i, end: i + 1, value: Number(whole.replaceAll(',', '') + fraction) * scale };
}

function spelledAt(words: Words, i: number): Numeral | undefined {
  const word = wordAt(words, i);
  if (word === 'a' && wordAt(words, i + 1).length > 2 && SCALES.has(wordAt(words, i + 1))) {
    return { first: i, end: i + 1, value: 1 };
  }
  const tens = NUMBERS.get(word);
  if (tens === undefined) return undefined;
  const ones = wordAt(words, i + 1) === '-' ? NUMBERS.get(wordAt(words, i + 2)) : undefined;
  if (tens >= 20 && ones && ones < 10) return { first: i, end: i + 3, value: tens + ones };
  return { first: i, end: i + 1, value: tens };
}
