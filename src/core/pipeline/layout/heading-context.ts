import { type LineStyle, LONGEST_HEADING } from './heading-line.ts';
import type { Shape } from './shape.ts';
import { UNKNOWN } from './trees.ts';
import type { Paragraphs } from './wrap.ts';

/** Paragraphs with their shapes, and a way to the content words of one (the first hundred or so). */
export interface Surroundings {
  readonly paragraphs: Paragraphs;
  readonly shapes: readonly Shape[];
  stems(i: number): ReadonlySet<number>;
  /** The words of the names inside its sentences. */
  names(i: number): ReadonlySet<number>;
  /** The capitalised words of a line. */
  capitals(i: number): readonly number[];
}

/**
 * Reads features of the lines around. Those of the wider surroundings are taken from a window of {@link REACH}
 * paragraphs on each side, not from the whole text, so a line's features do not change with the length of the text.
 */
export function contextReader({ paragraphs, shapes, stems, names, capitals }: Surroundings) {
  const { count: stop, starts, ends, gaps, lines } = paragraphs;
  const tallies = createTallies({ paragraphs, shapes });
  const sizeOf = (i: number) => (i >= 0 && i < stop ? ends[i]! - starts[i]! : 0);
  const gapOf = (i: number) => gaps[i] ?? 0;
  /** So many lines in a row that may be headings, from `i` on in one direction; no more than are told apart. */
  const run = (i: number, step: 1 | -1) => {
    let length = 0;
    while (length < LONGEST_RUN && shapes[i + length * step]?.style) length++;
    return length / LONGEST_RUN;
  };
  const has = (i: number, test: (shape: Shape) => unknown) => Number(Boolean(shapes[i] && test(shapes[i]!)));
  return (i: number, overlaps: Overlaps) => {
    const style = shapes[i]!.style!;
    const tally = tallies(i);
    const share = (name: TallyName) => tally[name] / tally.paragraphs;
    const count = (name: TallyName) => Math.min(12, tally[name]) / 12;
    const isRead = overlaps === 'read';
    return {
      index: Math.min(i, 6) / 6,
      fromEnd: Math.min(stop - 1 - i, 6) / 6,
      gap: Math.min(2, gapOf(i)) / 2,
      gapAfter: Math.min(2, gapOf(i + 1)) / 2,
      lines: Number(lines[i]! > 1),
      before: Math.min(400, sizeOf(i - 1)) / 400,
      after: Math.min(400, sizeOf(i + 1)) / 400,
      after2: Math.min(400, sizeOf(i + 2)) / 400,
      before2: Math.min(400, sizeOf(i - 2)) / 400,
      ratio: Math.min(2, sizeOf(i) / Math.exp(share('logSize') / FRACTIONS || 1)),
      beforeStops: has(i - 1, (shape) => shape.stops),
      afterStops: has(i + 1, (shape) => shape.stops),
      beforeColon: has(i - 1, (shape) => shape.ends === ':'),
      beforeLine: has(i - 1, (shape) => shape.headish),
      afterLine: has(i + 1, (shape) => shape.headish),
      after2Line: has(i + 2, (shape) => shape.headish),
      beforeList: has(i - 1, isList),
      afterList: has(i + 1, isList),
      afterTable: has(i + 1, (shape) => shape.markup?.kind === 'table' || shape.markup?.kind === 'fence'),
      beforeHeading: has(i - 1, isMarked),
      afterHeading: has(i + 1, isMarked),
      beforeBoilerplate: has(i - 1, (shape) => shape.boilerplate),
      afterBoilerplate: has(i + 1, (shape) => shape.boilerplate),
      afterCredit: has(i + 1, ({ boilerplate }) => boilerplate === 'credit' || boilerplate === 'caption'),
      runBefore: run(i - 1, -1),
      runAfter: run(i + 1, 1),
      afterLower: has(i + 1, (shape) => shape.opens === 'lower'),
      afterUpper: has(i + 1, (shape) => shape.opens === 'upper'),
      afterQuote: has(i + 1, (shape) => shape.opens === 'quote'),
      beforeQuote: has(i - 1, (shape) => shape.opens === 'quote'),
      afterAnswers: has(i + 1, (shape) => shape.answers),
      sameBefore: Number(shapes[i - 1]?.style === style),
      sameAfter: Number(shapes[i + 1]?.style === style),
      overlapAfter: isRead ? overlap(stems, stems(i), [i + 1, i + 2, i + 3]) : UNKNOWN,
      overlapBefore: isRead ? overlap(stems, stems(i), [i - 1, i - 2]) : UNKNOWN,
      namedAfter: isRead ? overlap(names, capitals(i), [i + 1, i + 2, i + 3]) : UNKNOWN,
      namedBefore: isRead ? overlap(names, capitals(i), [i - 1, i - 2]) : UNKNOWN,
      wrapped: share('wrapped'),
      gaps: share('gap'),
      gapContrast: Number(gapOf(i) > 0) - share('gap'),
      gapAfterContrast: Number(gapOf(i + 1) > 0) - share('gap'),
      lists: share('list'),
      short: share('short'),
      headish: share('headish'),
      headishes: count('headish'),
      marked: count('marked'),
      isolated: count('isolated'),
      stops: share('stops'),
      questions: share('question'),
      asking: count('asks'),
      answering: share('answers'),
      bolds: count('bold'),
      sameStyle: count(style satisfies LineStyle),
      logSize: share('logSize') / FRACTIONS / 7,
    };
  };
}

