import type { Span } from '../model.ts';
import type { Selectors } from './annotation.ts';
import {
  type Candidate,
  exactCandidates,
  foldedCandidates,
  type Searched,
  searched,
  similarCandidates,
} from './candidates.ts';
import type { PlainText } from './plain.ts';

/** A place found with confidence, in the article's own offsets. */
export interface Placed extends Span {
  /** `same`: same words at the same position; `moved`: same words elsewhere; `approximate`: similar words. */
  readonly how: 'same' | 'moved' | 'approximate';
  /** How well it fits, 0 to 1. */
  readonly score: number;
}

/** No place is certain: at most three possible ones, best first, for the reader to choose from. */
export interface Unplaced {
  readonly how: 'attention';
  readonly candidates: readonly (Span & { readonly score: number })[];
}

export type Placement = Placed | Unplaced;

/** Finds one annotation's text. See {@link matchAll}. */
export function match(plain: PlainText, selectors: Selectors): Placement {
  return matchAll(plain, [selectors])[0]!;
}

/**
 * Finds the text of each annotation of an article, or says that it needs attention; never guesses. Placed is what
 * stands where it stood; else a place that fits clearly better than any other by its words and both contexts. Where
 * two places fit alike (a paragraph was copied), the annotations already placed tell how far their surroundings moved.
 */
