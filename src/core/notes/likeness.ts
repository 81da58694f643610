import search from 'approx-string-match';

/** Of longer texts this much of the beginning and end counts: what is between does not move the edges. */
const EDGE = 48;
/** Stretch of text searched in one go. */
const STRIDE = 8192;

/** Typographic variants made one, character by character, so that offsets stay: case, quotation marks, dashes, blanks. */
export function fold(text: string): string {
  const marks = text
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s/g, ' ');
  const lower = marks.toLowerCase();
  return lower.length === marks.length ? lower : marks.replace(/[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]/g, (letter) => letter.toLowerCase());
}

/** How much of `wanted` is found in `found`, 0 to 1, after edits of single characters; length beyond it counts against. */
export function likeness(wanted: string, found: string): number {
  if (wanted === found) return 1;
  if (wanted.length === 0 || found.length === 0) return 0;
  const edge = Math.min(EDGE, Math.floor(wanted.length / 2));
  const edges =
    edge < 16
      ? 0
      : (alike(wanted.slice(0, edge), found.slice(0, edge)) + alike(wanted.slice(-edge), found.slice(-edge))) / 2;
  return wanted.length > 2 * EDGE ? edges : Math.max(edges, alike(wanted, found));
}

function alike(wanted: string, found: string): number {
  if (wanted === found) return 1;
  const errors = search(found, wanted, wanted.length)[0]?.errors ?? wanted.length;
  return (1 - errors / wanted.length) * Math.min(1, wanted.length / found.length);
}

/** A place of a text that is like a pattern. */
export interface Likely {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** The place in the text most like the pattern, with at most `errors` edits; the last of equals. */
export function mostLike(text: string, pattern: string, errors: number): Likely | undefined {
  return search(text, pattern, errors).at(-1);
}

/**
 * The best places for the pattern in the text, best first, none overlapping a better one; at most `errors` edits.
 * Yields between stretches of the text.
 */
export function* likelyPlaces(text: string, pattern: string, errors: number): Generator<void, readonly Likely[], void> {
  const found: Likely[] = [];
  const overlap = pattern.length + errors;
  for (let from = 0; from < text.length; from += STRIDE) {
    collect(text, { from, to: Math.min(text.length, from + STRIDE + overlap), pattern, errors, depth: 3 }, found);
    yield;
  }
  found.sort((a, b) => a.errors - b.errors || a.start - b.start);
  const apart: Likely[] = [];
  for (const place of found) {
    if (!apart.some((better) => place.start < better.end && better.start < place.end)) apart.push(place);
    if (apart.length === MOST) break;
  }
  return apart;
}

const MOST = 8;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly pattern: string;
  readonly errors: number;
  readonly depth: number;
}

/** The search gives only the best of a stretch, so the runners-up are looked for on both sides of it. */
function collect(text: string, stretch: Stretch, found: Likely[]): void {
  const { from, to, pattern, errors, depth } = stretch;
  if (to - from < pattern.length - errors || depth === 0) return;
  const best = search(text.slice(from, to), pattern, errors).at(-1);
  if (!best) return;
  const [start, end] = [from + best.start, from + best.end];
  found.push({ start, end, errors: best.errors });
  collect(text, { ...stretch, to: start, depth: depth - 1 }, found);
  collect(text, { ...stretch, from: end, depth: depth - 1 }, found);
}
