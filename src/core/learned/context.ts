import { Char, charClass } from '../text/chars.ts';
import type { Prose } from '../text/sentences.ts';
import {
  FIELDS,
  Field,
  Flag,
  LISTED_BITS,
  Listed,
  LONGEST_LISTED,
  phraseHash,
  SENTENCE_END,
  SENTENCE_START,
  type WordLists,
  type Words,
} from './words.ts';

/** How a sentence is written: capitals tell less in a title than in prose. */
export const Style = { prose: 0, fragment: 1, titleCase: 2, allCaps: 3 } as const;

/** Where a token stands: inside a sentence, where its first word begins, or where an opening mark precedes. */
export const Position = { inside: 0, first: 1, afterMark: 2 } as const;

/** The bits of a token's setting that tell its position. */
export const POSITION = 3;

/** What the features of a paragraph's tokens are made from, one entry a token. */
export interface Context {
  readonly prose: Prose;
  readonly words: Words;
  readonly ids: Int32Array;
  /** Value of {@link Style} × 4 + value of {@link Position}. */
  readonly setting: Uint8Array;
  /** Bits of `Listed` of the word by itself; shifted once as the first and twice as a later word of a listed name. */
  readonly listed: Int32Array;
  /** 1 for tokens that may be part of a name; the rest are skipped. */
  readonly candidate: Uint8Array;
}

/** Reads a paragraph's words and marks what may be a name. Ids are valid until `words` is trimmed. */
export function readContext(prose: Prose, words: Words, lists: WordLists): Context {
  const { count, starts, ends } = prose.tokens;
  const context: Context = {
    prose,
    words,
    ids: new Int32Array(count),
    setting: new Uint8Array(count),
    listed: new Int32Array(count),
    candidate: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) context.ids[i] = words.intern(prose.text, starts[i]!, ends[i]!);
  for (const { firstToken, endToken } of prose.sentences) {
    describeSentence(context, firstToken, endToken);
    findListed(context, lists, firstToken, endToken);
    markCandidates(context, firstToken, endToken);
  }
  return context;
}

/** A field of token `i`, or of the pseudo word beyond the sentence from `first` to `end` that `i` is outside of. */
export function idAt(context: Context, i: number, first: number, end: number): number {
  return i < first ? SENTENCE_START : i >= end ? SENTENCE_END : context.ids[i]!;
}

function flagsAt({ words, ids }: Context, i: number): number {
  return words.fields[ids[i]! * FIELDS + Field.flags]!;
}

function describeSentence(context: Context, first: number, end: number): void {
  const { prose, setting } = context;
  const style = styleOf(context, first, end) * 4;
  let opens = true;
  let position: number = Position.inside;
  for (let i = first; i < end; i++) {
    if (flagsAt(context, i) & Flag.letters) {
      if (opens) position ||= Position.first;
      opens = false;
    }
    setting[i] = style + position;
    position = Position.inside;
    if (isOpening(prose, i)) {
      opens = true;
      if (i > first) position = Position.afterMark;
    }
  }
}

