/**
 * `npm run bench`: how fast and how frugal the pipeline is, written to RESULTS.md. Exits with 1 if the shape is wrong:
 * time that grows faster than the text. `-- --only WORD` runs the parts with the word in their names, writing nothing.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type AnalyzeOptions, analyze, STAGES, type Stage } from '../../src/core/pipeline/analyze.ts';
import { createCache } from '../../src/core/pipeline/cache.ts';
import { findTokens } from '../../src/core/text/tokens.ts';
import { corpusTexts } from '../support/corpus.ts';
import { shippedNames } from '../support/names.ts';
import {
  best,
  bestWithin,
  longestStep,
  type Memory,
  memoryOf,
  processorTime,
  quantile,
  stageTimes,
  timed,
} from './measure.ts';
import { PEERS } from './peers.ts';
import { figures, machine, table, writeSection } from './report.ts';
import { HOSTILE, longText } from './texts.ts';

const MILLION = 1_000_000;
/** Time at four times the text may be this many times as long: four, and half as much again for noise and caches. */
const GROWTH = 6;
/** Milliseconds that each system has to get warm and show its best run; one of compromise takes two seconds. */
const PEER_TIME = 12_000;

const faults: string[] = [];
const texts = corpusTexts();
const characters = texts.reduce((sum, text) => sum + text.length, 0);
const began = performance.now();
const names = shippedNames();
const loading = performance.now() - began;
const plain = (): AnalyzeOptions => ({ names });

const PARTS: Readonly<Record<string, () => string>> = {
  throughput,
  peers,
  growth,
  'key strokes': keyStrokes,
  memory,
  'hostile texts': hostileTexts,
};

