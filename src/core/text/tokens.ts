import { Char, charClass, isAstralLetter, isWordChar } from './chars.ts';
import { firstIndex } from './lists.ts';

/**
 * The tokens of a text as parallel arrays: token `i` is `text.slice(starts[i], ends[i])`. Line ends and blanks are no
 * tokens. Arrays instead of objects, because an article of a megabyte has two hundred thousand of them.
 */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Splits a text into words, numbers and symbols, in one pass. Clitics stand alone ('Putin' + '’s', 'we' + '’ll'), inner
 * apostrophes do not ('O’Brien'), hyphens are tokens of their own ('Trump' + '-' + 'brokered'), acronyms with periods
 * keep them ('U.S.'), addresses of the web stay whole, and a run of one symbol is one token ('...').
 */
export function findTokens(text: string): Tokens {
  let count = 0;
  let at = 0;
  while (at < text.length) {
    if (charClass(text.charCodeAt(at)) <= Char.lineEnd) {
      at++;
      continue;
    }
    const end = endOfToken(text, at);
    if (count === starts.length) {
      starts = grown(starts);
      ends = grown(ends);
    }
    starts[count] = at;
    ends[count++] = end;
    at = end;
  }
  const found = { count, starts: starts.slice(0, count), ends: ends.slice(0, count) };
  if (starts.length > LARGEST_ROOM) {
    starts = new Int32Array(ROOM);
    ends = new Int32Array(ROOM);
  }
  return found;
}

/** Where tokens are written while a text is split: the same place for all, as making arrays takes longer than filling them. */
const ROOM = 1024;
const LARGEST_ROOM = 2 ** 16;
let starts = new Int32Array(ROOM);
let ends = new Int32Array(ROOM);

/** The index of the first token that ends after `offset`; `count` if there is none. */
export function tokenAt(tokens: Tokens, offset: number): number {
  return firstIndex(tokens.count, (i) => tokens.ends[i]! > offset);
}

function endOfToken(text: string, start: number): number {
  const code = text.charCodeAt(start);
  switch (charClass(code)) {
    case Char.digit:
      return endOfNumber(text, start);
    case Char.symbol:
      return isAstralLetter(text, start) ? endOfWord(text, start) : (endOfClitic(text, start) ?? endOfRun(text, start));
    case Char.upper:
      return endOfAcronym(text, start) ?? endOfAddress(text, start) ?? endOfWord(text, start);
    default:
      return endOfAddress(text, start) ?? endOfWord(text, start);
  }
}

/** Letters, marks and digits, and apostrophes between letters unless a clitic begins there. */
function endOfWord(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isWordChar(code)) continue;
    if (isAstralLetter(text, at)) at++;
    else if (!isApostrophe(code) || !isLetterAt(text, at + 1) || endOfClitic(text, at) !== undefined) break;
  }
  return at;
}

/** Digits with periods, commas or colons between them; letters after them ('14th', '3D') belong to the token. */
function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isWordChar(code)) continue;
    const separates = code === 0x2e || code === 0x2c || code === 0x3a;
    if (!separates || charClass(text.charCodeAt(at + 1)) !== Char.digit) break;
  }
  return at;
}

/** 'U.S.' and 'A.P': two or more capitals, each with its period. */
function endOfAcronym(text: string, start: number): number | undefined {
  let at = start;
  let periods = 0;
  while (charClass(text.charCodeAt(at)) === Char.upper && text.charCodeAt(at + 1) === 0x2e) {
    at += 2;
    periods++;
  }
  if (charClass(text.charCodeAt(at)) === Char.upper && periods > 0 && !isLetterAt(text, at + 1)) return at + 1;
  return periods >= 2 && !isLetterAt(text, at) ? at : undefined;
}

const CLITICS: ReadonlySet<string> = new Set(['s', 'S', 're', 've', 'll', 'd', 'm', 'RE', 'VE', 'LL', 'D', 'M']);

function endOfClitic(text: string, start: number): number | undefined {
  if (!isApostrophe(text.charCodeAt(start))) return undefined;
  for (const length of [1, 2]) {
    const end = start + 1 + length;
    if (end <= text.length && CLITICS.has(text.slice(start + 1, end)) && !isLetterAt(text, end)) return end;
  }
  return undefined;
}

/** Web and mail addresses up to the next blank, without the punctuation of the sentence around them. */
function endOfAddress(text: string, start: number): number | undefined {
  const first = text.charCodeAt(start) | 0x20;
  if (first !== 0x68 && first !== 0x77) return undefined; // neither h nor w
  const head = text.slice(start, start + 8).toLowerCase();
  if (!head.startsWith('http://') && !head.startsWith('https://') && !head.startsWith('www.')) return undefined;
  let end = start;
  while (end < text.length && charClass(text.charCodeAt(end)) > Char.lineEnd) end++;
  while (/[.,;:!?)\]”’"'»]/.test(text[end - 1]!)) end--;
  return end;
}

function endOfRun(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code >= 0xd800 && code < 0xdc00) return Math.min(start + 2, text.length);
  let end = start + 1;
  while (text.charCodeAt(end) === code) end++;
  return end;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

function isLetterAt(text: string, at: number): boolean {
  const found = at < text.length ? charClass(text.charCodeAt(at)) : Char.space;
  return found >= Char.lower && found <= Char.letter;
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
