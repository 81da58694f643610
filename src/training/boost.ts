import { BINS, binOf, type Trees } from '../core/pipeline/layout/trees.ts';
import { randomNumbers } from './random.ts';

/** One example: feature values, whether it is positive, and how much it counts. */
export interface Row {
  readonly values: readonly number[];
  readonly positive: boolean;
  readonly weight: number;
}

export interface BoostOptions {
  readonly features: readonly string[];
  readonly trees: number;
  readonly depth: number;
  /** Share of each tree's step that is taken. */
  readonly rate: number;
  /** Share of the rows, and of the features, that each tree is grown on. */
  readonly sample: number;
  /** Least summed second derivative in a leaf. */
  readonly leaf: number;
  /** Weight of the prior that pulls leaves to zero. */
  readonly pull: number;
}

/** Trains gradient-boosted trees with logistic loss by histograms, each on a sample of rows and features (Friedman's
 * stochastic gradient boosting, with XGBoost's second-order gain). The samples are the same in every run. */
export function boost(rows: readonly Row[], options: BoostOptions): Trees {
  const edges = options.features.map((_, f) => edgesOf(rows.map((row) => row.values[f]!)));
  const bins = options.features.map((_, f) => Uint8Array.from(rows, (row) => binOf(edges[f]!, row.values[f]!)));
  const total = sum(rows.map((row) => row.weight));
  const positive = sum(rows.map((row) => (row.positive ? row.weight : 0)));
  const base = Math.log(positive / (total - positive));
  const scores = new Float64Array(rows.length).fill(base);
  const random = randomNumbers(1);
  const trees: number[][] = [];
  for (let t = 0; t < options.trees; t++) {
    const sampled = Uint32Array.from(rows, (_, i) => i).filter(() => random() < options.sample);
    const features = options.features.map((_, f) => f).filter(() => random() < options.sample);
    const grower: Grower = { bins, features, options, gradients: gradientsOf(rows, scores), tree: [] };
    grow(grower, 0, sampled, 0);
    for (let i = 0; i < rows.length; i++) scores[i]! += leafAt(grower, i) / 1000;
    trees.push(grower.tree);
  }
  return { features: options.features, edges, base: Math.round(base * 1000), trees };
}

interface Gradients {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

interface Grower {
  readonly bins: readonly Uint8Array[];
  /** The features this tree may ask for. */
  readonly features: readonly number[];
  readonly options: BoostOptions;
  readonly gradients: Gradients;
  readonly tree: number[];
}

function gradientsOf(rows: readonly Row[], scores: Float64Array): Gradients {
  const first = new Float64Array(rows.length);
  const second = new Float64Array(rows.length);
  rows.forEach(({ positive, weight }, i) => {
    const p = 1 / (1 + Math.exp(-scores[i]!));
    first[i] = weight * (Number(positive) - p);
    second[i] = weight * p * (1 - p);
  });
  return { first, second };
}

/** Fills the tree at node `at` for the rows `members`. */
function grow(grower: Grower, at: number, members: Uint32Array, depth: number): void {
  const { options, tree, bins } = grower;
  if (depth === options.depth) {
    tree[at] = leafValue(grower, members);
    return;
  }
  const split = bestSplit(grower, members) ?? { feature: 0, bin: BINS - 1 };
  tree[at] = split.feature * BINS + split.bin;
  const column = bins[split.feature]!;
  const left = members.filter((i) => column[i]! <= split.bin);
  const right = members.filter((i) => column[i]! > split.bin);
  grow(grower, 2 * at + 1, left, depth + 1);
  grow(grower, 2 * at + 2, right, depth + 1);
}

function leafValue({ gradients, options }: Grower, members: Uint32Array): number {
  let g = 0;
  let h = 0;
  for (const i of members) {
    g += gradients.first[i]!;
    h += gradients.second[i]!;
  }
  return members.length === 0 ? 0 : Math.round((1000 * options.rate * g) / (h + options.pull));
}

function leafAt({ tree, bins }: Grower, row: number): number {
  const inner = (tree.length - 1) / 2;
  let at = 0;
  while (at < inner) {
    const bin = tree[at]! % BINS;
    at = 2 * at + (bins[(tree[at]! - bin) / BINS]![row]! > bin ? 2 : 1);
  }
  return tree[at]!;
}

function bestSplit({ gradients, bins, options, features }: Grower, members: Uint32Array) {
  let best: { feature: number; bin: number } | undefined;
  let most = 1e-9;
  const g = new Float64Array(BINS);
  const h = new Float64Array(BINS);
  for (const feature of features) {
    const column = bins[feature]!;
    g.fill(0);
    h.fill(0);
    for (let k = 0; k < members.length; k++) {
      const i = members[k]!;
      const bin = column[i]!;
      g[bin]! += gradients.first[i]!;
      h[bin]! += gradients.second[i]!;
    }
    const [G, H] = [sum(g), sum(h)];
    const gain = (a: number, b: number) => (a * a) / (b + options.pull);
    for (let bin = 0, a = 0, b = 0; bin < BINS - 1; bin++) {
      a += g[bin]!;
      b += h[bin]!;
      if (b < options.leaf || H - b < options.leaf) continue;
      const value = gain(a, b) + gain(G - a, H - b) - gain(G, H);
      if (value > most) [most, best] = [value, { feature, bin }];
    }
  }
  return best;
}

/** At most BINS - 1 edges: between all values if they are few, else at even shares of the rows. */
function edgesOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const unique = [...new Set(sorted)];
  if (unique.length <= BINS) return unique.slice(1).map((value, i) => round((value + unique[i]!) / 2));
  const edges = Array.from({ length: BINS - 1 }, (_, i) =>
    round(sorted[Math.floor(((i + 1) * sorted.length) / BINS)]!),
  );
  return [...new Set(edges)];
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
