/** How much two texts have in common, in UTF-16 code units: at the start, and at the end of the rest. */
export interface Ends {
  readonly start: number;
  readonly end: number;
}

/** What two texts have in common at their ends; the two parts overlap in neither text. */
export function commonEnds(a: string, b: string): Ends {
  const most = Math.min(a.length, b.length);
  const start = agreeing(most, (from, to) => a.slice(from, to) === b.slice(from, to));
  const tail = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);
  const end = agreeing(most - start, (from, to) => tail(a, from, to) === tail(b, from, to));
  return { start, end };
}

/**
 * Up to where two texts agree, by halving: comparing long stretches as a whole is many times faster than looking at each
 * character, and adds up to little more than one look at the texts.
 */
function agreeing(most: number, areSame: (from: number, to: number) => boolean): number {
  if (areSame(0, most)) return most;
  let low = 0;
  let high = most;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (areSame(low, middle)) low = middle;
    else high = middle;
  }
  return low;
}
