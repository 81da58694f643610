import type { Span } from '../model.ts';

/** A line with something on it; the span leaves out the blanks at its edges. */
export interface Line extends Span {
  /** Empty lines right before it. */
  readonly gap: number;
}

/** The lines of a text that are not blank. Lines end with LF, CRLF or CR, as in the editor. */
export function linesOf(text: string): Line[] {
  const steps = lineSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same as {@link linesOf}, in steps of a few thousand characters or one line. */
export function* lineSteps(text: string): Generator<void, Line[], void> {
  const lines: Line[] = [];
  const ends = { lf: -1, cr: -1 };
  let gap = 0;
  let pause = STEP;
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at, ends);
    const span = trim(text, { start: at, end });
    if (span.start < span.end) {
      lines.push({ ...span, gap: lines.length === 0 ? 0 : gap });
      gap = 0;
    } else gap++;
    at = end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
    if (at < pause) continue;
    pause = at + STEP;
    yield;
  }
  return lines;
}

/** The span without blanks and control characters at its edges; empty, at its start, if there is nothing else. */
export function trim(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : { start, end: start };
}

const LF = 10;
const CR = 13;

/** Characters read in one step. */
const STEP = 16_384;

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
