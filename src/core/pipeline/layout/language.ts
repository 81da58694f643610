import { COMMON_WORDS, SCRIPTS } from '../../lexicon/languages.ts';
import { createWordTable } from '../../text/word-table.ts';

/** What speaks for a paragraph's language: letters, and hits for each language that has any. */
export interface LanguageEvidence {
  readonly letters: number;
  /** A language and its share of a word, in {@link PARTS}, as one number each. */
  readonly hits: readonly number[];
  /** Whether most letters are not Latin. */
  readonly foreign: boolean;
}

/** ISO 639-1 code of a language that the evidence does not settle. */
export const UNDETERMINED = 'und';

/** So many characters of a paragraph tell its language, and the cost does not grow with the paragraph. */
export const SAMPLE = 600;

/** The lists of languages that share words, by number; shared, since most words have the same few. */
const languagesBy: (readonly number[])[] = [[]];

/** What a word speaks for: the number of a list of languages, see {@link createHitCounter}; 0 for most words. */
export const languageWords = createWordTable(wordsWithLanguages());

/** Letters of a sample, how many of them are Latin, and which of its words speak for a language. */
export interface Sample {
  readonly text: string;
  readonly letters: number;
  readonly latin: number;
  readonly hits: readonly number[];
}

/** Weighs a sample by its scripts, or by the common words in it. */
export function languageEvidence({ text, letters, latin, hits }: Sample): LanguageEvidence {
  if (latin >= letters * MOSTLY) return { letters, hits, foreign: false };
  const found: number[] = [];
  for (const [i, [language, script]] of SCRIPTS.entries()) {
    const count = text.slice(0, SAMPLE).match(script)?.length ?? 0;
    const isMost = count > letters * MOSTLY || (language === 'ja' && count > 0);
    if (isMost) found.push(hitOf(FIRST_SCRIPT + i, (count * PARTS) / LETTERS_PER_WORD));
  }
  return { letters, hits: found, foreign: true };
}

/** Adds up what speaks for each language while a paragraph is read; `take` gives the hits and begins anew. */
export function createHitCounter() {
  const counts = new Float64Array(CODES.length);
  const seen: number[] = [];
  return {
    /** `number` is what {@link languageWords} gives for a word. */
    add(number: number): void {
      const languages = languagesBy[number]!;
      for (const language of languages) {
        if (counts[language] === 0) seen.push(language);
        counts[language]! += PARTS / languages.length;
      }
    },
    take(): readonly number[] {
      const hits = seen.map((language) => hitOf(language, counts[language]!));
      for (const language of seen) counts[language] = 0;
      seen.length = 0;
      return hits;
    },
  };
}

/** Names the language of evidence added up: the one with the most hits, if they are enough for the letters. */
export function languageOf(evidence: Iterable<LanguageEvidence>): string {
  const total = createTotal();
  for (const one of evidence) total.add(one, 1);
  return total.language();
}

/** Evidence of many paragraphs; `times` is -1 to take some out again. */
export function createTotal() {
  const counts = new Float64Array(CODES.length);
  let letters = 0;
  return {
    add(evidence: LanguageEvidence, times: 1 | -1): void {
      letters += times * evidence.letters;
      for (const hit of evidence.hits) counts[hit % LANGUAGES]! += times * Math.floor(hit / LANGUAGES);
    },
    language(): string {
      let best = 0;
      for (let i = 1; i < counts.length; i++) if (counts[i]! > counts[best]!) best = i;
      const most = counts[best]!;
      return most > 0 && most * LETTERS_PER_HIT >= letters * PARTS ? CODES[best]! : UNDETERMINED;
    },
  };
}

const MOSTLY = 0.5;
const LETTERS_PER_WORD = 5;
/** Running text has one of its language's common words at least every so many letters. */
const LETTERS_PER_HIT = 40;

/** Parts of a word, so that what several languages share is divided among them in whole numbers. */
const PARTS = 2520;

const FIRST_SCRIPT = Object.keys(COMMON_WORDS).length;
const CODES = [...Object.keys(COMMON_WORDS), ...SCRIPTS.map(([language]) => language)];
const LANGUAGES = 64;

function hitOf(language: number, parts: number): number {
  return parts * LANGUAGES + language;
}

function* wordsWithLanguages(): Generator<[word: string, number: number]> {
  const byWord = new Map<string, number[]>();
  for (const [i, words] of Object.values(COMMON_WORDS).entries()) {
    for (const word of new Set(words.split(' '))) byWord.set(word, [...(byWord.get(word) ?? []), i]);
  }
  const numbers = new Map<string, number>();
  for (const [word, languages] of byWord) {
    const key = languages.join();
    const number = numbers.get(key) ?? languagesBy.push(languages) - 1;
    numbers.set(key, number);
    yield [word, number];
  }
}
