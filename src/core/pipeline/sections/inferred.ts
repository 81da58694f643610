import model from '../../learned/openings.json' with { type: 'json' };
import { treeScorer } from '../layout/trees.ts';
import { unwrapped } from '../layout/wrap.ts';
import type { Passage } from '../passage.ts';
import { pacer, type Steps } from '../steps.ts';
import type { ContentReader } from './content.ts';
import { openingReader, type Unit, unitOf } from './openings.ts';

const score = treeScorer(model);

/** Fewer paragraphs in a row are not searched for changes of topic. */
export const FEWEST = 10;

/**
 * The logits that a new topic begins at each of a run of paragraphs, any number that is not above 0 where it is unlikely.
 * Each window of some dozens is a problem of its own, so the work grows with the text only; windows overlap, and begin
 * where the text says so rather than at a fixed count, so that an edit changes the windows around it only.
 */
export function* topicScores(passages: readonly Passage[], contentOf: ContentReader): Steps<readonly number[]> {
  const scores: number[] = [];
  for (let from = 0; from < passages.length; ) {
    const to = coreEnd(passages, from);
    const start = Math.max(0, from - MARGIN);
    const core = { from: from - start, to: to - start };
    const window = passages.slice(start, to + MARGIN);
    const context = [core.from, core.to, ...window];
    const own = yield* passages[from]!.withinSteps('topics', context, () => scoresIn(window, core, contentOf));
    for (let i = 0; i < own.length; i++) scores.push(own[i]!);
    from = to;
    yield;
  }
  return scores;
}

interface Core {
  readonly from: number;
  readonly to: number;
}

/** The logits of the passages in the core of a window. */
function* scoresIn(window: readonly Passage[], { from, to }: Core, contentOf: ContentReader): Steps<readonly number[]> {
  const units: Unit[] = [];
  const isDue = pacer(READ);
  for (const passage of window) {
    units.push(unitOf(unwrapped(passage.text), contentOf(passage).stems));
    if (isDue(passage.text.length)) yield;
  }
  const features = yield* openingReader(units);
  const scores: number[] = [];
  for (let i = from; i < to; i++) {
    scores.push(score(features(i), 0));
    if (isDue(window[i]!.text.length)) yield;
  }
  return scores;
}

/** Characters read in one step. */
const READ = 20_000;

/**
 * The paragraphs that a topic is taken to begin at, from the logits of a run of them: the likely ones that have a sure
 * one about them. One story has paragraphs that look like an opening by chance, a stream of stories has plain ones.
 */
export function cutsOf(scores: readonly number[]): number[] {
  const sure = scores.flatMap((score, i) => (i > 0 && score >= SURE ? [i] : []));
  const cuts: number[] = [];
  let next = 0;
  for (let i = 1; i < scores.length; i++) {
    while (next < sure.length && sure[next]! < i) next++;
    const nearest = Math.min(i - (sure[next - 1] ?? -REACH - 1), (sure[next] ?? i + REACH + 1) - i);
    if (scores[i]! > 0 && nearest <= REACH) cuts.push(i);
  }
  return cuts;
}

const SURE = 2;
const REACH = 40;

const MARGIN = 16;
const SHORTEST_CORE = 12;
const LONGEST_CORE = 28;

/** The end of the core that begins at `from`: at a paragraph picked by its own text, in bounds. */
function coreEnd(passages: readonly Passage[], from: number): number {
  const last = Math.min(passages.length, from + LONGEST_CORE);
  for (let i = from + SHORTEST_CORE; i < last; i++) if (isAnchor(passages[i]!)) return i;
  return last;
}

function isAnchor(passage: Passage): boolean {
  const text = unwrapped(passage.text);
  let sum = text.length;
  for (let i = 0; i < Math.min(text.length, 64); i++) sum += text.charCodeAt(i);
  return sum % 5 === 0;
}
