import type { Context } from './context.ts';
import { idAt } from './context.ts';
import { addDocumentFeatures, type DocumentPart, tokenOfRecord } from './document.ts';
import { addJointFeatures, addWordFeatures, FeatureList, NEWS_STYLE, REACH, type TokenRange } from './features.ts';
import { BEFORE, canClose, canOpen, OUTSIDE, TAGS } from './labels.ts';
import { addSums, type Rows, SUMS } from './rows.ts';
import { addVoteFeatures, type Draft, type Drafted, type Votes } from './votes.ts';
import type { Words } from './words.ts';

/** Weights of a linear-chain model. */
export interface Weights {
  readonly rows: Rows;
  /** From tag to tag: `transitions[before * TAGS + tag]`, in the units of the rows. */
  readonly transitions: Int32Array;
}

/** Longer stretches are decoded in pieces of this many tokens; names are never that long. */
export const LONGEST_STRETCH = 200;

/** Calls `visit` with each stretch of candidate tokens of a paragraph, and its sentence. All else is outside names. */
export function eachStretch({ prose, candidate }: Context, visit: (stretch: TokenRange, sentence: TokenRange) => void) {
  for (const { firstToken, endToken } of prose.sentences) {
    const sentence = { first: firstToken, end: endToken };
    for (let first = firstToken; first < endToken; first++) {
      if (!candidate[first]) continue;
      let end = first + 1;
      while (end < endToken && candidate[end] && end - first < LONGEST_STRETCH) end++;
      visit({ first, end }, sentence);
      first = end - 1;
    }
  }
}

/** Finds the best tags of a paragraph's tokens: Viterbi decoding of a linear-chain conditional random field. */
export class Decoder {
  private readonly scores = new Int32Array(LONGEST_STRETCH * TAGS);
  private readonly back = new Uint8Array(LONGEST_STRETCH * TAGS);
  private readonly features = new FeatureList();
  private readonly sums = new Int32Array(SUMS);
  private readonly rows: Rows;
  private readonly moves: Moves;
  /** Summed rows of a word's own features, by id and distance; the last of the numbers is 0 where not made yet. */
  private memo = new Int32Array(0);

  constructor({ rows, transitions }: Weights) {
    this.rows = rows;
    this.moves = movesOf(transitions);
  }

  /** Must be called when `words` was trimmed: ids then mean other words. */
  forget(): void {
    this.memo.fill(0);
  }

  /** The tags by the paragraph and by how the article writes its words. */
  draft(context: Context, article: DocumentPart): Draft {
    const tags = new Uint8Array(context.ids.length);
    const scores = new Int16Array(context.candidate.reduce((sum, one) => sum + one, 0) * TAGS);
    const stretches: TokenRange[] = [];
    let at = 0;
    let record = 0;
    eachStretch(context, (stretch, sentence) => {
      const length = (stretch.end - stretch.first) * TAGS;
      this.scores.fill(0, 0, length);
      for (let i = stretch.first; i < stretch.end; i++) {
        this.sums.fill(0);
        this.addWordSums(context, i, sentence);
        this.features.count = 0;
        addJointFeatures(context, i, sentence, this.features);
        while (tokenOfRecord(article, record) < i) record++;
        if (tokenOfRecord(article, record) === i) addDocumentFeatures(article, record, this.features);
        this.addFeatures((i - stretch.first) * TAGS);
      }
      for (let k = 0; k < length; k++) scores[at++] = this.scores[k]!;
      this.decode(stretch, tags);
      stretches.push(stretch);
    });
    return { tags, stretches, scores };
  }

  /** The tags that the names in the rest of the article make of a draft. */
  revise({ draft, part }: Drafted, votes: Votes): Uint8Array {
    const { tags, stretches, scores } = draft;
    const revised = tags.slice();
    let at = 0;
    let record = 0;
    for (const stretch of stretches) {
      const length = (stretch.end - stretch.first) * TAGS;
      let changed = false;
      for (let i = stretch.first; i < stretch.end; i++) {
        while (tokenOfRecord(part, record) < i) record++;
        if (tokenOfRecord(part, record) !== i) continue;
        this.features.count = 0;
        addVoteFeatures(part, record, { tag: tags[i]!, votes, features: this.features });
        if (this.features.count === 0) continue;
        if (!changed) for (let k = 0; k < length; k++) this.scores[k] = scores[at + k]!;
        changed = true;
        this.sums.fill(0);
        this.addFeatures((i - stretch.first) * TAGS);
      }
      if (changed) this.decode(stretch, revised);
      at += length;
    }
    return revised;
  }

