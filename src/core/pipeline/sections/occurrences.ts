/** Where the words of a run of units come up, as numbers: who shares a word with whom is told by walking from place to place. */
export interface Occurrences {
  /** The words of each unit in order, numbered by first occurrence from 0. */
  readonly words: readonly Int32Array[];
  /** Different words in all units, and all words. */
  readonly size: number;
  readonly total: number;
  /** How many different words the unit `i` has; 0 if there is no such unit. */
  different(i: number): number;
  /** How many of the different words of the unit `i` come up in the units from `from` up to, not including, `to`. */
  shared(i: number, from: number, to: number): number;
}

export function occurrencesOf(units: readonly (readonly number[])[]): Occurrences {
  const numbers = new Map<number, number>();
  const words = units.map((unit) => Int32Array.from(unit, (word) => numberOf(word, numbers)));
  const total = words.reduce((sum, unit) => sum + unit.length, 0);
  const places = placesOf(words, numbers.size, total);
  const { firsts, units: unitAt, previous, next } = places;
  const different = (i: number) => (i < units.length ? firsts[i + 1]! - firsts[i]! : 0);
  const shared = (i: number, from: number, to: number) => {
    let found = 0;
    const step = from > i ? next : previous;
    for (let place = firsts[i]!; place < firsts[i + 1]!; place++) {
      let other = step[place]!;
      // Walking back from a unit behind `to` may meet units between.
      while (other >= 0 && step === previous && unitAt[other]! >= to) other = previous[other]!;
      if (other >= 0 && unitAt[other]! >= from && unitAt[other]! < to) found++;
    }
    return found;
  };
  return { words, size: numbers.size, total, different, shared };
}

function numberOf(word: number, numbers: Map<number, number>): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size);
  return numbers.size - 1;
}

/** Each different word of each unit is a place; places of the same word are chained in both directions. */
function placesOf(words: readonly Int32Array[], size: number, total: number) {
  const firsts = new Int32Array(words.length + 1);
  const units = new Int32Array(total);
  const previous = new Int32Array(total).fill(-1);
  const next = new Int32Array(total).fill(-1);
  const last = new Int32Array(size).fill(-1);
  let count = 0;
  for (const [i, unit] of words.entries()) {
    firsts[i] = count;
    for (const word of unit) {
      const before = last[word]!;
      if (before >= firsts[i]!) continue;
      if (before >= 0) {
        previous[count] = before;
        next[before] = count;
      }
      units[count] = i;
      last[word] = count++;
    }
  }
  firsts[words.length] = count;
  return { firsts, units, previous, next };
}
