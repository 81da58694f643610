import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Trees, treeScorer } from '../../core/pipeline/layout/trees.ts';
import { cutsOf } from '../../core/pipeline/sections/inferred.ts';
import { boost, type Row } from '../boost.ts';
import { isHeldBack, parseFile } from '../markup.ts';
import { proseOf, readStories, rowsOf, SHAPES, type Story, type Stream, shaped, streamsOf } from './streams.ts';

const CORPUS = 'test/corpus';
const GIVEN = 'boundaries-streams.dev.jsonl';
const WEIGHTS = 'src/core/learned/openings.json';

/**
 * Trains the classifier of paragraphs that open a topic, writes its weights and prints its figures. It learns from
 * streams joined from our own articles, from single articles of ours, in which every cut is wrong, and from the stories
 * in the folder `folder`, if it has them. Runs in the repository's folder, after the headings have been trained.
 */
export function trainTopicsPart(folder: string): void {
  const own = readOwn('training');
  const ownRows = [
    ...weighted(rowsIn(own.stories, 3), 0.5),
    ...SHAPES.flatMap((shape) => rowsOf(single(shaped(own.plain, shape)))),
  ];
  const given = existsSync(join(folder, GIVEN)) ? readStories(join(folder, GIVEN)) : [];
  const trees = train([...ownRows, ...rowsIn(given, 2)]);
  const json = JSON.stringify(trees);
  writeFileSync(WEIGHTS, `${json}\n`);
  console.log(`${trees.trees.length} trees, ${trees.features.length} features, ${json.length} bytes`);
  console.log('| set | boundaries | P | R | F1 | false in all |');
  const folds = given.length > 0 ? foldsOf(given, ownRows) : [];
  const heldBack = readOwn('heldBack');
  for (const shape of SHAPES) {
    const judgements = folds.flatMap(({ unseen, trees }) => judged(streamsOf(shaped(unseen, shape), 2), trees));
    if (folds.length > 0) report(`stories given, cross-validated, ${shape}`, judgements);
    report(`own, held back, ${shape}`, judged(streamsOf(shaped(heldBack.stories, shape), 2), trees));
  }
  report('own single stories, held back', judged(single(heldBack.plain), trees));
}

interface Own {
  readonly stories: readonly Story[];
  /** Those without headings, in which nothing opens. */
  readonly plain: readonly Story[];
}

function readOwn(part: 'training' | 'heldBack'): Own {
  const articles = readdirSync(CORPUS)
    .filter((name) => name.endsWith('.art'))
    .flatMap((name) => parseFile(readFileSync(join(CORPUS, name), 'utf8')))
    .filter(({ id }) => isHeldBack(id) === (part === 'heldBack'))
    .map(({ text, lines }) => ({ prose: proseOf(text), headed: lines.some(({ role }) => role === 'heading') }))
    .filter(({ prose }) => prose.length > 3);
  return {
    stories: articles.map(({ prose }) => prose),
    plain: articles.filter(({ headed }) => !headed).map(({ prose }) => prose),
  };
}

/** Training rows of streams of the stories in every shape. */
function rowsIn(stories: readonly Story[], rounds: number): Row[] {
  return SHAPES.flatMap((shape) => rowsOf(streamsOf(shaped(stories, shape), rounds)));
}

function single(stories: readonly Story[]): Stream[] {
  return stories.map((story) => story.map((text) => ({ text, opens: false })));
}

interface Fold {
  readonly unseen: readonly Story[];
  readonly trees: Trees;
}

/** Trees trained on either half of the stories, with the half they have not seen. */
function foldsOf(given: readonly Story[], ownRows: readonly Row[]): Fold[] {
  const halves = [0, 1].map((half) => given.filter((_, i) => i % 2 === half));
  return halves.map((unseen, i) => ({ unseen, trees: train([...ownRows, ...rowsIn(halves[1 - i]!, 2)]) }));
}

function weighted(rows: readonly Row[], weight: number): Row[] {
  return rows.map((row) => ({ ...row, weight }));
}

function train(rows: readonly Row[]): Trees {
  const features = rowsOf.names();
  return boost(rows, { features, trees: 110, depth: 4, rate: 0.1, sample: 0.5, leaf: 0.5, pull: 3 });
}

interface Judgement {
  readonly gold: boolean;
  readonly found: boolean;
}

function judged(streams: readonly Stream[], trees: Trees): Judgement[] {
  const score = treeScorer(trees);
  return streams.flatMap((stream) => {
    const rows = rowsOf([stream]);
    const cuts = new Set(cutsOf([Number.NEGATIVE_INFINITY, ...rows.map(({ values }) => score([values]))]));
    return rows.map(({ positive }, i) => ({ gold: positive, found: cuts.has(i + 1) }));
  });
}

function report(name: string, judgements: readonly Judgement[]): void {
  const gold = judgements.filter((one) => one.gold).length;
  const found = judgements.filter((one) => one.found).length;
  const right = judgements.filter((one) => one.gold && one.found).length;
  const percent = (part: number, of: number) => (of === 0 ? '–' : ((100 * part) / of).toFixed(1));
  const f1 = percent(2 * right, gold + found);
  console.log(`| ${[name, gold, percent(right, found), percent(right, gold), f1, found - right].join(' | ')} |`);
}
