import { STOP_WORDS } from '../../lexicon/en/stop-words.ts';
import { eachWord } from '../../text/words.ts';
import type { Passage } from '../passage.ts';

/** What a word tells by itself. */
export interface Form {
  /** As written, without the ending of a possessive. */
  readonly base: string;
  /** {@link base} in lower case. */
  readonly lower: string;
  /**
   * Its first letters in lower case: joins inflected forms about as well as a stemmer does, and costs nothing.
   * `undefined` for stop words and short words.
   */
  readonly stem: string | undefined;
  /** A number that is no year. */
  readonly isNumber: boolean;
  /** 2 if its first two letters are capitals, 1 if only the first is. */
  readonly capitals: number;
}

/** The words of a text that say something about its subject, numbers included; in order. */
export interface ContentWords {
  readonly forms: readonly (Form & { readonly stem: string })[];
  /** Offsets in the text. */
  readonly starts: Int32Array;
}

/** The content words of a passage, read once. */
export function contentIn(passage: Passage): ContentWords {
  return passage.alone('content', () => contentOf(passage.text));
}

export function contentOf(text: string): ContentWords {
  const forms: (Form & { readonly stem: string })[] = [];
  const starts: number[] = [];
  eachWord(text, (start, end) => {
    const form = formAt(text, start, end);
    if (!hasStem(form)) return;
    forms.push(form);
    starts.push(start);
  });
  return { forms, starts: Int32Array.from(starts) };
}

/** The stems of a text's content words; repeated words are repeated. */
export function stemsOf(text: string): string[] {
  return contentOf(text).forms.map(({ stem }) => stem);
}

/** The word at `start` as a keyword: in lower case unless it is a name or an acronym. */
export function keywordAt(text: string, start: number, { base, lower, capitals }: Form): string {
  const isName = capitals > 1 || (capitals > 0 && IN_SENTENCE.test(text.slice(Math.max(0, start - 2), start)));
  return isName ? base : lower;
}

const IN_SENTENCE = /[\p{L}\d,;] $/u;
const STEM_LENGTH = 6;

/** The words met last, in a table that is asked without cutting a word out: most words of a text come up again. */
const met = { words: [] as string[], forms: [] as Form[], slots: new Int32Array(2 ** 16) };
const MOST = 2 ** 14;

function formAt(text: string, start: number, end: number): Form {
  let hash = 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const { words, forms, slots } = met;
  let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
  for (let number = slots[slot]!; number > 0; number = slots[slot]!) {
    const word = words[number - 1]!;
    if (word.length === end - start && text.startsWith(word, start)) return forms[number - 1]!;
    slot = (slot + 1) & (slots.length - 1);
  }
  const word = text.slice(start, end);
  const form = describe(word);
  if (words.length === MOST) {
    words.length = 0;
    forms.length = 0;
    slots.fill(0);
    return form;
  }
  words.push(word);
  slots[slot] = forms.push(form);
  return form;
}

function describe(word: string): Form {
  const lower = word.toLowerCase().replaceAll('’', "'");
  const base = word.replace(/['’]s$/, '');
  return {
    stem: lower.length < 3 || STOP_WORDS.has(lower) ? undefined : lower.replace(/'s$/, '').slice(0, STEM_LENGTH),
    isNumber: /^\d+$/.test(lower) && lower.length !== 4,
    base,
    lower: base.toLowerCase(),
    capitals: /^\p{Lu}\p{Lu}/u.test(word) ? 2 : Number(/^\p{Lu}/u.test(word)),
  };
}

function hasStem(form: Form): form is Form & { readonly stem: string } {
  return form.stem !== undefined;
}
