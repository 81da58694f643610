import { firstIndex } from '../text/lists.ts';
import type { Weights } from './decoder.ts';
import { HASH_START, hashStep } from './hash.ts';
import { TAGS } from './labels.ts';
import { Rows } from './rows.ts';
import type { WordLists } from './words.ts';

/** What a weights file holds. */
export interface ModelParts extends Weights {
  readonly lists: WordLists;
}

/** The same as it is written: `rows[i]` belongs to the feature `keys[i]`. */
export interface RenderedParts {
  readonly keys: Int32Array;
  readonly rows: Int8Array;
  readonly transitions: Int32Array;
  readonly lists: {
    readonly clusters: ReadonlyMap<number, number>;
    readonly gazetteer: ReadonlyMap<number, number>;
  };
}

/** First number of a weights file: its kind and version. */
const MAGIC = 0x344d4e41;
/** Bytes of the first two numbers. */
const HEAD = 8;

/**
 * Reads the bytes of a weights file. Two 32-bit numbers, little endian as all are: {@link MAGIC} and the checksum of the
 * rest. Then the transitions as 32-bit numbers; three lists (see {@link renderList}), of word clusters, of names, and of
 * features with the tags (one bit each) that have a weight; then these weights, feature by feature, and zeros up to a
 * multiple of four bytes. The file is not compressed, since unpacking would take longer than all else; a package's own
 * compression makes it a third smaller. Throws a RangeError if it is no such file.
 */
export function parseWeights(bytes: Uint8Array): ModelParts {
  const numbers = numbersOf(bytes);
  if (numbers[0] !== MAGIC || numbers[1] !== checksum(numbers)) throw new RangeError('no weights file, or damaged');
  const transitions = numbers.slice(HEAD / 4, HEAD / 4 + TAGS * TAGS);
  const reader = new Reader(bytes.subarray(HEAD + transitions.byteLength));
  const lists = { clusters: reader.list(), gazetteer: reader.list() };
  return { rows: reader.rows(reader.list()), transitions, lists };
}

/** The inverse of {@link parseWeights}. */
export function renderWeights({ keys, rows, transitions, lists }: RenderedParts): Uint8Array<ArrayBuffer> {
  const order = Array.from(keys, (_, i) => i).sort((a, b) => (keys[a]! >>> 0) - (keys[b]! >>> 0));
  const tags = new Map<number, number>();
  const weights: number[] = [];
  for (const i of order) {
    let present = 0;
    for (let tag = 0; tag < TAGS; tag++) {
      const weight = rows[i * TAGS + tag]!;
      if (weight === 0) continue;
      present |= 1 << tag;
      weights.push(weight);
    }
    tags.set(keys[i]!, present);
  }
  const head = new Uint8Array(Int32Array.of(MAGIC, 0, ...transitions).buffer);
  const parts = [head, renderList(lists.clusters), renderList(lists.gazetteer), renderList(tags), weights];
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(Math.ceil(size / 4) * 4);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const numbers = numbersOf(bytes);
  numbers[1] = checksum(numbers);
  return bytes;
}

/** The same bytes as numbers; a copy only where they do not begin at a multiple of four in memory. */
function numbersOf(bytes: Uint8Array): Int32Array {
  const { buffer, byteOffset, length } = byteAligned(bytes);
  return new Int32Array(buffer, byteOffset, length >> 2);
}

function byteAligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
}

/** A number that differs, all but surely, if any byte after the head does. */
function checksum(numbers: Int32Array): number {
  let sum = HASH_START;
  for (let i = HEAD / 4; i < numbers.length; i++) sum = hashStep(sum, numbers[i]!);
  return sum;
}

/** The number of entries, then for each, by hash, the distance from the hash before; then the values in that order. */
function renderList(list: ReadonlyMap<number, number>): number[] {
  const sorted = [...list].map(([hash, value]) => [hash >>> 0, value] as const).sort(([a], [b]) => a - b);
  const bytes: number[] = [];
  writeNumber(bytes, sorted.length);
  for (const [i, [hash]] of sorted.entries()) writeNumber(bytes, hash - (sorted[i - 1]?.[0] ?? 0));
  for (const [, value] of sorted) writeNumber(bytes, value);
  return bytes;
}

/** Seven bits a byte, the lowest first; the highest bit tells that more follow. */
function writeNumber(bytes: number[], value: number): void {
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
    if (rest < 128) return;
  }
}

/** Reads what {@link renderList} wrote. Runs over hundreds of thousands of numbers while a reader waits. */
class Reader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  list(): SortedList {
    const [size] = this.numbers(1);
    const hashes = this.numbers(size!);
    for (let i = 1; i < size!; i++) hashes[i]! += hashes[i - 1]!;
    return new SortedList(hashes, this.numbers(size!));
  }

  /** Rows of weights, given which tags of each feature have one. */
  rows({ hashes, values }: SortedList): Rows {
    const rows = new Rows(hashes.length);
    rows.addAll(hashes, values, this.bytes.subarray(this.at));
    return rows;
  }

  private numbers(count: number): Int32Array {
    const numbers = new Int32Array(count);
    const { bytes } = this;
    let at = this.at;
    for (let i = 0; i < count; i++) {
      let byte = bytes[at++]!;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!;
        value |= (byte & 127) << shift;
      }
      numbers[i] = value;
    }
    this.at = at;
    return numbers;
  }
}

/** Values by hash, found by halving: a list is asked once a word met, so an index would cost more time than it saves. */
class SortedList {
  constructor(
    /** In the order of unsigned numbers. */
    readonly hashes: Int32Array,
    readonly values: Int32Array,
  ) {}

  /** The value of a hash; 0 if it has none. */
  get(hash: number): number {
    const { hashes } = this;
    const sought = hash >>> 0;
    const at = firstIndex(hashes.length, (i) => hashes[i]! >>> 0 >= sought);
    return hashes[at] === hash ? this.values[at]! : 0;
  }
}
