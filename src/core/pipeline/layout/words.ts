import { STOP_WORDS } from '../../lexicon/en/stop-words.ts';

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
  for (const { 0: form, index } of text.matchAll(WORD)) {
    const lower = form.toLowerCase().replaceAll('’', "'");
    if (lower.length < 3 || STOP_WORDS.has(lower) || (/^\d+$/.test(lower) && lower.length !== 4)) continue;
    const inSentence = /[\p{L}\d,;] $/u.test(text.slice(Math.max(0, index - 2), index));
    const isName = /^\p{Lu}/u.test(form) && (inSentence || /^\p{Lu}\p{Lu}/u.test(form));
    const base = form.replace(/['’]s$/, '');
    words.push({ word: isName ? base : base.toLowerCase(), stem: stemOf(lower), at: index });
  }
  return words;
}

/** The stems of a text's content words; repeated words are repeated. */
export function stemsOf(text: string): string[] {
  const stems: string[] = [];
  for (const [word] of text.matchAll(WORD)) {
    const lower = word.toLowerCase().replaceAll('’', "'");
    if (lower.length >= 3 && !STOP_WORDS.has(lower)) stems.push(stemOf(lower));
  }
  return stems;
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;
const STEM_LENGTH = 6;

function stemOf(lower: string): string {
  return lower.replace(/'s$/, '').slice(0, STEM_LENGTH);
}
