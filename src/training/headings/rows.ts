import { featureReader, OPENING } from '../../core/pipeline/layout/headings.ts';
import { capitalsIn, namesIn } from '../../core/pipeline/layout/name-words.ts';
import { readShape } from '../../core/pipeline/layout/shape.ts';
import { namesOf, valuesOf } from '../../core/pipeline/layout/trees.ts';
import { contentOf } from '../../core/pipeline/layout/words.ts';
import { paragraphsOf } from '../../core/pipeline/layout/wrap.ts';
import { linesOf } from '../../core/text/lines.ts';
import type { Row } from '../boost.ts';
import { randomNumbers } from '../random.ts';
import { type HeadedArticle, plainLines } from './articles.ts';
import { type FurnitureChoice, withFurniture } from './furniture.ts';
import { type PlainLine, SPACINGS, STYLES, setLines, textOf, withoutHeadings } from './layouts.ts';

/** How many more ways each article is set in for training. */
const VARIANTS = 6;
/** The share of them that get furniture, see {@link withFurniture}. */
const FURNISHED = 0.4;

/**
 * Training rows of an article as it is and in other settings, chosen by its number so that runs agree. `headlines` are
 * those of other articles.
 */
export function rowsOf(
  article: HeadedArticle,
  number: number,
  headlines: readonly string[],
): { names: string[]; rows: Row[] } {
  const lines = plainLines(article);
  const choice = { random: randomNumbers(number), headlines };
  const variants = Array.from({ length: VARIANTS }, () => rowsOfLines(varied(lines, choice), article.skipsQuestions));
  const all = [rowsOfLines(lines, article.skipsQuestions), ...variants];
  return {
    names: all.find(({ names }) => names.length > 0)?.names ?? [],
    rows: all.flatMap(({ rows }, k) => (k === 0 ? rows : rows.map((row) => ({ ...row, weight: 1 / VARIANTS })))),
  };
}

function varied(lines: readonly PlainLine[], choice: FurnitureChoice): PlainLine[] {
  const { random } = choice;
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const bare = random() < 0.2 ? withoutHeadings(lines) : lines;
  const furnished = random() < FURNISHED ? withFurniture(bare, choice) : bare;
  return setLines(furnished, oneOf(SPACINGS), oneOf(STYLES), 60 + Math.floor(random() * 21));
}

function rowsOfLines(lines: readonly PlainLine[], skipsQuestions: boolean): { names: string[]; rows: Row[] } {
  const text = textOf(lines);
  const starts = headingStarts(lines);
  const { paragraphs, read, features } = readLines(text);
  const rows: Row[] = [];
  let names: string[] = [];
  for (const [i, { shape, line }] of read.entries()) {
    if (i === 0 || !line || (shape.asks && skipsQuestions)) continue;
    const found = features(i, line, 'read');
    names = namesOf(found);
    rows.push({ values: valuesOf(found), positive: starts.has(paragraphs.starts[i]!), weight: 1 });
  }
  return { names, rows };
}

function headingStarts(lines: readonly PlainLine[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const line of lines) {
    at += line.gap;
    if (line.heading) starts.add(at);
    at += line.text.length + 1;
  }
  return starts;
}

/** The paragraphs of a text with their shapes, and a reader of their features, as the layout has them. */
function readLines(text: string) {
  const paragraphs = paragraphsOf(text, linesOf(text));
  const { count, starts, ends } = paragraphs;
  const lines = Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]).replace(/\s*\n\s*/g, ' '));
  const read = lines.map((line) => readShape(line));
  const stems = lines.map((line) => new Set(contentOf(line.slice(0, OPENING)).stems));
  const names = lines.map((line) => new Set(namesIn(line.slice(0, OPENING))));
  const features = featureReader({
    paragraphs,
    shapes: read.map(({ shape }) => shape),
    stems: (i) => stems[i] ?? NO_WORDS,
    names: (i) => names[i] ?? NO_WORDS,
    capitals: (i) => capitalsIn(lines[i]!),
  });
  return { paragraphs, read, features };
}

const NO_WORDS: ReadonlySet<number> = new Set();
