import { type LineFeatures, LONGEST_HEADING } from './heading-line.ts';
import type { Shape } from './shape.ts';
import type { Paragraph } from './wrap.ts';

/** Paragraphs with their shapes, and a way to the content words of one (the first hundred or so). */
export interface Surroundings {
  readonly paragraphs: readonly Paragraph[];
  readonly shapes: readonly Shape[];
  stems(i: number): ReadonlySet<number>;
}

/**
 * Reads features of the lines around. Those of the wider surroundings are taken from a window of {@link REACH}
 * paragraphs on each side, not from the whole text, so a line's features do not change with the length of the text.
 */
export function contextReader({ paragraphs, shapes, stems }: Surroundings) {
  const tallies = createTallies({ paragraphs, shapes });
  const sizeOf = (i: number) => (paragraphs[i] ? paragraphs[i]!.end - paragraphs[i]!.start : 0);
  const has = (i: number, test: (shape: Shape) => unknown) => Number(Boolean(shapes[i] && test(shapes[i]!)));
  return (i: number) => {
    const { line } = shapes[i]!;
    const style = styleOf(line!);
    const tally = tallies(i);
    const share = (name: TallyName) => tally[name] / tally.paragraphs;
    const count = (name: TallyName) => Math.min(12, tally[name]) / 12;
    const stop = paragraphs.length;
    return {
      index: Math.min(i, 6) / 6,
      fromEnd: Math.min(stop - 1 - i, 6) / 6,
      gap: Math.min(2, paragraphs[i]!.gap) / 2,
      gapAfter: Math.min(2, paragraphs[i + 1]?.gap ?? 0) / 2,
      lines: Number(paragraphs[i]!.lines > 1),
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
      afterLower: has(i + 1, (shape) => shape.opens === 'lower'),
      afterUpper: has(i + 1, (shape) => shape.opens === 'upper'),
      afterQuote: has(i + 1, (shape) => shape.opens === 'quote'),
      beforeQuote: has(i - 1, (shape) => shape.opens === 'quote'),
      afterAnswers: has(i + 1, (shape) => shape.answers),
      sameBefore: Number(shapes[i - 1]?.line !== undefined && styleOf(shapes[i - 1]!.line!) === style),
      sameAfter: Number(shapes[i + 1]?.line !== undefined && styleOf(shapes[i + 1]!.line!) === style),
      overlapAfter: overlap(stems, i, [i + 1, i + 2, i + 3]),
      overlapBefore: overlap(stems, i, [i - 1, i - 2]),
      wrapped: share('wrapped'),
      gaps: share('gap'),
      gapContrast: Number(paragraphs[i]!.gap > 0) - share('gap'),
      gapAfterContrast: Number((paragraphs[i + 1]?.gap ?? 0) > 0) - share('gap'),
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
      sameStyle: count(style),
      logSize: share('logSize') / FRACTIONS / 7,
    };
  };
}

/** How many paragraphs on each side tell about a line. */
export const REACH = 40;

/**
 * Tells whether a line is a question in an interview: several lines around ask, some of them a person, and what follows
 * them is in the first person. An explainer's questions are headings, an interview's are not.
 */
export function interviewReader(surroundings: Pick<Surroundings, 'paragraphs' | 'shapes'>): (i: number) => boolean {
  const tallies = createTallies(surroundings);
  return (i) => {
    if (!isQuestion(surroundings.shapes[i])) return false;
    const { asked, askedSomeone, answered } = tallies(i);
    return asked >= 3 && askedSomeone >= asked / 4 && answered >= asked * 0.4;
  };
}

/** How a line is set, roughly: headings of one article share it. */
export function styleOf(line: LineFeatures): Style {
  if (line.bold) return 'bold';
  if (line.number || line.roman || line.chapter) return 'numbered';
  if (line.allCaps) return 'caps';
  if (line.endsQuestion) return 'question';
  if (line.endsColon) return 'label';
  return line.capitals > 0.9 && line.words > 0.1 ? 'title' : 'sentence';
}

type Style = 'bold' | 'numbered' | 'caps' | 'question' | 'label' | 'title' | 'sentence';

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

type Counts = ReturnType<typeof createCounts>;
type TallyName = Exclude<keyof Counts, 'paragraphs'>;

const FRACTIONS = 2 ** 20;

/** Makes a function that counts the window around a paragraph; cheap where windows are asked for in text order. */
function createTallies({ paragraphs, shapes }: Pick<Surroundings, 'paragraphs' | 'shapes'>): (i: number) => Counts {
  let counts = createCounts();
  let [from, to] = [0, 0];
  const add = (j: number, times: 1 | -1) => {
    const { start, end, lines, gap } = paragraphs[j]!;
    const shape = shapes[j]!;
    counts.paragraphs += times;
    counts.logSize += times * Math.round(Math.log(end - start) * FRACTIONS);
    if (lines > 1) counts.wrapped += times;
    if (gap > 0) counts.gap += times;
    if (end - start < LONGEST_HEADING) counts.short += times;
    if (isList(shape)) counts.list += times;
    if (isMarked(shape)) counts.marked += times;
    if (shape.stops) counts.stops += times;
    if (shape.asks) counts.asks += times;
    if (shape.answers) counts.answers += times;
    if (isQuestion(shape)) {
      counts.asked += times;
      if (shape.asks) counts.askedSomeone += times;
      if (shapes[j + 1]?.answers) counts.answered += times;
    }
    if (!shape.headish) return;
    counts.headish += times;
    if (!shapes[j - 1]?.headish && !shapes[j + 1]?.headish) counts.isolated += times;
    if (shape.line) counts[styleOf(shape.line)] += times;
  };
  return (i) => {
    const [first, end] = [Math.max(0, i - REACH), Math.min(paragraphs.length, i + REACH + 1)];
    if (first < from || first >= to) {
      counts = createCounts();
      [from, to] = [first, first];
    }
    while (to < end) add(to++, 1);
    while (from < first) add(from++, -1);
    return counts;
  };
}

const isQuestion = (shape: Shape | undefined) => shape?.line?.endsQuestion === 1;
const isList = ({ markup }: Shape) => markup?.kind === 'list';
const isMarked = ({ markup }: Shape) => markup?.kind === 'heading' && markup.level < 7;

/** Share of the content words of `i` that come up again in the paragraphs `others`. */
function overlap(stems: (i: number) => ReadonlySet<number>, i: number, others: readonly number[]): number {
  const own = stems(i);
  if (own.size === 0) return 0;
  let found = 0;
  for (const stem of own) if (others.some((other) => stems(other).has(stem))) found++;
  return found / own.size;
}
