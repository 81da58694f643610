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
const BIN_BITS = 4;

/** Features by name, in groups: putting them into one object takes longer than finding them. */
export type Features = readonly (Readonly<Record<string, number>> | readonly number[])[];

/** The names of features in the order of {@link valuesOf}. */
export function namesOf(features: Features): string[] {
  return features.flatMap((group) => Object.keys(group));
}

export function valuesOf(features: Features): number[] {
  return features.flatMap((group) => Object.values(group));
}

/** The value of a feature that is not known. */
export const UNKNOWN = Number.NaN;

/**
 * Gives the trees' logit for features, the highest that is possible if some are {@link UNKNOWN}. Where it is sure not to
 * be above `least`, it may be any number that is not: most trees need not be asked then.
 */
export type TreeScorer = (features: Features, least?: number) => number;

/** Makes a function that gives the trees' logit for features in the order of `features`. Meant to be made once. */
export function treeScorer({ edges, base, trees }: Trees): TreeScorer {
  const nodes = Int32Array.from(trees.flat());
  const width = trees[0]?.length ?? 1;
  const inner = (width - 1) >> 1;
  const highest = highestFrom(trees, inner);
  const rows = inOneRow(edges);
  const bins = new Uint8Array(edges.length);
  const leafBelow = (root: number, from: number): number => {
    for (let at = from; ; ) {
      if (at >= inner) return nodes[root + at]!;
      const node = nodes[root + at]!;
      const bin = bins[node >> BIN_BITS]!;
      const left = 2 * at + 1;
      if (bin === ANY_BIN) return Math.max(leafBelow(root, left), leafBelow(root, left + 1));
      at = bin > (node & (BINS - 1)) ? left + 1 : left;
    }
  };
  return (features, least = Number.NEGATIVE_INFINITY) => {
    binAll(features, rows, bins);
    let sum = base;
    for (let tree = 0; tree < trees.length; tree++) {
      if ((sum + highest[tree]!) / 1000 <= least) return least;
      sum += leafBelow(tree * width, 0);
    }
    return sum / 1000;
  };
}

/** The highest that each tree and those after it can add up to. */
function highestFrom(trees: Trees['trees'], inner: number): Int32Array {
  const highest = new Int32Array(trees.length);
  let sum = 0;
  for (let tree = trees.length - 1; tree >= 0; tree--) {
    sum += Math.max(...trees[tree]!.slice(inner));
    highest[tree] = sum;
  }
  return highest;
}

/** All edges one after the other, and where those of each feature begin; one entry more tells where the last end. */
interface EdgeRows {
  readonly edges: Float64Array;
  readonly firsts: Int32Array;
}

function inOneRow(edges: Trees['edges']): EdgeRows {
  const firsts = new Int32Array(edges.length + 1);
  for (let f = 0; f < edges.length; f++) firsts[f + 1] = firsts[f]! + edges[f]!.length;
  return { edges: Float64Array.from(edges.flat()), firsts };
}

function binAll(features: Features, { edges, firsts }: EdgeRows, bins: Uint8Array): void {
  let f = 0;
  for (const group of features) {
    for (const value of Object.values(group)) {
      const first = firsts[f]!;
      const end = firsts[f + 1]!;
      let at = first;
      while (at < end && value > edges[at]!) at++;
      bins[f++] = Number.isNaN(value) ? ANY_BIN : at - first;
    }
  }
}

const ANY_BIN = 255;

/** The number of edges below `value`. */
export function binOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value > edges[bin]!) bin++;
  return bin;
}
