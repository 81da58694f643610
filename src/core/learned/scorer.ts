import { FeatureList } from './features.ts';
import { mix } from './hash.ts';
import { addSums, type Rows, SUMS } from './rows.ts';

/**
 * Sums the rows of a token's features. Fetching rows from memory takes most of the time that names take, so the sums of
 * features that come again are kept: those of a word alone by its id, and those of small groups of features at the place
 * that the hash of what they depend on tells, until another group needs that place. Neither changes an answer.
 */
export class Scorer {
  /** Features whose rows are to be added next. */
  readonly features = new FeatureList();
  private readonly sums = new Int32Array(SUMS);
  /**
   * Sums that are kept, {@link ENTRY} numbers each: those of groups, each group with places of its own, then those of
   * words by where they stand. The last number of a sum is 0 where there is none yet; behind it a group has its key.
   */
  private memo = new Int32Array(2 * FIRST_WORD);
  /** Where in there the sums are that belong to the token. */
  private readonly terms = new Int32Array(WORD_PLACES + GROUPS);
  private termCount = 0;
  /** The key of the group asked for last. */
  private key = 0;
  private check = 0;

  constructor(private readonly rows: Rows) {}

  /** Must be called when words were forgotten: ids then mean others. */
  forgetWords(): void {
    this.memo.fill(0, FIRST_WORD);
  }

  /** Begins with the next token. */
  begin(): void {
    this.features.count = 0;
    this.termCount = 0;
  }

  /**
   * Adds the sums kept for the word `id` at a place, a number below {@link WORD_PLACES}. False if there are none: then its
   * features are to be given to {@link addWord}.
   */
  knowsWord(id: number, place: number): boolean {
    const at = FIRST_WORD + (id * WORD_PLACES + place) * ENTRY;
    if (at >= this.memo.length) this.grow(at);
    this.terms[this.termCount++] = at;
    return this.memo[at + SUMS - 1] !== 0;
  }

  /** Adds and keeps the sums of {@link features} for the word asked for last. */
  addWord(): void {
    const at = this.terms[this.termCount - 1]!;
    this.memo.fill(0, at, at + SUMS);
    this.rows.addTo(this.memo, at, this.features);
    this.features.count = 0;
  }

  /**
   * Adds the sums kept for a group of features, told by a number below {@link GROUPS}, that depend on two numbers. False
   * if there are none: then they are to be given to {@link addGroup}. Once a token for each group.
   */
  knowsGroup(group: number, a: number, b: number): boolean {
    const { memo } = this;
    this.key = mix(a, b);
    this.check = mix(b, a) | 1;
    const at = (group * PLACES + (this.key >>> PLACE_SHIFT)) * ENTRY;
    this.terms[this.termCount++] = at;
    return memo[at + SUMS] === this.key && memo[at + SUMS + 1] === this.check;
  }

  /** Adds and keeps the sums of {@link features} for the group asked for last. */
  addGroup(): void {
    const at = this.terms[this.termCount - 1]!;
    this.memo[at + SUMS] = this.key;
    this.memo[at + SUMS + 1] = this.check;
    this.addWord();
  }

  /** Adds the sums so far and the rows of {@link features} to `scores` from `at` on. */
  finish(scores: Int32Array, at: number): void {
    const { features, sums } = this;
    this.sumTerms();
    this.rows.addTo(sums, 0, features);
    addSums(sums, scores, at);
  }

  private sumTerms(): void {
    const { memo, terms, termCount, sums } = this;
    for (let k = 0; k < SUMS; k += 4) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let t = 0; t < termCount; t++) {
        const at = terms[t]! + k;
        a = (a + memo[at]!) | 0;
        b = (b + memo[at + 1]!) | 0;
        c = (c + memo[at + 2]!) | 0;
        d = (d + memo[at + 3]!) | 0;
      }
      sums[k] = a;
      sums[k + 1] = b;
      sums[k + 2] = c;
      sums[k + 3] = d;
    }
  }

  private grow(least: number): void {
    const memo = new Int32Array(Math.max(2 * this.memo.length, 2 * least));
    memo.set(this.memo);
    this.memo = memo;
  }
}

/** So many places a word's features are seen from: its own token and the two on either side. */
export const WORD_PLACES = 5;
/** So many groups there are. */
export const GROUPS = 4;

/** Numbers of a sum that is kept, its key included: as many as a line of the processor's cache holds. */
const ENTRY = 16;
const PLACE_BITS = 12;
const PLACES = 2 ** PLACE_BITS;
const PLACE_SHIFT = 32 - PLACE_BITS;
const FIRST_WORD = GROUPS * PLACES * ENTRY;
