import { overlap } from '../text/spans.ts';
import type { Selectors } from './annotation.ts';
import { type Candidate, type Searched, searched, similarCandidates } from './candidates.ts';
import { CLEAR, isEnough, isLikely, LEAD } from './judging.ts';

/** What was found of an annotation's text. */
export interface Ask {
  /** With the position in UTF-16 of the LF text. */
  readonly selectors: Selectors;
  /** Best first. */
  readonly ranked: readonly Candidate[];
  /** The one that is certain by itself. */
  readonly best?: Candidate | undefined;
}

/** An annotation that is placed for certain: from where it was to where it is. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

/**
 * Where an annotation should be if it moved like the next ones before and after it. Without one before, the beginning
 * of the article stands for it, which stays where it is.
 */
export function expected(position: number, moves: readonly Move[]): readonly number[] {
  const before = moves.findLast(({ from }) => from <= position) ?? { from: 0, to: 0 };
  const after = moves.find(({ from }) => from > position) ?? before;
  return [before, after].map(({ from, to }) => position + to - from);
}

/** The place found, unless there is something like it where the note should be: then it may be a copy. */
export function* uncontested(
  text: Searched,
  { selectors, best }: Ask,
  positions: readonly number[],
): Generator<void, Candidate | undefined, void> {
  if (!best || positions.some((position) => Math.abs(best.start - position) < NEAR)) return best;
  const reach = AROUND + selectors.quote.exact.length;
  for (const position of new Set(positions)) {
    const around = searched(text.text.slice(Math.max(0, position - reach), position + 2 * reach));
    const from = Math.max(0, position - reach);
    const rivals = yield* similarCandidates(around, selectors);
    const isRival = (place: Candidate) =>
      place.score >= Math.max(RIVAL, best.score - CLEAR) &&
      !overlap({ start: place.start + from, end: place.end + from }, best);
    if (rivals.some(isRival)) return undefined;
  }
  return best;
}

/**
 * Among several places that are good enough, the one near to where it should be, if the others are far from there and
 * none of them fits clearly better. Of two copies side by side nobody can tell which was there before: it is the first.
 */
export function nearest(text: string, { ranked, selectors }: Ask, positions: readonly number[]): Candidate | undefined {
  const { length } = selectors.quote.exact;
  const distance = ({ start }: Candidate) => Math.min(...positions.map((position) => Math.abs(start - position)));
  const enough = ranked.filter((place) => isEnough(place, length) || (distance(place) <= THERE && isLikely(place)));
  const [first, second] = [...enough].sort((a, b) => distance(a) - distance(b));
  if (!first) return undefined;
  if (second && distance(first) * FARTHER >= distance(second)) return earlierCopy(text, first, second);
  if (!second && distance(first) > THERE) return undefined;
  return enough[0]!.score - first.score < LEAD ? first : undefined;
}

/** The first of two places if all between their beginnings stands there twice, one copy after the other. */
function earlierCopy(text: string, a: Candidate, b: Candidate): Candidate | undefined {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const period = second.start - first.start;
  let before = 0;
  while (before < period && text[first.start - before - 1] === text[second.start - before - 1]) before++;
  let after = 0;
  while (after < period && text[first.start + after] === text[second.start + after]) after++;
  return before + after >= period - BLANKS ? first : undefined;
}

/** Characters between a place and where the note should be within which it is just there. */
const THERE = 2;
/** Of places that fit alike, the others must be this many times farther from where the note should be. */
const FARTHER = 4;
/** Characters, such as line ends, that may differ between copies side by side. */
const BLANKS = 2;
/** A place this near to where the note should be is not doubted; otherwise what scores so around there is a rival. */
const NEAR = 100;
const AROUND = 400;
const RIVAL = 0.5;
