import { CELL, Cell, type DocumentPart, writtenHow } from './document.ts';
import type { FeatureList } from './features.ts';
import { mix } from './hash.ts';
import { At, RECORD } from './occurrences.ts';

/** Adds what the article tells about the word of the part's record number `k`. */
export function addDocumentFeatures(part: DocumentPart, k: number, features: FeatureList): void {
  const { parts, cells } = part.table;
  const record = k * RECORD;
  const cell = cellOf(part, record);
  addWritingFeatures(part, record, features);
  if (hasLongerRun(part, record)) addRunFeatures(part, record, features);
  for (let first = cell + Cell.first; first < endOfFirst(cells, cell); first += 2) {
    if (isRecord(part, record, first)) continue;
    addElsewhereBefore(parts[cells[first]!]!.records, cells[first + 1]!, features);
    addElsewhereAfter(parts[cells[first]!]!.records, cells[first + 1]!, features);
  }
}

function cellOf({ records }: DocumentPart, record: number): number {
  return records[record + At.word]! * CELL;
}

function endOfFirst(cells: Int32Array, cell: number): number {
  return cell + Cell.first + 2 * cells[cell + Cell.seen]!;
}

/** Whether the occurrence told at `at` in the cells is this record. */
function isRecord({ table: { cells }, index }: DocumentPart, record: number, at: number): boolean {
  return cells[at] === index && cells[at + 1] === record;
}

/** Whether the word is elsewhere in a longer run, or in the first one of that length. */
function hasLongerRun(part: DocumentPart, record: number): boolean {
  const longest = cellOf(part, record) + Cell.longest;
  return part.table.cells[longest]! > 0 && !isLongest(part, record);
}

function isLongest({ table: { cells }, index, records }: DocumentPart, record: number): boolean {
  const longest = records[record + At.word]! * CELL + Cell.longest;
  return cells[longest] === index + 1 && cells[longest + 1] === record;
}

/** A hash of the word's place in the longest run it is in; 0 if it is in none. */
function runOf(part: DocumentPart, record: number): number {
  const { parts, cells } = part.table;
  const longest = cellOf(part, record) + Cell.longest;
  if (cells[longest] === 0) return 0;
  const { records } = parts[cells[longest]! - 1]!;
  const run = cells[longest + 1]!;
  const place = records[run + At.runLength]! * 8 + records[run + At.placeInRun]!;
  return mix(isLongest(part, record) ? 1 : 2, place);
}

/** How the article writes the word, here and elsewhere. */
function addWritingFeatures(part: DocumentPart, record: number, features: FeatureList): void {
  const { records, table } = part;
  const written = writtenHow(table.cells, cellOf(part, record));
  features.add(120, mix(written, records[record + At.setting]!));
  features.add(121, mix(written, records[record + At.shape]!));
  if (table.cells[cellOf(part, record) + Cell.longest]! > 0) features.add(122, runOf(part, record));
}

/** The longest run that the word is in, another one than this. */
function addRunFeatures(part: DocumentPart, record: number, features: FeatureList): void {
  const { parts, cells } = part.table;
  const longest = cellOf(part, record) + Cell.longest;
  const { records } = parts[cells[longest]! - 1]!;
  const run = cells[longest + 1]!;
  const length = records[run + At.runLength]!;
  const place = records[run + At.placeInRun]!;
  const rest = length - 1 - place;
  features.add(123, records[run + At.firstLower]!);
  features.add(124, records[run + At.lastLower]!);
  features.add(125, mix(records[run + At.lastMiddle]!, rest));
  features.add(126, mix(records[run + At.firstMiddle]!, place));
  features.add(127, mix(records[run + At.lastLower]!, length * 8 + rest));
  features.add(128, records[run + At.beforeRun]!);
  features.add(129, mix(records[run + At.firstListed]!, place));
}

/** What stands before another occurrence of the word. */
function addElsewhereBefore(records: Int32Array, record: number, features: FeatureList): void {
  features.add(130, records[record + At.previousLower]!);
  features.add(131, records[record + At.previousMiddle]!);
}

/** What stands after another occurrence of the word. */
function addElsewhereAfter(records: Int32Array, record: number, features: FeatureList): void {
  features.add(132, records[record + At.nextLower]!);
  features.add(133, records[record + At.nextMiddle]!);
}
