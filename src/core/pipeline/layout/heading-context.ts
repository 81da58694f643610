import { type LineFeatures, LONGEST_HEADING } from './heading-line.ts';
import type { Shape } from './shape.ts';
import type { Paragraph } from './wrap.ts';

/** Paragraphs with their shapes, and a way to the content words of one (the first hundred or so). */
export interface Surroundings {
  readonly paragraphs: readonly Paragraph[];
  readonly shapes: readonly Shape[];
  stems(i: number): ReadonlySet<string>;
}

/**
 * Reads features of the lines around. Those of the wider surroundings are taken from a window of {@link REACH}
 * paragraphs on each side, not from the whole text, so a line's features do not change with the length of the text.
 */
export function contextReader({ paragraphs, shapes, stems }: Surroundings) {
  const tallies = tally(paragraphs, shapes);
  const sizeOf = (i: number) => (paragraphs[i] ? paragraphs[i]!.end - paragraphs[i]!.start : 0);
  const has = (i: number, test: (shape: Shape) => unknown) => Number(Boolean(shapes[i] && test(shapes[i]!)));
  return (i: number) => {
    const { line } = shapes[i]!;
    const style = styleOf(line!);
    const from = Math.max(0, i - REACH);
    const to = Math.min(paragraphs.length, i + REACH + 1);
    const share = (name: TallyName) => (tallies[name][to]! - tallies[name][from]!) / (to - from);
    const count = (name: TallyName) => Math.min(12, tallies[name][to]! - tallies[name][from]!) / 12;
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
      ratio: Math.min(2, sizeOf(i) / Math.exp(share('logSize') || 1)),
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
      logSize: share('logSize') / 7,
    };
  };
}

const REACH = 40;

/**
 * Tells whether a line is a question in an interview: several lines around ask, some of them a person, and what follows
 * them is in the first person. An explainer's questions are headings, an interview's are not.
 */
export function interviewReader({ shapes }: Pick<Surroundings, 'shapes'>): (i: number) => boolean {
  const isQuestion = (shape: Shape) => shape.line?.endsQuestion === 1;
  const column = (test: (shape: Shape, i: number) => boolean) =>
    sums(shapes.length, (i) => Number(test(shapes[i]!, i)));
  const questions = column(isQuestion);
  const personal = column((shape) => isQuestion(shape) && shape.asks);
  const answered = column((shape, i) => isQuestion(shape) && (shapes[i + 1]?.answers ?? false));
  return (i) => {
    if (!isQuestion(shapes[i]!)) return false;
    const around = (values: Float64Array) =>
      values[Math.min(shapes.length, i + REACH + 1)]! - values[Math.max(0, i - REACH)]!;
    const asked = around(questions);
    return asked >= 3 && around(personal) >= asked / 4 && around(answered) >= asked * 0.4;
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

const STYLES = ['bold', 'numbered', 'caps', 'question', 'label', 'title', 'sentence'] as const;
type Style = (typeof STYLES)[number];
type TallyName =
  | Style
  | 'wrapped'
  | 'gap'
  | 'list'
  | 'short'
  | 'headish'
  | 'marked'
  | 'isolated'
  | 'stops'
  | 'asks'
  | 'answers'
  | 'logSize';

/** Sums over all paragraphs before each place, from which the sum over any window is a difference. */
function tally(paragraphs: readonly Paragraph[], shapes: readonly Shape[]): Record<TallyName, Float64Array> {
  const column = (value: (shape: Shape, paragraph: Paragraph, i: number) => number) =>
    sums(paragraphs.length, (i) => value(shapes[i]!, paragraphs[i]!, i));
  const styles = Object.fromEntries(
    STYLES.map((style) => [style, column(({ headish, line }) => Number(headish && line && styleOf(line) === style))]),
  ) as Record<Style, Float64Array>;
  return {
    ...styles,
    wrapped: column((_, { lines }) => Number(lines > 1)),
    gap: column((_, { gap }) => Number(gap > 0)),
    list: column((shape) => Number(isList(shape))),
    short: column((_, { start, end }) => Number(end - start < LONGEST_HEADING)),
    headish: column(({ headish }) => Number(headish)),
    marked: column((shape) => Number(isMarked(shape))),
    isolated: column(({ headish }, _, i) => Number(headish && !shapes[i - 1]?.headish && !shapes[i + 1]?.headish)),
    stops: column(({ stops }) => Number(stops)),
    asks: column(({ asks }) => Number(asks)),
    answers: column(({ answers }) => Number(answers)),
    logSize: column((_, { start, end }) => Math.log(end - start)),
  };
}

/** For each place, the sum of what `value` gives before it. */
function sums(length: number, value: (i: number) => number): Float64Array {
  const before = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) before[i + 1] = before[i]! + value(i);
  return before;
}

const isList = ({ markup }: Shape) => markup?.kind === 'list';
const isMarked = ({ markup }: Shape) => markup?.kind === 'heading' && markup.level < 7;

/** Share of the content words of `i` that come up again in the paragraphs `others`. */
function overlap(stems: (i: number) => ReadonlySet<string>, i: number, others: readonly number[]): number {
  const own = stems(i);
  if (own.size === 0) return 0;
  let found = 0;
  for (const stem of own) if (others.some((other) => stems(other).has(stem))) found++;
  return found / own.size;
}
