import type { Candidate } from './candidates.ts';

/** Below this score a place is only offered. */
const ENOUGH = 0.66;
/** Where less than this of the words is left, it is another text, however well its surroundings fit. */
const HALF = 0.5;
/** What is needed of the words, and in all, where the note should be. */
const LIKELY = 0.6;
/** Words this long, found once and unchanged, need no context. */
export const TELLING = 28;
/** A place must be better than the next one by this much. */
export const LEAD = 0.12;
/** A lead that leaves no doubt. */
export const CLEAR = 0.24;

/** Whether a place fits well enough for a note on so many characters. */
export function isEnough(candidate: Candidate, length: number): boolean {
  if (candidate.quote < HALF) return false;
  return candidate.score >= ENOUGH || (candidate.quote > 0.9 && length >= TELLING);
}

/** Whether a place fits well enough if the note should be just there. */
export function isLikely({ quote, score }: Candidate): boolean {
  return quote >= LIKELY && score >= LIKELY;
}

/** Whether the words are there between both their contexts. */
export function fitsBoth({ quote, prefix, suffix }: Candidate): boolean {
  return quote > 0.98 && prefix > 0.9 && suffix > 0.9;
}

/** Whether the words are there with at least one whole context. */
export function fitsOne({ quote, prefix, suffix }: Candidate): boolean {
  return quote > 0.98 && Math.max(prefix, suffix) > 0.9;
}
