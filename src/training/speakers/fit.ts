import { softmax, type Weights } from '../../core/learned/linear.ts';

/** A choice among options of which some are right. */
export interface Example {
  readonly options: readonly (readonly string[])[];
  readonly right: readonly boolean[];
}

/** A question answered with yes or no. */
export interface YesNo {
  readonly features: readonly string[];
  readonly yes: boolean;
}

export interface FitOptions {
  readonly passes?: number;
  readonly rate?: number;
  /** Strength of the pull of weights to zero (L2), per example. */
  readonly decay?: number;
  /** Features in fewer examples than this get no weight. */
  readonly atLeast?: number;
}

/**
 * Fits the weights of a softmax over options by stochastic gradient ascent with AdaGrad's step sizes, averaged over the
 * second half of the passes; the likelihood of an example is that of all its right options together.
 */
export function fitRanker(examples: readonly Example[], options: FitOptions = {}): Record<string, number> {
  const { passes = 15, rate = 0.15, decay = 0.002, atLeast = 3 } = options;
  const names = frequent(examples, atLeast);
  const numbers = new Map(names.map((name, i) => [name, i]));
  const indexed = examples.map((example) => indexedBy(numbers, example));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-3);
  const sums = new Float64Array(names.length);
  for (let pass = 0; pass < passes; pass++) {
    for (const example of shuffled(indexed, pass)) {
      for (const [feature, slope] of slopes(weights, example)) {
        const value = slope - decay * weights[feature]!;
        squares[feature]! += value * value;
        weights[feature]! += (rate * value) / Math.sqrt(squares[feature]!);
      }
    }
    if (pass >= passes / 2) for (const [i, weight] of weights.entries()) sums[i]! += weight;
  }
  const summed = passes - Math.ceil(passes / 2);
  return Object.fromEntries(names.map((name, i) => [name, sums[i]! / summed]));
}

/** Fits a logistic model, as a choice between the features and nothing. */
export function fitYesNo(examples: readonly YesNo[], options: FitOptions = {}): Record<string, number> {
  return fitRanker(
    examples.map(({ features, yes }) => ({ options: [features, []], right: [yes, !yes] })),
    options,
  );
}

/** Weights as compact JSON: two decimals, none smaller than `least`. */
export function rounded(weights: Weights, least = 0.02): Record<string, number> {
  const entries = Object.entries(weights).map(
    ([feature, weight]) => [feature, Math.round(weight * 100) / 100] as const,
  );
  return Object.fromEntries(
    entries.filter(([, weight]) => Math.abs(weight) >= least).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

interface Indexed {
  readonly options: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

function indexedBy(numbers: ReadonlyMap<string, number>, { options, right }: Example): Indexed {
  const known = (features: readonly string[]) => features.flatMap((feature) => numbers.get(feature) ?? []);
  return { options: options.map(known), right };
}

function frequent(examples: readonly Example[], atLeast: number): string[] {
  const counts = new Map<string, number>();
  for (const { options } of examples) {
    for (const feature of new Set(options.flat())) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= atLeast).map(([feature]) => feature);
}

function slopes(weights: Float64Array, { options, right }: Indexed): Map<number, number> {
  const shares = softmax(options.map((features) => features.reduce((sum, feature) => sum + weights[feature]!, 0)));
  const good = shares.reduce((sum, share, i) => sum + (right[i] ? share : 0), 0) || 1e-9;
  const sums = new Map<number, number>();
  for (const [i, features] of options.entries()) {
    const pull = (right[i] ? shares[i]! / good : 0) - shares[i]!;
    if (Math.abs(pull) < 1e-4) continue;
    for (const feature of features) sums.set(feature, (sums.get(feature) ?? 0) + pull);
  }
  return sums;
}

/** The examples in an order that is the same in every run. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const copy = [...list];
  let state = seed * 7919 + 17;
  for (let i = copy.length - 1; i > 0; i--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const k = state % (i + 1);
    [copy[i], copy[k]] = [copy[k]!, copy[i]!];
  }
  return copy;
}
