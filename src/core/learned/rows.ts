import type { FeatureList } from './features.ts';
import { TAGS } from './labels.ts';

/**
 * The rows of weights, one a feature, laid out so that sums of them are quick: four weights a number, each raised to be
 * positive, so that two sums of 16 bits can be made at once. Most of the time goes into fetching rows from memory, so a
 * row stands beside its feature's hash, where one fetch brings both. Open addressing by the highest bits of the hash,
 * at most three quarters full: rows added in the order of their hashes fill the memory from its start to its end.
 */
export class Rows {
  private readonly places: Int32Array;
  /** One bit for each of {@link FILTERED} remainders of features: 0 where none has a row, so that few are sought in vain. */
  private readonly filter = new Int32Array(FILTERED / 32);
  private readonly mask: number;
  private readonly shift: number;
  /** Kept only so that the looks of `fetch` are of use, and not left out by the compiler. */
  protected fetched = 0;

  /** Room for `count` rows. */
  constructor(count: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, count / FULL))));
    this.places = new Int32Array(PLACE * 2 ** bits);
    this.mask = this.places.length - 1;
    this.shift = 32 - bits;
  }

  /**
   * Adds a row for each feature, in the order of their hashes: of `weights`, which follow each other feature by feature,
   * it has one, from -127 to 127, for each tag whose bit is set in `tags`.
   */
  addAll(features: Int32Array, tags: Int32Array, weights: Uint8Array): void {
    const { places, mask, shift } = this;
    let next = 0;
    for (let i = 0; i < features.length; i++) {
      let place = (features[i]! >>> shift) * PLACE;
      while (places[place + LAST] !== 0) place = (place + PLACE) & mask;
      places[place] = features[i]!;
      this.filter[(features[i]! & (FILTERED - 1)) >> 5]! |= 1 << features[i]!;
      for (let at = place + 1; at < place + LAST; at++) places[at] = ZEROS;
      places[place + LAST] = BIAS;
      for (let rest = tags[i]!; rest !== 0; rest &= rest - 1) {
        const tag = 31 - Math.clz32(rest & -rest);
        places[place + 1 + (tag >> 2)]! += ((weights[next++]! << 24) >> 24) << (8 * (tag & 3));
      }
    }
  }

  /**
   * Adds the rows of features to the {@link SUMS} numbers of `sums` from `at` on; see {@link addSums}. At most {@link MOST}
   * rows may be added together.
   */
  addTo(sums: Int32Array, at: number, features: FeatureList): void {
    const ids = features.hashed();
    const count = this.fetch(ids, features.count);
    const { places, mask, shift } = this;
    let s0 = sums[at]!;
    let s1 = sums[at + 1]!;
    let s2 = sums[at + 2]!;
    let s3 = sums[at + 3]!;
    let s4 = sums[at + 4]!;
    let s5 = sums[at + 5]!;
    let s6 = sums[at + 6]!;
    let s7 = sums[at + 7]!;
    let s8 = sums[at + 8]!;
    let s9 = sums[at + 9]!;
    let s10 = sums[at + 10]!;
    let found = sums[at + 11]!;
    for (let k = 0; k < count; k++) {
      const feature = ids[k]!;
      let place = (feature >>> shift) * PLACE;
      while (places[place] !== feature && places[place + LAST] !== 0) place = (place + PLACE) & mask;
      const last = places[place + LAST]!;
      if (last === 0) continue;
      found++;
      const a = places[place + 1]!;
      const b = places[place + 2]!;
      const c = places[place + 3]!;
      const d = places[place + 4]!;
      const e = places[place + 5]!;
      s0 = (s0 + (a & EVEN)) | 0;
      s1 = (s1 + ((a >>> 8) & EVEN)) | 0;
      s2 = (s2 + (b & EVEN)) | 0;
      s3 = (s3 + ((b >>> 8) & EVEN)) | 0;
      s4 = (s4 + (c & EVEN)) | 0;
      s5 = (s5 + ((c >>> 8) & EVEN)) | 0;
      s6 = (s6 + (d & EVEN)) | 0;
      s7 = (s7 + ((d >>> 8) & EVEN)) | 0;
      s8 = (s8 + (e & EVEN)) | 0;
      s9 = (s9 + ((e >>> 8) & EVEN)) | 0;
      s10 = (s10 + last) | 0;
    }
    sums[at] = s0;
    sums[at + 1] = s1;
    sums[at + 2] = s2;
    sums[at + 3] = s3;
    sums[at + 4] = s4;
    sums[at + 5] = s5;
    sums[at + 6] = s6;
    sums[at + 7] = s7;
    sums[at + 8] = s8;
    sums[at + 9] = s9;
    sums[at + 10] = s10;
    sums[at + 11] = found;
  }

  /**
   * Moves the features that may have a row to the start of `ids`, returns how many there are, and looks at where each row
   * should be. With no decision between the looks, the processor fetches the places from memory side by side, so that the
   * sum finds them near.
   */
  private fetch(ids: Int32Array, count: number): number {
    const { places, shift, filter } = this;
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const feature = ids[k]!;
      ids[kept] = feature;
      kept += (filter[(feature & (FILTERED - 1)) >> 5]! >>> feature) & 1;
    }
    let seen = 0;
    for (let k = 0; k < kept; k++) seen ^= places[(ids[k]! >>> shift) * PLACE]!;
    this.fetched = seen;
    return kept;
  }
}

/** Numbers of a sum of rows: eleven pairs of sums of 16 bits, and how many rows were added. Sums add up number by number. */
export const SUMS = 12;

/** Adds the {@link TAGS} sums of weights, which were raised in `sums`, to `scores` from `at`. */
export function addSums(sums: Int32Array, scores: Int32Array, at: number): void {
  const bias = sums[SUMS - 1]! * BIAS;
  for (let tag = 0; tag < TAGS; tag++) {
    const pair = sums[2 * (tag >> 2) + (tag & 1)]!;
    scores[at + tag]! += (tag & 2 ? pair >>> 16 : pair & 0xffff) - bias;
  }
}

/** As many raised weights as a sum of 16 bits holds. */
export const MOST = 257;

/** A power of two, about twelve times the number of rows. */
const FILTERED = 2 ** 20;
const BIAS = 128;
/** Four raised weights of 0. */
const ZEROS = 0x80808080 | 0;
/** How full the places may be. */
const FULL = 0.75;
/** Numbers of a row, and of a place for one: its feature, the row, and one left over so that a place is half a cache line. */
const WORDS = 6;
const PLACE = 8;
/** The last number of a row, which is never 0 as it holds one raised weight. */
const LAST = WORDS;
/** The first and third of the four weights in a number. */
const EVEN = 0x00ff00ff;
