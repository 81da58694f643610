import type { Span } from '../../model.ts';
import { Char, charClass } from '../../text/chars.ts';
import type { LabelledSpan } from '../labelled.ts';
import { type Spelling, spellingOf } from './spelling.ts';

/** A name where it stands in a paragraph, with what the words around it tell; offsets are relative to the paragraph. */
export interface NameUse extends Span {
  readonly spelling: Spelling;
  readonly value: string | undefined;
  readonly article: 'the' | 'a' | undefined;
  /** Whether a mark or a figure follows at once, so that no word can belong to it. */
  readonly closed: boolean;
  /** Where the bracket begins in which it stands by itself, with the blanks before: after the name in 'Board (PSB)'. */
  readonly bracket: number | undefined;
}

/** The names of a paragraph. */
export function usesOf(text: string, spans: readonly LabelledSpan[]): readonly NameUse[] {
  const uses: NameUse[] = [];
  for (const { start, end, label, value } of spans) {
    const spelling = spellingOf(text.slice(start, end), label);
    const bracket = spelling.words.length === 1 ? bracketBefore(text, { start, end }) : undefined;
    const closed = isMark(text, end);
    uses.push({ start, end, spelling, value, article: articleBefore(text, start), closed, bracket });
  }
  return uses;
}

/** Whether two uses tell the same, wherever they stand. */
export function isSameUse(a: NameUse, b: NameUse): boolean {
  if (a === b) return true;
  const same = a.spelling.label === b.spelling.label && a.spelling.name === b.spelling.name;
  return same && a.value === b.value && a.article === b.article && a.closed === b.closed;
}

/** Whether a mark or a figure stands there: no blank, letter or apostrophe. */
function isMark(text: string, at: number): boolean {
  const sort = charClass(text.charCodeAt(at));
  if (at >= text.length || sort === Char.lower || sort === Char.upper) return false;
  return /[^\s\p{L}’']/u.test(text[at]!);
}

function articleBefore(text: string, start: number): NameUse['article'] {
  const last = text.charCodeAt(start - 2) | 0x20;
  if (last !== 0x65 && last !== 0x61 && last !== 0x6e) return undefined; // neither e nor a nor n
  const article = /\b(the|an?)\s$/i.exec(text.slice(Math.max(0, start - 4), start))?.[1];
  if (!article) return undefined;
  return article.length > 2 ? 'the' : 'a';
}

/** Between a name and its acronym there is less: a blank, a bracket, perhaps a mark. */
export const LONGEST_BRACKET = 6;

const AFTER_BRACKETED = ')"”’\'';

function bracketBefore(text: string, { start, end }: Span): number | undefined {
  if (end >= text.length || !AFTER_BRACKETED.includes(text[end]!)) return undefined;
  const opening = /\s*\(["“‘']?$/.exec(text.slice(Math.max(0, start - LONGEST_BRACKET), start))?.[0];
  return opening === undefined ? undefined : start - opening.length;
}
