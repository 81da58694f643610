import { Char, charClass } from '../text/chars.ts';
import type { Prose } from '../text/sentences.ts';
import {
  FIELDS,
  Field,
  FLAG_BITS,
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
  /** The bits of {@link Flag} of the token's word; above them its setting (see {@link settingAt}) and {@link CANDIDATE}. */
  readonly marks: Int32Array;
  /** Bits of `Listed` of the word by itself; shifted once as the first and twice as a later word of a listed name. */
  readonly listed: Int32Array;
}

const SETTING_BITS = 4;
/** Set in the marks of tokens that may be part of a name; the rest are skipped. */
export const CANDIDATE = 1 << (FLAG_BITS + SETTING_BITS);

/** How the token stands in its sentence: value of {@link Style} × 4 + value of {@link Position}. */
export function settingAt({ marks }: Context, i: number): number {
  return (marks[i]! >> FLAG_BITS) & (2 ** SETTING_BITS - 1);
}

/** Reads a paragraph's words and marks what may be a name. Ids are valid until `words` is trimmed. */
export function readContext(prose: Prose, words: Words, lists: WordLists): Context {
  const { text, sentences } = prose;
  const { count, starts, ends } = prose.tokens;
  const [ids, marks, listed] = [takeRoom(count), takeRoom(count), takeRoom(count)];
  for (let i = 0; i < count; i++) {
    const id = words.intern(text, starts[i]!, ends[i]!);
    ids[i] = id;
    marks[i] = words.flags[id]!;
  }
  const context: Context = { prose, words, ids, marks, listed };
  for (let k = 0; k < sentences.length; k++) {
    const { firstToken, endToken } = sentences[k]!;
    describeSentence(context, firstToken, endToken);
    findListed(context, lists, firstToken, endToken);
    markCandidates(context, firstToken, endToken);
  }
  return context;
}

/** An array of zeros, cut from a larger one: making an array takes longer than filling a short one. */
function takeRoom(length: number): Int32Array {
  if (taken + length > room.length) {
    room = new Int32Array(Math.max(ROOM, length));
    taken = 0;
  }
  taken += length;
  return room.subarray(taken - length, taken);
}

const ROOM = 2 ** 14;
let room = new Int32Array(0);
let taken = 0;

/** A field of token `i`, or of the pseudo word beyond the sentence from `first` to `end` that `i` is outside of. */
export function idAt(context: Context, i: number, first: number, end: number): number {
  return i < first ? SENTENCE_START : i >= end ? SENTENCE_END : context.ids[i]!;
}

function describeSentence(context: Context, first: number, end: number): void {
  const { prose, marks } = context;
  const style = styleOf(context, first, end) * 4;
  let opens = true;
  let position: number = Position.inside;
  for (let i = first; i < end; i++) {
    if (marks[i]! & Flag.letters) {
      if (opens) position ||= Position.first;
      opens = false;
    }
    marks[i]! |= (style + position) << FLAG_BITS;
    position = Position.inside;
    if (isOpening(prose, i)) {
      opens = true;
      if (i > first) position = Position.afterMark;
    }
  }
}

function styleOf({ prose: { text, tokens }, marks }: Context, first: number, end: number): number {
  let letters = 0;
  let capitals = 0;
  let allCaps = 0;
  for (let i = first; i < end; i++) {
    const flags = marks[i]!;
    if (flags & Flag.letters) letters++;
    if (flags & Flag.capital) capitals++;
    if (flags & Flag.allCaps) allCaps++;
  }
  if (letters >= 3 && allCaps > letters * 0.7) return Style.allCaps;
  if (letters >= 4 && capitals > letters * 0.65) return Style.titleCase;
  return end - first < 20 && !FINAL.includes(text[tokens.starts[end - 1]!]!) ? Style.fragment : Style.prose;
}

/** What a sentence may end with. */
const FINAL = '.!?"”’';

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
  if (context.marks[at]! & Flag.capital) return 1;
  if (at + 1 >= end) return 0;
  const capitalNext = context.marks[at + 1]! & Flag.capital;
  if (context.marks[at]! & Flag.particle) {
    if (capitalNext) return 2;
    return isHyphen(context, at + 1) && at + 2 < end && context.marks[at + 2]! & Flag.capital ? 3 : 0;
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

function findListed(context: Context, lists: WordLists, first: number, end: number): void {
  const { prose, words, ids, marks, listed } = context;
  const { starts, ends } = prose.tokens;
  for (let i = first; i < end; i++) {
    if (!(marks[i]! & Flag.listed)) continue;
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
  const { marks } = context;
  let last = -9;
  for (let i = first; i < end; i++) {
    const flags = marks[i]!;
    if (flags & Flag.capital) {
      const opens = flags & Flag.opener && settingAt(context, i) & POSITION;
      if (opens && !(i + 1 < end && marks[i + 1]! & Flag.capital)) continue;
      markBefore(context, { at: i, last, first });
      marks[i]! |= CANDIDATE;
      last = i;
    } else if (flags & Flag.tail && (i - last === 1 || (i - last === 2 && marks[i - 1]! & CANDIDATE))) {
      marks[i]! |= CANDIDATE;
    }
  }
  if (last < 0) return;
  for (let i = first + 1; i + 1 < end; i++) {
    if (marks[i - 1]! & CANDIDATE && isHyphen(context, i) && isGlued(context, i)) markAll(context, i, i + 2);
  }
}

function markAll({ marks }: Context, first: number, end: number): void {
  for (let i = first; i < end; i++) marks[i]! |= CANDIDATE;
}

function markBefore(context: Context, { at, last, first }: { at: number; last: number; first: number }): void {
  const { marks } = context;
  if (at - last <= LONGEST_GAP && connects(context, last + 1, at)) markAll(context, last + 1, at);
  else if (at > first && marks[at - 1]! & Flag.particle) markAll(context, at - 1, at);
  else if (at > first + 1 && isHyphen(context, at - 1) && marks[at - 2]! & Flag.particle) markAll(context, at - 2, at);
}

const LONGEST_GAP = 5;

/** Whether all tokens from `first` up to `end` may stand inside a name. */
function connects(context: Context, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    const flags = context.marks[i]!;
    if (flags & Flag.lower && !(flags & Flag.connector)) return false;
  }
  return true;
}

function isGlued({ prose: { text, tokens } }: Context, i: number): boolean {
  if (tokens.starts[i] !== tokens.ends[i - 1] || tokens.starts[i + 1] !== tokens.ends[i]) return false;
  const next = charClass(text.charCodeAt(tokens.starts[i + 1]!));
  return next >= Char.lower && next <= Char.letter;
}
