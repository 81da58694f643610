import type { Span } from '../model.ts';
import type { Ends } from './ends.ts';
import { firstIndex } from './lists.ts';

/**
 * The lines of a text with something on them, as parallel arrays; lines leave out the blanks at their edges. Arrays
 * instead of objects, because thousands of them are taken over from one analysis to the next.
 */
export interface Lines {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Empty lines right before each. */
  readonly gaps: Int32Array;
}

/** The lines of an earlier version of the text, its length, and what the two have in common. */
export interface EarlierLines {
  readonly lines: Lines;
  readonly length: number;
  readonly same: Ends;
}

/** The lines of a text that are not blank. Lines end with LF, CRLF or CR, as in the editor. */
export function linesOf(text: string): Lines {
  const steps = lineSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same as {@link linesOf}, in steps of a few thousand characters or one line. Lines are sought only between what the
 * text has in common with an earlier version at its start and at its end.
 */
export function* lineSteps(text: string, { lines, length, same }: EarlierLines = NONE): Generator<void, Lines, void> {
  const first = firstAtLeast(lines.starts, same.start) - 1;
  const last = firstAtLeast(lines.ends, length - same.end + 1);
  const moved = text.length - length;
  const goal = last < lines.count ? lines.ends[last]! + moved : -1;
  const fresh: number[] = [];
  const ends = { lf: -1, cr: -1 };
  let at = first < 0 ? 0 : lines.starts[first]!;
  let gap = first < 0 ? 0 : lines.gaps[first]!;
  for (let pause = at + STEP; at < text.length; ) {
    const end = lineEnd(text, at, ends);
    const span = trim(text, { start: at, end });
    if (span.start < span.end) {
      fresh.push(span.start, span.end, first > 0 || fresh.length > 0 ? gap : 0);
      gap = 0;
      // The rest is as it was: this line ends inside what is the same at the end.
      if (span.end === goal) return joined(lines, { first: Math.max(0, first), fresh, rest: last + 1, moved });
    } else gap++;
    at = end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
    if (at < pause) continue;
    pause = at + STEP;
    yield;
  }
  return joined(lines, { first: Math.max(0, first), fresh, rest: lines.count, moved });
}

/** The span without blanks and control characters at its edges; empty, at its start, if there is nothing else. */
export function trim(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : { start, end: start };
}

const NO_NUMBERS = new Int32Array(0);
const NONE: EarlierLines = {
  lines: { count: 0, starts: NO_NUMBERS, ends: NO_NUMBERS, gaps: NO_NUMBERS },
  length: 0,
  same: { start: 0, end: 0 },
};

const LF = 10;
const CR = 13;

/** Characters read in one step. */
const STEP = 16_384;

interface Replacement {
  /** So many lines are kept at the start. */
  readonly first: number;
  /** Start, end and gap of each line that comes next. */
  readonly fresh: readonly number[];
  /** The lines from this one on are kept at the end, so much further on. */
  readonly rest: number;
  readonly moved: number;
}

function joined(lines: Lines, { first, fresh, rest, moved }: Replacement): Lines {
  const replaced = (numbers: Int32Array, offset: number, shift: number) => {
    const made = new Int32Array(first + fresh.length / 3 + lines.count - rest);
    made.set(numbers.subarray(0, first));
    let at = first;
    for (let i = offset; i < fresh.length; i += 3) made[at++] = fresh[i]!;
    for (let i = rest; i < lines.count; i++) made[at++] = numbers[i]! + shift;
    return made;
  };
  const [starts, ends] = [replaced(lines.starts, 0, moved), replaced(lines.ends, 1, moved)];
  return { count: starts.length, starts, ends, gaps: replaced(lines.gaps, 2, 0) };
}

/** The first index in rising numbers whose number is at least `least`; the length if there is none. */
function firstAtLeast(numbers: Int32Array, least: number): number {
  return firstIndex(numbers.length, (i) => numbers[i]! >= least);
}

/** The end of the line from `from` on; `ends` are the line ends found last, looked for anew only once passed. */
function lineEnd(text: string, from: number, ends: { lf: number; cr: number }): number {
  if (ends.lf < from) ends.lf = indexOrEnd(text, '\n', from);
  if (ends.cr < from) ends.cr = indexOrEnd(text, '\r', from);
  return Math.min(ends.lf, ends.cr);
}

function indexOrEnd(text: string, sought: string, from: number): number {
  const index = text.indexOf(sought, from);
  return index < 0 ? text.length : index;
}

/** Whether a code unit is a blank, a line end, or a control character. */
export function isBlank(code: number): boolean {
  if (code <= 32 || (code >= 0x7f && code <= 0xa0)) return true;
  if (code < 0x2000) return false;
  return code <= 0x200f || code === 0x2028 || code === 0x2029 || code === 0x3000 || code === 0xfeff;
}
