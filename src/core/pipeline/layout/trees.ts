/**
 * Gradient-boosted decision trees over features cut into bins. Each tree is complete: its inner nodes level by level as
 * `feature * BINS + bin` (go right if the feature's bin is higher), then its leaves as thousandths of a logit.
 */
export interface Trees {
  readonly features: readonly string[];
  /** Upper edges of each feature's bins but the last, rising; by feature, in the order of `features`. */
  readonly edges: readonly (readonly number[])[];
  readonly base: number;
  readonly trees: readonly (readonly number[])[];
}

/** Most bins a feature may have. */
export const BINS = 16;

/** The logit the trees give for features, in the order of `features`. */
export function scoreTrees({ edges, base, trees }: Trees, values: readonly number[]): number {
  const bins = values.map((value, i) => binOf(edges[i]!, value));
  let sum = base;
  for (const tree of trees) sum += leafOf(tree, bins);
  return sum / 1000;
}

/** The number of edges below `value`. */
export function binOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value > edges[bin]!) bin++;
  return bin;
}

function leafOf(tree: readonly number[], bins: readonly number[]): number {
  const inner = (tree.length - 1) / 2;
  let at = 0;
  while (at < inner) {
    const node = tree[at]!;
    const bin = node % BINS;
    at = 2 * at + (bins[(node - bin) / BINS]! > bin ? 2 : 1);
  }
  return tree[at]!;
}
