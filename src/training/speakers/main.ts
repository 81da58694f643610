import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHeldBack, parseFile } from '../markup.ts';
import { evaluate, render } from './evaluate.ts';
import { examplesOf, type Findings } from './examples.ts';
import { trainSpeakers } from './train.ts';

const CORPUS = join(import.meta.dirname, '../../../test/corpus');
const WEIGHTS = join(import.meta.dirname, '../../core/learned/speakers.json');

/**
 * Fits the models of the speakers' stage on our own articles, writes their weights, and prints the figures on the
 * articles held back. With `--folds`, prints figures on the training articles by cross-validation and writes nothing.
 */
function main(args: readonly string[]): void {
  const findings = readCorpus();
  const training = findings.filter(({ article }) => !isHeldBack(article.id));
  if (args.includes('--folds')) crossValidate(training, Number(args[args.indexOf('--folds') + 1]), args);
  else {
    const model = trainSpeakers(training);
    writeFileSync(WEIGHTS, `${JSON.stringify(model)}\n`);
    const held = findings.filter(({ article }) => isHeldBack(article.id));
    console.log(render(evaluate(held, model)));
  }
}

function readCorpus(): Findings[] {
  const files = readdirSync(CORPUS).filter((name) => name.endsWith('.art'));
  const articles = files.flatMap((name) => parseFile(readFileSync(join(CORPUS, name), 'utf8')));
  return articles.map((article) => examplesOf(article));
}

function crossValidate(findings: readonly Findings[], folds: number, args: readonly string[]): void {
  const figures = Array.from({ length: folds }, (_, fold) => {
    const model = trainSpeakers(findings.filter((_, i) => i % folds !== fold));
    return evaluate(
      findings.filter((_, i) => i % folds === fold),
      model,
    );
  });
  const sum = figures.reduce((a, b) => ({
    gold: a.gold + b.gold,
    predicted: a.predicted + b.predicted,
    hits: a.hits + b.hits,
    mentions: [a.mentions[0] + b.mentions[0], a.mentions[1] + b.mentions[1]],
    names: [a.names[0] + b.names[0], a.names[1] + b.names[1]],
    errors: [...a.errors, ...b.errors],
  }));
  console.log(render(sum));
  if (args.includes('--errors')) for (const error of sum.errors) console.log(error);
}

main(process.argv.slice(2));