  private addFeatures(at: number): void {
    this.rows.addTo(this.sums, this.features.ids, this.features.count);
    addSums(this.sums, this.scores, at);
  }

  private addWordSums(context: Context, i: number, { first, end }: TokenRange): void {
    const { sums } = this;
    for (let distance = -REACH; distance <= REACH; distance++) {
      const slot = this.wordSums(context.words, idAt(context, i + distance, first, end), distance);
      const { memo } = this;
      for (let k = 0; k < SUMS; k++) sums[k]! += memo[slot + k]!;
    }
  }

  /** Where in the memo the summed weights of a word at a distance are. */
  private wordSums(words: Words, id: number, distance: number): number {
    const slot = (id * (2 * REACH + 1) + distance + REACH) * SUMS;
    if (slot >= this.memo.length) this.growMemo(Math.max(words.count, id + 1) * 2);
    if (this.memo[slot + SUMS - 1] !== 0) return slot;
    const { features } = this;
    features.count = 0;
    addWordFeatures(words.fields, id, { distance, corpus: NEWS_STYLE, features });
    this.rows.addTo(this.memo.subarray(slot, slot + SUMS), features.ids, features.count);
    return slot;
  }

  private growMemo(words: number): void {
    const memo = new Int32Array(words * (2 * REACH + 1) * SUMS);
    memo.set(this.memo);
    this.memo = memo;
  }

  private decode({ first, end }: TokenRange, tags: Uint8Array): void {
    const { scores, back } = this;
    const { starts, from, score, open, close } = this.moves;
    const length = end - first;
    for (let tag = 0; tag < TAGS; tag++) scores[tag]! += open[tag]!;
    for (let k = 1; k < length; k++) {
      const at = k * TAGS;
      for (let tag = 0; tag < TAGS; tag++) {
        let best = IMPOSSIBLE * 2;
        let before = 0;
        for (let move = starts[tag]!; move < starts[tag + 1]!; move++) {
          const sum = scores[at - TAGS + from[move]!]! + score[move]!;
          if (sum <= best) continue;
          best = sum;
          before = from[move]!;
        }
        scores[at + tag]! += best;
        back[at + tag] = before;
      }
    }
    let tag = bestEnd(scores, (length - 1) * TAGS, close);
    for (let k = length - 1; k >= 0; k--) {
      tags[first + k] = tag;
      tag = back[k * TAGS + tag]!;
    }
  }
}

function bestEnd(scores: Int32Array, at: number, close: Int32Array): number {
  let found = OUTSIDE;
  for (let tag = 0; tag < TAGS; tag++)
    if (scores[at + tag]! + close[tag]! > scores[at + found]! + close[found]!) found = tag;
  return found;
}

/** The allowed moves from tag to tag with their scores, those to a tag from `starts[tag]` up to `starts[tag + 1]`. */
interface Moves {
  readonly starts: Int32Array;
  readonly from: Uint8Array;
  readonly score: Int32Array;
  /** The score of each tag at the start of a stretch, and at its end. */
  readonly open: Int32Array;
  readonly close: Int32Array;
}

function movesOf(transitions: Int32Array): Moves {
  const starts = [0];
  const from: number[] = [];
  const score: number[] = [];
  for (let tag = 0; tag < TAGS; tag++) {
    for (const before of BEFORE[tag]!) {
      from.push(before);
      score.push(transitions[before * TAGS + tag]!);
    }
    starts.push(from.length);
  }
  return {
    starts: Int32Array.from(starts),
    from: Uint8Array.from(from),
    score: Int32Array.from(score),
    open: Int32Array.from(BEFORE, (_, tag) => (canOpen(tag) ? transitions[OUTSIDE * TAGS + tag]! : IMPOSSIBLE)),
    close: Int32Array.from(BEFORE, (_, tag) => (canClose(tag) ? transitions[tag * TAGS + OUTSIDE]! : IMPOSSIBLE)),
  };
}

const IMPOSSIBLE = -1e8;
