import { FeatureList } from './features.ts';
import { mix } from './hash.ts';
import { addSums, type Rows, SUMS } from './rows.ts';

/**
 * Sums the rows of a token's features. Fetching rows from memory takes most of the time that names take, so the sums of
 * features that come again are kept: those of a word alone, and those of small groups of features that depend on a few
 * numbers. Each is kept at the place that its key tells, until another needs that place. No answer depends on that.
 */
export class Scorer {
  /** Features whose rows are to be added next. */
  readonly features = new FeatureList();
  private readonly sums = new Int32Array(SUMS);
  /**
   * Sums that are kept, {@link ENTRY} numbers each: behind a sum stands its key. Groups, and words by where they stand,
   * have places of their own: so no two sums of a token need the same one.
   */
  private readonly memo = new Int32Array((GROUPS * PLACES + WORD_PLACES * PLACES_OF_WORDS) * ENTRY);
  /** Where in there the sums are that belong to the token. */
  private readonly terms = new Int32Array(WORD_PLACES + GROUPS);
  private termCount = 0;
  /** The key asked for last; the second number of none is 0. */
  private key = 0;
  private check = 0;

  constructor(private readonly rows: Rows) {}

  /** Must be called when words were forgotten: ids then mean others. */
  forgetWords(): void {
    this.memo.fill(0, GROUPS * PLACES * ENTRY);
  }

  /** Begins with the next token. */
  begin(): void {
    this.features.count = 0;
    this.termCount = 0;
  }

  /**
   * Adds the sums kept for the word `id` at a place, a number below {@link WORD_PLACES}. False if there are none: then its
   * features are to be given to {@link keep}.
   */
  knowsWord(id: number, place: number): boolean {
    return this.knows((GROUPS * PLACES + place * PLACES_OF_WORDS + (id & (PLACES_OF_WORDS - 1))) * ENTRY, id, 1);
  }

  /**
   * Adds the sums kept for a group of features, told by a number below {@link GROUPS}, that depend on two numbers. False
   * if there are none: then they are to be given to {@link keep}. Once a token for each group.
   */
  knowsGroup(group: number, a: number, b: number): boolean {
    const key = mix(a, b);
    return this.knows((group * PLACES + (key >>> PLACE_SHIFT)) * ENTRY, key, mix(b, a) | 1);
  }

  private knows(at: number, key: number, check: number): boolean {
    this.key = key;
    this.check = check;
    this.terms[this.termCount++] = at;
    return this.memo[at + SUMS] === key && this.memo[at + SUMS + 1] === check;
  }

  /** Adds and keeps the sums of {@link features} for what was asked for last, and empties them. */
  keep(): void {
    const { memo, features } = this;
    const at = this.terms[this.termCount - 1]!;
    memo.fill(0, at, at + SUMS);
    this.rows.addTo(memo, at, features);
    memo[at + SUMS] = this.key;
    memo[at + SUMS + 1] = this.check;
    features.count = 0;
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
}

/** So many places a word's features are seen from: its own token and the two on either side. */
export const WORD_PLACES = 5;
/** So many groups there are. */
export const GROUPS = 4;

/** Numbers of a sum that is kept, its key included: as many as a line of the processor's cache holds. */
const ENTRY = 16;
/** Places of a group, and of words where they stand at one place: ten megabytes, of which only the used are ever touched. */
const PLACE_BITS = 12;
const PLACES = 2 ** PLACE_BITS;
const PLACE_SHIFT = 32 - PLACE_BITS;
const PLACES_OF_WORDS = 2 ** 15;
