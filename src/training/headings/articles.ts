import { readFileSync } from 'node:fs';
import { paragraphsOf } from '../../core/pipeline/layout/wrap.ts';
import { linesOf } from '../../core/text/lines.ts';
import { isHeldBack, parseFile } from '../markup.ts';
import type { PlainLine } from './layouts.ts';

/** An article whose headings are known. */
export interface HeadedArticle {
  readonly id: string;
  readonly text: string;
  /** Where heading lines start. */
  readonly headings: readonly number[];
  /** Whether training leaves out questions to a person: some corpora have them as headings, which ours do not. */
  readonly skipsQuestions: boolean;
}

/** Our own annotated articles, those that training may see or those held back from it. */
export function readOwn(files: readonly string[], part: 'training' | 'heldBack'): HeadedArticle[] {
  return files
    .flatMap((file) => parseFile(readFileSync(file, 'utf8')))
    .filter(({ id }) => isHeldBack(id) === (part === 'heldBack'))
    .map(({ id, text, lines }) => ({
      id,
      text,
      headings: lines.filter(({ role }) => role === 'heading').map(({ start }) => start),
      skipsQuestions: false,
    }));
}

/** Articles from JSON lines with `id`, `text` and `headings`, as the scorer reads them. */
export function readJsonLines(file: string): HeadedArticle[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const { id, text, headings } = JSON.parse(line) as { id: string; text: string; headings: { start: number }[] };
    return { id, text, headings: headings.map(({ start }) => start), skipsQuestions: true };
  });
}

/** An article as lines, with the lines of hard-wrapped paragraphs joined. */
export function plainLines({ text, headings }: Pick<HeadedArticle, 'text' | 'headings'>): PlainLine[] {
  const { count, starts, ends, gaps } = paragraphsOf(text, linesOf(text));
  return Array.from({ length: count }, (_, i) => {
    const [start, end] = [starts[i]!, ends[i]!];
    return {
      text: text.slice(start, end).replace(/\s*\n\s*/g, ' '),
      heading: headings.some((heading) => start <= heading && heading < end),
      gap: gaps[i]!,
    };
  });
}
