import type { Span } from '../../model.ts';
import { Char, charClass } from '../../text/chars.ts';
import type { LabelledSpan } from '../labelled.ts';
import { type Spelling, spellingAt } from './spelling.ts';

/** A name where it stands in a paragraph; offsets are relative to the paragraph. */
export interface NameUse {
  readonly span: LabelledSpan;
  readonly spelling: Spelling;
  readonly beside: Beside;
}

/** What stands right beside a name. */
export interface Beside {
  readonly article: 'the' | 'a' | undefined;
  /** Whether a mark or a figure follows at once, so that no word can belong to the name. */
  readonly closed: boolean;
  /** Where the bracket begins in which it stands by itself, with the blanks before: after the name in 'Board (PSB)'. */
  readonly bracket?: number;
}

/** The names of a paragraph. */
export function usesOf(text: string, spans: readonly LabelledSpan[]): readonly NameUse[] {
  return spans.map((span) => {
    const spelling = spellingAt(text, span, span.label);
    return { span, spelling, beside: besideOf(text, span, spelling) };
  });
}

/** Whether two uses tell the same, wherever they stand. */
export function isSameUse(a: NameUse, b: NameUse): boolean {
  if (a === b) return true;
  const isSameName = a.spelling.label === b.spelling.label && a.spelling.name === b.spelling.name;
  const isSamePlace = a.beside.article === b.beside.article && a.beside.closed === b.beside.closed;
  return isSameName && isSamePlace && a.span.value === b.span.value;
}

function besideOf(text: string, span: Span, { isLong }: Spelling): Beside {
  const article = articleBefore(text, span.start);
  const closed = isMark(text, span.end);
  const bracket = closed && !isLong ? bracketBefore(text, span) : undefined;
  if (bracket !== undefined) return { article, closed, bracket };
  return (closed ? CLOSED : OPEN)[article ?? 'none'];
}

/** What stands beside nearly all names, once for all of them. */
const OPEN = besideBy({ closed: false });
const CLOSED = besideBy({ closed: true });

function besideBy(end: Pick<Beside, 'closed'>): Readonly<Record<'the' | 'a' | 'none', Beside>> {
  return {
    the: { article: 'the', ...end },
    a: { article: 'a', ...end },
    none: { article: undefined, ...end },
  };
}

/** Whether a mark or a figure stands there: no blank, letter or apostrophe. */
function isMark(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return charClass(code) >= Char.digit && code !== 0x27 && code !== 0x2019;
}

function articleBefore(text: string, start: number): Beside['article'] {
  const last = text.charCodeAt(start - 2) | 0x20;
  if (last !== 0x65 && last !== 0x61 && last !== 0x6e) return undefined; // neither e nor a nor n
  const article = /\b(the|an?)\s$/i.exec(text.slice(Math.max(0, start - 4), start))?.[1];
  if (!article) return undefined;
  return article.length > 2 ? 'the' : 'a';
}

/** Characters between a name and its acronym, at most: a blank, a bracket, perhaps a mark. */
const LONGEST_BRACKET = 6;

/** A line may end between them, a paragraph may not. */
const BRACKET = /(?:\r\n|[\r\n]|[^\S\r\n]*)\(["“‘']?$/;

const AFTER_BRACKETED = ')"”’\'';

function bracketBefore(text: string, { start, end }: Span): number | undefined {
  if (!AFTER_BRACKETED.includes(text[end]!)) return undefined;
  const opening = BRACKET.exec(text.slice(Math.max(0, start - LONGEST_BRACKET), start))?.[0];
  return opening === undefined ? undefined : start - opening.length;
}
