import { COMMON_WORDS, SCRIPTS } from '../../lexicon/languages.ts';
import { countLetters, eachShortWord } from '../../text/words.ts';

/** What speaks for a paragraph's language: letters, and hits for each language that has any. */
export interface LanguageEvidence {
  readonly letters: number;
  readonly hits: ReadonlyMap<string, number>;
  /** Whether most letters are not Latin. */
  readonly foreign: boolean;
}

/** ISO 639-1 code of a language that the evidence does not settle. */
export const UNDETERMINED = 'und';

/**
 * Weighs a stretch of text by its scripts and by common words, from its first 600 characters: enough for a paragraph,
 * and the cost does not grow with the paragraph.
 */
export function languageEvidence(text: string): LanguageEvidence {
  const sample = text.slice(0, SAMPLE);
  const { letters, latin } = countLetters(sample);
  const hits = new Map<string, number>();
  if (latin >= letters * MOSTLY) countWords(sample, hits);
  else {
    for (const [language, script] of SCRIPTS) {
      const count = sample.match(script)?.length ?? 0;
      if (count > letters * MOSTLY || (language === 'ja' && count > 0)) hits.set(language, count / LETTERS_PER_WORD);
    }
  }
  return { letters, hits, foreign: latin < letters * MOSTLY };
}

/** Adds up evidence and names the language: the one with the most hits, if they are enough for the letters. */
export function languageOf(evidence: Iterable<LanguageEvidence>): string {
  const total = new Map<string, number>();
  let letters = 0;
  for (const { letters: some, hits } of evidence) {
    letters += some;
    for (const [language, count] of hits) total.set(language, (total.get(language) ?? 0) + count);
  }
  let best = UNDETERMINED;
  let most = 0;
  for (const [language, count] of total) {
    if (count > most) [best, most] = [language, count];
  }
  return most * LETTERS_PER_HIT >= letters ? best : UNDETERMINED;
}

const SAMPLE = 600;
const MOSTLY = 0.5;
const LETTERS_PER_WORD = 5;
/** Running text has one of its language's common words at least every so many letters. */
const LETTERS_PER_HIT = 40;

const languagesOfWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(COMMON_WORDS)) {
  for (const word of new Set(words.split(' '))) {
    const known = languagesOfWord.get(word);
    if (known) known.push(language);
    else languagesOfWord.set(word, [language]);
  }
}

const longestWord = Math.max(...[...languagesOfWord.keys()].map((word) => word.length));

/** Counts each language's common words; a word that several languages share counts less for each. */
function countWords(sample: string, hits: Map<string, number>): void {
  const lower = sample.toLowerCase();
  eachShortWord(lower, longestWord, (start, end) => {
    const languages = languagesOfWord.get(lower.slice(start, end));
    for (const language of languages ?? []) hits.set(language, (hits.get(language) ?? 0) + 1 / languages!.length);
  });
}
