import type { Item } from '../speakers/outline.ts';
import type { Candidate, Cue, Scene } from '../speakers/scene.ts';
import type { Stretch } from './phrases.ts';

/** A sentence, or a part of one up to a semicolon, in which someone may say something. */
export interface Sentence extends Stretch {
  readonly cues: readonly Cue[];
  /** Numbers of the candidates behind 'according to'. */
  readonly sources: readonly number[];
}

/** The sentences of a paragraph that hold words of saying. Questions report nothing and are left out. */
export function sentencesOf({ items, cues, candidates }: Scene): readonly Sentence[] {
  const sources = [...candidates.keys()].filter((k) => isSource(items, candidates[k]!));
  const sentences: Sentence[] = [];
  let [c, s, from] = [0, 0, 0];
  while (c < cues.length || s < sources.length) {
    const to = endOfSentence(items, from);
    const [firstCue, firstSource] = [c, s];
    while (c < cues.length && cues[c]!.item < to) c++;
    while (s < sources.length && candidates[sources[s]!]!.first < to) s++;
    const holds = c > firstCue || s > firstSource;
    if (holds && !items[to - 1]!.lower.startsWith('?')) {
      sentences.push({ from, to, cues: cues.slice(firstCue, c), sources: sources.slice(firstSource, s) });
    }
    from = to;
  }
  return sentences;
}

/** Not 'Reed' in 'according to Reed’s lawyer', but the lawyer. */
function isSource(items: readonly Item[], { first, possessive }: Candidate): boolean {
  return !possessive && items[first - 2]?.lower === 'according';
}

function endOfSentence(items: readonly Item[], from: number): number {
  let to = from + 1;
  while (to < items.length && items[to]!.sentence === items[from]!.sentence && items[to - 1]!.lower !== ';') to++;
  return to;
}
