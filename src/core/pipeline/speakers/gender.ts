import genders from '../../learned/genders.json' with { type: 'json' };
import { scoreOf, type Weights } from '../../learned/linear.ts';
import { FEMALE_GIVEN_NAMES, MALE_GIVEN_NAMES } from '../../lexicon/en/given-names.ts';
import { FEMALE_NOUNS, MALE_NOUNS } from '../../lexicon/en/roles.ts';

const WEIGHTS: Weights = genders;

/** What a given name in the lists counts, and the most that the letters' votes do. */
export const LISTED = 4;
const MOST_GUESSED = 3;

/**
 * What a person's name tells: positive if 'he' may stand for it, negative for 'she', near 0 if it tells nothing. A name
 * in no list is judged by the letters of its first and its last word, a linear model of `npm run train`.
 */
export function genderOfName(name: string): number {
  const known = guessed.get(name);
  if (known !== undefined) return known;
  if (guessed.size >= REMEMBERED) guessed.clear();
  const guess = guessOf(name);
  guessed.set(name, guess);
  return guess;
}

/** The names met last: an article asks for the same ones each time that it is read. */
const guessed = new Map<string, number>();
const REMEMBERED = 4096;

function guessOf(name: string): number {
  const words = name.split(/[\s-]+/).filter((word) => word.length > 1 && !word.endsWith('.'));
  const given = words[0];
  if (!given) return 0;
  const listed = (MALE_GIVEN_NAMES.has(given) ? LISTED : 0) - (FEMALE_GIVEN_NAMES.has(given) ? LISTED : 0);
  if (listed !== 0) return listed;
  const guess = scoreOf(WEIGHTS, nameFeatures(given, words.length > 1 ? words.at(-1) : undefined));
  return Math.max(-MOST_GUESSED, Math.min(MOST_GUESSED, guess));
}

/** The endings and beginnings of a given name and the ending of a family name, as features. */
export function nameFeatures(given: string, family: string | undefined): string[] {
  const first = plain(given);
  const features = [...endings(first), `^${first.slice(0, 2)}`, `^${first.slice(0, 3)}`, `^${first}`];
  return family ? [...features, ...endings(plain(family)).map((ending) => `~${ending}`)] : features;
}

function endings(word: string): string[] {
  return [1, 2, 3, 4].filter((n) => n < word.length).map((n) => `${word.slice(-n)}$`);
}

/** Lower case without accents, so that few names tell of many. */
function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** 1 for words like 'spokesman', -1 for 'spokeswoman', 0 otherwise. */
export function genderOfWords(words: readonly string[]): number {
  let gender = 0;
  for (const word of words) gender += (MALE_NOUNS.has(word) ? 1 : 0) - (FEMALE_NOUNS.has(word) ? 1 : 0);
  return Math.sign(gender);
}
