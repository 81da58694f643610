import type { Label, Span } from '../../model.ts';
import { Char, charClass, isWordChar } from '../../text/chars.ts';
import { fitted } from '../../text/lists.ts';
import type { Prose } from '../../text/sentences.ts';
import type { LabelledSpan } from '../labelled.ts';

/** A name of several words. */
export interface FullName {
  readonly words: string;
  readonly label: Label;
  readonly first: string;
  /** A person's last word, if it is no initial. */
  readonly surname: string | undefined;
}

/** The names of several words among a paragraph's names. */
export function fullNamesOf(text: string, names: readonly LabelledSpan[]): readonly FullName[] {
  const full: FullName[] = [];
  for (const { start, end, label } of names) {
    const blank = text.indexOf(' ', start);
    if (blank < 0 || blank >= end) continue;
    const words = text.slice(start, end);
    full.push({ words, label, first: firstWord(words), surname: label === 'PERSON' ? surnameOf(words) : undefined });
  }
  return fitted(full);
}

function firstWord(words: string): string {
  let end = 0;
  while (end < words.length && isLetter(words.charCodeAt(end))) end++;
  return words.slice(0, end);
}

function surnameOf(words: string): string | undefined {
  let start = words.length;
  while (start > 0 && words.length - start < LONGEST_SURNAME && isLetter(words.charCodeAt(start - 1))) start--;
  return words.length - start < 3 ? undefined : words.slice(start);
}

function isLetter(code: number): boolean {
  return isWordChar(code) && charClass(code) !== Char.digit;
}

const LONGEST_SURNAME = 60;

/** Whether both lists hold the same names. */
export function areSameNames(a: readonly FullName[], b: readonly FullName[]): boolean {
  return a.length === b.length && a.every(({ words, label }, i) => words === b[i]!.words && label === b[i]!.label);
}

/** Names of one first word that are looked for; an article seldom has more. */
const COMPARED = 8;

/** What an article calls things: full names by their first word, and the surnames of persons. */
export class KnownNames {
  readonly #full = new Map<string, FullName[]>();
  /** With whether the article also writes them in small letters, when they are no names by themselves. */
  readonly #surnames = new Map<string, boolean>();
  readonly #seen = new Set<string>();

  /** `names` are those that will be added. */
  constructor(private readonly names: readonly (readonly FullName[])[]) {}

  /** `isAlsoSmall` tells words that the article writes in small letters too. */
  add(name: FullName, isAlsoSmall: (word: string) => boolean): void {
    const { words, first, surname } = name;
    if (this.#seen.has(words)) return;
    this.#seen.add(words);
    const alike = this.#full.get(first);
    if (!alike) this.#full.set(first, [name]);
    else if (alike.length < COMPARED) alike.push(name);
    if (surname && !this.#surnames.has(surname)) this.#surnames.set(surname, isAlsoSmall(surname));
  }

  /** Whether an article with these lists of names, and these words in small letters, calls things the same. */
  isOf(names: readonly (readonly FullName[])[], isAlsoSmall: (word: string) => boolean): boolean {
    if (names.length !== this.names.length || names.some((list, i) => list !== this.names[i])) return false;
    for (const [surname, isSmall] of this.#surnames) if (isAlsoSmall(surname) !== isSmall) return false;
    return true;
  }

  /** The names of a paragraph that the model missed there, beside its `names`, but found elsewhere in the article. */
  missedIn({ text, tokens }: Prose, names: readonly LabelledSpan[]): readonly LabelledSpan[] {
    let missed: LabelledSpan[] | undefined;
    let last = 0;
    let next = 0;
    for (let i = 0; i < tokens.count; i++) {
      const start = tokens.starts[i]!;
      if (charClass(text.charCodeAt(start)) !== Char.upper || start < last) continue;
      while (next < names.length && names[next]!.end <= start) next++;
      const limit = names[next]?.start ?? text.length;
      if (start >= limit) continue;
      const found = this.nameAt(text, { start, end: tokens.ends[i]! }, limit);
      if (!found) continue;
      last = found.end;
      if (missed) missed.push(found);
      else missed = [found];
    }
    return missed ?? NONE;
  }

  /** The name that begins with the word at a span and ends before `limit`. */
  private nameAt(text: string, { start, end }: Span, limit: number): LabelledSpan | undefined {
    const word = text.slice(start, end);
    const found = this.#full.get(word)?.find(({ words }) => fits(text, start, { words, limit }));
    if (found) return { start, end: start + found.words.length, label: found.label };
    return end <= limit && this.#surnames.get(word) === false ? { start, end, label: 'PERSON' } : undefined;
  }
}

const NONE: readonly LabelledSpan[] = [];

function fits(text: string, start: number, { words, limit }: { words: string; limit: number }): boolean {
  const end = start + words.length;
  return end <= limit && text.startsWith(words, start) && !isWordChar(text.charCodeAt(end) || 0x20);
}
