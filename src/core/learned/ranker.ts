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

/** A ranker with the weights of the file, one look-up a feature. */
export function createRanker(weights: Readonly<Record<string, number>>): Ranker {
  const groups = new Map<string, number>();
  for (const name of Object.keys(weights)) {
    const group = groupOf(name);
    if (!groups.has(group)) groups.set(group, groups.size);
  }
  const rows = new Map<string, Float64Array>();
  for (const [name, weight] of Object.entries(weights)) {
    const group = groupOf(name);
    const own = group ? name.slice(group.length + 1) : name;
    const row = rows.get(own) ?? new Float64Array(groups.size);
    rows.set(own, row);
    row[groups.get(group)!] = weight;
  }
  // The general weights are added to those of each group once, here.
  const general = groups.get('');
  if (general !== undefined) for (const row of rows.values()) addToAll(row, general);
  return {
    score(group, features) {
      const column = groups.get(group) ?? general ?? 0;
      let sum = 0;
      for (const name of features) {
        const row = rows.get(name);
        if (row) sum += row[column]!;
      }
      return sum;
    },
  };
}

function groupOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf('&')));
}

function addToAll(row: Float64Array, general: number): void {
  const weight = row[general]!;
  for (let i = 0; i < row.length; i++) if (i !== general) row[i]! += weight;
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