/** More lines in a row than this are not counted. */
const LONGEST_RUN = 5;

/** How many paragraphs on each side tell about a line. */
export const REACH = 40;

/**
 * Tells whether a line is a question in an interview: several lines around ask, some of them a person, and what follows
 * them is in the first person. An explainer's questions are headings, an interview's are not.
 */
export function interviewReader(surroundings: Pick<Surroundings, 'paragraphs' | 'shapes'>): (i: number) => boolean {
  const tallies = createTallies(surroundings);
  return (i) => {
    if (!surroundings.shapes[i]!.question) return false;
    const { asked, askedSomeone, answered } = tallies(i);
    return asked >= 3 && askedSomeone >= asked / 4 && answered >= asked * 0.4;
  };
}

/** What is counted over the window of paragraphs around a line. */
function createCounts() {
  return {
    paragraphs: 0,
    ...{ bold: 0, numbered: 0, caps: 0, question: 0, label: 0, title: 0, sentence: 0 },
    ...{ wrapped: 0, gap: 0, list: 0, short: 0, headish: 0, marked: 0, isolated: 0, stops: 0, asks: 0, answers: 0 },
    ...{ asked: 0, askedSomeone: 0, answered: 0 },
    /** Sum of the logarithms of the sizes in {@link FRACTIONS}: whole numbers, so that the order does not matter. */
    logSize: 0,
  };
}

/** Whether the words that a line shares with its neighbours are read, which takes longest, or {@link UNKNOWN}. */
export type Overlaps = 'read' | 'unknown';

type Counts = ReturnType<typeof createCounts>;
type TallyName = Exclude<keyof Counts, 'paragraphs'>;

const FRACTIONS = 2 ** 20;

/** Makes a function that counts the window around a paragraph; cheap where windows are asked for in text order. */
function createTallies({ paragraphs, shapes }: Pick<Surroundings, 'paragraphs' | 'shapes'>): (i: number) => Counts {
  const { starts, ends, gaps, lines } = paragraphs;
  let counts = createCounts();
  let [from, to] = [0, 0];
  const add = (j: number, times: 1 | -1) => {
    const shape = shapes[j]!;
    const size = ends[j]! - starts[j]!;
    counts.paragraphs += times;
    counts.logSize += times * Math.round(Math.log(size) * FRACTIONS);
    if (lines[j]! > 1) counts.wrapped += times;
    if (gaps[j]! > 0) counts.gap += times;
    if (size < LONGEST_HEADING) counts.short += times;
    if (isList(shape)) counts.list += times;
    if (isMarked(shape)) counts.marked += times;
    if (shape.stops) counts.stops += times;
    if (shape.asks) counts.asks += times;
    if (shape.answers) counts.answers += times;
    if (shape.question) {
      counts.asked += times;
      if (shape.asks) counts.askedSomeone += times;
      if (shapes[j + 1]?.answers) counts.answered += times;
    }
    if (!shape.headish) return;
    counts.headish += times;
    if (!shapes[j - 1]?.headish && !shapes[j + 1]?.headish) counts.isolated += times;
    if (shape.style) counts[shape.style] += times;
  };
  return (i) => {
    const [first, end] = [Math.max(0, i - REACH), Math.min(paragraphs.count, i + REACH + 1)];
    if (first < from || first >= to) {
      counts = createCounts();
      [from, to] = [first, first];
    }
    while (to < end) add(to++, 1);
    while (from < first) add(from++, -1);
    return counts;
  };
}

const isList = ({ markup }: Shape) => markup?.kind === 'list';
const isMarked = ({ markup }: Shape) => markup?.kind === 'heading' && markup.level < 7;

/** Share of some words that come up in the paragraphs `others`, of which `read` tells the words. */
function overlap(read: (i: number) => ReadonlySet<number>, words: Iterable<number>, others: readonly number[]): number {
  let all = 0;
  let found = 0;
  for (const word of words) {
    all++;
    if (others.some((other) => read(other).has(word))) found++;
  }
  return all === 0 ? 0 : found / all;
}
