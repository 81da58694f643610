import { numbered } from '../../learned/ranker.ts';
import { type Entity, LABELS, type Quote } from '../../model.ts';
import type { Cache } from '../cache.ts';
import type { Block, Layout } from '../layout.ts';
import type { Steps } from '../steps.ts';

export interface PartsInput {
  readonly text: string;
  readonly layout: Layout;
  readonly quotes: readonly Quote[];
  readonly entities: readonly Entity[];
  readonly cache: Cache;
}

/** The article's paragraphs without its boilerplate, with what was found in each, in arrays of numbers: they are many. */
export interface Parts {
  readonly blocks: readonly Block[];
  /** For each paragraph where it begins, and its first quote and its first name; one entry more tells where the last end. */
  readonly offsets: Int32Array;
  readonly firstQuote: Int32Array;
  readonly firstName: Int32Array;
  readonly quotes: QuoteShapes;
  readonly names: Names;
}

/** The quotes in text order. */
export interface QuoteShapes {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Twice the number of its kind, and one more if it begins a statement. */
  readonly kinds: Uint8Array;
}

/** The names in text order, none within another. */
export interface Names {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Numbers in the list of entities. */
  readonly entities: Int32Array;
}

/** Paragraphs put together in one step. */
const PAUSE = 512;

/** Puts together what was found in each paragraph of the article. */
export function* partsOf({ layout, quotes, entities }: PartsInput): Steps<Parts> {
  yield;
  const all = allNames(entities);
  yield;
  const blocks = layout.blocks.filter((block) => block.role !== 'boilerplate');
  const offsets = new Int32Array(blocks.length + 1);
  const firstQuote = new Int32Array(blocks.length + 1);
  const firstName = new Int32Array(blocks.length + 1);
  let q = 0;
  let n = 0;
  let count = 0;
  for (let i = 0; i < blocks.length; i++) {
    const { start, end } = blocks[i]!;
    offsets[i] = start;
    while (q < quotes.length && quotes[q]!.start < end) q++;
    let free = start;
    for (; n < all.starts.length && all.starts[n]! < end; n++) {
      if (all.starts[n]! < free || all.ends[n]! > end) continue;
      free = all.ends[n]!;
      // Those that stay move up in the arrays.
      all.starts[count] = all.starts[n]!;
      all.ends[count] = free;
      all.entities[count++] = all.entities[n]!;
    }
    firstQuote[i + 1] = q;
    firstName[i + 1] = count;
    if (i % PAUSE === 0) yield;
  }
  const names = {
    starts: all.starts.subarray(0, count),
    ends: all.ends.subarray(0, count),
    entities: all.entities.subarray(0, count),
  };
  return { blocks, offsets, firstQuote, firstName, quotes: shapesOf(quotes), names };
}

/** All namings by name in text order; of those that begin together, in the entities' order. */
function allNames(entities: readonly Entity[]): Names {
  let most = 0;
  for (let e = 0; e < entities.length; e++) most += entities[e]!.mentions.length;
  const found = namesFor(most);
  // Numbers sort much faster than objects: each stands for a start and a place in the lists.
  const order = new Float64Array(most);
  let count = 0;
  for (let e = 0; e < entities.length; e++) {
    for (const { start, end, kind } of entities[e]!.mentions) {
      if (kind !== 'name') continue;
      found.starts[count] = start;
      found.ends[count] = end;
      found.entities[count] = e;
      order[count] = start * most + count;
      count++;
    }
  }
  order.subarray(0, count).sort();
  const sorted = namesFor(count);
  for (let i = 0; i < count; i++) {
    const place = order[i]! % most;
    sorted.starts[i] = found.starts[place]!;
    sorted.ends[i] = found.ends[place]!;
    sorted.entities[i] = found.entities[place]!;
  }
  return sorted;
}

/** Room for so many names. */
function namesFor(count: number): Names {
  return { starts: new Int32Array(count), ends: new Int32Array(count), entities: new Int32Array(count) };
}

const KIND = numbered(['direct', 'fragment', 'block', 'indirect', 'term'] as const);

function shapesOf(quotes: readonly Quote[]): QuoteShapes {
  const count = quotes.length;
  const shapes = { starts: new Int32Array(count), ends: new Int32Array(count), kinds: new Uint8Array(count) };
  for (let q = 0; q < count; q++) {
    const { start, end, kind, statement } = quotes[q]!;
    shapes.starts[q] = start;
    shapes.ends[q] = end;
    shapes.kinds[q] = KIND[kind] * 2 + (statement === q ? 1 : 0);
  }
  return shapes;
}

const LABEL = numbered(LABELS);

/** What tells apart two paragraphs of the same text for the search for speakers, as numbers. */
export function contextOf(input: PartsInput, parts: Parts, i: number): readonly number[] {
  const { offsets, firstQuote, firstName, quotes, names } = parts;
  const offset = offsets[i]!;
  const context = [isEnglish(input) ? 1 : 0, firstQuote[i + 1]! - firstQuote[i]!];
  for (let q = firstQuote[i]!; q < firstQuote[i + 1]!; q++) {
    context.push(quotes.starts[q]! - offset, quotes.ends[q]! - offset, quotes.kinds[q]!);
  }
  for (let n = firstName[i]!; n < firstName[i + 1]!; n++) {
    const { label } = input.entities[names.entities[n]!]!;
    context.push(names.starts[n]! - offset, names.ends[n]! - offset, LABEL[label]);
  }
  return context;
}

/** Whether the paragraph holds quotes. */
export function hasQuotes({ firstQuote }: Parts, i: number): boolean {
  return firstQuote[i + 1]! > firstQuote[i]!;
}

/** An article too short to tell its language is taken as English. */
export function isEnglish({ layout: { language } }: PartsInput): boolean {
  return language === 'en' || language === 'und';
}
