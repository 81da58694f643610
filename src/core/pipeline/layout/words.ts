import { STOP_WORDS } from '../../lexicon/en/stop-words.ts';
import { eachWord } from '../../text/words.ts';

/** A word that says something about a text's subject. */
export interface ContentWord {
  /** As it stands in the text, in lower case unless it is a name or an acronym. */
  readonly word: string;
  /**
   * Its first letters in lower case: joins inflected forms about as well as a stemmer does, and costs nothing.
   */
  readonly stem: string;
  /** Offset in the text. */
  readonly at: number;
}

/** The content words of a text in order: without stop words, short words and bare numbers other than years. */
export function contentWords(text: string): ContentWord[] {
  const words: ContentWord[] = [];
  eachWord(text, (start, end) => {
    const { stem, isNumber, base, lowerBase, capitals } = formOf(text.slice(start, end));
    if (stem === undefined || isNumber) return;
    const isName = capitals > 1 || (capitals > 0 && IN_SENTENCE.test(text.slice(Math.max(0, start - 2), start)));
    words.push({ word: isName ? base : lowerBase, stem, at: start });
  });
  return words;
}

/** The stems of a text's content words; repeated words are repeated. */
export function stemsOf(text: string): string[] {
  const stems: string[] = [];
  eachWord(text, (start, end) => {
    const { stem } = formOf(text.slice(start, end));
    if (stem !== undefined) stems.push(stem);
  });
  return stems;
}

const IN_SENTENCE = /[\p{L}\d,;] $/u;
const STEM_LENGTH = 6;

/** What a word tells by itself. */
interface Form {
  /** `undefined` for stop words and short words. */
  readonly stem: string | undefined;
  /** A number that is no year. */
  readonly isNumber: boolean;
  /** Without the ending of a possessive, as written and in lower case. */
  readonly base: string;
  readonly lowerBase: string;
  /** 2 if its first two letters are capitals, 1 if only the first is. */
  readonly capitals: number;
}

/** The forms of the words met last: most words of a text have been met before. */
const forms = new Map<string, Form>();
const MOST_FORMS = 20_000;

function formOf(word: string): Form {
  const known = forms.get(word);
  if (known) return known;
  if (forms.size >= MOST_FORMS) forms.clear();
  const made = describe(word);
  forms.set(word, made);
  return made;
}

function describe(word: string): Form {
  const lower = word.toLowerCase().replaceAll('’', "'");
  const base = word.replace(/['’]s$/, '');
  return {
    stem: lower.length < 3 || STOP_WORDS.has(lower) ? undefined : lower.replace(/'s$/, '').slice(0, STEM_LENGTH),
    isNumber: /^\d+$/.test(lower) && lower.length !== 4,
    base,
    lowerBase: base.toLowerCase(),
    capitals: /^\p{Lu}\p{Lu}/u.test(word) ? 2 : Number(/^\p{Lu}/u.test(word)),
  };
}
