import type { Span } from '../../model.ts';
import { isBlank } from '../../text/lines.ts';

/**
 * Cuts what is far longer than a paragraph into pieces, so that no step of the analysis takes long and an edit costs a
 * piece, not a book on one line. A piece ends with a sentence if it can; which one is told by the words there, so that
 * the pieces after an edit are the same again. CR is not counted: CRLF and LF give the same pieces.
 */
export function* piecesOf(text: string, { start, end }: Span): Generator<Span, void, void> {
  for (let from = start; from < end; ) {
    const to = cutIn(text, from, end);
    yield { start: from, end: to };
    from = to;
    while (from < end && isBlank(text.charCodeAt(from))) from++;
  }
}

/** Whether a paragraph is short enough to stay whole. */
export function isPiece(start: number, end: number): boolean {
  return end - start <= LONGEST;
}

/** Characters of a piece. */
const SHORTEST = 2500;
const LONGEST = 5000;

/** Where the piece that begins at `from` ends: after the word with the smallest hash of those that end sentences. */
function cutIn(text: string, from: number, end: number): number {
  if (isPiece(from, end)) return end;
  let length = 0;
  let hash = 0;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === CR) continue;
    if (++length > LONGEST) return best < 0 ? betweenCharacters(text, at) : best;
    if (!isBlank(code)) {
      hash = Math.imul(hash ^ code, 0x01000193);
      continue;
    }
    const wordEnd = text.charCodeAt(at - 1) === CR ? at - 1 : at;
    const rank = (hash >>> 0) + (ENDING.test(text[wordEnd - 1]!) ? 0 : 2 ** 32);
    if (length > SHORTEST && rank < least && hash !== 0) [best, least] = [wordEnd, rank];
    hash = 0;
  }
  return end;
}

const CR = 13;
const ENDING = /[.!?…"”’»)]/;

function betweenCharacters(text: string, at: number): number {
  const low = text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) < 0xe000;
  return low ? at - 1 : at;
}
