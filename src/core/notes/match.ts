import type { Span } from '../model.ts';
import type { Selectors } from './annotation.ts';
import { approximateCandidates, type Candidate, exactCandidates, type Searched, searched } from './candidates.ts';
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
  const sure = asks.flatMap(({ selectors, best }) =>
    best ? [{ from: selectors.position.start, to: best.start }] : [],
  );
  return asks.map(({ selectors, ranked, best }) =>
    toPlacement(plain, selectors, { ranked, best: best ?? nearest(ranked, expected(selectors.position.start, sure)) }),
  );
}

/** Below this score a place is only offered. */
const ENOUGH = 0.72;
/** A place must be better than the next one by this much. */
const LEAD = 0.12;
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
  const best = certain(exact, selectors);
  if (best || exact.some(fitsBoth)) return { selectors, ranked: exact, best };
  const similar = yield* approximateCandidates(text, selectors);
  const ranked = rank([...exact, ...similar]);
  return { selectors, ranked, best: certain(ranked, selectors) };
}

/** Best first, none overlapping a better one. */
function rank(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((a, b) => score(b) - score(a));
  const apart: Candidate[] = [];
  for (const candidate of sorted) if (!apart.some((better) => overlap(better, candidate))) apart.push(candidate);
  return apart;
}

function score({ quote, prefix, suffix }: Candidate): number {
  return (2 * quote + prefix + suffix) / 4;
}

function certain(ranked: readonly Candidate[], { quote }: Selectors): Candidate | undefined {
  const [best, next] = ranked;
  if (!best) return undefined;
  if (score(best) === 1 && (!next || score(next) < 1)) return best;
  if (next && score(best) - score(next) < LEAD) return undefined;
  const tells = best.quote > 0.9 && quote.exact.length >= TELLING;
  return score(best) >= ENOUGH || tells ? best : undefined;
}

function fitsBoth({ quote, prefix, suffix }: Candidate): boolean {
  return quote > 0.98 && prefix > 0.9 && suffix > 0.9;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

interface Move {
  readonly from: number;
  readonly to: number;
}

/** Where an annotation should be if it moved like the nearest one that is placed. */
function expected(position: number, sure: readonly Move[]): number {
  const distance = ({ from }: Move) => Math.abs(from - position);
  const neighbour = sure.reduce<Move | undefined>((a, b) => (a && distance(a) <= distance(b) ? a : b), undefined);
  return neighbour ? position + neighbour.to - neighbour.from : position;
}

/** Among places that all fit like the best one, the one near to where it should be, if the others are far from there. */
function nearest(ranked: readonly Candidate[], position: number): Candidate | undefined {
  const alike = ranked.filter((candidate) => score(ranked[0]!) - score(candidate) < LEAD);
  if (!alike.every(fitsBoth)) return undefined;
  const distance = (candidate: Candidate) => Math.abs(candidate.start - position);
  const [first, second] = alike.sort((a, b) => distance(a) - distance(b));
  return first && (!second || distance(first) * 4 < distance(second)) ? first : undefined;
}

function toPlacement(plain: PlainText, { quote, position }: Selectors, found: Omit<Ask, 'selectors'>): Placement {
  const { best, ranked } = found;
  const inArticle = ({ start, end }: Span) => ({ start: plain.toArticle(start), end: plain.toArticle(end) });
  if (best) {
    const words = plain.text.slice(best.start, best.end);
    const how = words !== quote.exact ? 'approximate' : best.start === position.start ? 'same' : 'moved';
    return { ...inArticle(best), how, score: score(best) };
  }
  const offered = ranked.filter((candidate) => score(candidate) >= WORTH_SHOWING).slice(0, 3);
  return {
    how: 'attention',
    candidates: offered.map((candidate) => ({ ...inArticle(candidate), score: score(candidate) })),
  };
}
