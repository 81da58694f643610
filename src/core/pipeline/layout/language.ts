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

function partsOf(hit: number): number {
  return Math.floor(hit / LANGUAGES);
}

/** Whether a language's share of words is enough for so many letters of running text. */
function isEnough(parts: number, letters: number): boolean {
  return parts > 0 && parts * LETTERS_PER_HIT >= letters * PARTS;
}

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

/** The language that a paragraph's own evidence speaks for, as ISO 639-1 code. */
export function languageOf({ letters, hits }: LanguageEvidence): string {
  let most = 0;
  for (const hit of hits)
    if (partsOf(hit) > partsOf(most) || (partsOf(hit) === partsOf(most) && hit < most)) most = hit;
  return isEnough(partsOf(most), letters) ? CODES[most % LANGUAGES]! : UNDETERMINED;
}

/** The evidence of an article's paragraphs, added up. */
export interface ArticleEvidence {
  /** `times` is -1 to take a paragraph's evidence out again. */
  add(evidence: LanguageEvidence, times: 1 | -1): void;
  /** As ISO 639-1 code. */
  language(): string;
}

export function createArticleEvidence(): ArticleEvidence {
  const parts = new Float64Array(CODES.length);
  let letters = 0;
  return {
    add(evidence, times) {
      letters += times * evidence.letters;
      for (const hit of evidence.hits) parts[hit % LANGUAGES]! += times * partsOf(hit);
    },
    language() {
      let best = 0;
      for (let i = 1; i < parts.length; i++) if (parts[i]! > parts[best]!) best = i;
      return isEnough(parts[best]!, letters) ? CODES[best]! : UNDETERMINED;
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
