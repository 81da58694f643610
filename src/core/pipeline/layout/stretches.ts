import type { Cache } from '../cache.ts';
import type { Passage } from '../passage.ts';
import type { Steps } from '../steps.ts';
import type { Paragraph } from './wrap.ts';

export interface StretchInput {
  readonly paragraphs: readonly Paragraph[];
  readonly passages: readonly Passage[];
  readonly cache: Cache;
}

/**
 * Makes a function that gives what stands around a paragraph, `reach` paragraphs on each side, as a few objects: they
 * are the same as in the last analysis if the surroundings are. The paragraphs are taken in stretches that end where
 * the passages say so, so that an edit changes one stretch and not those behind it.
 */
export function* stretchReader(
  { paragraphs, passages, cache }: StretchInput,
  reach: number,
): Steps<(i: number) => readonly unknown[]> {
  const stretches: object[] = [];
  const starts: number[] = [];
  const numbers = new Int32Array(paragraphs.length);
  for (let from = 0; from < paragraphs.length; ) {
    let key = '';
    let to = from;
    do {
      const { gap, lines } = paragraphs[to]!;
      key += `${passages[to]!.id} ${Math.min(gap, 2)}${lines > 1 ? '+' : ' '}`;
      numbers[to++] = starts.length;
    } while (to < paragraphs.length && to - from < LONGEST && !(to - from >= SHORTEST && passages[to]!.id % 8 === 0));
    starts.push(from);
    stretches.push(cache.get('stretches', key, () => ({ key })));
    from = to;
    yield;
  }
  return (i) => {
    const first = numbers[Math.max(0, i - reach)]!;
    const last = numbers[Math.min(paragraphs.length - 1, i + reach)]!;
    return [i - starts[first]!, ...stretches.slice(first, last + 1)];
  };
}

const SHORTEST = 8;
const LONGEST = 32;
