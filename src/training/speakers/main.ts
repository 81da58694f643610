import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NameModel, readNameModel } from '../../core/learned/model.ts';
import { analyze } from '../../core/pipeline/analyze.ts';
import type { SpeakerWeights } from '../../core/pipeline/speakers/answers.ts';
import { type GoldArticle, isHeldBack, parseFile } from '../markup.ts';
import { evaluate, evaluateIndirect, type Figures, render } from './evaluate.ts';
import { examplesOf, type Findings, stands } from './examples.ts';
import { withBrokenLines } from './layouts.ts';
import { trainSpeakers, type Without } from './train.ts';

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
  const all = Array.from({ length: folds }, (_, fold) => validated(training, { folds, fold }));
  const own = all.map((one) => one.own).reduce(added);
  const broken = all.map((one) => one.broken).reduce(added);
  for (const error of own.errors) console.log(error);
  console.log(`with broken lines: ${render(broken)}`);
  console.log(render(own));
}

/**
 * Prints the figures of indirect quotes, which nothing is fitted for, on the articles where they are annotated: with
 * every error on those for training, without on those held back.
 */
export function measureIndirect(): void {
  const names = readNames();
  const annotated = readArticles().filter(({ indirect }) => indirect.length > 0);
  const weights: SpeakerWeights = JSON.parse(readFileSync(WEIGHTS, 'utf8'));
  const figures = (held: boolean) =>
    evaluateIndirect(
      annotated.filter(({ id }) => isHeldBack(id) === held).map((article) => examplesOf(article, names)),
      weights,
    );
  const training = figures(false);
  for (const error of training.errors) console.log(error);
  console.log(`training: ${render(training)} of ${training.gold}`);
  const held = figures(true);
  console.log(`held back: ${render(held)} of ${held.gold}`);
}

/** Prints the figures of the answers in interviews, on all articles: nothing is fitted for them. */
export function measureAnswers(): void {
  const names = readNames();
  let [gold, predicted, hits, named] = [0, 0, 0, 0];
  for (const article of readArticles()) {
    const { quotes, entities } = analyze(article.text, { names });
    const blocks = quotes.filter(({ kind, start }) => kind === 'block' && article.text[start] !== '>');
    gold += article.answers.length;
    predicted += blocks.length;
    for (const answer of article.answers) {
      const found = blocks.find(({ start, end }) => start === answer.start && end === answer.end);
      if (!found) continue;
      hits++;
      const entity = entities.find(({ id }) => id === found.speaker?.entity);
      const right = entity ? stands(article, entity, answer.speaker ?? '') : found.speaker?.name === answer.speaker;
      if (right) named++;
    }
  }
  console.log(`answers: ${gold}, found ${predicted}, right ${hits}, with the speaker ${named}`);
}

/** Prints what groups of features are worth: the figures on a third of the training articles with each left out. */
export async function measureSpeakers(): Promise<void> {
  const { training } = await readFindings();
  const figures = (without?: Without) => render(validated(training, { folds: 3, fold: 0, without }).own);
  console.log(`nothing | ${figures()}`);
  for (const [name, without] of Object.entries(GROUPS)) console.log(`${name} | ${figures(without)}`);
}

const GROUPS: Readonly<Record<string, Without>> = {
  'all but the nearest candidate': {
    model: 'ranker',
    features: /^(?!(?:before|after)(?:$| (?:distance|nearest))|(?:back|next|carry)\b)/,
  },
  'reporting verbs': { model: 'ranker', features: /^(?:head|tail|object) |^no cue|(?:cue|introduces)/ },
  'type of candidate': { model: 'ranker', features: / type / },
  'distance, rivals, sentences': {
    model: 'ranker',
    features: / (?:distance|rivals|sentences|nearest|touches|quotes|of) ?/,
  },
  'according to, owners of words': { model: 'ranker', features: /^(?:according|owner|possessive)| owner$/ },
  'other paragraphs': { model: 'ranker', features: /^(?:back|next)/ },
  'carried over': { model: 'ranker', features: /^carry/ },
  'filter: reporting verb and speaker': {
    model: 'kinds',
    features: /^(?:tail|head|relation|size|certainty|verb|judged)/,
  },
  'filter: length, case, end': {
    model: 'kinds',
    features: /^(?:words|title|capital|end|size|first person|verbal|short)/,
  },
  'filter: words around': { model: 'kinds', features: /^(?:before|next|naming|nickname|short|judged)/ },
  'pronouns: gender': { model: 'resolver', features: /^gender/ },
  'pronouns: salience, place': { model: 'resolver', features: /^(?:rank|fitting|back|standing|subject|opens)/ },
  'pronouns: who spoke': { model: 'resolver', features: /speaker|spoke|silent|pronoun$/ },
  'role phrases: words said of a name': { model: 'resolver', features: /^(?:head|modifier|other role)/ },
};

interface Validation {
  readonly folds: number;
  readonly fold: number;
  readonly without?: Without | undefined;
}

/** The figures on one fold of the articles with models fitted on the others. */
function validated(training: readonly Trained[], { folds, fold, without }: Validation) {
  const others = training.filter((_, i) => i % folds !== fold);
  const rest = training.filter((_, i) => i % folds === fold);
  const weights = trainSpeakers(others.flatMap(asTrained), without);
  return {
    own: evaluate(
      rest.map(({ found }) => found),
      weights,
    ),
    broken: evaluate(
      rest.flatMap(({ broken }) => broken ?? []),
      weights,
    ),
  };
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
  const names = readNames();
  const read = (held: boolean) =>
    readArticles()
      .filter(({ id }) => isHeldBack(id) === held)
      .map((article): Trained => {
        const broken = held ? undefined : withBrokenLines(article);
        return { found: examplesOf(article, names), broken: broken && examplesOf(broken, names) };
      });
  return { training: read(false), held: read(true) };
}

function readNames(): NameModel {
  const names = readNameModel(readFileSync(NAMES));
  if (!names) throw new Error(`${NAMES} is no weights file of names: train them first`);
  return names;
}

function readArticles(): GoldArticle[] {
  const files = readdirSync(CORPUS).filter((name) => name.endsWith('.art'));
  return files.flatMap((name) => parseFile(readFileSync(join(CORPUS, name), 'utf8')));
}
