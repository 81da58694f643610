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
  /** Sums by word and by where it stands; the last of the numbers is 0 where there are none yet. */
  private words = new Int32Array(0);
  /** In each place: the two hashes of a group's key, then its sums. */
  private readonly groups = new Int32Array(PLACES * PLACE);
  /** The key and the place of the group asked for last. */
  private key = 0;
  private check = 0;
  private place = 0;

  constructor(private readonly rows: Rows) {}

  /** Must be called when words were forgotten: ids then mean others. */
  forgetWords(): void {
    this.words.fill(0);
  }

  /** Begins with the next token. */
  begin(): void {
    this.sums.fill(0);
    this.features.count = 0;
  }

  /**
   * Adds the sums kept for the word `id` at a place, a number below {@link WORD_PLACES}. False if there are none: then its
   * features are to be given to {@link addWord}.
   */
  knowsWord(id: number, place: number): boolean {
    const at = (id * WORD_PLACES + place) * SUMS;
    if (at >= this.words.length) this.growWords(id);
    if (this.words[at + SUMS - 1] === 0) return false;
    this.add(this.words, at);
    return true;
  }

  /** Adds and keeps the sums of {@link features} for a word. */
  addWord(id: number, place: number): void {
    this.keep(this.words, (id * WORD_PLACES + place) * SUMS);
  }

  /** Adds the sums kept for a group of features that depend on two numbers; if there are none, see {@link addGroup}. */
  knowsGroup(group: number, a: number, b: number): boolean {
    this.key = mix(a ^ Math.imul(group, 0x9e3779b1), b);
    this.check = (mix(b, a) + group) | 1;
    this.place = (this.key >>> PLACE_SHIFT) * PLACE;
    const { groups, place } = this;
    if (groups[place] !== this.key || groups[place + 1] !== this.check) return false;
    this.add(groups, place + KEY);
    return true;
  }

  /** Adds and keeps the sums of {@link features} for the group asked for last. */
  addGroup(): void {
    this.groups[this.place] = this.key;
    this.groups[this.place + 1] = this.check;
    this.keep(this.groups, this.place + KEY);
  }

  /** Adds the rows of {@link features}, and the sums so far, to `scores` from `at` on. */
  finish(scores: Int32Array, at: number): void {
    const { features, sums } = this;
    this.rows.addTo(sums, features.ids, features.count);
    addSums(sums, scores, at);
  }

  private add(memo: Int32Array, at: number): void {
    const { sums } = this;
    for (let k = 0; k < SUMS; k++) sums[k]! += memo[at + k]!;
  }

  private keep(memo: Int32Array, at: number): void {
    const { features } = this;
    const made = memo.subarray(at, at + SUMS).fill(0);
    this.rows.addTo(made, features.ids, features.count);
    this.add(memo, at);
    features.count = 0;
  }

  private growWords(id: number): void {
    const words = new Int32Array(Math.max(2 * this.words.length, (id + 1) * 2 * WORD_PLACES * SUMS));
    words.set(this.words);
    this.words = words;
  }
}

/** So many places a word's features are seen from: its own token and the two on either side. */
export const WORD_PLACES = 5;

const PLACE_BITS = 13;
const PLACES = 2 ** PLACE_BITS;
const PLACE_SHIFT = 32 - PLACE_BITS;
/** Numbers of a place, and of them those of the key. */
const PLACE = 16;
const KEY = 2;
