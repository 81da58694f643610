import { type Context, endOfRun, idAt, POSITION, Position, Style } from './context.ts';
import type { FeatureList } from './features.ts';
import { HashMap32, mix } from './hash.ts';
import { FIELDS, Field, Flag } from './words.ts';

/**
 * What a paragraph tells the rest of the article about its capitalised words. Holds values only, no ids, so it can be
 * kept from one analysis to the next.
 */
export interface Occurrences {
  /** {@link RECORD} numbers for each capitalised word, in text order. */
  readonly records: Int32Array;
  /** The `lower` hashes of the words written in small letters. */
  readonly lowers: Int32Array;
}

/** Fields of a record: first those of the word itself, then of the run of capitals it is in, then its neighbours. */
const At = {
  lower: 0,
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
const RECORD = 17;

/** Reads a paragraph's part in the document's table. */
export function readOccurrences(context: Context): Occurrences {
  const { prose, words, ids } = context;
  let smalls = 0;
  let capitals = 0;
  for (let i = 0; i < ids.length; i++) {
    const flags = words.fields[ids[i]! * FIELDS + Field.flags]!;
    if (flags & Flag.lower) smalls++;
    else if (flags & Flag.capital) capitals++;
  }
  const lowers = new Int32Array(smalls);
  const records = new Int32Array(capitals * RECORD);
  let record = 0;
  for (const { firstToken, endToken } of prose.sentences) {
    const at: RecordPlace = { i: firstToken, run: firstToken, runEnd: firstToken, firstToken, endToken };
    for (; at.i < endToken; at.i++) {
      const flags = words.fields[ids[at.i]! * FIELDS + Field.flags]!;
      if (flags & Flag.lower) lowers[--smalls] = words.fields[ids[at.i]! * FIELDS + Field.lower]!;
      if (!(flags & Flag.capital)) continue;
      if (at.i >= at.runEnd) {
        at.run = at.i;
        at.runEnd = endOfRun(context, at.i, endToken);
      }
      writeRecord(context, at, records, record);
      record += RECORD;
    }
  }
  return { records, lowers };
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
  records[record + At.lower] = fields[own + Field.lower]!;
  records[record + At.token] = i;
  records[record + At.shape] = fields[own + Field.shape]!;
  records[record + At.setting] = context.setting[i]!;
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

/** The capitalised words of a whole article, each with how it is written elsewhere. */
export interface DocumentTable {
  readonly records: Int32Array;
  /** Word number plus one, by `lower` hash. */
  readonly words: HashMap32;
  /** For each word: whether it is also written small, how often capitalised inside a sentence, ... */
  readonly small: Uint8Array;
  readonly inside: Int32Array;
  /** ... the record of the longest run it is in (-1: none), and those of its first occurrences. */
  readonly longest: Int32Array;
  readonly seen: Uint8Array;
  readonly first: Int32Array;
  /** A hash of all that. */
  readonly summary: Int32Array;
}

/** Longer runs are title lines rather than names. */
const LONGEST_RUN = 5;
const KEPT_OCCURRENCES = 5;

/** Joins the paragraphs' parts, in text order. */
export function joinOccurrences(parts: readonly Occurrences[]): DocumentTable {
  const records = new Int32Array(parts.reduce((sum, part) => sum + part.records.length, 0));
  let at = 0;
  for (const part of parts) {
    records.set(part.records, at);
    at += part.records.length;
  }
  const size = records.length / RECORD;
  const table: DocumentTable = {
    records,
    words: new HashMap32(size),
    small: new Uint8Array(size),
    inside: new Int32Array(size),
    longest: new Int32Array(size).fill(-1),
    seen: new Uint8Array(size),
    first: new Int32Array(size * KEPT_OCCURRENCES),
    summary: new Int32Array(size),
  };
  let count = 0;
  for (let record = 0; record < records.length; record += RECORD) {
    const lower = records[record]!;
    let word = table.words.get(lower) - 1;
    if (word < 0) {
      word = count++;
      table.words.set(lower, word + 1);
    }
    addOccurrence(table, word, record);
  }
  for (const part of parts) {
    for (const lower of part.lowers) {
      const word = table.words.get(lower) - 1;
      if (word >= 0) table.small[word] = 1;
    }
  }
  for (let word = 0; word < count; word++) table.summary[word] = summaryOf(table, word);
  return table;
}

/** Whether the article also writes the word with that `lower` hash in small letters. */
export function isWrittenSmall({ words, small }: DocumentTable, lower: number): boolean {
  return small[words.get(lower) - 1] === 1;
}

function summaryOf(table: DocumentTable, word: number): number {
  const { records, longest, first, seen } = table;
  let summary = writtenHow(table, word);
  if (longest[word]! >= 0) summary = mix(summary, records[longest[word]! + At.seen]!);
  for (let k = 0; k < seen[word]!; k++) summary = mix(summary, records[first[word * KEPT_OCCURRENCES + k]! + At.seen]!);
  return summary;
}

/** Whether the word is also written small, and capitalised inside sentences: never, seldom, often. */
function writtenHow({ small, inside }: DocumentTable, word: number): number {
  return small[word]! * 8 + (inside[word]! > 2 ? 2 : Math.min(1, inside[word]!));
}

function addOccurrence(table: DocumentTable, word: number, record: number): void {
  const { records, longest, seen } = table;
  const setting = records[record + At.setting]!;
  if (setting >> 2 >= Style.titleCase) return;
  if ((setting & POSITION) === Position.inside) table.inside[word]!++;
  const length = records[record + At.runLength]!;
  const best = longest[word]!;
  if (length <= LONGEST_RUN && (best < 0 || length > records[best + At.runLength]!)) longest[word] = record;
  if (seen[word]! < KEPT_OCCURRENCES) table.first[word * KEPT_OCCURRENCES + seen[word]!++] = record;
}

/** The capitalised words of one paragraph in the article's table: `count` records from number `first` on. */
export interface DocumentPart {
  readonly table: DocumentTable;
  readonly first: number;
  readonly count: number;
}

/** The token of the part's record number `k`. */
export function tokenOfRecord({ table, first, count }: DocumentPart, k: number): number {
  return k < count ? table.records[(first + k) * RECORD + At.token]! : Number.POSITIVE_INFINITY;
}

/** The number of the word of the part's record number `k` in the table. */
export function wordOfRecord({ table, first }: DocumentPart, k: number): number {
  return table.words.get(table.records[(first + k) * RECORD]!) - 1;
}

/** How the word of the part's record number `k` stands in its sentence: see `setting` of the context. */
export function settingOfRecord({ table, first }: DocumentPart, k: number): number {
  return table.records[(first + k) * RECORD + At.setting]!;
}

/** Adds what the article tells about the word of the part's record number `k`. */
export function addDocumentFeatures({ table, first }: DocumentPart, k: number, features: FeatureList): void {
  const record = (first + k) * RECORD;
  const { records } = table;
  const word = table.words.get(records[record]!) - 1;
  const written = writtenHow(table, word);
  features.add(120, mix(written, records[record + At.setting]!));
  features.add(121, mix(written, records[record + At.shape]!));
  const longest = table.longest[word]!;
  if (longest >= 0) addLongestRun(table, { record, longest, features });
  for (let n = 0; n < table.seen[word]!; n++) {
    const other = table.first[word * KEPT_OCCURRENCES + n]!;
    if (other === record) continue;
    features.add(130, records[other + At.previousLower]!);
    features.add(131, records[other + At.previousMiddle]!);
    features.add(132, records[other + At.nextLower]!);
    features.add(133, records[other + At.nextMiddle]!);
  }
}

/** A short text that differs if any of the part's features does, but for what its own text decides. */
export function documentSignature({ table, first, count }: DocumentPart): string {
  let a = count;
  let b = 1;
  for (let record = first * RECORD; record < (first + count) * RECORD; record += RECORD) {
    const word = table.words.get(table.records[record]!) - 1;
    let own = table.longest[word] === record ? 1 : 2;
    for (let k = 0; k < table.seen[word]!; k++) if (table.first[word * KEPT_OCCURRENCES + k] === record) own += 4 + k;
    a = mix(mix(a, own), table.summary[word]!);
    b = (Math.imul(b, 31) + mix(own, table.summary[word]!)) | 0;
  }
  return `${a} ${b}`;
}

/** The number of records of a paragraph. */
export function recordCount(part: Occurrences): number {
  return part.records.length / RECORD;
}

interface LongestRun {
  readonly record: number;
  readonly longest: number;
  readonly features: FeatureList;
}

function addLongestRun({ records }: DocumentTable, { record, longest, features }: LongestRun): void {
  const length = records[longest + At.runLength]!;
  const place = records[longest + At.placeInRun]!;
  const rest = length - 1 - place;
  const same = record === longest;
  features.add(122, mix(same ? 1 : 2, length * 8 + place));
  if (same) return;
  features.add(123, records[longest + At.firstLower]!);
  features.add(124, records[longest + At.lastLower]!);
  features.add(125, mix(records[longest + At.lastMiddle]!, rest));
  features.add(126, mix(records[longest + At.firstMiddle]!, place));
  features.add(127, mix(records[longest + At.lastLower]!, length * 8 + rest));
  features.add(128, records[longest + At.beforeRun]!);
  features.add(129, mix(records[longest + At.firstListed]!, place));
}
