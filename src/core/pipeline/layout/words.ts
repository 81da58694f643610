import { STOP_WORDS } from '../../lexicon/en/stop-words.ts';
import { createWordTable, foldedHash } from '../../text/word-table.ts';
import { eachWord } from '../../text/words.ts';

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
  const stems: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  eachWord(text, (start, end) => {
    if (end - start < SHORTEST || (end - start <= LONGEST_STOP && stopWords.at(text, start, end))) return;
    stems.push(stemAt(text, start, end));
    starts.push(start);
    ends.push(end);
  });
  return { stems, starts, ends };
}

/** Whether a stem is of a number that is no year. */
export function isNumber(stem: number): boolean {
  return (stem & NUMBER) !== 0;
}

/** A word as a keyword: without a possessive ending, in lower case unless it is a name or an acronym. */
export function keywordAt(text: string, start: number, end: number): string {
  const word = text.slice(start, end);
  const base = word.replace(/['’]s$/, '');
  const inSentence = () => IN_SENTENCE.test(text.slice(Math.max(0, start - 2), start));
  const isName = /^\p{Lu}\p{Lu}/u.test(word) || (/^\p{Lu}/u.test(word) && inSentence());
  return isName ? base : base.toLowerCase();
}

const IN_SENTENCE = /[\p{L}\d,;] $/u;
const SHORTEST = 3;
const STEM_LENGTH = 6;

const stopWords = createWordTable([...STOP_WORDS].map((word) => [word, 1]));
const LONGEST_STOP = Math.max(...[...STOP_WORDS].map((word) => word.length));

/** Stems have thirty bits, as larger numbers cost memory; the lowest tells numbers from words. */
const NUMBER = 1;
const BITS = 0x3ffffffe;

function stemAt(text: string, start: number, end: number): number {
  const stop = Math.min(isPossessive(text, end) ? end - 2 : end, start + STEM_LENGTH);
  const hash = foldedHash(text, start, stop);
  return ((hash ^ (hash >>> 15)) & BITS) | (isDigits(text, start, end) && end - start !== 4 ? NUMBER : 0);
}

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
