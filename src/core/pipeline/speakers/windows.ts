import type { Entity, Mention, Quote, Span } from '../../model.ts';
import type { Cache } from '../cache.ts';
import type { Block, Layout } from '../layout.ts';
import { type Passage, proseIn } from '../passage.ts';
import type { Steps } from '../steps.ts';
import { factsOf, QUOTED_NAME, type SceneFacts } from './facts.ts';
import type { Paragraph } from './outline.ts';
import type { Naming } from './profiles.ts';
import type { Scene } from './scene.ts';
import { sceneOf } from './scenes.ts';
import type { QuoteShape, Window } from './window.ts';

/** A paragraph with quotes in its surroundings. */
export interface Place {
  /** Number of its paragraph among the article's. */
  readonly paragraph: number;
  /** Numbers of its quotes in the article. */
  readonly quotes: readonly number[];
  readonly passage: Passage;
  /** Everything that the window depends on. */
  readonly context: readonly unknown[];
  readonly window: () => Window;
}

/** A paragraph of the article with what was found in it. */
export interface Part {
  readonly block: Block;
  /** Numbers of its quotes in the article. */
  readonly quotes: readonly number[];
  readonly names: readonly NameMention[];
  /** Stands for everything that its scene depends on: the same object while nothing of that changes. */
  readonly key: PartKey;
  readonly scene: () => Scene;
}

export interface PartKey {
  readonly id: string;
}

export interface NameMention extends Mention {
  readonly entity: Entity;
}

export interface PartsInput {
  readonly text: string;
  readonly layout: Layout;
  readonly quotes: readonly Quote[];
  readonly entities: readonly Entity[];
  readonly cache: Cache;
}

/** How many paragraphs before one with quotes may name their speakers. */
const REACH = 2;

/** The paragraphs with quotes, in text order. */
export function* placesIn(input: PartsInput, parts: readonly Part[]): Iterable<Place> {
  let lastQuote = Number.NEGATIVE_INFINITY;
  for (const [i, part] of parts.entries()) {
    if (part.quotes.length === 0) continue;
    yield placeOf(input, parts, i, i - lastQuote <= 3 ? i - lastQuote : 0);
    lastQuote = i;
  }
}

/** All namings of entities and of people without names in the paragraph, in text order, with what is told about them. */
export function namingsIn(input: PartsInput, part: Part, paragraph: number): Naming[] {
  const offset = part.block.start;
  const facts = part.block.passage.within('facts', [part.key], (): SceneFacts => factsOf(part.scene()));
  const names = part.names.map(
    ({ start, end, entity }, i): Naming => ({
      start,
      end,
      entity,
      paragraph,
      facts: facts.names.get(i) ?? QUOTED_NAME,
    }),
  );
  if (facts.roles.length === 0) return names;
  const roles = facts.roles.map(({ start, end, facts }): Naming => {
    const span = { start: start + offset, end: end + offset };
    return { ...span, entity: unnamed(input.text, span), paragraph, facts };
  });
  return [...names, ...roles].sort((a, b) => a.start - b.start);
}

/** A person without a name as an entity without an id. */
function unnamed(text: string, { start, end }: Span): Entity {
  return { id: '', label: 'PERSON', name: text.slice(start, end).replace(/\s+/g, ' '), aliases: [], mentions: [] };
}

/** The article's paragraphs without its boilerplate. */
export function* partsOf(input: PartsInput): Steps<readonly Part[]> {
  const { layout, quotes, entities } = input;
  const names = namesIn(entities);
  yield;
  const parts: Part[] = [];
  let [q, n] = [0, 0];
  for (const block of layout.blocks) {
    if (block.role === 'boilerplate') continue;
    const own = { block, quotes: [] as number[], names: [] as NameMention[] };
    for (; q < quotes.length && quotes[q]!.start < block.end; q++) {
      if (quotes[q]!.start >= block.start) own.quotes.push(q);
    }
    for (; n < names.length && names[n]!.start < block.end; n++) {
      const name = names[n]!;
      const last = own.names.at(-1);
      if (name.start >= block.start && name.end <= block.end && (!last || last.end <= name.start)) own.names.push(name);
    }
    parts.push(partOf(input, own));
    if (parts.length % PAUSE === 0) yield;
  }
  return parts;
}