function styleOf(context: Context, first: number, end: number): number {
  let letters = 0;
  let capitals = 0;
  let allCaps = 0;
  for (let i = first; i < end; i++) {
    const flags = flagsAt(context, i);
    if (flags & Flag.letters) letters++;
    if (flags & Flag.capital) capitals++;
    if (flags & Flag.allCaps) allCaps++;
  }
  if (letters >= 3 && allCaps > letters * 0.7) return Style.allCaps;
  if (letters >= 4 && capitals > letters * 0.65) return Style.titleCase;
  const last = context.prose.text[context.prose.tokens.starts[end - 1]!]!;
  return end - first < 20 && !/[.!?"”’]/.test(last) ? Style.fragment : Style.prose;
}

function isOpening({ text, tokens }: Prose, i: number): boolean {
  if (tokens.ends[i]! - tokens.starts[i]! !== 1) return false;
  const code = text.charCodeAt(tokens.starts[i]!);
  return code === 0x22 || code === 0x201c || code === 0x2018 || code === 0x3a;
}

/**
 * The token after the run of capitalised words that begins at `i`: such words, joined by hyphens, initials' periods, '&',
 * apostrophes and particles between them.
 */
export function endOfRun(context: Context, i: number, end: number): number {
  let runEnd = i + 1;
  for (let step = 1; step > 0; runEnd += step) step = stepOfRun(context, runEnd, end);
  return runEnd;
}

/** How many tokens from `at` go on with the run before it. */
function stepOfRun(context: Context, at: number, end: number): number {
  if (at >= end) return 0;
  if (flagsAt(context, at) & Flag.capital) return 1;
  if (at + 1 >= end) return 0;
  const capitalNext = flagsAt(context, at + 1) & Flag.capital;
  if (flagsAt(context, at) & Flag.particle) {
    if (capitalNext) return 2;
    return isHyphen(context, at + 1) && at + 2 < end && flagsAt(context, at + 2) & Flag.capital ? 3 : 0;
  }
  return capitalNext && joins(context, at) ? 2 : 0;
}

function joins({ prose: { text, tokens } }: Context, at: number): boolean {
  if (tokens.ends[at]! - tokens.starts[at]! !== 1 || tokens.starts[at] !== tokens.ends[at - 1]) {
    return text[tokens.starts[at]!] === '&';
  }
  const mark = text[tokens.starts[at]!]!;
  return mark === '.' ? tokens.ends[at - 1]! - tokens.starts[at - 1]! <= 3 : "-&'’‑".includes(mark);
}

function isHyphen({ prose: { text, tokens } }: Context, i: number): boolean {
  if (tokens.ends[i]! - tokens.starts[i]! !== 1) return false;
  const code = text.charCodeAt(tokens.starts[i]!);
  return code === 0x2d || code === 0x2011;
}

function findListed({ prose, words, ids, listed }: Context, lists: WordLists, first: number, end: number): void {
  const { starts, ends } = prose.tokens;
  for (let i = first; i < end; i++) {
    let bits = words.fields[ids[i]! * FIELDS + Field.gazetteer]!;
    listed[i]! |= bits & ~Listed.prefix;
    let phrase = words.fields[ids[i]! * FIELDS + Field.listed]!;
    for (let k = i + 1; bits & Listed.prefix && k < end && k < i + LONGEST_LISTED; k++) {
      phrase = phraseHash(phrase, words.fields[ids[k]! * FIELDS + Field.listed]!, starts[k] === ends[k - 1]);
      bits = lists.gazetteer.get(phrase);
      const found = bits & ~Listed.prefix;
      if (!found) continue;
      listed[i]! |= found << LISTED_BITS;
      for (let inner = i + 1; inner <= k; inner++) listed[inner]! |= found << (2 * LISTED_BITS);
    }
  }
}

/**
 * Capitalised words, up to four connecting words and marks between two of them, what may end a name after them, and what
 * a hyphen joins to them. Words that only begin a sentence are left out unless another capitalised one follows.
 */
function markCandidates(context: Context, first: number, end: number): void {
  const { candidate, setting } = context;
  let last = -9;
  for (let i = first; i < end; i++) {
    const flags = flagsAt(context, i);
    if (flags & Flag.capital) {
      const opens = flags & Flag.opener && setting[i]! & POSITION;
      if (opens && !(i + 1 < end && flagsAt(context, i + 1) & Flag.capital)) continue;
      markBefore(context, { at: i, last, first });
      candidate[i] = 1;
      last = i;
    } else if (flags & Flag.tail && (i - last === 1 || (i - last === 2 && candidate[i - 1]))) candidate[i] = 1;
  }
  for (let i = first + 1; i + 1 < end; i++) {
    if (candidate[i - 1] && isHyphen(context, i) && isGlued(context, i)) candidate.fill(1, i, i + 2);
  }
}

function markBefore(context: Context, { at, last, first }: { at: number; last: number; first: number }): void {
  const { candidate } = context;
  if (at - last <= LONGEST_GAP && connects(context, last + 1, at)) candidate.fill(1, last + 1, at);
  else if (at > first && flagsAt(context, at - 1) & Flag.particle) candidate[at - 1] = 1;
  else if (at > first + 1 && isHyphen(context, at - 1) && flagsAt(context, at - 2) & Flag.particle) {
    candidate.fill(1, at - 2, at);
  }
}

const LONGEST_GAP = 5;

/** Whether all tokens from `first` up to `end` may stand inside a name. */
function connects(context: Context, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    const flags = flagsAt(context, i);
    if (flags & Flag.lower && !(flags & Flag.connector)) return false;
  }
  return true;
}

function isGlued({ prose: { text, tokens } }: Context, i: number): boolean {
  if (tokens.starts[i] !== tokens.ends[i - 1] || tokens.starts[i + 1] !== tokens.ends[i]) return false;
  const next = charClass(text.charCodeAt(tokens.starts[i + 1]!));
  return next >= Char.lower && next <= Char.letter;
}