const { values } = parseArgs({ options: { only: { type: 'string' }, memory: { type: 'string' } } });
if (values.memory) {
  console.log(JSON.stringify(measureMemory(JSON.parse(values.memory) as MemoryTask)));
  process.exit();
}
const chosen = Object.entries(PARTS).filter(([name]) => name.includes(values.only ?? ''));
const body = chosen.map(([name, part]) => {
  const section = `### ${name[0]!.toUpperCase()}${name.slice(1)}\n\n${part()}`;
  console.log(`${section}\n`);
  return section;
});
if (!values.only) {
  const head = `\`npm run bench\` on ${machine()}. MB are millions of characters; times are the best of several runs.`;
  writeSection(join('test', 'bench', 'RESULTS.md'), 'Speed of the pipeline', [head, ...body].join('\n\n'));
}
for (const fault of faults) console.log(`WRONG SHAPE: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** Short articles and one long text, as a whole and stage by stage, beside one look at each character. */
function throughput(): string {
  const long = longText(MILLION);
  const floor = best(5, () => lookAtEach(long));
  const rows = [...stagesOf(texts)].map(([stage, short]) => [stage, short] as const);
  const longTimes = stagesOf([long]);
  const rate = (size: number, ms: number) => figures(size / 1000 / ms);
  const whole = best(5, () => run(texts, (text) => analyze(text, plain())));
  const wholeLong = best(5, () => analyze(long, plain()));
  return [
    `${texts.length} short articles (${figures(characters / MILLION)} MB together) and one text of 1 MB, in MB/s; names loaded in ${figures(loading)} ms.`,
    table([
      ['', 'short articles', 'one long text'],
      ['whole pipeline', rate(characters, whole), rate(long.length, wholeLong)],
      ...rows.map(([stage, ms]) => [stage, rate(characters, ms), rate(long.length, longTimes.get(stage)!)]),
      ['floor: `charCodeAt` of each character', '', rate(long.length, floor)],
    ]),
  ].join('\n\n');
}

function run(inputs: readonly string[], work: (text: string) => unknown): void {
  for (const text of inputs) work(text);
}

function stagesOf(inputs: readonly string[]): Map<Stage, number> {
  const fastest = new Map<Stage, number>(STAGES.map((stage) => [stage, Number.POSITIVE_INFINITY]));
  for (let run = 0; run < 5; run++) {
    const sums = new Map<Stage, number>();
    for (const text of inputs) {
      for (const [stage, ms] of stageTimes(text, plain())) sums.set(stage, (sums.get(stage) ?? 0) + ms);
    }
    for (const [stage, ms] of sums) fastest.set(stage, Math.min(fastest.get(stage)!, ms));
  }
  return fastest;
}

function lookAtEach(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

/** The same short articles by other libraries, each for the part it does, beside our own time for that part. */
function peers(): string {
  const sample = texts.filter((_, i) => i % 7 === 0);
  const size = sample.reduce((sum, text) => sum + text.length, 0);
  const tokens = sample.reduce((sum, text) => sum + findTokens(text).count, 0);
  // First, so that the stages, too, are timed when they are warm.
  const whole = bestWithin(PEER_TIME, () => run(sample, (text) => analyze(text, plain())));
  const times = stagesOf(sample);
  const ours = {
    entities: {
      name: 'Article Lens: entities (mentions and joining)',
      ms: times.get('mentions')! + times.get('entities')!,
    },
    all: { name: 'Article Lens: the whole pipeline', ms: whole },
  };
  const theirs = PEERS.map(({ name, part, find }) => ({
    name,
    part,
    ms: bestWithin(PEER_TIME, () => run(sample, find)),
  }));
  const row = (name: string, ms: number, faster: string) => [
    name,
    figures(size / 1000 / ms),
    figures(tokens / ms),
    faster,
  ];
  return [
    `${sample.length} short articles (${figures(size / MILLION)} MB) in the same run, each system for ${PEER_TIME / 1000} s.`,
    table([
      ['', 'MB/s', 'thousand tokens/s', 'ours for that part is faster by'],
      ...Object.values(ours).map(({ name, ms }) => row(name, ms, '')),
      ...theirs.map(({ name, part, ms }) => row(name, ms, part ? figures(ms / ours[part].ms) : '')),
    ]),
  ].join('\n\n');
}

/** One text at 1, 4 and 16 times its length, and at 10 MB. */
function growth(): string {
  const points = grow('a long text', longText, [100_000, 400_000, 1_600_000, 10 * MILLION]);
  return table([
    ['characters', 'ms', 'MB/s'],
    ...points.map(({ size, ms }) => [size, figures(ms), figures(size / 1000 / ms)]),
  ]);
}

/** Below so many milliseconds the compiler takes most of the time, not the text. */
const WARM = 200;

interface Point {
  readonly size: number;
  readonly ms: number;
}

/** Times the text at growing sizes; stops, and notes the fault, where time grows faster than the text. */
function grow(name: string, make: (size: number) => string, sizes: readonly number[]): readonly Point[] {
  const points: Point[] = [];
  for (const size of sizes) {
    const text = make(size);
    const ms = Math.min(...again(() => processorTime(() => analyze(text, plain()))));
    const before = points.at(-1);
    points.push({ size, ms });
    if (!before) continue;
    const seen = ms / Math.max(before.ms, WARM);
    if (seen > (size / before.size) * (GROWTH / 4)) {
      faults.push(`${name}: ${figures(seen)} times as long at ${figures(size / before.size)} times the size, ${size}`);
      break;
    }
  }
  return points;
}

/** The measurement repeated while that is cheap. */
function again(measure: () => number): number[] {
  const times = [measure()];
  while (times.length < 5 && times[0]! < 1000) times.push(measure());
  return times;
}

/** Letters typed all over an article of 1 MB: time to the new analysis, and the longest stretch without a yield. */
function keyStrokes(): string {
  const rows = [20_000, 200_000, MILLION].map((size) => {
    const { first, totals, steps } = typeInto(longText(size));
    const stage = steps.reduce((a, b) => (b.ms > a.ms ? b : a)).stage;
    return [
      size,
      figures(first),
      figures(quantile(totals, 0.5)),
      figures(quantile(totals, 0.95)),
      `${figures(
        quantile(
          steps.map((step) => step.ms),
          0.5,
        ),
      )} / ${figures(Math.max(...steps.map((step) => step.ms)))} (${stage})`,
    ];
  });
  return [
    'Up to 60 letters typed at different places, in ms of analysis. A step is what runs between two yields.',
    table([
      ['characters', 'first analysis', 'key stroke, median', 'key stroke, 95 %', 'longest step, median / worst'],
      ...rows,
    ]),
  ].join('\n\n');
}

function typeInto(text: string) {
  const cache = createCache();
  const first = timed(() => analyze(text, { names, cache }));
  const totals: number[] = [];
  const steps: { ms: number; stage: Stage }[] = [];
  let current = text;
  const began = performance.now();
  for (let i = 0; i < 60 && performance.now() - began < 30_000; i++) {
    const at = Math.floor((current.length * ((i * 37) % 60)) / 60);
    current = `${current.slice(0, at)}x${current.slice(at)}`;
    current.charCodeAt(0); // An editor hands over flat text, not a rope.
    const { ms, stage, total } = longestStep(current, { names, cache });
    totals.push(total);
    steps.push({ ms, stage });
  }
  return { first, totals, steps };
}

/**
 * Bytes an article, each measured in a process of its own: what earlier work left behind and what is freed of it meanwhile
 * would count with it otherwise.
 */
function memory(): string {
  const rows = [100_000, MILLION, 4 * MILLION].map((size) => {
    const bare = measureApart({ size, cached: false });
    const cached = measureApart({ size, cached: true });
    return [size, ...[bare.peak, cached.peak, cached.kept].map((bytes) => figures(bytes / size))];
  });
  return [
    'Live bytes per character (after a collection, forty samples an analysis), besides the text and the name model; each figure from a process of its own.',
    table([['characters', 'peak', 'peak with cache', 'kept with cache'], ...rows]),
  ].join('\n\n');
}

interface MemoryTask {
  readonly size: number;
  readonly cached: boolean;
}

function measureApart(task: MemoryTask): Memory {
  const child = spawnSync(process.execPath, ['--expose-gc', process.argv[1]!, '--memory', JSON.stringify(task)]);
  return JSON.parse(child.stdout.toString()) as Memory;
}

/** What the process of a {@link MemoryTask} does: a small analysis first, so that what all analyses share is there. */
function measureMemory({ size, cached }: MemoryTask): Memory {
  analyze(longText(100_000), { names, cache: createCache() });
  return memoryOf(longText(size), { names, ...(cached && { cache: createCache() }) });
}

/** Each hostile text at growing sizes up to 5 MB, and its longest step at the largest. */
function hostileTexts(): string {
  const rows = Object.entries(HOSTILE).map(([name, make]) => {
    const points = grow(name, make, [78_125, 312_500, 1_250_000, 5 * MILLION]);
    const { size, ms } = points.at(-1)!;
    const longest = longestStep(make(size), plain());
    const times = points.map((point) => figures(point.ms)).join(' · ');
    return [name, times, figures(size / 1000 / ms), `${figures(longest.ms)} (${longest.stage})`];
  });
  return [
    'Milliseconds of processor time at 78 kB, 313 kB, 1.25 MB and 5 MB, up to where the time grows too fast; the longest step at the last.',
    table([['text', 'ms', 'MB/s', 'longest step, ms'], ...rows]),
  ].join('\n\n');
}
