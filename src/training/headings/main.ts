import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Trees } from '../../core/pipeline/layout/trees.ts';
import { boost, type Row } from '../boost.ts';
import { type HeadedArticle, readJsonLines, readOwn } from './articles.ts';
import { emptyTally, figures, measure, type Tally } from './measure.ts';
import { rowsOf } from './rows.ts';

const CORPUS = 'test/corpus';
const WEIGHTS = 'src/core/learned/headings.json';
const FOLDS = 5;

interface Data {
  readonly heldBack: readonly HeadedArticle[];
  /** By name: our own articles, and the files `headings-*.jsonl` of the folder given. */
  readonly sets: ReadonlyMap<string, readonly HeadedArticle[]>;
}

/**
 * Trains the classifier of headings on our own articles and on the files `headings-*.jsonl` in the folder `folder`, writes
 * its weights and prints the figures on our articles held back. Runs in the repository's folder.
 */
export function trainHeadingsPart(folder: string): void {
  const data = readData(folder);
  const trees = train(rowsBySet(data.sets), () => false);
  const json = JSON.stringify(trees);
  writeFileSync(WEIGHTS, `${json}\n`);
  console.log(`${trees.trees.length} trees, ${trees.features.length} features, ${json.length} bytes`);
  console.log(HEAD);
  console.log(`| own, held back | ${figures(measure(data.heldBack, trees))} |`);
}

/** Prints figures by five-fold cross-validation over the articles of each set, and every error; writes nothing. */
export function crossValidateHeadings(folder: string): void {
  const { sets } = readData(folder);
  const rows = rowsBySet(sets);
  for (const [name, articles] of sets) {
    const tally: Tally = emptyTally();
    for (let fold = 0; fold < FOLDS; fold++) {
      const trees = train(rows, (set, i) => set === name && i % FOLDS === fold);
      const unseen = articles.filter((_, i) => i % FOLDS === fold);
      measure(unseen, trees, tally);
    }
    for (const line of tally.missed) console.log(`missed   ${line}`);
    for (const line of tally.invented) console.log(`invented ${line}`);
    console.log(`${HEAD}\n| ${name} | ${figures(tally)} |`);
  }
}

const HEAD = '| set | articles | headings | P | R | F1 | false an article |';

type RowsBySet = ReadonlyMap<string, readonly { readonly names: string[]; readonly rows: Row[] }[]>;

function readData(folder: string): Data {
  const files = readdirSync(CORPUS).filter((name) => name.endsWith('.art'));
  const paths = files.map((name) => join(CORPUS, name));
  const sets = new Map([['own', readOwn(paths, 'training')]]);
  const given = existsSync(folder) ? readdirSync(folder).filter((name) => /^headings-.*\.jsonl$/.test(name)) : [];
  for (const name of given) sets.set(name, readJsonLines(join(folder, name)));
  return { heldBack: readOwn(paths, 'heldBack'), sets };
}

function rowsBySet(sets: Data['sets']): RowsBySet {
  const headlines = sets.get('own')!.map(({ text }) => text.slice(0, text.search(/\r?\n|$/)));
  return new Map(
    [...sets].map(([name, articles]) => [name, articles.map((article, i) => rowsOf(article, i, headlines))]),
  );
}

/** A model of all articles but those that `isLeftOut` names. */
function train(data: RowsBySet, isLeftOut: (set: string, article: number) => boolean): Trees {
  const rows: Row[] = [];
  let features: string[] = [];
  for (const [name, articles] of data) {
    for (const [i, article] of articles.entries()) {
      if (isLeftOut(name, i)) continue;
      for (const row of article.rows) rows.push(row);
      if (article.names.length > 0) features = article.names;
    }
  }
  return boost(rows, { features, trees: 200, depth: 4, rate: 0.12, sample: 0.5, leaf: 0.5, pull: 2 });
}
