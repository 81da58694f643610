import { readFileSync } from 'node:fs';
import { createCache } from '../../core/pipeline/cache.ts';
import { findLayout, isRunningText } from '../../core/pipeline/layout.ts';
import { openingFeatures, unitOf } from '../../core/pipeline/sections/openings.ts';
import { run } from '../../core/pipeline/steps.ts';
import type { Row } from '../boost.ts';
import { randomNumbers } from '../random.ts';

/** Paragraphs in a row, and which of them open a story. */
export type Stream = readonly { readonly text: string; readonly opens: boolean }[];

/** The paragraphs of running text of an article, each on one line. */
export function proseOf(text: string): string[] {
  return proseBlocks(text).map((block) => block.text);
}

/** Streams from JSON lines with `text` and `boundaries`, the offsets where stories start. */
export function readStreams(file: string): Stream[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const { text, boundaries } = JSON.parse(line) as { text: string; boundaries: number[] };
    const starts = new Set(boundaries);
    return proseBlocks(text).map((block) => ({ text: block.text, opens: starts.has(block.start) }));
  });
}

/** Streams of four to eleven articles, joined in chance order, as often as `rounds` says. */
export function streamsOf(articles: readonly (readonly string[])[], rounds: number): Stream[] {
  const random = randomNumbers(articles.length);
  const streams: Stream[] = [];
  for (let round = 0; round < rounds; round++) {
    const mixed = articles.map((prose) => ({ prose, at: random() })).sort((a, b) => a.at - b.at);
    for (let from = 0; from < mixed.length; ) {
      const to = from + 4 + Math.floor(random() * 8);
      streams.push(mixed.slice(from, to).flatMap(({ prose }) => prose.map((text, i) => ({ text, opens: i === 0 }))));
      from = to;
    }
  }
  return streams;
}

let names: readonly string[] = [];

/** Training rows of streams; a stream's first paragraph is none. */
export function rowsOf(streams: readonly Stream[]): Row[] {
  return streams.flatMap((stream) => {
    const units = stream.map(({ text }) => unitOf(text));
    const rows: Row[] = [];
    for (let from = 0; from < stream.length; from += CORE) {
      const start = Math.max(0, from - MARGIN);
      const features = openingFeatures(units.slice(start, from + CORE + MARGIN));
      for (let i = Math.max(1, from); i < Math.min(stream.length, from + CORE); i++) {
        names = Object.keys(features[i - start]!);
        rows.push({ values: Object.values(features[i - start]!), positive: stream[i]!.opens, weight: 1 });
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
