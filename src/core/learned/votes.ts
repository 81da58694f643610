import { Style } from './context.ts';
import { CELL, type DocumentPart, type DocumentTable } from './document.ts';
import type { FeatureList } from './features.ts';
import { mix } from './hash.ts';
import { TAGS } from './labels.ts';
import { At, RECORD } from './occurrences.ts';

/** What an article's names are in a first reading: how often each capitalised word has which tag. */
export interface Votes {
  /** {@link TAGS} numbers for each word of the article's vocabulary, and one bit for each of them that is not 0. */
  readonly counts: Uint8Array;
  readonly tags: Int32Array;
  /** A hash of these for each word, whatever the order of the votes. */
  readonly summary: Int32Array;
}

/** A paragraph as read before what the article's other names tell is known. */
export interface Draft {
  /** One tag a token. */
  readonly tags: Uint8Array;
  /** The first token of each stretch of candidates and the one after it, by turns. */
  readonly stretches: readonly number[];
  /** The scores of the tags of the stretches' tokens, {@link TAGS} a token, one after the other. */
  readonly scores: Int16Array;
}

/** A paragraph's part in the article's table, and its first reading. */
export interface Drafted {
  readonly part: DocumentPart;
  readonly draft: Draft;
}

/** Counts the tags of an article's words. Lines in title case or capitals do not count: what is a name there is less sure. */
export function countVotes(table: DocumentTable, drafts: readonly { readonly tags: Uint8Array }[]): Votes {
  const size = table.cells.length / CELL;
  const votes: Votes = {
    counts: new Uint8Array(size * TAGS),
    tags: new Int32Array(size),
    summary: new Int32Array(size),
  };
  for (let index = 0; index < drafts.length; index++) {
    const { records } = table.parts[index]!;
    const { tags } = drafts[index]!;
    for (let record = 0; record < records.length; record += RECORD) {
      if (!isCounted(records, record)) continue;
      addVote(votes, records[record + At.word]!, tags[records[record + At.token]!]!);
    }
  }
  return votes;
}

function addVote({ counts, tags, summary }: Votes, word: number, tag: number): void {
  const count = counts[word * TAGS + tag]!;
  if (count === MOST) return;
  counts[word * TAGS + tag] = count + 1;
  tags[word]! |= 1 << tag;
  summary[word]! += mix(tag, count);
}

/** More votes for a tag tell nothing more. */
const MOST = 60;

/** A number that differs if any vote on the part's words does. */
export function votesSignature({ records }: DocumentPart, { summary }: Votes): number {
  let signature = 0;
  for (let record = 0; record < records.length; record += RECORD) {
    signature = mix(signature, summary[records[record + At.word]!]!);
  }
  return signature;
}

/** A record of a paragraph, with what its token is in the first reading. */
export interface Voted {
  readonly records: Int32Array;
  readonly k: number;
  readonly tag: number;
}

/** What the other occurrences of a record's word are in a first reading: a bit for each tag. */
export function votedTags({ records, k, tag }: Voted, { counts, tags }: Votes): number {
  const word = records[k * RECORD + At.word]!;
  const isOnlyOwn = isCounted(records, k * RECORD) && counts[word * TAGS + tag] === 1;
  return isOnlyOwn ? tags[word]! & ~(1 << tag) : tags[word]!;
}

/** How they are divided: the most frequent tag, how many there are and are of that tag, and how the record's word stands. */
export function detailOfVotes({ records, k, tag }: Voted, { counts }: Votes, voted: number): number {
  const at = records[k * RECORD + At.word]! * TAGS;
  const own = isCounted(records, k * RECORD) ? tag : -1;
  let total = 0;
  let most = 0;
  let best = 0;
  for (let rest = voted; rest !== 0; rest &= rest - 1) {
    const other = 31 - Math.clz32(rest & -rest);
    const count = counts[at + other]! - (other === own ? 1 : 0);
    total += count;
    if (count <= most) continue;
    most = count;
    best = other;
  }
  const share = most === total ? 2 : most * 2 >= total ? 1 : 0;
  return (records[k * RECORD + At.setting]! << 16) | (best << 8) | (Math.min(total, 3) * 4 + share);
}

/** Adds what the other occurrences of a record's word are in a first reading; nothing without any. */
export function addVoteFeatures(own: Voted, votes: Votes, features: FeatureList): void {
  const voted = votedTags(own, votes);
  if (voted !== 0) addVotedFeatures(voted, detailOfVotes(own, votes, voted), features);
}

/** The same features, as told by {@link votedTags} and {@link detailOfVotes}. */
export function addVotedFeatures(voted: number, detail: number, features: FeatureList): void {
  const best = (detail >> 8) & 0xff;
  for (let rest = voted; rest !== 0; rest &= rest - 1) features.add(141, 31 - Math.clz32(rest & -rest));
  features.add(140, mix(best, detail & 0xff));
  features.add(142, mix(best, detail >> 16));
}

function isCounted(records: Int32Array, record: number): boolean {
  return records[record + At.setting]! >> 2 < Style.titleCase;
}
