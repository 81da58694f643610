/**
 * How well stretches of units go together: the logarithm of the probability of their words if all come from one
 * distribution, drawn from a symmetric Dirichlet prior and integrated out (Utiyama & Isahara 2001; Eisenstein & Barzilay
 * 2008).
 */
export interface Cohesion {
  readonly units: number;
  /** All words. */
  readonly words: number;
  /** For the units from `from` up to, not including, `to`. */
  of(from: number, to: number): number;
}

/**
 * The cohesion of all stretches of `units`, each a list of words, with `beta` as prior weight of each word. Quadratic in
 * the number of units: for windows of some dozens.
 */
export function cohesionOf(units: readonly (readonly string[])[], beta: number): Cohesion {
  const { words, size, total } = numbered(units);
  const table = segmentLikelihoods(words, { beta, size, total });
  const width = units.length + 1;
  return { units: units.length, words: total, of: (from, to) => table[from * width + to]! };
}

/**
 * The probability that a segment begins at each unit, over all segmentations, by the forward-backward recurrence; 1 for
 * the first unit. A cut costs `cost` times the logarithm of the number of words.
 */
export function cutProbabilities(cohesion: Cohesion, cost: number): number[] {
  const n = cohesion.units;
  const penalty = cost * Math.log(cohesion.words + 1);
  const weight = (from: number, to: number) => cohesion.of(from, to) - (from > 0 ? penalty : 0);
  const forward = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY);
  const backward = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY);
  forward[0] = 0;
  backward[n] = 0;
  for (let to = 1; to <= n; to++) {
    for (let from = 0; from < to; from++) forward[to] = logAdd(forward[to]!, forward[from]! + weight(from, to));
  }
  for (let from = n - 1; from >= 0; from--) {
    for (let to = from + 1; to <= n; to++) backward[from] = logAdd(backward[from]!, backward[to]! + weight(from, to));
  }
  return Array.from({ length: n }, (_, i) => Math.exp(forward[i]! + backward[i]! - forward[n]!));
}

/** What a cut before unit `at` gains over none, within `reach` units on each side. */
export function cutGain({ of, units }: Cohesion, at: number, reach: number): number {
  if (at <= 0) return 0;
  const from = Math.max(0, at - reach);
  const to = Math.min(units, at + reach);
  return at >= to ? 0 : of(from, at) + of(at, to) - of(from, to);
}

interface Numbered {
  readonly words: readonly Uint32Array[];
  /** Different words, and all. */
  readonly size: number;
  readonly total: number;
}

function numbered(units: readonly (readonly string[])[]): Numbered {
  const ids = new Map<string, number>();
  let total = 0;
  const words = units.map((unit) => {
    total += unit.length;
    return Uint32Array.from(unit, (word) => {
      const id = ids.get(word) ?? ids.size;
      ids.set(word, id);
      return id;
    });
  });
  return { words, size: ids.size, total };
}

/** The logarithm of the probability of each stretch of units as one segment, at `from * (n + 1) + to`. */
function segmentLikelihoods(
  units: readonly Uint32Array[],
  { beta, size, total }: { readonly beta: number; readonly size: number; readonly total: number },
): Float64Array {
  const n = units.length;
  const table = new Float64Array((n + 1) * (n + 1));
  const counts = new Uint32Array(size);
  const ofCount = Float64Array.from({ length: total + 1 }, (_, count) => Math.log(count + beta));
  const ofLength = Float64Array.from({ length: total + 1 }, (_, length) => Math.log(length + size * beta));
  for (let from = 0; from < n; from++) {
    counts.fill(0);
    let sum = 0;
    let length = 0;
    for (let to = from; to < n; to++) {
      for (const word of units[to]!) sum += ofCount[counts[word]!++]! - ofLength[length++]!;
      table[from * (n + 1) + to + 1] = sum;
    }
  }
  return table;
}

function logAdd(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === Number.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(-Math.abs(a - b)));
}
