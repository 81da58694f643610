import { pacer, type Steps } from '../steps.ts';
import type { Occurrences } from './occurrences.ts';

/**
 * How well stretches of units go together: the logarithm of the probability of their words if all come from one
 * distribution, drawn from a symmetric Dirichlet prior and integrated out (Utiyama & Isahara 2001; Eisenstein & Barzilay
 * 2008).
 */
export interface Cohesion {
  readonly units: number;
  /** All words. */
  readonly words: number;
  /** For the units from `from` up to, not including, `to`: at `from * (units + 1) + to`. */
  readonly table: Float64Array;
}

/**
 * The cohesion of all stretches of units for the prior weight `beta` of a word. Quadratic in the number of units: for
 * windows of some dozens.
 */
export function* cohesionOf({ words, size, total }: Occurrences, beta: number): Steps<Cohesion> {
  const n = words.length;
  const table = new Float64Array((n + 1) * (n + 1));
  const counts = new Int32Array(size);
  const ofCount = logarithms(beta, total);
  const ofLength = logarithms(size * beta, total);
  const isDue = pacer(COUNTED);
  for (let from = 0; from < n; from++) {
    counts.fill(0);
    let sum = 0;
    let length = 0;
    for (let to = from; to < n; to++) {
      const unit = words[to]!;
      for (let i = 0; i < unit.length; i++) sum += ofCount[counts[unit[i]!]!++]! - ofLength[length++]!;
      table[from * (n + 1) + to + 1] = sum;
    }
    if (isDue(length)) yield;
  }
  return { units: n, words: total, table };
}

/** Words counted in one step. */
const COUNTED = 500_000;

/**
 * The probability that a segment begins at each unit, over all segmentations, by the forward-backward recurrence; 1 for
 * the first unit. A cut costs `cost` times the logarithm of the number of words.
 */
export function cutProbabilities({ units: n, words, table }: Cohesion, cost: number): number[] {
  const penalty = cost * Math.log(words + 1);
  const forward = new Float64Array(n + 1);
  const backward = new Float64Array(n + 1);
  const terms = new Float64Array(n);
  for (let to = 1; to <= n; to++) {
    for (let from = 0; from < to; from++) {
      terms[from] = forward[from]! + table[from * (n + 1) + to]! - (from > 0 ? penalty : 0);
    }
    forward[to] = logSum(terms, to);
  }
  for (let from = n - 1; from >= 0; from--) {
    const lost = from > 0 ? penalty : 0;
    for (let to = from + 1; to <= n; to++) terms[n - to] = backward[to]! + table[from * (n + 1) + to]! - lost;
    backward[from] = logSum(terms, n - from);
  }
  return Array.from({ length: n }, (_, i) => Math.exp(forward[i]! + backward[i]! - forward[n]!));
}

/** What a cut before unit `at` gains over none, within `reach` units on each side. */
export function cutGain({ table, units }: Cohesion, at: number, reach: number): number {
  if (at <= 0) return 0;
  const from = Math.max(0, at - reach);
  const to = Math.min(units, at + reach);
  const width = units + 1;
  return at >= to ? 0 : table[from * width + at]! + table[at * width + to]! - table[from * width + to]!;
}

/** The logarithms of `offset`, `offset + 1` and so on. */
function logarithms(offset: number, count: number): Float64Array {
  const found = new Float64Array(count + 1);
  for (let i = 0; i <= count; i++) found[i] = Math.log(offset + i);
  return found;
}

/** The logarithm of the sum of the numbers whose logarithms are the first `count` terms. */
function logSum(terms: Float64Array, count: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) if (terms[i]! > most) most = terms[i]!;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const less = terms[i]! - most;
    if (less > NEGLIGIBLE) sum += Math.exp(less);
  }
  return most + Math.log(sum);
}

/** The exponential of this, added to one, gives one. */
const NEGLIGIBLE = -38;