export function matchAll(plain: PlainText, wanted: readonly Selectors[]): Placement[] {
  const steps = matchSteps(plain, wanted);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same as {@link matchAll}, in steps that may be interrupted or abandoned at any yield. */
export function* matchSteps(plain: PlainText, wanted: readonly Selectors[]): Generator<void, Placement[], void> {
  const text = searched(plain.text);
  const asks: Ask[] = [];
  for (const selectors of wanted) {
    asks.push(yield* ask(text, inText(plain, selectors)));
    yield;
  }
  const moves = asks
    .flatMap(({ selectors, best }) =>
      best && fitsBoth(best) ? [{ from: selectors.position.start, to: best.start }] : [],
    )
    .sort((a, b) => a.from - b.from);
  const placements: Placement[] = [];
  for (const one of asks) {
    const positions = expected(one.selectors.position.start, moves);
    const best = one.best ? yield* uncontested(text, one, positions) : nearest(one, positions);
    placements.push(toPlacement(plain, { ...one, best }));
  }
  return placements;
}

/** Below this score a place is only offered. */
const ENOUGH = 0.66;
/** Where less than this of the words is left, it is another text, however well its surroundings fit. */
const HALF = 0.5;
/** A place must be better than the next one by this much. */
const LEAD = 0.12;
/** Of places that fit alike, the others must be this many times farther from where the note should be. */
const FARTHER = 4;
/** A place this near to where the note should be is not doubted; otherwise what scores so around there is a rival. */
const NEAR = 100;
const AROUND = 400;
const RIVAL = 0.5;
/** Words this long, found once and unchanged, need no context. */
const TELLING = 28;
/** Places worse than this are not even offered. */
const WORTH_SHOWING = 0.3;

interface Ask {
  /** With the position in UTF-16 of the LF text. */
  readonly selectors: Selectors;
  /** Best first. */
  readonly ranked: readonly Candidate[];
  /** The one that is certain by itself. */
  readonly best?: Candidate | undefined;
}

function inText(plain: PlainText, { quote, position }: Selectors): Selectors {
  const [start, end] = [plain.fromPoints(position.start), plain.fromPoints(position.end)];
  return { quote, position: { ...position, start, end } };
}

function* ask(text: Searched, selectors: Selectors): Generator<void, Ask, void> {
  const exact = rank(exactCandidates(text, selectors));
  if (suffices(exact, selectors)) return settled(exact, selectors);
  const folded = rank([...exact, ...foldedCandidates(text, selectors)]);
  if (suffices(folded, selectors)) return settled(folded, selectors);
  return settled(rank([...folded, ...(yield* similarCandidates(text, selectors))]), selectors);
}

/** Whether words so long or so well surrounded were found that nothing merely similar is worth a look. */
function suffices(ranked: readonly Candidate[], { quote }: Selectors): boolean {
  return ranked.some((candidate) => fitsBoth(candidate) || quote.exact.length >= TELLING);
}

function settled(ranked: readonly Candidate[], selectors: Selectors): Ask {
  return { selectors, ranked, best: certain(ranked, selectors) };
}

/** Best first, none overlapping a better one. */
function rank(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((a, b) => b.score - a.score);
  const apart: Candidate[] = [];
  for (const candidate of sorted) if (!apart.some((better) => overlap(better, candidate))) apart.push(candidate);
  return apart;
}

/** The only place that is good enough, if it is clearly better than the others. */
function certain(ranked: readonly Candidate[], { quote }: Selectors): Candidate | undefined {
  const [best, next] = ranked;
  if (!best || !isEnough(best, quote.exact.length)) return undefined;
  if (!next) return best;
  const lead = best.score - next.score;
  return lead < LEAD || isEnough(next, quote.exact.length) ? undefined : best;
}

function isEnough(candidate: Candidate, length: number): boolean {
  if (candidate.quote < HALF) return false;
  return candidate.score >= ENOUGH || (candidate.quote > 0.9 && length >= TELLING);
}

function fitsBoth({ quote, prefix, suffix }: Candidate): boolean {
  return quote > 0.98 && prefix > 0.9 && suffix > 0.9;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** An annotation that is placed for certain: from where it was to where it is. */
interface Move {
  readonly from: number;
  readonly to: number;
}

/** Where an annotation should be if it moved like the next ones before and after it; where it was if there are none. */
function expected(position: number, moves: readonly Move[]): readonly number[] {
  const before = moves.findLast(({ from }) => from <= position);
  const after = moves.find(({ from }) => from > position);
  const near = [before, after].filter((move) => move !== undefined);
  return near.length > 0 ? near.map(({ from, to }) => position + to - from) : [position];
}

/** The place found, unless there is something like it where the note should be: then it may be a copy. */
function* uncontested(
  text: Searched,
  { selectors, best }: Ask,
  positions: readonly number[],
): Generator<void, Candidate | undefined, void> {
  if (!best || positions.some((position) => Math.abs(best.start - position) < NEAR)) return best;
  const reach = AROUND + selectors.quote.exact.length;
  for (const position of positions) {
    const around = searched(text.text.slice(Math.max(0, position - reach), position + 2 * reach));
    const from = Math.max(0, position - reach);
    const rivals = yield* similarCandidates(around, selectors);
    const isRival = (place: Candidate) =>
      place.score >= RIVAL && !overlap({ start: place.start + from, end: place.end + from }, best);
    if (rivals.some(isRival)) return undefined;
  }
  return best;
}

/**
 * Among several places that are good enough, the one near to where it should be, if all that tell where agree on it,
 * the others are far from there and none of them fits clearly better.
 */
function nearest({ ranked, selectors }: Ask, positions: readonly number[]): Candidate | undefined {
  const enough = ranked.filter((candidate) => isEnough(candidate, selectors.quote.exact.length));
  const elected = positions.map((position) => {
    const distance = (candidate: Candidate) => Math.abs(candidate.start - position);
    const [first, second] = [...enough].sort((a, b) => distance(a) - distance(b));
    return first && second && distance(first) * FARTHER < distance(second) ? first : undefined;
  });
  const [place] = elected;
  if (!place || elected.some((other) => other !== place)) return undefined;
  return enough[0]!.score - place.score < LEAD ? place : undefined;
}

function toPlacement(plain: PlainText, { selectors: { quote, position }, ranked, best }: Ask): Placement {
  const inArticle = ({ start, end }: Span) => ({ start: plain.toArticle(start), end: plain.toArticle(end) });
  if (best) {
    const words = plain.text.slice(best.start, best.end);
    const how = words !== quote.exact ? 'approximate' : best.start === position.start ? 'same' : 'moved';
    return { ...inArticle(best), how, score: best.score };
  }
  const offered = ranked.filter((candidate) => candidate.score >= WORTH_SHOWING).slice(0, 3);
  return {
    how: 'attention',
    candidates: offered.map((candidate) => ({ ...inArticle(candidate), score: candidate.score })),
  };
}
