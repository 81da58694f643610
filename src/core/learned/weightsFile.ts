import { HashMap32 } from './hash.ts';
import { TAGS } from './labels.ts';
import type { WordLists } from './words.ts';

/** What a weights file holds: see {@link Weights} and {@link WordLists}. */
export interface ModelParts {
  readonly rows: Int8Array;
  readonly transitions: Int32Array;
  readonly lists: WordLists;
}

/** The same with lists that can be written. */
export interface RenderedParts {
  readonly rows: Int8Array;
  readonly transitions: Int32Array;
  readonly lists: {
    readonly clusters: ReadonlyMap<number, number>;
    readonly gazetteer: ReadonlyMap<number, number>;
  };
}

/** First number of a weights file: its kind and version. */
const MAGIC = 0x324d4e41;
const HEADER = 3;

/**
 * Reads the bytes of a weights file, after decompression. 32-bit numbers, little endian: the magic number, the number of
 * rows, the length of the lists in bytes, the transitions; then the lists (see {@link renderList}), padded to a multiple
 * of 4, and the rows. Throws a RangeError if it is no such file.
 */
export function parseWeights(buffer: ArrayBuffer): ModelParts {
  const [magic, rowCount, listBytes] = new Int32Array(buffer, 0, HEADER);
  if (magic !== MAGIC) throw new RangeError('no weights file');
  const transitions = new Int32Array(buffer, HEADER * 4, TAGS * TAGS);
  const listsAt = (HEADER + TAGS * TAGS) * 4;
  const next = readerOf(new Uint8Array(buffer, listsAt, listBytes!));
  const lists = { clusters: parseList(next), gazetteer: parseList(next) };
  return { rows: new Int8Array(buffer, listsAt + listBytes!, rowCount! * TAGS), transitions, lists };
}

/** The inverse of {@link parseWeights}. */
export function renderWeights({ rows, transitions, lists }: RenderedParts): Uint8Array<ArrayBuffer> {
  const packed = [...renderList(lists.clusters), ...renderList(lists.gazetteer)];
  while (packed.length % 4 > 0) packed.push(0);
  const numbers = Int32Array.of(MAGIC, rows.length / TAGS, packed.length, ...transitions);
  const bytes = new Uint8Array(numbers.byteLength + packed.length + rows.length);
  bytes.set(new Uint8Array(numbers.buffer));
  bytes.set(packed, numbers.byteLength);
  bytes.set(new Uint8Array(rows.buffer, rows.byteOffset, rows.length), numbers.byteLength + packed.length);
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

function parseList(next: () => number): HashMap32 {
  const hashes = new Int32Array(next());
  const map = new HashMap32(hashes.length);
  let hash = 0;
  for (let i = 0; i < hashes.length; i++) {
    hash += next();
    hashes[i] = hash;
  }
  for (const key of hashes) map.set(key, next());
  return map;
}

/** Seven bits a byte, the lowest first; the highest bit tells that more follow. */
function writeNumber(bytes: number[], value: number): void {
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
    if (rest < 128) return;
  }
}

function readerOf(bytes: Uint8Array): () => number {
  let at = 0;
  return () => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * unit;
      if (!(byte & 128)) return value;
    }
  };
}
