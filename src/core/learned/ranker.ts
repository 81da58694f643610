/**
 * A linear ranker whose weights depend on the group of the case: each feature counts with its general weight and with
 * the group's own. The weights file names the latter 'group&feature'.
 */
export interface Ranker {
  /** The sum of the features' weights in the group. */
  score(group: string, features: readonly string[]): number;
}

/** The feature's name in the weights file for a group. */
export function grouped(group: string, feature: string): string {
  return `${group}&${feature}`;
}

/** A ranker with the weights of the file, looked up once a feature. */
export function createRanker(weights: Readonly<Record<string, number>>): Ranker {
  const general = new Map<string, number>();
  const groups = new Map<string, Map<string, number>>();
  for (const [name, weight] of Object.entries(weights)) {
    const cut = name.indexOf('&');
    if (cut < 0) general.set(name, weight);
    else entriesOf(groups, name.slice(0, cut)).set(name.slice(cut + 1), weight);
  }
  return {
    score(group, features) {
      const own = groups.get(group);
      let sum = 0;
      for (const feature of features) sum += (general.get(feature) ?? 0) + (own?.get(feature) ?? 0);
      return sum;
    },
  };
}

function entriesOf(groups: Map<string, Map<string, number>>, group: string): Map<string, number> {
  let entries = groups.get(group);
  if (!entries) {
    entries = new Map();
    groups.set(group, entries);
  }
  return entries;
}

const names = new Map<string, Map<string | number, string>>();

/**
 * The name of a feature with a value, `name value`. The same string each time, so that looking up its weight is fast;
 * names and values must come from small sets.
 */
export function feature(name: string, value: string | number): string {
  let values = names.get(name);
  if (!values) {
    values = new Map();
    names.set(name, values);
  }
  let known = values.get(value);
  if (known === undefined) {
    known = `${name} ${value}`;
    values.set(value, known);
  }
  return known;
}
