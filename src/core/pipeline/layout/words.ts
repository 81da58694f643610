import { STOP_WORDS } from '../../lexicon/en/stop-words.ts';
import { Char, charClass } from '../../text/chars.ts';
import { createWordTable, folded, foldedHash, hashStep } from '../../text/word-table.ts';
import { Bit, bitsOf, isApostropheInside, isHalfOfWord } from '../../text/words.ts';

/**
 * The words of a text that say something about its subject, numbers included; in order, as parallel lists. A word's stem
 * is a hash of its first six letters in lower case, possessive endings left out: that joins inflected forms about as well
 * as a stemmer does, and needs no string. Two words of an article share one by chance once in a hundred thousand articles.
 */
export interface ContentWords {
  readonly stems: readonly number[];
  /** Offsets in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export function contentOf(text: string): ContentWords {
  const found: { stems: number[]; starts: number[]; ends: number[] } = { stems: [], starts: [], ends: [] };
  let start = -1;
  let hash = 0;
  let stem = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : BLANK;
    const bits = bitsOf(code);
    if (
      bits & Bit.word ||
      (start >= 0 && isApostropheInside(text, i)) ||
      (bits & Bit.surrogate && isHalfOfWord(text, i))
    ) {
      if (start < 0) {
        start = i;
        hash = 0;
      }
      hash = hashStep(hash, folded(code));
      if (i - start < STEM_LENGTH) stem = hash;
    } else if (start >= 0) {
      addWord(found, { text, start, end: i, hash, stem });
      start = -1;
    }
  }
  return found;
}

/** A run of letters and digits, with its hash and that of its first six letters. */
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly hash: number;
  readonly stem: number;
}

function addWord(
  { stems, starts, ends }: { stems: number[]; starts: number[]; ends: number[] },
  { text, start, end, hash, stem }: Word,
): void {
  const length = end - start;
  if (length < SHORTEST || (length <= LONGEST_STOP && stopWords.at(text, start, end, hash))) return;
  const cut = length < STEM_LENGTH + 2 && isPossessive(text, end);
  const own = cut ? foldedHash(text, start, end - 2) : stem;
  stems.push(((own ^ (own >>> 15)) & BITS) | (length !== 4 && isDigits(text, start, end) ? NUMBER : 0));
  starts.push(start);
  ends.push(end);
}

/** Whether a stem is of a number that is no year. */
export function isNumber(stem: number): boolean {
  return (stem & NUMBER) !== 0;
}

/** A word as a keyword: without a possessive ending, in lower case unless it is a name or an acronym. */
export function keywordAt(text: string, start: number, end: number): string {
  const isCut = isPossessive(text, end) && text.charCodeAt(end - 1) === SMALL_S;
  const base = text.slice(start, isCut ? end - 2 : end);
  return isName(text, start) ? base : base.toLowerCase();
}

/** Whether a word is an acronym, or capitalised inside a sentence. */
function isName(text: string, start: number): boolean {
  if (charClass(text.charCodeAt(start)) !== Char.upper) return false;
  if (charClass(text.charCodeAt(start + 1)) === Char.upper) return true;
  if (start < 2 || text.charCodeAt(start - 1) !== BLANK) return false;
  const before = text.charCodeAt(start - 2);
  return (bitsOf(before) & Bit.word) !== 0 || before === COMMA || before === SEMICOLON;
}

const [BLANK, COMMA, SEMICOLON, SMALL_S] = [0x20, 0x2c, 0x3b, 0x73];
const SHORTEST = 3;
const STEM_LENGTH = 6;

const stopWords = createWordTable([...STOP_WORDS].map((word) => [word, 1]));
const LONGEST_STOP = Math.max(...[...STOP_WORDS].map((word) => word.length));

/** Stems have thirty bits, as larger numbers cost memory; the lowest tells numbers from words. */
const NUMBER = 1;
const BITS = 0x3ffffffe;

function isPossessive(text: string, end: number): boolean {
  const mark = text.charCodeAt(end - 2);
  return (mark === 0x27 || mark === 0x2019) && (text.charCodeAt(end - 1) | 0x20) === 0x73;
}

function isDigits(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}
