import { featureReader } from '../../core/pipeline/layout/headings.ts';
import { readShape } from '../../core/pipeline/layout/shape.ts';
import { namesOf, valuesOf } from '../../core/pipeline/layout/trees.ts';
import { contentOf } from '../../core/pipeline/layout/words.ts';
import { paragraphsOf } from '../../core/pipeline/layout/wrap.ts';
import { linesOf } from '../../core/text/lines.ts';
import type { Row } from '../boost.ts';
import { randomNumbers } from '../random.ts';
import { type HeadedArticle, plainLines } from './articles.ts';
import { type PlainLine, SPACINGS, STYLES, setLines, textOf, withCaptions, withoutHeadings } from './layouts.ts';

/** How many more ways each article is set in for training. */
const VARIANTS = 6;

/** Training rows of an article as it is and in other settings, chosen by its number so that runs agree. */
export function rowsOf(article: HeadedArticle, number: number): { names: string[]; rows: Row[] } {
  const lines = plainLines(article);
  const random = randomNumbers(number);
  const variants = Array.from({ length: VARIANTS }, () => rowsOfLines(varied(lines, random), article.skipsQuestions));
  const all = [rowsOfLines(lines, article.skipsQuestions), ...variants];
  return {
    names: all.find(({ names }) => names.length > 0)?.names ?? [],
    rows: all.flatMap(({ rows }, k) => (k === 0 ? rows : rows.map((row) => ({ ...row, weight: 1 / VARIANTS })))),
  };
}

function varied(lines: readonly PlainLine[], random: () => number): PlainLine[] {
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const bare = random() < 0.2 ? withoutHeadings(lines) : lines;
  const captioned = random() < 0.2 ? withCaptions(bare, random) : bare;
  return setLines(captioned, oneOf(SPACINGS), oneOf(STYLES), 60 + Math.floor(random() * 21));
}

function rowsOfLines(lines: readonly PlainLine[], skipsQuestions: boolean): { names: string[]; rows: Row[] } {
  const text = textOf(lines);
  const starts = new Set<number>();
  let at = 0;
  for (const line of lines) {
    at += line.gap;
    if (line.heading) starts.add(at);
    at += line.text.length + 1;
  }
  const paragraphs = paragraphsOf(text, linesOf(text));
  const { count, starts: from, ends: to } = paragraphs;
  const numbers = Array.from({ length: count }, (_, i) => i);
  const read = numbers.map((i) => readShape(text.slice(from[i], to[i]).replace(/\s*\n\s*/g, ' ')));
  const stems = numbers.map((i) => new Set(contentOf(text.slice(from[i], Math.min(to[i]!, from[i]! + 800))).stems));
  const shapes = read.map(({ shape }) => shape);
  const features = featureReader({ paragraphs, shapes, stems: (i) => stems[i] ?? new Set() });
  const rows: Row[] = [];
  let names: string[] = [];
  for (const [i, { shape, line }] of read.entries()) {
    if (i === 0 || !line || (shape.asks && skipsQuestions)) continue;
    const found = features(i, line, 'read');
    names = namesOf(found);
    rows.push({ values: valuesOf(found), positive: starts.has(from[i]!), weight: 1 });
  }
  return { names, rows };
}
