import type { Weights } from './decoder.ts';
import { HashMap32 } from './hash.ts';
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
const MAGIC = 0x334d4e41;

/**
 * Reads the bytes of a weights file, after decompression: the magic number and the transitions as 32-bit numbers, little
 * endian; then three lists (see {@link renderList}), of word clusters, of names, and of features with the tags (one bit
 * each) that have a weight; then these weights, feature by feature. Throws a RangeError if it is no such file.
 */
export function parseWeights(buffer: ArrayBuffer): ModelParts {
  const [magic] = new Int32Array(buffer, 0, 1);
  if (magic !== MAGIC) throw new RangeError('no weights file');
  const transitions = new Int32Array(buffer, 4, TAGS * TAGS);
  const reader = new Reader(new Uint8Array(buffer, 4 + transitions.byteLength));
  const lists = { clusters: reader.list().index(), gazetteer: reader.list().index() };
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
  const head = new Uint8Array(Int32Array.of(MAGIC, ...transitions).buffer);
  const parts = [head, renderList(lists.clusters), renderList(lists.gazetteer), renderList(tags), weights];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
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

  list(): List {
    const size = this.numbers(1)[0]!;
    if (size > this.bytes.length) throw new RangeError('damaged weights file');
    const hashes = this.numbers(size);
    for (let i = 1; i < size; i++) hashes[i]! += hashes[i - 1]!;
    return new List(hashes, this.numbers(size));
  }

  /** Rows of weights, given which tags of each feature have one. */
  rows({ hashes, values }: List): Rows {
    const rows = new Rows(hashes.length);
    const { bytes } = this;
    let at = this.at;
    for (let i = 0; i < hashes.length; i++) {
      const place = rows.add(hashes[i]!);
      for (let rest = values[i]!; rest; rest &= rest - 1) {
        rows.setWeight(place, 31 - Math.clz32(rest & -rest), (bytes[at++]! << 24) >> 24);
      }
    }
    if (at !== bytes.length) throw new RangeError('damaged weights file');
    return rows;
  }

  private numbers(count: number): Int32Array {
    const numbers = new Int32Array(count);
    const { bytes } = this;
    let at = this.at;
    for (let i = 0; i < count; i++) {
      let value = bytes[at]! & 127;
      for (let shift = 7; bytes[at++]! > 127; shift += 7) value |= (bytes[at]! & 127) << shift;
      numbers[i] = value;
    }
    this.at = at;
    return numbers;
  }
}

class List {
  constructor(
    readonly hashes: Int32Array,
    readonly values: Int32Array,
  ) {}

  /** From hash to value. */
  index(): HashMap32 {
    const index = new HashMap32(this.hashes.length);
    for (let i = 0; i < this.hashes.length; i++) index.set(this.hashes[i]!, this.values[i]!);
    return index;
  }
}
