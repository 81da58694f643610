import { TAGS } from './labels.ts';

/**
 * The rows of weights, laid out so that sums of them are quick: four weights a number, each raised to be positive, so
 * that two sums of 16 bits can be made at once. Most of the time goes into fetching rows from memory, and the shorter
 * the loop, the more of them the processor fetches at the same time.
 */
export class Rows {
  private readonly packed: Int32Array;
  private readonly mask: number;
  private readonly sums = new Int32Array(2 * WORDS);

  /** `rows` holds {@link TAGS} weights a feature; their number is a power of two. */
  constructor(rows: Int8Array) {
    const count = rows.length / TAGS;
    this.packed = new Int32Array(count * WORDS);
    this.mask = count - 1;
    for (let row = 0; row < count; row++) {
      for (let tag = 0; tag < TAGS; tag++) {
        this.packed[row * WORDS + (tag >> 2)]! |= (rows[row * TAGS + tag]! + BIAS) << (8 * (tag & 3));
      }
    }
  }

  /** Adds the rows of the features from `from` up to `to`, at most {@link MOST}, to the {@link TAGS} scores from `at`. */
  addTo(scores: Int32Array, at: number, { ids, from, to }: FeatureRange): void {
    this.sum(ids, from, to);
    const { sums } = this;
    const bias = (to - from) * BIAS;
    for (let tag = 0; tag < TAGS; tag++) {
      const pair = sums[2 * (tag >> 2) + (tag & 1)]!;
      scores[at + tag]! += (tag & 2 ? pair >>> 16 : pair & 0xffff) - bias;
    }
  }

  private sum(ids: Int32Array, from: number, to: number): void {
    const { packed, mask, sums } = this;
    let [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let k = from; k < to; k++) {
      const row = (ids[k]! & mask) * WORDS;
      const a = packed[row]!;
      const b = packed[row + 1]!;
      const c = packed[row + 2]!;
      const d = packed[row + 3]!;
      const e = packed[row + 4]!;
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
      s10 = (s10 + packed[row + 5]!) | 0;
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
const WORDS = 6;
/** The first and third of the four weights in a number. */
const EVEN = 0x00ff00ff;
