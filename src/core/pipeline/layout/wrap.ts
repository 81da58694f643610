import type { Span } from '../../model.ts';
import type { Line } from '../../text/lines.ts';
import { run, type Steps } from '../steps.ts';
import { piecesOf } from './pieces.ts';

/** What stands between two breaks that mean something: one line, or several of a text wrapped by hand. */
export interface Paragraph extends Span {
  /** Empty lines right before it. */
  readonly gap: number;
  readonly lines: number;
}

/**
 * Joins the lines of hard-wrapped text into paragraphs; elsewhere each line is a paragraph. A text counts as wrapped
 * where many lines stop in mid sentence just before a word that would have gone over the width of their neighbours.
 * Inside it, a paragraph ends at an empty line, at list or heading markup, and where the next word would have fitted.
 */
export function paragraphsOf(text: string, lines: readonly Line[]): Paragraph[] {
  return run(paragraphSteps(text, lines));
}

/** The same as {@link paragraphsOf}, in steps. */
export function* paragraphSteps(text: string, lines: readonly Line[]): Steps<Paragraph[]> {
  const paragraphs: Paragraph[] = [];
  let open: { start: number; end: number; gap: number; lines: number } | undefined;
  for (let from = 0; from < lines.length; from += WINDOW) {
    const width = wrapWidth(text, lines, from);
    for (let i = from; i < Math.min(from + WINDOW, lines.length); i++) {
      const line = lines[i]!;
      const neighbours = { previous: lines[i - 1]!, line, next: lines[i + 1], width, lines: open?.lines ?? 0 };
      if (open && width > 0 && isContinued(text, neighbours)) {
        open.end = line.end;
        open.lines++;
      } else {
        if (open) addPieces(text, open, paragraphs);
        open = { start: line.start, end: line.end, gap: line.gap, lines: 1 };
      }
    }
    yield;
  }
  if (open) addPieces(text, open, paragraphs);
  return paragraphs;
}

/** The paragraph's text on one line. */
export function unwrapped(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text;
}

function addPieces(text: string, paragraph: Paragraph, paragraphs: Paragraph[]): void {
  let gap = paragraph.gap;
  for (const piece of piecesOf(text, paragraph)) {
    paragraphs.push({ ...paragraph, ...piece, gap });
    gap = 0;
  }
}

/** Lines looked at together; with the window before and after, wide enough for a width and narrow enough to be local. */
const WINDOW = 32;
const MAX_WIDTH = 132;
const MIN_WIDTH = 30;
/** One line right after another tells no habit. */
const FEWEST_PAIRS = 2;

/** The column at which the lines around were wrapped, or 0 if they were not. */
function wrapWidth(text: string, lines: readonly Line[], from: number): number {
  const near = lines.slice(Math.max(0, from - WINDOW), from + 2 * WINDOW);
  const pairs = near.map((line, i) => [line, near[i + 1]] as const).filter(([, next]) => next?.gap === 0);
  if (pairs.length < FEWEST_PAIRS) return 0;
  const lengths = pairs.map(([line]) => line.end - line.start).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.9)]!;
  if (width > MAX_WIDTH || width < MIN_WIDTH) return 0;
  let cut = 0;
  let lower = 0;
  for (const [line, next] of pairs) {
    if (!isForced(text, line, next!, width) || endsSentence(text, line)) continue;
    cut++;
    if (/\p{Ll}/u.test(text[next!.start]!)) lower++;
  }
  return cut >= 0.4 * pairs.length && lower >= 0.4 * cut && lower > 0 ? width : 0;
}

interface Neighbours {
  readonly previous: Line;
  readonly line: Line;
  readonly next: Line | undefined;
  readonly width: number;
  /** Lines the open paragraph has so far. */
  readonly lines: number;
}

function isContinued(text: string, { previous, line, next, width, lines }: Neighbours): boolean {
  if (line.gap > 0 || OPENS.test(opening(text, line)) || CLOSED.test(opening(text, previous))) return false;
  if (/\p{Ll}/u.test(text[line.start]!)) return true;
  if (!isForced(text, previous, line, width)) return isCutShort(text, previous, width * (lines > 1 ? 0.5 : 0.8));
  const heading =
    endsSentence(text, previous) &&
    next !== undefined &&
    next.gap === 0 &&
    !endsSentence(text, line) &&
    !isForced(text, line, next, width) &&
    !isCutShort(text, line, width * 0.8) &&
    /[\p{Lu}\p{N}"“‘]/u.test(text[next.start]!);
  return !heading;
}

/** Whether a line that had room for another word stops in mid sentence all the same, as before a name kept whole. */
function isCutShort(text: string, line: Line, least: number): boolean {
  if (endsSentence(text, line)) return false;
  return line.end - line.start >= least || MID_SENTENCE.test(text.slice(Math.max(line.start, line.end - 10), line.end));
}

const MID_SENTENCE = /(?:,|\s(?:an?|and|as|at|by|for|from|in|is|of|on|or|that|the|to|was|with))$/;

/** Whether the next line's first word would have gone over the width, so that the break says nothing. */
function isForced(text: string, line: Line, next: Line, width: number): boolean {
  let end = next.start;
  while (end < next.end && end - next.start <= width && text.charCodeAt(end) > 32) end++;
  return line.end - line.start + 1 + (end - next.start) > width;
}

function endsSentence(text: string, line: Line): boolean {
  return /[.!?:…]["”’»)\]*_]*$/.test(text.slice(Math.max(line.start, line.end - 6), line.end));
}

/** Markup that opens a paragraph of its own: headings, lists, quotes, tables, fences, underlines. */
const OPENS =
  /^(?:#{1,6}\s|={1,6}\s|[-*+•▪◦‣·–—]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|>|\||```|~~~|\*\*[^*]*\*\*$|([-=~^"'`*+#_])\1{2,}$)/;
/** Markup that fills its line. */
const CLOSED = /^(?:#{1,6}\s|={1,6}\s|\||```|~~~|\*\*[^*]*\*\*$|([-=~^"'`*+#_])\1{2,}$)/;

function opening(text: string, line: Line): string {
  return text.slice(line.start, Math.min(line.end, line.start + 80));
}
