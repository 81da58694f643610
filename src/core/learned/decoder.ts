import { fitted } from '../text/lists.ts';
import { CANDIDATE, type Context } from './context.ts';
import { type DocumentPart, tokenOfRecord } from './document.ts';
import { addDocumentFeatures } from './documentFeatures.ts';
import {
  addFarWordFeatures,
  addJointFeatures,
  addListFeatures,
  addNextWordFeatures,
  addSettingFeatures,
  addShapeFeatures,
  addWordFeatures,
  fieldsOf,
  NEWS_STYLE,
  Side,
  type TokenFields,
  type TokenRange,
} from './features.ts';
import { mix } from './hash.ts';
import { BEFORE, canClose, canOpen, OUTSIDE, TAGS } from './labels.ts';
import type { Rows } from './rows.ts';
import { Scorer } from './scorer.ts';
import { addVotedFeatures, type Draft, type Drafted, detailOfVotes, type Votes, votedTags } from './votes.ts';
import { FIELDS, Field } from './words.ts';

/** Weights of a linear-chain model. */
export interface Weights {
  readonly rows: Rows;
  /** From tag to tag: `transitions[before * TAGS + tag]`, in the units of the rows. */
  readonly transitions: Int32Array;
}

/** Longer stretches are decoded in pieces of this many tokens; names are never that long. */
export const LONGEST_STRETCH = 200;

/** Calls `visit` with each stretch of candidate tokens of a paragraph, and its sentence. All else is outside names. */
export function eachStretch({ prose, marks }: Context, visit: (stretch: TokenRange, sentence: TokenRange) => void) {
  for (const { firstToken, endToken } of prose.sentences) {
    for (let first = firstToken; first < endToken; first++) {
      if (!(marks[first]! & CANDIDATE)) continue;
      let end = first + 1;
      while (end < endToken && marks[end]! & CANDIDATE && end - first < LONGEST_STRETCH) end++;
      visit({ first, end }, { first: firstToken, end: endToken });
      first = end - 1;
    }
  }
}

/** Finds the best tags of a paragraph's tokens: Viterbi decoding of a linear-chain conditional random field. */
export class Decoder {
  private readonly scores = new Int32Array(LONGEST_STRETCH * TAGS);
  private readonly back = new Uint8Array(LONGEST_STRETCH * TAGS);
  private readonly closers = new Uint8Array(CLOSERS.length + 1);
  private readonly scorer: Scorer;
  private readonly moves: Moves;
  private token: TokenFields | undefined;

  constructor({ rows, transitions }: Weights) {
    this.scorer = new Scorer(rows);
    this.moves = movesOf(transitions);
  }

  /** Must be called when words were trimmed: ids then mean others. */
  forgetWords(): void {
    this.scorer.forgetWords();
  }

  /** The tags by the paragraph and by how the article writes its words. */
  draft(context: Context, part: DocumentPart): Draft {
    const { scorer } = this;
    const tags = new Uint8Array(context.ids.length);
    const scores = new Int16Array(countCandidates(context) * TAGS);
    const stretches: number[] = [];
    let at = 0;
    let record = 0;
    eachStretch(context, (stretch, sentence) => {
      const { first, end } = stretch;
      const length = (end - first) * TAGS;
      this.scores.fill(0, 0, length);
      for (let i = first; i < end; i++) {
        scorer.begin();
        this.token = fieldsOf(context, i, sentence, this.token);
        scoreToken(this.token, scorer);
        while (tokenOfRecord(part, record) < i) record++;
        if (tokenOfRecord(part, record) === i) addDocumentFeatures(part, record, scorer.features);
        scorer.finish(this.scores, (i - first) * TAGS);
      }
      for (let k = 0; k < length; k++) scores[at++] = this.scores[k]!;
      this.decode(stretch, tags);
      stretches.push(first, end);
    });
    return { tags, stretches: fitted(stretches), scores };
  }

  /** The tags that the names in the rest of the article make of a draft. */
  revise({ draft, part }: Drafted, votes: Votes): Uint8Array {
    const { tags, stretches, scores } = draft;
    const { scorer } = this;
    let revised: Uint8Array | undefined;
    let at = 0;
    let record = 0;
    for (let s = 0; s < stretches.length; s += 2) {
      const stretch = { first: stretches[s]!, end: stretches[s + 1]! };
      const length = (stretch.end - stretch.first) * TAGS;
      let changed = false;
      for (let i = stretch.first; i < stretch.end; i++) {
        while (tokenOfRecord(part, record) < i) record++;
        if (tokenOfRecord(part, record) !== i) continue;
        const own = { records: part.records, k: record, tag: tags[i]! };
        const voted = votedTags(own, votes);
        if (voted === 0) continue;
        if (!changed) for (let k = 0; k < length; k++) this.scores[k] = scores[at + k]!;
        changed = true;
        scorer.begin();
        const detail = detailOfVotes(own, votes, voted);
        if (!scorer.knowsGroup(Group.votes, voted, detail)) {
          addVotedFeatures(voted, detail, scorer.features);
          scorer.keep();
        }
        scorer.finish(this.scores, (i - stretch.first) * TAGS);
      }
      if (changed) {
        revised ??= tags.slice();
        this.decode(stretch, revised);
      }
      at += length;
    }
    return revised ?? tags;
  }

