import { CURRENCY_NAMES, CURRENCY_SIGNS, DOLLARS, UNITS } from '../../lexicon/en/amounts.ts';
import type { Label } from '../../model.ts';
import { type Numeral, numeralAt, type Words, wordAt } from './numbers.ts';

/** An amount or a point in time: the tokens from `first` up to, not including, `end`. */
export interface Value {
  readonly first: number;
  readonly end: number;
  readonly label: Label;
  /** In a standard form: '2500000 USD', '4.2%', '23 km', '2024-12-19', '15:30'. Absent if it cannot be told. */
  readonly value?: string;
}

/** The money, share or measure whose number, or sign before it, begins at token `i`. */
export function amountAt(words: Words, i: number): Value | undefined {
  const signed = moneyAfterSign(words, i);
  if (signed) return signed;
  const number = numeralAt(words, i);
  return number && (percentOf(words, number) ?? moneyOf(words, number) ?? quantityOf(words, number));
}

function moneyAfterSign(words: Words, i: number): Value | undefined {
  const glued = DOLLARS.get(wordAt(words, i));
  const dollars = glued && wordAt(words, i + 1) === '$' && words.tokens.ends[i] === words.tokens.starts[i + 1];
  const code = dollars ? glued : CURRENCY_SIGNS.get(wordAt(words, i));
  if (!code) return undefined;
  const at = i + (dollars ? 2 : 1);
  const number = numeralAt(words, wordAt(words, at) === '.' ? at + 1 : at);
  return number && { first: i, end: number.end, label: 'MONEY', value: `${number.value} ${code}` };
}

function percentOf(words: Words, { first, end, value }: Numeral): Value | undefined {
  const length = percentWords(words, end);
  return length === 0 ? undefined : { first, end: end + length, label: 'PERCENT', value: `${value}%` };
}

function percentWords(words: Words, at: number): number {
  const word = wordAt(words, at);
  if (word === 'percentage' && wordAt(words, at + 1).startsWith('point')) return 2;
  if (word === 'per' && wordAt(words, at + 1) === 'cent') return 2;
  return word === '%' || word === 'percent' ? 1 : 0;
}

function moneyOf(words: Words, { first, end, value }: Numeral): Value | undefined {
  const at = /^(?:us|u\.s\.|canadian|australian)$/.test(wordAt(words, end)) ? end + 1 : end;
  const code = CURRENCY_NAMES.get(singular(wordAt(words, at)));
  if (!code || (code === 'GBP' && wordAt(words, at + 1) === 'of')) return undefined;
  const cents = singular(wordAt(words, at)) === 'cent';
  return { first, end: at + 1, label: 'MONEY', value: `${cents ? value / 100 : value} ${code}` };
}

function quantityOf(words: Words, { first, end, value }: Numeral): Value | undefined {
  let at = end;
  if (wordAt(words, at) === '-') at++;
  const square = /^(?:square|cubic|sq)$/.test(wordAt(words, at));
  const unit = UNITS.get(singular(wordAt(words, square ? at + 1 : at)));
  if (!unit) return undefined;
  const power = square ? (wordAt(words, at) === 'cubic' ? '³' : '²') : '';
  return { first, end: at + (square ? 2 : 1), label: 'QUANTITY', value: `${value} ${unit}${power}` };
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
}
