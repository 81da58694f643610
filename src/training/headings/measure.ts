import { createCache } from '../../core/pipeline/cache.ts';
import { type Trees, treeScorer } from '../../core/pipeline/layout/trees.ts';
import { findLayout } from '../../core/pipeline/layout.ts';
import { run } from '../../core/pipeline/steps.ts';
import type { HeadedArticle } from './articles.ts';

/** Counts of headings: in the gold, found, and both; and the lines that are wrong. */
export interface Tally {
  articles: number;
  gold: number;
  found: number;
  right: number;
  readonly missed: string[];
  readonly invented: string[];
}

/** Scores the classifier as the layout uses it; the first line is left out unless the gold has it, as the headline. */
export function measure(articles: readonly HeadedArticle[], trees: Trees, tally: Tally = emptyTally()): Tally {
  for (const { id, text, headings } of articles) {
    const gold = new Set(headings.filter((start) => start > 0));
    const found = new Set(headingsOf(text, trees).filter((start) => start > 0));
    tally.articles++;
    tally.gold += gold.size;
    tally.found += found.size;
    for (const start of found) if (gold.has(start)) tally.right++;
    const line = (start: number) => `${id}: ${text.slice(start, start + 80).split('\n')[0]}`;
    tally.missed.push(...[...gold].filter((start) => !found.has(start)).map(line));
    tally.invented.push(...[...found].filter((start) => !gold.has(start)).map(line));
  }
  return tally;
}

export function emptyTally(): Tally {
  return { articles: 0, gold: 0, found: 0, right: 0, missed: [], invented: [] };
}

/** A row of the results table: precision, recall, F1 in percent, false headings an article. */
export function figures({ articles, gold, found, right }: Tally): string {
  const percent = (part: number, of: number) => (of === 0 ? '–' : ((100 * part) / of).toFixed(1));
  const falsePerArticle = ((found - right) / articles).toFixed(3);
  return [
    articles,
    gold,
    percent(right, found),
    percent(right, gold),
    percent(2 * right, found + gold),
    falsePerArticle,
  ].join(' | ');
}

function headingsOf(text: string, trees: Trees): number[] {
  const { blocks } = run(findLayout(text, createCache(), treeScorer(trees)));
  return blocks.filter(({ role, title }) => role === 'heading' || (role === 'time' && title)).map(({ start }) => start);
}
