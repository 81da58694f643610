import type { Span } from '../../model.ts';
import type { Lines } from '../../text/lines.ts';
import { run, type Steps } from '../steps.ts';
import { isPiece, piecesOf } from './pieces.ts';

/**
 * What stands between two breaks that mean something: one line, or several of a text wrapped by hand. As parallel
 * arrays, like {@link Lines}.
 */
export interface Paragraphs {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Empty lines right before each. */
  readonly gaps: Int32Array;
  /** Lines that each was joined from. */
  readonly lines: Int32Array;
}

/**
 * Joins the lines of hard-wrapped text into paragraphs; elsewhere each line is a paragraph. A text counts as wrapped
 * where many lines stop in mid sentence just before a word that would have gone over the width of their neighbours.
 * Inside it, a paragraph ends at an empty line, at list or heading markup, and where the next word would have fitted.
 */
export function paragraphsOf(text: string, lines: Lines): Paragraphs {
  return run(paragraphSteps(text, lines));
}

/** The same as {@link paragraphsOf}, in steps. */
export function* paragraphSteps(text: string, lines: Lines): Steps<Paragraphs> {
  const draft: Draft = { text, lines, numbers: [], first: 0, last: -1 };
  let pause = PAUSE;
  for (let from = 0; from < lines.count; ) {
    const to = windowEnd(lines, from);
    const width = wrapWidth(text, lines, { from, to });
    for (let i = from; i < to; i++) {
      const isContinuing = width > 0 && i > 0 && isContinued({ text, lines, width }, i, i - draft.first);
      const long = isContinuing ? undefined : endParagraph(draft, i);
      if (long) yield* cutUp(draft, long);
      draft.last = i;
    }
    from = to;
    if (from < pause) continue;
    pause = from + PAUSE;
    yield;
  }
  const long = endParagraph(draft, lines.count);
  if (long) yield* cutUp(draft, long);
  return columnsOf(draft.numbers);
}

/** The paragraphs so far: start, end, gap and lines of each; and the lines of the one that is open, if there is one. */
interface Draft {
  readonly text: string;
  readonly lines: Lines;
  readonly numbers: number[];
  first: number;
  last: number;
}

/** Lines in one step, or a few more. */
const PAUSE = 512;

/** Adds the open paragraph, or gives it if it is too long to stay whole. */
function endParagraph(draft: Draft, next: number): Long | undefined {
  const { lines, numbers, first, last } = draft;
  draft.first = next;
  if (last < 0) return undefined;
  const [start, end, gap, count] = [lines.starts[first]!, lines.ends[last]!, lines.gaps[first]!, last + 1 - first];
  if (!isPiece(start, end)) return { start, end, gap, count };
  numbers.push(start, end, gap, count);
  return undefined;
}

/** What is far longer than a paragraph, with the empty lines before it and the lines it was joined from. */
interface Long extends Span {
  readonly gap: number;
  readonly count: number;
}

function* cutUp({ text, numbers }: Draft, long: Long): Steps<void> {
  let { gap } = long;
  for (const piece of piecesOf(text, long)) {
    numbers.push(piece.start, piece.end, gap, long.count);
    gap = 0;
    yield;
  }
}

function columnsOf(numbers: readonly number[]): Paragraphs {
  const count = numbers.length / 4;
  const column = (offset: number) => {
    const column = new Int32Array(count);
    for (let i = 0; i < count; i++) column[i] = numbers[4 * i + offset]!;
    return column;
  };
  return { count, starts: column(0), ends: column(1), gaps: column(2), lines: column(3) };
}

/** The paragraph's text on one line. */
export function unwrapped(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text;
}

/**
 * A window holds so many lines, or fewer with so many characters, line ends not counted; what is far away says nothing
 * of it. With the one before and the one after it is wide enough to tell a width.
 */
const WINDOW = { lines: 32, characters: 1000 };
const MAX_WIDTH = 132;
const MIN_WIDTH = 30;
/** One line right after another tells no habit. */
const FEWEST_PAIRS = 2;

/** The first line behind the window that begins with the line `from`. */
function windowEnd({ starts, ends, count }: Lines, from: number): number {
  let to = from;
  for (let size = 0; to < count && to - from < WINDOW.lines && size < WINDOW.characters; to++) {
    size += ends[to]! - starts[to]!;
  }
  return to;
}

/** The first line of the window that ends before the line `to`. */
function windowStart({ starts, ends }: Lines, to: number): number {
  let from = to;
  for (let size = 0; from > 0 && to - from < WINDOW.lines && size < WINDOW.characters; from--) {
    size += ends[from - 1]! - starts[from - 1]!;
  }
  return from;
}

