import { ABBREVIATIONS, COMPANY_ABBREVIATIONS, SENTENCE_OPENERS } from '../lexicon/en/abbreviations.ts';
import type { Span } from '../model.ts';
import { Char, charClass } from './chars.ts';
import { fitted } from './lists.ts';
import { findTokens, type Tokens } from './tokens.ts';

/** A sentence with its tokens: those from `firstToken` up to, not including, `endToken`. */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly endToken: number;
}

/** A paragraph's text with its tokens and sentences; all offsets are relative to it. */
export interface Prose {
  readonly text: string;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
}

/** Splits a paragraph into tokens and sentences. */
export function readProse(text: string): Prose {
  const tokens = findTokens(text);
  return { text, tokens, sentences: findSentences(text, tokens) };
}

/**
 * Splits one paragraph into sentences; line ends inside it count as blanks. A sentence ends after `.`, `!`, `?` or `…`
 * and the closing marks behind it, if a capital, a digit or an opening mark follows after a blank, except after an
 * abbreviation or an initial. Sentences have no blanks at their edges.
 */
export function findSentences(text: string, tokens: Tokens = findTokens(text)): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const { count, starts, ends } = tokens;
  let first = 0;
  for (let i = 0; i < count; i++) {
    if (i + 1 < count && !breaksAfter(text, tokens, i)) continue;
    sentences.push({ start: starts[first]!, end: ends[i]!, firstToken: first, endToken: i + 1 });
    first = i + 1;
  }
  return fitted(sentences);
}

function breaksAfter(text: string, tokens: Tokens, i: number): boolean {
  const { starts, ends } = tokens;
  const gapStart = ends[i]!;
  const next = starts[i + 1]!;
  if (next === gapStart) return false;
  const last = text.charCodeAt(gapStart - 1);
  if (!isFinal(last) && !(isClosing(last) && i > 0 && isFinal(text.charCodeAt(ends[i - 1]! - 1)))) return false;
  if (!opensSentence(text, next)) return false;
  if (last !== PERIOD) return true;
  const word = text.slice(i > 0 && ends[i] === starts[i]! + 1 ? starts[i - 1]! : starts[i]!, gapStart);
  return !holdsSentence(word, text.slice(next, ends[i + 1]));
}

/** Whether the period of `word` ('Dr.', 'J.', 'U.S.', 'Inc.') is no full stop before the word `next`. */
function holdsSentence(word: string, next: string): boolean {
  if (word.endsWith('..')) return false;
  const stem = word.slice(0, -1);
  if (ABBREVIATIONS.has(stem) || /^\p{Lu}$/u.test(stem)) return stem !== 'I';
  if (COMPANY_ABBREVIATIONS.has(stem) || stem.includes('.')) return !SENTENCE_OPENERS.has(next);
  return false;
}

const PERIOD = 0x2e;

function isFinal(code: number): boolean {
  return code === PERIOD || code === 0x21 || code === 0x3f || code === 0x2026;
}

function isClosing(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0x201d ||
    code === 0x2019 ||
    code === 0x29 ||
    code === 0x5d ||
    code === 0xbb
  );
}

const OPENING = /["'“‘«„([*_•–—-]/;

function opensSentence(text: string, at: number): boolean {
  const found = charClass(text.charCodeAt(at));
  return found === Char.upper || found === Char.digit || found === Char.letter || OPENING.test(text[at]!);
}
