import { Style } from './context.ts';
import { type DocumentPart, settingOfRecord, tokenOfRecord, wordOfRecord } from './document.ts';
import type { FeatureList, TokenRange } from './features.ts';
import { mix } from './hash.ts';
import { TAGS } from './labels.ts';

/** What an article's names are in a first reading: how often each capitalised word has which tag. */
export interface Votes {
  /** {@link TAGS} numbers for each word of the article's table. */
  readonly counts: Uint16Array;
  /** A hash of these for each word, whatever the order of the votes. */
  readonly summary: Int32Array;
}

/** A paragraph as read before what the article's other names tell is known. */
export interface Draft {
  /** One tag a token. */
  readonly tags: Uint8Array;
  /** The stretches of candidate tokens, and the scores of their tags, {@link TAGS} a token, one after the other. */
  readonly stretches: readonly TokenRange[];
  readonly scores: Int16Array;
}

/** A paragraph's part in the article's table, and its first reading. */
export interface Drafted {
  readonly part: DocumentPart;
  readonly draft: Draft;
}

/** Counts the tags of an article's words. Lines in title case or capitals do not count: what is a name there is less sure. */
export function countVotes(
  parts: readonly { readonly part: DocumentPart; readonly draft: { readonly tags: Uint8Array } }[],
): Votes {
  const size = parts.reduce((sum, { part }) => sum + part.count, 0);
  const counts = new Uint16Array(size * TAGS);
  const summary = new Int32Array(size);
  for (const { part, draft } of parts) {
    for (let k = 0; k < part.count; k++) {
      if (!isCounted(part, k)) continue;
      const word = wordOfRecord(part, k);
      const tag = draft.tags[tokenOfRecord(part, k)]!;
      const count = counts[word * TAGS + tag]!;
      if (count === MOST) continue;
      counts[word * TAGS + tag] = count + 1;
      summary[word]! += mix(tag, count);
    }
  }
  return { counts, summary };
}

/** More votes for a tag tell nothing more. */
const MOST = 60;

/** A number that differs if any vote on the part's words does. */
export function votesSignature(part: DocumentPart, { summary }: Votes): number {
  let signature = 0;
  for (let k = 0; k < part.count; k++) signature = mix(signature, summary[wordOfRecord(part, k)]!);
  return signature;
}

interface VoteInput {
  /** The tag of the record's own token in the first reading. */
  readonly tag: number;
  readonly votes: Votes;
  readonly features: FeatureList;
}

/** Adds what the other occurrences of the word of the part's record number `k` are in a first reading; nothing without any. */
export function addVoteFeatures(part: DocumentPart, k: number, { tag, votes, features }: VoteInput): void {
  const at = wordOfRecord(part, k) * TAGS;
  const own = isCounted(part, k) ? tag : -1;
  let total = 0;
  let most = 0;
  let best = 0;
  for (let other = 0; other < TAGS; other++) {
    const count = votes.counts[at + other]! - (other === own ? 1 : 0);
    if (count <= 0) continue;
    features.add(141, other);
    total += count;
    if (count <= most) continue;
    most = count;
    best = other;
  }
  if (total === 0) return;
  const share = most === total ? 2 : most * 2 >= total ? 1 : 0;
  features.add(140, mix(best, Math.min(total, 3) * 4 + share));
  features.add(142, mix(best, settingOfRecord(part, k)));
}

function isCounted(part: DocumentPart, k: number): boolean {
  return settingOfRecord(part, k) >> 2 < Style.titleCase;
}
