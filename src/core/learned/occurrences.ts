import { type Context, endOfRun, idAt, settingAt } from './context.ts';
import { mix } from './hash.ts';
import type { Vocabulary } from './vocabulary.ts';
import { FIELDS, Field, Flag } from './words.ts';

/**
 * What a paragraph tells the rest of the article about its words, which go by their numbers in the article's vocabulary.
 * It can be kept from one analysis to the next as long as that vocabulary is.
 */
export interface Occurrences {
  /** {@link RECORD} numbers for each capitalised word, in text order. */
  readonly records: Int32Array;
  /** The words written in small letters. */
  readonly smalls: Int32Array;
}

/** Fields of a record: first those of the word itself, then of the run of capitals it is in, then its neighbours. */
export const At = {
  word: 0,
  token: 1,
  shape: 2,
  /** Style × 4 + position. */
  setting: 3,
  runLength: 4,
  placeInRun: 5,
  firstLower: 6,
  firstMiddle: 7,
  lastLower: 8,
  lastMiddle: 9,
  beforeRun: 10,
  firstListed: 11,
  previousLower: 12,
  previousMiddle: 13,
  nextLower: 14,
  nextMiddle: 15,
  /** A hash of what other paragraphs see of the record: all from the run's length on. */
  seen: 16,
} as const;
export const RECORD = 17;

/** Reads a paragraph's part in the document's table. */
export function readOccurrences(context: Context, vocabulary: Vocabulary): Occurrences {
  const { words, ids, marks } = context;
  let small = 0;
  let capitals = 0;
  for (let i = 0; i < marks.length; i++) {
    if (marks[i]! & Flag.lower) small++;
    else if (marks[i]! & Flag.capital) capitals++;
  }
  const smalls = new Int32Array(small);
  for (let i = 0; i < marks.length; i++) {
    if (marks[i]! & Flag.lower) smalls[--small] = vocabulary.numberOf(words.lowers[ids[i]!]!);
  }
  const records = new Int32Array(capitals * RECORD);
  if (capitals > 0) writeRecords(context, vocabulary, records);
  return { records, smalls };
}

function writeRecords(context: Context, vocabulary: Vocabulary, records: Int32Array): void {
  const { prose, words, ids, marks } = context;
  let record = 0;
  for (const { firstToken, endToken } of prose.sentences) {
    const at: RecordPlace = { i: firstToken, run: firstToken, runEnd: firstToken, firstToken, endToken };
    for (; at.i < endToken; at.i++) {
      if (!(marks[at.i]! & Flag.capital)) continue;
      if (at.i >= at.runEnd) {
        at.run = at.i;
        at.runEnd = endOfRun(context, at.i, endToken);
      }
      writeRecord(context, at, records, record);
      records[record + At.word] = vocabulary.numberOf(words.lowers[ids[at.i]!]!);
      record += RECORD;
    }
  }
}

/** A capitalised token, the run of capitals from `run` up to `runEnd` it is in, and its sentence. */
interface RecordPlace {
  i: number;
  run: number;
  runEnd: number;
  readonly firstToken: number;
  readonly endToken: number;
}

function writeRecord(context: Context, place: RecordPlace, records: Int32Array, record: number): void {
  const { i, run, runEnd, firstToken, endToken } = place;
  const { fields } = context.words;
  const own = context.ids[i]! * FIELDS;
  const first = context.ids[run]! * FIELDS;
  const last = context.ids[runEnd - 1]! * FIELDS;
  const before = idAt(context, run - 1, firstToken, endToken) * FIELDS;
  const previous = idAt(context, i - 1, firstToken, endToken) * FIELDS;
  const next = idAt(context, i + 1, firstToken, endToken) * FIELDS;
  records[record + At.token] = i;
  records[record + At.shape] = fields[own + Field.shape]!;
  records[record + At.setting] = settingAt(context, i);
  records[record + At.runLength] = runEnd - run;
  records[record + At.placeInRun] = i - run;
  records[record + At.firstLower] = fields[first + Field.lower]!;
  records[record + At.firstMiddle] = fields[first + Field.middle]!;
  records[record + At.lastLower] = fields[last + Field.lower]!;
  records[record + At.lastMiddle] = fields[last + Field.middle]!;
  records[record + At.beforeRun] = fields[before + Field.lower]!;
  records[record + At.firstListed] = context.listed[run]!;
  records[record + At.previousLower] = fields[previous + Field.lower]!;
  records[record + At.previousMiddle] = fields[previous + Field.middle]!;
  records[record + At.nextLower] = fields[next + Field.lower]!;
  records[record + At.nextMiddle] = fields[next + Field.middle]!;
  let seen = 0;
  for (let k = record + At.runLength; k < record + At.seen; k++) seen = mix(seen, records[k]!);
  records[record + At.seen] = seen;
}
