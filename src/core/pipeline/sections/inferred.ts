import type { TreeScorer } from '../layout/trees.ts';
import type { ContentWords } from '../layout/words.ts';
import { unwrapped } from '../layout/wrap.ts';
import type { Passage } from '../passage.ts';
import type { Steps } from '../steps.ts';
import { openingReader, unitOf } from './openings.ts';

/** Fewer paragraphs in a row are not searched for changes of topic. */
export const FEWEST = 10;

export interface TopicScores {
  readonly passages: readonly Passage[];
  /** Gives the logit for the features of an opening. */
  readonly score: TreeScorer;
  readonly contentOf: (passage: Passage) => ContentWords;
}

/**
 * The logits that a new topic begins at each of a run of paragraphs. Each window of some dozens is a problem of its own,
 * so the work grows with the text only; windows overlap, and begin where the text says so rather than at a fixed count,
 * so that an edit changes the windows around it only.
 */
export function* topicScores({ passages, score, contentOf }: TopicScores): Steps<number[]> {
  const unitIn = ({ text }: Passage, content: ContentWords) => unitOf(unwrapped(text), content.stems);
  const scores: number[] = [];
  for (let from = 0; from < passages.length; ) {
    const to = coreEnd(passages, from);
    const start = Math.max(0, from - MARGIN);
    const window = passages.slice(start, to + MARGIN);
    const first = from - start;
    const own = passages[from]!.within('topics', [first, to - from, ...window], () => {
      const features = openingReader(window.map((passage) => unitIn(passage, contentOf(passage))));
      return Array.from({ length: to - from }, (_, i) => score(features(first + i)));
    });
    for (const score of own) scores.push(score);
    from = to;
    yield;
  }
  return scores;
}

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
