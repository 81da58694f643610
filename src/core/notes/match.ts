import type { Span } from '../model.ts';
import { overlap } from '../text/spans.ts';
import type { Selectors } from './annotation.ts';
import {
  type Candidate,
  exactCandidates,
  foldedCandidates,
  type Searched,
  searched,
  similarCandidates,
} from './candidates.ts';
import { CLEAR, fitsBoth, fitsOne, isEnough, LEAD, TELLING } from './judging.ts';
import { type Ask, expected, nearest, uncontested } from './neighbours.ts';
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
    const best = one.best ? yield* uncontested(text, one, positions) : nearest(plain.text, one, positions);
    placements.push(toPlacement(plain, { ...one, best }));
  }
  return placements;
}

/** Places worse than this are not even offered. */
const WORTH_SHOWING = 0.3;

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
  if (fitsBoth(best) && lead >= CLEAR && !fitsOne(next)) return best;
  return lead < LEAD || isEnough(next, quote.exact.length) ? undefined : best;
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
