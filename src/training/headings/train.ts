/**
 * Trains the classifier of headings and prints its figures.
 *
 *   npx tsx src/training/headings/train.ts test/corpus/*.art [--json FILE.jsonl]... [--folds] [--errors N] [--write]
 *
 * With --folds, prints five-fold cross-validated figures of each set, over articles; ours held back are scored always. With
 * --write, the model trained on all but that part goes to src/core/learned/headings.json.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Trees } from '../../core/pipeline/layout/trees.ts';
import { boost, type Row } from '../boost.ts';
import { type HeadedArticle, readJsonLines, readOwn } from './articles.ts';
import { emptyTally, figures, measure, type Tally } from './measure.ts';
import { rowsOf } from './rows.ts';

const FOLDS = 5;
const { values: args, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string', multiple: true, default: [] },
    folds: { type: 'boolean', default: false },
    errors: { type: 'string', default: '0' },
    write: { type: 'boolean', default: false },
  },
});

const sets = new Map<string, readonly HeadedArticle[]>([['own', readOwn(files, 'training')]]);
for (const file of args.json) sets.set(file.replace(/^.*\//, ''), readJsonLines(file));
const data = new Map([...sets].map(([name, articles]) => [name, articles.map((article, i) => rowsOf(article, i))]));

const rowCount = [...data.values()].flat().reduce((sum, { rows }) => sum + rows.length, 0);
console.log(`${rowCount} rows`);
console.log('| set | articles | headings | P | R | F1 | false an article |');
for (const [name, articles] of sets) if (args.folds) report(`${name}, cross-validated`, crossValidated(name, articles));
const whole = train(() => false);
report('own, held back', measure(readOwn(files, 'heldBack'), whole));
const json = JSON.stringify(whole);
console.log(`${whole.trees.length} trees, ${whole.features.length} features, ${json.length} bytes`);
if (args.write) writeFileSync(new URL('../../core/learned/headings.json', import.meta.url), `${json}\n`);

function crossValidated(name: string, articles: readonly HeadedArticle[]): Tally {
  const tally = emptyTally();
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = train((set, i) => set === name && i % FOLDS === fold);
    measure(
      articles.filter((_, i) => i % FOLDS === fold),
      trees,
      tally,
    );
  }
  return tally;
}

/** A model of all articles but those that `isLeftOut` names. */
function train(isLeftOut: (set: string, article: number) => boolean): Trees {
  const rows: Row[] = [];
  let features: string[] = [];
  for (const [name, articles] of data) {
    for (const [i, article] of articles.entries()) {
      if (isLeftOut(name, i)) continue;
      rows.push(...article.rows);
      if (article.names.length > 0) features = article.names;
    }
  }
  return boost(rows, { features, trees: 200, depth: 4, rate: 0.12, sample: 0.5, leaf: 0.5, pull: 2 });
}

function report(name: string, tally: Tally): void {
  console.log(`| ${name} | ${figures(tally)} |`);
  const errors = Number(args.errors);
  for (const line of tally.missed.slice(0, errors)) console.log(`  missed   ${line}`);
  for (const line of tally.invented.slice(0, errors)) console.log(`  invented ${line}`);
}
