import type { Cache } from '../cache.ts';
import type { Steps } from '../steps.ts';
import { openingFeatures, type Passage, passageOf } from './openings.ts';

/** Fewer paragraphs in a row are not searched for changes of topic. */
export const FEWEST = 10;

/**
 * The logits that a new topic begins at each of a run of paragraphs. Each window of some dozens is a problem of its own,
 * so the work grows with the text only; windows overlap, and begin where the text says so rather than at a fixed count,
 * so that an edit changes the windows around it only.
 */
export function* topicScores(
  texts: readonly string[],
  score: (values: readonly number[]) => number,
  cache: Cache,
): Steps<number[]> {
  const scores: number[] = [];
  for (let from = 0; from < texts.length; ) {
    const to = coreEnd(texts, from);
    const start = Math.max(0, from - MARGIN);
    const window = texts.slice(start, to + MARGIN);
    const first = from - start;
    const own = cache.get('topics', `${first}\0${to - from}\0${window.join('\0')}`, () => {
      const features = openingFeatures(window.map(passage)).slice(first, first + to - from);
      return features.map((values) => score(Object.values(values)));
    });
    for (const score of own) scores.push(score);
    from = to;
    yield;
  }
  return scores;

  function passage(text: string): Passage {
    return cache.get('topics.passage', text, () => passageOf(text));
  }
}

const MARGIN = 16;
const SHORTEST_CORE = 12;
const LONGEST_CORE = 28;

/** The end of the core that begins at `from`: at a paragraph picked by its own text, in bounds. */
function coreEnd(texts: readonly string[], from: number): number {
  const last = Math.min(texts.length, from + LONGEST_CORE);
  for (let i = from + SHORTEST_CORE; i < last; i++) if (isAnchor(texts[i]!)) return i;
  return last;
}

function isAnchor(text: string): boolean {
  let sum = text.length;
  for (let i = 0; i < Math.min(text.length, 64); i++) sum += text.charCodeAt(i);
  return sum % 5 === 0;
}