  private decode({ first, end }: TokenRange, tags: Uint8Array): void {
    const { scores, back } = this;
    const { open, close } = this.moves;
    const length = end - first;
    for (let tag = 0; tag < TAGS; tag++) scores[tag]! += open[tag]!;
    for (let at = TAGS; at < length * TAGS; at += TAGS) this.move(at);
    let tag = bestEnd(scores, (length - 1) * TAGS, close);
    for (let k = length - 1; k >= 0; k--) {
      tags[first + k] = tag;
      tag = back[k * TAGS + tag]!;
    }
  }

  /** Adds to the scores of the token at `at` what the best way to each of its tags scores, and keeps from where it comes. */
  private move(at: number): void {
    const { scores, back } = this;
    const { starts, from, score } = this.moves;
    const count = this.findClosers(at - TAGS);
    for (let tag = 0; tag < TAGS; tag++) {
      const start = starts[tag]!;
      const isOpener = starts[tag + 1]! - start === CLOSERS.length;
      const ways = isOpener ? count : starts[tag + 1]! - start;
      let best = IMPOSSIBLE * 2;
      let before = 0;
      for (let way = 0; way < ways; way++) {
        const move = start + (isOpener ? this.closers[way]! : way);
        const sum = scores[at - TAGS + from[move]!]! + score[move]!;
        if (sum <= best) continue;
        best = sum;
        before = from[move]!;
      }
      scores[at + tag]! += best;
      back[at + tag] = before;
    }
  }

  /**
   * Lists those of the {@link CLOSERS}, by their places there, that may be best before any tag that begins anew, given the
   * scores at `at`: most score so low that no move can make up for it. Returns how many.
   */
  private findClosers(at: number): number {
    const { scores, closers } = this;
    const { least, most } = this.moves;
    let bar = IMPOSSIBLE * 2;
    for (let k = 0; k < CLOSERS.length; k++) bar = Math.max(bar, scores[at + CLOSERS[k]!]! + least[k]!);
    let count = 0;
    for (let k = 0; k < CLOSERS.length; k++) {
      closers[count] = k;
      if (scores[at + CLOSERS[k]!]! + most[k]! >= bar) count++;
    }
    return count;
  }
}

/** The tags after which no name is open: each may stand before all tags that begin anew, and before no others. */
const CLOSERS = BEFORE[OUTSIDE]!;

function countCandidates({ marks }: Context): number {
  let count = 0;
  for (let i = 0; i < marks.length; i++) if (marks[i]! & CANDIDATE) count++;
  return count;
}

/** Where a word is seen from. */
const Place = { own: 0, before: 1, after: 2, farBefore: 3, farAfter: 4 } as const;
/** Groups of features that come again. */
const Group = { shapes: 0, lists: 1, setting: 2, votes: 3 } as const;

/** Sums the rows of what a token's paragraph tells of it: of the features that `addTokenFeatures` adds. */
function scoreToken(token: TokenFields, scorer: Scorer): void {
  const { fields, own, before, after, farBefore, farAfter, listed, setting } = token;
  const { features } = scorer;
  if (!scorer.knowsWord(own, Place.own)) {
    addWordFeatures(fields, own, { corpus: NEWS_STYLE, features });
    scorer.keep();
  }
  if (!scorer.knowsWord(before, Place.before)) {
    addNextWordFeatures(fields, before, { side: Side.before, features });
    scorer.keep();
  }
  if (!scorer.knowsWord(after, Place.after)) {
    addNextWordFeatures(fields, after, { side: Side.after, features });
    scorer.keep();
  }
  if (!scorer.knowsWord(farBefore, Place.farBefore)) {
    addFarWordFeatures(fields, farBefore, { side: Side.before, features });
    scorer.keep();
  }
  if (!scorer.knowsWord(farAfter, Place.farAfter)) {
    addFarWordFeatures(fields, farAfter, { side: Side.after, features });
    scorer.keep();
  }
  const shape = fields[own * FIELDS + Field.shape]!;
  const shapeBefore = mix(fields[farBefore * FIELDS + Field.shape]!, fields[before * FIELDS + Field.shape]!);
  const shapeAfter = mix(fields[farAfter * FIELDS + Field.shape]!, fields[after * FIELDS + Field.shape]!);
  if (!scorer.knowsGroup(Group.shapes, shapeBefore ^ shape, mix(shapeAfter, shape))) {
    addShapeFeatures(token, features);
    scorer.keep();
  }
  if (!scorer.knowsGroup(Group.lists, mix(shape, listed), mix(token.listedBefore, token.listedAfter) ^ listed)) {
    addListFeatures(token, features);
    scorer.keep();
  }
  if (!scorer.knowsGroup(Group.setting, shape, setting * 16 + fields[own * FIELDS + Field.rarity]!)) {
    addSettingFeatures(token, features);
    scorer.keep();
  }
  addJointFeatures(token, features);
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
  /** The least and the highest score of a move from each of the {@link CLOSERS}. */
  readonly least: Int32Array;
  readonly most: Int32Array;
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
    least: CLOSERS.map((closer) => Math.min(...outOf(transitions, closer))),
    most: CLOSERS.map((closer) => Math.max(...outOf(transitions, closer))),
  };
}

/** The scores of the moves from a tag to all that may follow it. */
function outOf(transitions: Int32Array, before: number): readonly number[] {
  return BEFORE.flatMap((befores, tag) => (befores.includes(before) ? [transitions[before * TAGS + tag]!] : []));
}

const IMPOSSIBLE = -1e8;