/** Paragraphs put together in one step. */
const PAUSE = 64;

function partOf(input: PartsInput, own: Own): Part {
  const { block, quotes, names } = own;
  const context = contextOf(input, own);
  const key = block.passage.within(
    'part',
    context,
    (): PartKey => ({ id: `${block.passage.id} ${context.join(' ')}` }),
  );
  const scene = () => input.cache.get('scenes', key.id, () => sceneOf(paragraphOf(input, own)));
  return { block, quotes, names, key, scene };
}

type Own = Pick<Part, 'block' | 'quotes' | 'names'>;

function namesIn(entities: readonly Entity[]): NameMention[] {
  const names: NameMention[] = [];
  for (const entity of entities) {
    for (const { start, end, kind } of entity.mentions) if (kind === 'name') names.push({ start, end, kind, entity });
  }
  return names.sort((a, b) => a.start - b.start);
}

function placeOf(input: PartsInput, parts: readonly Part[], i: number, lastQuoteBack: number): Place {
  const near = parts.slice(Math.max(0, i - REACH), i + 2);
  const keys = near.map((part) => part.key);
  return {
    paragraph: i,
    quotes: parts[i]!.quotes,
    passage: parts[i]!.block.passage,
    context: [lastQuoteBack, Math.min(i, REACH), ...keys],
    window: () => windowOf(input, parts, i, lastQuoteBack),
  };
}

function windowOf(input: PartsInput, parts: readonly Part[], i: number, lastQuoteBack: number): Window {
  const { block, quotes, scene } = parts[i]!;
  return {
    here: scene(),
    text: block.passage.text,
    quotes: quotes.map((q) => shapeOf(input, q, block.start)),
    before: parts
      .slice(Math.max(0, i - REACH), i)
      .reverse()
      .map((part) => part.scene()),
    after: parts[i + 1]?.scene(),
    lastQuoteBack,
    english: isEnglish(input),
  };
}

function shapeOf({ text, quotes }: PartsInput, q: number, offset: number): QuoteShape {
  const { start, end, content, kind, statement } = quotes[q]!;
  return {
    start: start - offset,
    end: end - offset,
    content: text.slice(content.start, content.end),
    kind: kind === 'fragment' ? 'fragment' : 'direct',
    continues: statement !== q,
  };
}

/** An article too short to tell its language is taken as English. */
function isEnglish({ layout: { language } }: PartsInput): boolean {
  return language === 'en' || language === 'und';
}

function paragraphOf(input: PartsInput, { block, quotes: numbers, names }: Own): Paragraph {
  const { quotes } = input;
  const offset = block.start;
  return {
    english: isEnglish(input),
    text: block.passage.text,
    tokens: proseIn(block.passage).tokens,
    quotes: numbers.map((q) => ({ start: quotes[q]!.start - offset, end: quotes[q]!.end - offset })),
    names: names.map(({ start, end, entity }) => ({ start: start - offset, end: end - offset, label: entity.label })),
  };
}

/** What tells apart two paragraphs of the same text for the search for speakers. */
function contextOf(input: PartsInput, { block, quotes: numbers, names }: Own): readonly unknown[] {
  const context: unknown[] = [isEnglish(input), numbers.length];
  for (const q of numbers) {
    const { start, end, kind, statement } = input.quotes[q]!;
    context.push(start - block.start, end - block.start, kind, statement === q);
  }
  for (const { start, end, entity } of names) context.push(start - block.start, end - block.start, entity.label);
  return context;
}
