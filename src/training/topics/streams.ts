import { readFileSync } from 'node:fs';
import { createCache } from '../../core/pipeline/cache.ts';
import { namesOf, valuesOf } from '../../core/pipeline/layout/trees.ts';
import { findLayout, isRunningText } from '../../core/pipeline/layout.ts';
import { openingReader, unitOf } from '../../core/pipeline/sections/openings.ts';
import { run } from '../../core/pipeline/steps.ts';
import type { Row } from '../boost.ts';
import { randomNumbers } from '../random.ts';

/** The paragraphs of one story. */
export type Story = readonly string[];

/** Paragraphs in a row, and which of them open a story. */
export type Stream = readonly { readonly text: string; readonly opens: boolean }[];

/** The paragraphs of running text of an article, each on one line. */
export function proseOf(text: string): string[] {
  return proseBlocks(text).map((block) => block.text);
}

/**
 * The stories of a file of JSON lines with `text`, a stream of stories, and `boundaries`, the offsets where they start.
 * Of a story that several streams hold, the longest version.
 */
export function readStories(file: string): Story[] {
  const longest = new Map<string, Story>();
  for (const story of readFileSync(file, 'utf8').split('\n').filter(Boolean).flatMap(storiesIn)) {
    const known = longest.get(story[0]!);
    if (!known || known.length < story.length) longest.set(story[0]!, story);
  }
  return [...longest.values()];
}

function storiesIn(line: string): Story[] {
  const { text, boundaries } = JSON.parse(line) as { text: string; boundaries: number[] };
  const starts = new Set(boundaries);
  const stories: string[][] = [];
  for (const block of proseBlocks(text)) {
    if (stories.length === 0 || starts.has(block.start)) stories.push([]);
    stories.at(-1)!.push(block.text);
  }
  return stories;
}

/**
 * What stories are made into before they are joined: one is as long as they come, in the others they are cut short or
 * have fewer and longer paragraphs. A topic lasts three paragraphs in one kind of text and thirty in another.
 */
export const SHAPES = ['whole', 'cut short', 'joined'] as const;
export type Shape = (typeof SHAPES)[number];

export function shaped(stories: readonly Story[], shape: Shape): Story[] {
  const random = randomNumbers(stories.length);
  if (shape === 'cut short') return stories.map((story) => story.slice(0, 2 + Math.floor(random() * 5)));
  if (shape === 'joined') return stories.map((story) => joined(story, random));
  return [...stories];
}

/** Streams of four to eleven stories, joined in chance order, as often as `rounds` says. */
export function streamsOf(stories: readonly Story[], rounds: number): Stream[] {
  const random = randomNumbers(stories.length);
  const streams: Stream[] = [];
  for (let round = 0; round < rounds; round++) {
    const mixed = stories.map((prose) => ({ prose, at: random() })).sort((a, b) => a.at - b.at);
    for (let from = 0; from < mixed.length; ) {
      const to = from + 4 + Math.floor(random() * 8);
      streams.push(mixed.slice(from, to).flatMap(({ prose }) => prose.map((text, i) => ({ text, opens: i === 0 }))));
      from = to;
    }
  }
  return streams;
}

/** About half of its paragraphs joined to the one before. */
function joined(story: Story, random: () => number): Story {
  const paragraphs: string[] = [];
  for (const text of story) {
    if (paragraphs.length > 0 && random() < 0.5) paragraphs.push(`${paragraphs.pop()} ${text}`);
    else paragraphs.push(text);
  }
  return paragraphs;
}

let names: readonly string[] = [];

/** Training rows of streams; a stream's first paragraph is none. */
export function rowsOf(streams: readonly Stream[]): Row[] {
  return streams.flatMap((stream) => {
    const units = stream.map(({ text }) => unitOf(text));
    const rows: Row[] = [];
    for (let from = 0; from < stream.length; from += CORE) {
      const start = Math.max(0, from - MARGIN);
      const features = run(openingReader(units.slice(start, from + CORE + MARGIN)));
      for (let i = Math.max(1, from); i < Math.min(stream.length, from + CORE); i++) {
        const values = features(i - start);
        names = namesOf(values);
        rows.push({ values: valuesOf(values), positive: stream[i]!.opens, weight: 1 });
      }
    }
    return rows;
  });
}

/** The names of the features of the rows made last. */
rowsOf.names = (): readonly string[] => names;

/** Windows about as the pipeline cuts them. */
const CORE = 20;
const MARGIN = 16;

function proseBlocks(text: string): { start: number; text: string }[] {
  const { blocks } = run(findLayout(text, createCache()));
  return blocks
    .filter(isRunningText)
    .map(({ start, end }) => ({ start, text: text.slice(start, end).replace(/\s*\n\s*/g, ' ') }));
}
