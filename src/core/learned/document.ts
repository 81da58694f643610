import { POSITION, Position, Style } from './context.ts';
import { mix } from './hash.ts';
import { At, type Occurrences, RECORD } from './occurrences.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How the words of a whole article are written. */
export interface DocumentTable {
  readonly parts: readonly Occurrences[];
  /** {@link CELL} numbers for each word of the vocabulary. */
  readonly cells: Int32Array;
}

/** What is known of a word. Occurrences are told by two numbers: that of the part, and where its record is in there. */
export const Cell = {
  /** 1 if it is also written in small letters. */
  small: 0,
  /** How often it is capitalised inside a sentence, up to {@link OFTEN}. */
  inside: 1,
  /** The occurrence in the longest run, its part's number plus one; 0 for none. */
  longest: 2,
  /** The number of first occurrences that are kept, and these. */
  seen: 4,
  first: 5,
  /** A hash of all that. */
  summary: 15,
} as const;
export const CELL = 16;

/** Longer runs are title lines rather than names. */
const LONGEST_RUN = 5;
const KEPT_OCCURRENCES = 5;
const OFTEN = 3;

/** Joins the paragraphs' parts, in text order. */
export function joinOccurrences(parts: readonly Occurrences[], vocabulary: Vocabulary): DocumentTable {
  const table = emptyTable(parts, vocabulary);
  for (let part = 0; part < parts.length; part++) addPart(table, part);
  summarize(table, 0, vocabulary.count);
  return table;
}

/** A table for these parts, to which each is still to be added in text order by {@link addPart}, for {@link summarize}. */
export function emptyTable(parts: readonly Occurrences[], { count }: Vocabulary): DocumentTable {
  return { parts, cells: new Int32Array(count * CELL) };
}

export function addPart(table: DocumentTable, part: number): void {
  const { records, smalls } = table.parts[part]!;
  for (let record = 0; record < records.length; record += RECORD) addOccurrence(table, part, record);
  for (let k = 0; k < smalls.length; k++) table.cells[smalls[k]! * CELL] = 1;
}

/** Sums up what is known of the words from number `first` up to, not including, `end`. */
export function summarize(table: DocumentTable, first: number, end: number): void {
  const { cells } = table;
  const last = Math.min(end * CELL, cells.length);
  for (let cell = first * CELL; cell < last; cell += CELL) cells[cell + Cell.summary] = summaryOf(table, cell);
}

/** Whether the article also writes the word with that number in small letters. */
export function isWrittenSmall({ cells }: DocumentTable, word: number): boolean {
  return word >= 0 && cells[word * CELL + Cell.small] === 1;
}

function addOccurrence({ parts, cells }: DocumentTable, part: number, record: number): void {
  const { records } = parts[part]!;
  const cell = records[record + At.word]! * CELL;
  const setting = records[record + At.setting]!;
  if (setting >> 2 >= Style.titleCase) return;
  if ((setting & POSITION) === Position.inside && cells[cell + Cell.inside]! < OFTEN) cells[cell + Cell.inside]!++;
  const length = records[record + At.runLength]!;
  const best = cells[cell + Cell.longest]! - 1;
  if (
    length <= LONGEST_RUN &&
    (best < 0 || length > parts[best]!.records[cells[cell + Cell.longest + 1]! + At.runLength]!)
  ) {
    cells[cell + Cell.longest] = part + 1;
    cells[cell + Cell.longest + 1] = record;
  }
  const seen = cells[cell + Cell.seen]!;
  if (seen === KEPT_OCCURRENCES) return;
  cells[cell + Cell.first + 2 * seen] = part;
  cells[cell + Cell.first + 2 * seen + 1] = record;
  cells[cell + Cell.seen] = seen + 1;
}

function summaryOf({ parts, cells }: DocumentTable, cell: number): number {
  let summary = writtenHow(cells, cell);
  const longest = cells[cell + Cell.longest]! - 1;
  if (longest >= 0) summary = mix(summary, parts[longest]!.records[cells[cell + Cell.longest + 1]! + At.seen]!);
  const end = cell + Cell.first + 2 * cells[cell + Cell.seen]!;
  for (let k = cell + Cell.first; k < end; k += 2) {
    summary = mix(summary, parts[cells[k]!]!.records[cells[k + 1]! + At.seen]!);
  }
  return summary;
}

/** Whether the word is also written small, and capitalised inside sentences: never, seldom, often. */
export function writtenHow(cells: Int32Array, cell: number): number {
  const inside = cells[cell + Cell.inside]!;
  return cells[cell + Cell.small]! * 8 + (inside === OFTEN ? 2 : Math.min(1, inside));
}

/** The capitalised words of one paragraph in the article's table. */
export interface DocumentPart {
  readonly table: DocumentTable;
  /** The paragraph's number among the parts of the table, and its own records. */
  readonly index: number;
  readonly records: Int32Array;
}

/** The part of paragraph number `index`. */
export function partOf(table: DocumentTable, index: number): DocumentPart {
  return { table, index, records: table.parts[index]!.records };
}

/** The token of the part's record number `k`. */
export function tokenOfRecord({ records }: DocumentPart, k: number): number {
  return k * RECORD < records.length ? records[k * RECORD + At.token]! : Number.POSITIVE_INFINITY;
}

/** A number that differs if any of the part's features does, but for what its own text decides. */
export function documentSignature(part: DocumentPart): number {
  const { table, records, index } = part;
  const { cells } = table;
  let a = records.length;
  let b = 1;
  for (let record = 0; record < records.length; record += RECORD) {
    const cell = records[record + At.word]! * CELL;
    let own = cells[cell + Cell.longest] === index + 1 && cells[cell + Cell.longest + 1] === record ? 1 : 2;
    for (let k = 0; k < cells[cell + Cell.seen]!; k++) {
      const first = cell + Cell.first + 2 * k;
      if (cells[first] === index && cells[first + 1] === record) own += 4 + k;
    }
    const summary = cells[cell + Cell.summary]!;
    a = mix(mix(a, own), summary);
    b = (Math.imul(b, 31) + mix(own, summary)) | 0;
  }
  // The integers that a number holds exactly have 53 bits.
  return (a >>> 0) * 2 ** 21 + (b >>> 11);
}
