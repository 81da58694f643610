import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNameModel } from '../../core/learned/model.ts';
import { isHeldBack, parseFile } from '../markup.ts';
import { evaluate, type Figures, render } from './evaluate.ts';
import { examplesOf, type Findings } from './examples.ts';
import { withBrokenLines } from './layouts.ts';
import { trainSpeakers } from './train.ts';

const CORPUS = 'test/corpus';
const NAMES = 'media/names.bin';
const WEIGHTS = 'src/core/learned/speakers.json';

/**
 * Fits the models of the speakers' stage on what the engine finds in our own articles, writes their weights and prints
 * the figures on the articles held back. Runs in the repository's folder, after the names have been trained.
 */
export async function trainSpeakersPart(): Promise<void> {
  const { training, held } = await readFindings();
  const weights = trainSpeakers(training.flatMap(asTrained));
  writeFileSync(WEIGHTS, `${JSON.stringify(weights)}\n`);
  console.log(
    render(
      evaluate(
        held.map(({ found }) => found),
        weights,
      ),
    ),
  );
}

/** Prints the figures on the training articles by cross-validation, and every error; writes nothing. */
export async function crossValidateSpeakers(folds: number): Promise<void> {
  const { training } = await readFindings();
  const all: { readonly own: Figures; readonly broken: Figures }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const weights = trainSpeakers(training.filter((_, i) => i % folds !== fold).flatMap(asTrained));
    const rest = training.filter((_, i) => i % folds === fold);
    const broken = rest.flatMap((article) => article.broken ?? []);
    all.push({
      own: evaluate(
        rest.map(({ found }) => found),
        weights,
      ),
      broken: evaluate(broken, weights),
    });
  }
  const sum = all.map(({ own }) => own).reduce(added);
  for (const error of sum.errors) console.log(error);
  console.log(`with broken lines: ${render(all.map(({ broken }) => broken).reduce(added))}`);
  console.log(render(sum));
}

/** What the engine found in an article, and in the same one with broken lines. */
interface Trained {
  readonly found: Findings;
  readonly broken: Findings | undefined;
}

function asTrained({ found, broken }: Trained): Findings[] {
  return broken ? [found, broken] : [found];
}

function added(a: Figures, b: Figures): Figures {
  return {
    gold: a.gold + b.gold,
    predicted: a.predicted + b.predicted,
    hits: a.hits + b.hits,
    mentions: [a.mentions[0] + b.mentions[0], a.mentions[1] + b.mentions[1]],
    names: [a.names[0] + b.names[0], a.names[1] + b.names[1]],
    errors: [...a.errors, ...b.errors],
  };
}

async function readFindings(): Promise<{ readonly training: Trained[]; readonly held: Trained[] }> {
  const names = readNameModel(readFileSync(NAMES));
  if (!names) throw new Error(`${NAMES} is no weights file of names: train them first`);
  const files = readdirSync(CORPUS).filter((name) => name.endsWith('.art'));
  const articles = files.flatMap((name) => parseFile(readFileSync(join(CORPUS, name), 'utf8')));
  const read = (held: boolean) =>
    articles
      .filter(({ id }) => isHeldBack(id) === held)
      .map((article): Trained => {
        const broken = held ? undefined : withBrokenLines(article);
        return { found: examplesOf(article, names), broken: broken && examplesOf(broken, names) };
      });
  return { training: read(false), held: read(true) };
}
