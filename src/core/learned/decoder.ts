import type { Context } from './context.ts';
import { idAt } from './context.ts';
import type { DocumentFeatures } from './document.ts';
import { addJointFeatures, addWordFeatures, FeatureList, NEWS_STYLE, type TokenRange, WINDOW } from './features.ts';
import { BEFORE, canClose, canOpen, OUTSIDE, TAGS } from './labels.ts';
import type { Rows } from './rows.ts';
import type { Words } from './words.ts';

/** Weights of a linear-chain model. */
export interface Weights {
  readonly rows: Rows;
  /** From tag to tag: `transitions[before * TAGS + tag]`, in the units of the rows. */
  readonly transitions: Int32Array;
}

/** Longer stretches are decoded in pieces of this many tokens; names are never that long. */
export const LONGEST_STRETCH = 200;

/** The stretches of candidate tokens of a paragraph, each inside one sentence. All other tokens are outside names. */
export function* stretches({ prose, candidate }: Context): Generator<{ stretch: TokenRange; sentence: TokenRange }> {
  for (const { firstToken, endToken } of prose.sentences) {
    for (let first = firstToken; first < endToken; first++) {
      if (!candidate[first]) continue;
      let end = first + 1;
      while (end < endToken && candidate[end] && end - first < LONGEST_STRETCH) end++;
      yield { stretch: { first, end }, sentence: { first: firstToken, end: endToken } };
      first = end - 1;
    }
  }
}

/** Finds the best tags of a paragraph's tokens: Viterbi decoding of a linear-chain conditional random field. */
export class Decoder {
  private readonly scores = new Int32Array(LONGEST_STRETCH * TAGS);
  private readonly back = new Uint8Array(LONGEST_STRETCH * TAGS);
  private readonly features = new FeatureList();
  private readonly wordSums = new Int32Array(TAGS);
  private readonly rows: Rows;
  private readonly transitions: Int32Array;
  private memo = new Int16Array(0);
  private memoDone = new Uint8Array(0);

  constructor({ rows, transitions }: Weights) {
    this.rows = rows;
    this.transitions = transitions;
  }

  /** Must be called when `words` was trimmed: ids then mean other words. */
  forget(): void {
    this.memoDone.fill(0);
  }

  /** One tag a token. */
  tag(context: Context, article: DocumentFeatures): Uint8Array {
    const { scores, features, rows } = this;
    const tags = new Uint8Array(context.ids.length);
    let word = 0;
    for (const { stretch, sentence } of stretches(context)) {
      scores.fill(0, 0, (stretch.end - stretch.first) * TAGS);
      for (let i = stretch.first; i < stretch.end; i++) {
        const at = (i - stretch.first) * TAGS;
        this.addWordScores(context, i, sentence, at);
        features.count = 0;
        addJointFeatures(context, i, sentence, features);
        rows.addTo(scores, at, { ids: features.ids, from: 0, to: features.count });
        while (article.tokens[word]! < i) word++;
        if (article.tokens[word] === i) {
          const from = article.offsets[word]!;
          rows.addTo(scores, at, { ids: article.ids, from, to: article.offsets[word + 1]! });
        }
      }
      this.decode(stretch, tags);
    }
    return tags;
  }

  private addWordScores(context: Context, i: number, { first, end }: TokenRange, at: number): void {
    const { scores } = this;
    for (const distance of WINDOW) {
      const id = idAt(context, i + distance, first, end);
      const slot = this.wordScores(context.words, id, distance);
      const { memo } = this;
      for (let tag = 0; tag < TAGS; tag++) scores[at + tag]! += memo[slot + tag]!;
    }
  }

  /** Where in the memo the summed weights of a word at a distance are. */
  private wordScores(words: Words, id: number, distance: number): number {
    const entry = id * WINDOW.length + distance + 2;
    if (entry >= this.memoDone.length) this.growMemo(Math.max(words.count, id + 1) * 2 * WINDOW.length);
    const slot = entry * TAGS;
    if (this.memoDone[entry]) return slot;
    const { features, wordSums } = this;
    features.count = 0;
    addWordFeatures(words.fields, id, { distance, corpus: NEWS_STYLE, features });
    wordSums.fill(0);
    this.rows.addTo(wordSums, 0, { ids: features.ids, from: 0, to: features.count });
    this.memo.set(wordSums, slot);
    this.memoDone[entry] = 1;
    return slot;
  }

  private growMemo(entries: number): void {
    const memo = new Int16Array(entries * TAGS);
    const done = new Uint8Array(entries);
    memo.set(this.memo);
    done.set(this.memoDone);
    this.memo = memo;
    this.memoDone = done;
  }

  private decode({ first, end }: TokenRange, tags: Uint8Array): void {
    const { scores, back, transitions } = this;
    const length = end - first;
    for (let tag = 0; tag < TAGS; tag++) {
      scores[tag] = canOpen(tag) ? scores[tag]! + transitions[OUTSIDE * TAGS + tag]! : IMPOSSIBLE;
    }
    for (let k = 1; k < length; k++) {
      for (let tag = 0; tag < TAGS; tag++) {
        let best = IMPOSSIBLE * 2;
        let from = 0;
        const allowed = BEFORE[tag]!;
        for (let j = 0; j < allowed.length; j++) {
          const before = allowed[j]!;
          const score = scores[(k - 1) * TAGS + before]! + transitions[before * TAGS + tag]!;
          if (score <= best) continue;
          best = score;
          from = before;
        }
        scores[k * TAGS + tag]! += best;
        back[k * TAGS + tag] = from;
      }
    }
    let tag = this.bestEnd(length);
    for (let k = length - 1; k >= 0; k--) {
      tags[first + k] = tag;
      tag = back[k * TAGS + tag]!;
    }
  }

  private bestEnd(length: number): number {
    const { transitions } = this;
    let best = Number.NEGATIVE_INFINITY;
    let found = OUTSIDE;
    for (let tag = 0; tag < TAGS; tag++) {
      const score = this.scores[(length - 1) * TAGS + tag]! + transitions[tag * TAGS + OUTSIDE]!;
      if (!canClose(tag) || score <= best) continue;
      best = score;
      found = tag;
    }
    return found;
  }
}

const IMPOSSIBLE = -1e8;
