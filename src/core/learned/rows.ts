import type { HashMap32 } from './hash.ts';
import { TAGS } from './labels.ts';

/**
 * The rows of weights, laid out so that sums of them are quick: four weights a number, each raised to be positive, so
 * that two sums of 16 bits can be made at once. Most of the time goes into fetching rows from memory, and the shorter
 * the loop, the more of them the processor fetches at the same time.
 */
export class Rows {
  private readonly sums = new Int32Array(2 * WORDS);

  /** `index` has a feature's row plus one by its hash, `packed` the rows as {@link emptyRows} and {@link setWeight} do. */
  constructor(
    private readonly index: HashMap32,
    private readonly packed: Int32Array,
  ) {}

  /** Adds the rows of the features from `from` up to `to`, at most {@link MOST}, to the {@link TAGS} scores from `at`. */
  addTo(scores: Int32Array, at: number, { ids, from, to }: FeatureRange): void {
    const { sums } = this;
    const bias = this.sum(ids, from, to) * BIAS;
    for (let tag = 0; tag < TAGS; tag++) {
      const pair = sums[2 * (tag >> 2) + (tag & 1)]!;
      scores[at + tag]! += (tag & 2 ? pair >>> 16 : pair & 0xffff) - bias;
    }
  }

  /** Returns how many of the features have a row. */
  private sum(ids: Int32Array, from: number, to: number): number {
    const { index, packed, sums } = this;
    let found = 0;
    let [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let k = from; k < to; k++) {
      const row = (index.get(ids[k]!) - 1) * WORDS;
      if (row < 0) continue;
      found++;
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
    return found;
  }
}

/** Rows of zero weights. */
export function emptyRows(count: number): Int32Array {
  const packed = new Int32Array(count * WORDS).fill(0x80808080 | 0);
  for (let last = WORDS - 1; last < packed.length; last += WORDS) packed[last] = BIAS;
  return packed;
}

/** Sets a weight, from -127 to 127, that was 0 before. */
export function setWeight(
  packed: Int32Array,
  { row, tag, weight }: { row: number; tag: number; weight: number },
): void {
  packed[row * WORDS + (tag >> 2)]! += weight << (8 * (tag & 3));
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