/** The column at which the lines of a window and around it were wrapped, or 0 if they were not. */
function wrapWidth(text: string, lines: Lines, { from, to }: { readonly from: number; readonly to: number }): number {
  const first = windowStart(lines, from);
  const last = (to < lines.count ? windowEnd(lines, to) : to) - 1;
  const lengths: number[] = [];
  for (let i = first; i < last; i++) if (lines.gaps[i + 1] === 0) lengths.push(lines.ends[i]! - lines.starts[i]!);
  if (lengths.length < FEWEST_PAIRS) return 0;
  const width = usualWidth(lengths);
  if (width === 0) return 0;
  let cut = 0;
  let lower = 0;
  for (let i = first; i < last; i++) {
    if (lines.gaps[i + 1] !== 0 || !isForced({ text, lines, width }, i) || endsSentence(text, lines, i)) continue;
    cut++;
    if (isLower(text, lines.starts[i + 1]!)) lower++;
  }
  return cut >= 0.4 * lengths.length && lower >= 0.4 * cut && lower > 0 ? width : 0;
}

/** The length that nine tenths of the lines keep within; 0 if no one wraps text at it. */
function usualWidth(lengths: number[]): number {
  const rank = Math.floor((lengths.length - 1) * 0.9);
  let long = 0;
  for (const length of lengths) if (length > MAX_WIDTH) long++;
  if (lengths.length - long <= rank) return 0;
  const width = lengths.sort((a, b) => a - b)[rank]!;
  return width < MIN_WIDTH ? 0 : width;
}

/** A text whose lines are wrapped at a width. */
interface Wrapped {
  readonly text: string;
  readonly lines: Lines;
  readonly width: number;
}

/** Whether the line `i` goes on with a paragraph that has `open` lines so far. */
function isContinued(wrapped: Wrapped, i: number, open: number): boolean {
  const { text, lines, width } = wrapped;
  if (lines.gaps[i]! > 0 || matchesOpening(OPENS, text, lines, i) || matchesOpening(CLOSED, text, lines, i - 1))
    return false;
  if (isLower(text, lines.starts[i]!)) return true;
  if (!isForced(wrapped, i - 1)) return isCutShort(text, lines, i - 1, width * (open > 1 ? 0.5 : 0.8));
  const heading =
    endsSentence(text, lines, i - 1) &&
    i + 1 < lines.count &&
    lines.gaps[i + 1] === 0 &&
    !endsSentence(text, lines, i) &&
    !isForced(wrapped, i) &&
    !isCutShort(text, lines, i, width * 0.8) &&
    /[\p{Lu}\p{N}"“‘]/u.test(text[lines.starts[i + 1]!]!);
  return !heading;
}

/** Whether a line that had room for another word stops in mid sentence all the same, as before a name kept whole. */
function isCutShort(text: string, lines: Lines, i: number, least: number): boolean {
  const [start, end] = [lines.starts[i]!, lines.ends[i]!];
  if (endsSentence(text, lines, i)) return false;
  return end - start >= least || MID_SENTENCE.test(text.slice(Math.max(start, end - 10), end));
}

const MID_SENTENCE = /(?:,|\s(?:an?|and|as|at|by|for|from|in|is|of|on|or|that|the|to|was|with))$/;

/** Whether the first word of the line after `i` would have gone over the width, so that the break says nothing. */
function isForced({ text, lines, width }: Wrapped, i: number): boolean {
  const start = lines.starts[i + 1]!;
  const stop = Math.min(lines.ends[i + 1]!, start + width + 1);
  let end = start;
  while (end < stop && text.charCodeAt(end) > 32) end++;
  return lines.ends[i]! - lines.starts[i]! + 1 + (end - start) > width;
}

function endsSentence(text: string, lines: Lines, i: number): boolean {
  const end = lines.ends[i]!;
  const code = text.charCodeAt(end - 1);
  if (isSmallLetter(code)) return false;
  return /[.!?:…]["”’»)\]*_]*$/.test(text.slice(Math.max(lines.starts[i]!, end - 6), end));
}

function isLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isSmallLetter(code) || (code >= 128 && /\p{Ll}/u.test(text[at]!));
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Markup that opens a paragraph of its own: headings, lists, quotes, tables, fences, underlines. */
const OPENS =
  /^(?:#{1,6}\s|={1,6}\s|[-*+•▪◦‣·–—]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|>|\||```|~~~|\*\*[^*]*\*\*$|([-=~^"'`*+#_])\1{2,}$)/;
/** Markup that fills its line. */
const CLOSED = /^(?:#{1,6}\s|={1,6}\s|\||```|~~~|\*\*[^*]*\*\*$|([-=~^"'`*+#_])\1{2,}$)/;

/** Whether a line opens as the pattern says; lines that open with two letters do not. */
function matchesOpening(pattern: RegExp, text: string, lines: Lines, i: number): boolean {
  const [start, end] = [lines.starts[i]!, lines.ends[i]!];
  if (isLetter(text.charCodeAt(start)) && isLetter(text.charCodeAt(start + 1))) return false;
  return pattern.test(text.slice(start, Math.min(end, start + 80)));
}

function isLetter(code: number): boolean {
  return isSmallLetter(code | 0x20);
}
