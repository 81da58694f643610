import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Trees, treeScorer } from '../../core/pipeline/layout/trees.ts';
import { boost, type Row } from '../boost.ts';
import { isHeldBack, parseFile } from '../markup.ts';
import { proseOf, readStreams, rowsOf, type Stream, streamsOf } from './streams.ts';

const CORPUS = 'test/corpus';
const GIVEN = 'boundaries-streams.dev.jsonl';
const WEIGHTS = 'src/core/learned/openings.json';

/**
 * Trains the classifier of paragraphs that open a topic, writes its weights and prints its figures. It learns from
 * streams joined from our own articles, from single articles of ours, in which every cut is wrong, and from the streams
 * in the folder `folder`, if it has them. Runs in the repository's folder, after the headings have been trained.
 */
export function trainTopicsPart(folder: string): void {
  const own = { training: readOwn('training'), heldBack: readOwn('heldBack') };
  const ownRows = [...weighted(rowsOf(own.training.streams), 0.5), ...rowsOf(own.training.stories)];
  const given = existsSync(join(folder, GIVEN)) ? readStreams(join(folder, GIVEN)) : [];
  const whole = train([...ownRows, ...rowsOf(given)]);
  const json = JSON.stringify(whole);
  writeFileSync(WEIGHTS, `${json}\n`);
  console.log(`${whole.trees.length} trees, ${whole.features.length} features, ${json.length} bytes`);
  console.log('| set | boundaries | P | R | F1 | false in all |');
  if (given.length > 0) report('streams given, cross-validated', crossValidated(given, ownRows));
  report('own streams, held back', judged(own.heldBack.streams, whole));
  report('own single stories, held back', judged(own.heldBack.stories, whole));
}

interface Own {
  readonly streams: readonly Stream[];
  /** Articles without headings, in which nothing opens. */
  readonly stories: readonly Stream[];
}

function readOwn(part: 'training' | 'heldBack'): Own {
  const articles = readdirSync(CORPUS)
    .filter((name) => name.endsWith('.art'))
    .flatMap((name) => parseFile(readFileSync(join(CORPUS, name), 'utf8')))
    .filter(({ id }) => isHeldBack(id) === (part === 'heldBack'))
    .map(({ text, lines }) => ({ prose: proseOf(text), headed: lines.some(({ role }) => role === 'heading') }))
    .filter(({ prose }) => prose.length > 3);
  const plain = articles.filter(({ headed }) => !headed);
  return {
    streams: streamsOf(
      articles.map(({ prose }) => prose),
      part === 'training' ? 3 : 1,
    ),
    stories: plain.map(({ prose }) => prose.map((text) => ({ text, opens: false }))),
  };
}

/** Each half of the streams judged by a model that has not seen it; a story may come up in streams of both halves. */
function crossValidated(given: readonly Stream[], ownRows: readonly Row[]): Judgement[] {
  const halves = [0, 1].map((half) => given.filter((_, i) => i % 2 === half));
  return halves.flatMap((half, i) => judged(half, train([...ownRows, ...rowsOf(halves[1 - i]!)])));
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
  return rowsOf(streams).map(({ values, positive }) => ({ gold: positive, found: score(values) > 0 }));
}

function report(name: string, judgements: readonly Judgement[]): void {
  const gold = judgements.filter((one) => one.gold).length;
  const found = judgements.filter((one) => one.found).length;
  const right = judgements.filter((one) => one.gold && one.found).length;
  const percent = (part: number, of: number) => (of === 0 ? '–' : ((100 * part) / of).toFixed(1));
  const f1 = percent(2 * right, gold + found);
  console.log(`| ${[name, gold, percent(right, found), percent(right, gold), f1, found - right].join(' | ')} |`);
}
