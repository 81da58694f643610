/**
 * The features of a model, numbered one after the other as they are declared, when the code is loaded. At work a feature
 * is its number only; its name is what the weights file and the training know it by.
 */
export class FeatureSpace {
  readonly names: string[] = [];

  /** The feature with this name. */
  one(name: string): number {
    return this.names.push(name) - 1;
  }

  /**
   * A family of features, one for each combination of a value from each list: `family(SIDES, 'type', TYPES)` declares
   * 'before type role' and so on. The function gives the number of a combination.
   */
  family(...parts: readonly (string | readonly string[])[]): Family {
    const first = this.names.length;
    this.names.push(...combined(...parts));
    const [, b = 1, c = 1, d = 1] = parts.filter((part) => typeof part !== 'string').map((values) => values.length);
    return (i, j = 0, k = 0, l = 0) => first + ((i * b + j) * c + k) * d + l;
  }
}

/** The number of the feature with the values of these numbers, at most four lists. */
export type Family = (i: number, j?: number, k?: number, l?: number) => number;

/** All combinations of words from each list, with blanks between. */
export function combined(...parts: readonly (string | readonly string[])[]): string[] {
  const lists = parts.map((part) => (typeof part === 'string' ? [part] : part));
  return lists
    .reduce((names, list) => names.flatMap((name) => list.map((word) => `${name} ${word}`)), [''])
    .map((name) => name.slice(1));
}

/** The names of the numbers from 0 to `most`. */
export function upTo(most: number): string[] {
  return Array.from({ length: most + 1 }, (_, i) => String(i));
}

/** The number of each word of the list. */
export function numbered<T extends string>(words: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(words.map((word, i) => [word, i])) as Record<T, number>;
}

/** Features of one case, in a list that is filled again and again. */
export class FeatureList {
  count = 0;
  readonly numbers: Int32Array;

  constructor(numbers = new Int32Array(MOST)) {
    this.numbers = numbers;
  }

  add(feature: number): void {
    if (this.count < this.numbers.length) this.numbers[this.count++] = feature;
  }

  /** Adds the feature unless it is among those from number `from` on. */
  addOnce(feature: number, from: number): void {
    for (let i = from; i < this.count; i++) if (this.numbers[i] === feature) return;
    this.add(feature);
  }

  clear(): void {
    this.count = 0;
  }

  /** The same features in a list of their own. */
  copy(): FeatureList {
    const list = new FeatureList(this.numbers.slice(0, this.count));
    list.count = this.count;
    return list;
  }

  /** The features' names in a space. */
  namesIn({ names }: FeatureSpace): string[] {
    return Array.from(this.numbers.subarray(0, this.count), (feature) => names[feature]!);
  }
}

/** No case has as many features. */
const MOST = 512;

/** A linear model of which each feature counts with its general weight and with the weight of the case's group. */
export interface Ranker {
  /** The sum of the features' weights in the group with this number. */
  score(group: number, features: FeatureList): number;
}

/** The feature's name in the weights file for a group. */
export function grouped(group: string, feature: string): string {
  return `${group}&${feature}`;
}

/** A ranker with the weights of the file, by the features' names; features without a weight count nothing. */
export function createRanker(
  { names }: FeatureSpace,
  groups: readonly string[],
  weights: Readonly<Record<string, number>>,
): Ranker {
  const rows = groups.map((group) =>
    Float64Array.from(names, (name) => (weights[name] ?? 0) + (weights[grouped(group, name)] ?? 0)),
  );
  return {
    score(group, { count, numbers }) {
      const row = rows[group]!;
      let sum = 0;
      for (let i = 0; i < count; i++) sum += row[numbers[i]!]!;
      return sum;
    },
  };
}
