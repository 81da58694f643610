import { TAGS } from './labels.ts';

/**
 * The rows of weights, one a feature, laid out so that sums of them are quick: four weights a number, each raised to be
 * positive, so that two sums of 16 bits can be made at once. Most of the time goes into fetching rows from memory, so a
 * row stands beside its feature's hash, where one fetch brings both. Open addressing by the highest bits of the hash,
 * at most three quarters full: rows added in the order of their hashes fill the memory from its start to its end.
 */
export class Rows {
  private readonly places: Int32Array;
  private readonly mask: number;
  private readonly shift: number;
  private readonly sums = new Int32Array(2 * WORDS);
  /** Kept only so that the looks of `fetch` are of use, and not left out by the compiler. */
  protected fetched = 0;

  /** Room for `count` rows. */
  constructor(count: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, count / FULL))));
    this.places = new Int32Array(PLACE * 2 ** bits);
    this.mask = this.places.length - 1;
    this.shift = 32 - bits;
  }

  /** Adds a row of zero weights for a feature that has none yet, and returns its place. */
  add(feature: number): number {
    const { places, mask } = this;
    let place = (feature >>> this.shift) * PLACE;
    while (places[place + LAST] !== 0) place = (place + PLACE) & mask;
    places[place] = feature;
    for (let at = place + 1; at < place + LAST; at++) places[at] = ZEROS;
    places[place + LAST] = BIAS;
    return place;
  }

  /** Sets a weight, from -127 to 127, that was 0 before, of the row at a place. */
  setWeight(place: number, tag: number, weight: number): void {
    this.places[place + 1 + (tag >> 2)]! += weight << (8 * (tag & 3));
  }

  /** Adds the rows of the features from `from` up to `to`, at most {@link MOST}, to the {@link TAGS} scores from `at`. */
  addTo(scores: Int32Array, at: number, { ids, from, to }: FeatureRange): void {
    const { sums } = this;
    this.fetch(ids, from, to);
    const bias = this.sum(ids, from, to) * BIAS;
    for (let tag = 0; tag < TAGS; tag++) {
      const pair = sums[2 * (tag >> 2) + (tag & 1)]!;
      scores[at + tag]! += (tag & 2 ? pair >>> 16 : pair & 0xffff) - bias;
    }
  }

  /**
   * Looks at where each feature's row should be. With no decision between the looks, the processor fetches the places
   * from memory side by side, so that {@link sum} finds them near.
   */
  private fetch(ids: Int32Array, from: number, to: number): void {
    const { places, shift } = this;
    let seen = 0;
    for (let k = from; k < to; k++) seen ^= places[(ids[k]! >>> shift) * PLACE]!;
    this.fetched = seen;
  }

  /** Returns how many of the features have a row. */
  private sum(ids: Int32Array, from: number, to: number): number {
    const { places, mask, shift, sums } = this;
    let found = 0;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    let s8 = 0;
    let s9 = 0;
    let s10 = 0;
    for (let k = from; k < to; k++) {
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
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
    sums[4] = s4;
    sums[5] = s5;
    sums[6] = s6;
    sums[7] = s7;
    sums[8] = s8;
    sums[9] = s9;
    sums[10] = s10;
    return found;
  }
}

/** Features whose weights are to be summed. */
export interface FeatureRange {
  readonly ids: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** As many raised weights as a sum of 16 bits holds. */
export const MOST = 257;

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
