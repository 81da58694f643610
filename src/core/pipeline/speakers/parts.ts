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

/** The article's paragraphs without its boilerplate, and the names in them. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly names: Names;
}

/** A paragraph of the article with what was found in it. */
export interface Part {
  readonly block: Block;
  /** Numbers of its first quote among the article's and of the first behind it. */
  readonly firstQuote: number;
  readonly endQuote: number;
  /** The same of its names. */
  readonly firstName: number;
  readonly endName: number;
  /** Stands for all that was found in it before: the same object while nothing of that changes. */
  readonly key: object;
}

/** The names in the article's paragraphs in text order, side by side in lists. */
export interface Names {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly entities: readonly Entity[];
}

/** Paragraphs put together in one step. */
const PAUSE = 128;

/** Puts together what was found in each paragraph of the article. */
export function* partsOf(input: PartsInput): Steps<Parts> {
  const { layout, quotes } = input;
  const all = allNames(input.entities);
  yield;
  const names = { starts: [] as number[], ends: [] as number[], entities: [] as Entity[] };
  const parts: Part[] = [];
  let [q, n] = [0, 0];
  for (const block of layout.blocks) {
    if (block.role === 'boilerplate') continue;
    while (q < quotes.length && quotes[q]!.start < block.start) q++;
    const firstQuote = q;
    while (q < quotes.length && quotes[q]!.start < block.end) q++;
    const firstName = names.starts.length;
    let free = block.start;
    for (; n < all.starts.length && all.starts[n]! < block.end; n++) {
      if (all.starts[n]! < free || all.ends[n]! > block.end) continue;
      free = all.ends[n]!;
      names.starts.push(all.starts[n]!);
      names.ends.push(free);
      names.entities.push(all.entities[n]!);
    }
    const own = { block, firstQuote, endQuote: q, firstName, endName: names.starts.length };
    const context = contextOf(input, names, own);
    parts.push({ ...own, key: block.passage.within('part', context, () => ({})) });
    if (parts.length % PAUSE === 0) yield;
  }
  return { parts, names };
}

/** All namings by name in text order; of those that begin together, in the entities' order. */
function allNames(entities: readonly Entity[]): Names {
  const found = { starts: [] as number[], ends: [] as number[], entities: [] as Entity[] };
  for (const entity of entities) {
    for (const { start, end, kind } of entity.mentions) {
      if (kind !== 'name') continue;
      found.starts.push(start);
      found.ends.push(end);
      found.entities.push(entity);
    }
  }
  // Numbers sort much faster than objects: each stands for a start and a place in the lists.
  const count = found.starts.length;
  const order = Float64Array.from(found.starts, (start, i) => start * count + i).sort();
  const places = Array.from(order, (number) => number % count);
  return {
    starts: places.map((i) => found.starts[i]!),
    ends: places.map((i) => found.ends[i]!),
    entities: places.map((i) => found.entities[i]!),
  };
}

const LABEL = numbered(LABELS);
const KIND = numbered(['direct', 'fragment', 'block', 'indirect', 'term'] as const);

/** What tells apart two paragraphs of the same text for the search for speakers, as numbers. */
function contextOf(input: PartsInput, names: Names, own: Omit<Part, 'key'>): readonly number[] {
  const { start: offset } = own.block;
  const context = [isEnglish(input) ? 1 : 0, own.endQuote - own.firstQuote];
  for (let q = own.firstQuote; q < own.endQuote; q++) {
    const { start, end, kind, statement } = input.quotes[q]!;
    context.push(start - offset, end - offset, KIND[kind] * 2 + (statement === q ? 1 : 0));
  }
  for (let n = own.firstName; n < own.endName; n++) {
    context.push(names.starts[n]! - offset, names.ends[n]! - offset, LABEL[names.entities[n]!.label]);
  }
  return context;
}

/** An article too short to tell its language is taken as English. */
export function isEnglish({ layout: { language } }: PartsInput): boolean {
  return language === 'en' || language === 'und';
}
