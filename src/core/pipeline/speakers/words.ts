import {
  BETWEEN_SUBJECT_AND_VERB,
  CLAUSE_OPENERS,
  DAYS_AND_MONTHS,
  DETERMINERS,
  POSSESSIVE_PRONOUNS,
  PREPOSITIONS,
  PRONOUN_KINDS,
  type PronounKind,
  SUBJECT_PRONOUNS,
} from '../../lexicon/en/grammar.ts';
import { BODY_ROLES, PERSON_ROLES, PLURAL_ROLES, TITLES } from '../../lexicon/en/roles.ts';
import { Char, charClass } from '../../text/chars.ts';
import { type CueForm, cueForm, cueWords, isSpeechNoun } from './cues.ts';

/** A word or a sign, whatever text it stands in. */
export interface Word {
  readonly form: string;
  readonly lower: string;
  readonly capital: boolean;
  readonly facts: WordFacts;
}

/** What the lexicon tells about a word. */
export interface WordFacts {
  readonly cue: CueForm | undefined;
  readonly pronoun: PronounKind | undefined;
  readonly role: 'role' | 'body' | 'plural' | undefined;
  readonly title: boolean;
  readonly preposition: boolean;
  readonly determiner: boolean;
  readonly possessive: boolean;
  readonly subjectPronoun: boolean;
  readonly opensClause: boolean;
  readonly speechNoun: boolean;
  readonly day: boolean;
  /** It may stand between a subject and its verb. */
  readonly between: boolean;
}

/** How many words are remembered: more than the different ones of a long article, so that each is read once. */
const REMEMBERED = 2 ** 16;
const remembered: (Word | undefined)[] = new Array(REMEMBERED).fill(undefined);

/**
 * The word at this place of the text. It is looked up by its letters, without cutting it out: all that there is to know
 * of a word is found out once, not each time that it occurs. A word that falls on the place of another takes it over.
 */
export function wordAt(text: string, start: number, end: number): Word {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  const place = (hash ^ (hash >>> 15)) & (REMEMBERED - 1);
  const known = remembered[place];
  if (known && isAt(text, start, end, known.form)) return known;
  const word = wordOf(text.slice(start, end));
  if (end - start <= LONGEST) remembered[place] = word;
  return word;
}

/** The same as `startsWith`, which takes several times as long for words. */
function isAt(text: string, start: number, end: number, form: string): boolean {
  if (form.length !== end - start) return false;
  for (let i = 0; i < form.length; i++) if (form.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

/** Longer ones are rare, and need not be remembered. */
const LONGEST = 24;

function wordOf(slice: string): Word {
  // A copy, as a slice would hold the whole article in memory.
  const form = ` ${slice}`.slice(1);
  const capital = charClass(form.charCodeAt(0)) === Char.upper;
  const lower = capital || form.includes('-') ? form.toLowerCase() : form;
  return { form, lower, capital, facts: wordFacts(lower) };
}

/** The facts of a lower-case word; those of a hyphenated word are its last part's. */
export function wordFacts(word: string): WordFacts {
  const known = FACTS.get(word);
  if (known) return known;
  const hyphen = word.lastIndexOf('-');
  if (hyphen >= 0) return hyphenated(word, hyphen);
  return word.endsWith('ly') ? ADVERB : UNKNOWN;
}
function hyphenated(word: string, hyphen: number): WordFacts {
  if (/^\d+-year-old$/.test(word)) return { ...UNKNOWN, role: 'role' };
  const last = FACTS.get(word.slice(hyphen + 1));
  return last ? { ...UNKNOWN, role: last.role, title: last.title } : UNKNOWN;
}

function knownWords(): string[] {
  const classes = [BETWEEN_SUBJECT_AND_VERB, CLAUSE_OPENERS, DAYS_AND_MONTHS, DETERMINERS, POSSESSIVE_PRONOUNS];
  const others = [PREPOSITIONS, SUBJECT_PRONOUNS, BODY_ROLES, PERSON_ROLES, PLURAL_ROLES, TITLES];
  return [...classes, ...others].flatMap((set) => [...set]).concat(Object.keys(PRONOUN_KINDS), cueWords());
}

/** What is known of a word that no list holds. */
export const UNKNOWN: WordFacts = factsOf('');
const ADVERB: WordFacts = { ...UNKNOWN, between: true };
const FACTS: ReadonlyMap<string, WordFacts> = new Map(knownWords().map((word) => [word, factsOf(word)]));

function factsOf(word: string): WordFacts {
  return {
    cue: cueForm(word),
    pronoun: Object.hasOwn(PRONOUN_KINDS, word) ? PRONOUN_KINDS[word] : undefined,
    role: PERSON_ROLES.has(word)
      ? 'role'
      : PLURAL_ROLES.has(word)
        ? 'plural'
        : BODY_ROLES.has(word)
          ? 'body'
          : undefined,
    title: TITLES.has(word) || PERSON_ROLES.has(word),
    preposition: PREPOSITIONS.has(word),
    determiner: DETERMINERS.has(word) || POSSESSIVE_PRONOUNS.has(word),
    possessive: POSSESSIVE_PRONOUNS.has(word),
    subjectPronoun: SUBJECT_PRONOUNS.has(word),
    opensClause: CLAUSE_OPENERS.has(word),
    speechNoun: isSpeechNoun(word),
    day: DAYS_AND_MONTHS.has(word),
    between: BETWEEN_SUBJECT_AND_VERB.has(word),
  };
}
