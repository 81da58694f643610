/**
 * Trains the classifier of topic openings and prints its figures.
 *
 *   npx tsx src/training/topics/train.ts test/corpus/*.art [--json FILE.jsonl] [--write]
 *
 * It learns from streams joined from our own articles, from single articles of ours, in which every cut is wrong, and from
 * streams in JSON lines with `text` and `boundaries`. Those are scored by cross-validation in two halves; a story may
 * come up in streams of both. Ours are scored on the articles held back. With --write, the model trained on all but
 * these goes to src/core/learned/openings.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Trees, treeScorer } from '../../core/pipeline/layout/trees.ts';
import { boost, type Row } from '../boost.ts';
import { isHeldBack, parseFile } from '../markup.ts';
import { proseOf, readStreams, rowsOf, type Stream, streamsOf } from './streams.ts';

const { values: args, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, write: { type: 'boolean', default: false } },
});

const articles = files
  .flatMap((file) => parseFile(readFileSync(file, 'utf8')))
  .map(({ id, text, lines }) => ({ id, prose: proseOf(text), headed: lines.some(({ role }) => role === 'heading') }));
const own = { training: partOf(false), heldBack: partOf(true) };
const ownRows = [...weighted(rowsOf(own.training.streams), 0.5), ...weighted(rowsOf(own.training.stories), 1)];
const given = args.json ? readStreams(args.json) : [];
const halves = [0, 1].map((half) => given.filter((_, i) => i % 2 === half));

console.log('| set | boundaries | P | R | F1 | false in all |');
const crossed = halves.flatMap((half, i) => {
  const trees = train([...ownRows, ...rowsOf(halves[1 - i]!)]);
  return judged(half, trees);
});
if (given.length > 0) report('streams given, cross-validated', crossed);
const whole = train([...ownRows, ...rowsOf(given)]);
report('own streams, held back', judged(own.heldBack.streams, whole));
report('own single stories, held back', judged(own.heldBack.stories, whole));
const json = JSON.stringify(whole);
console.log(`${whole.trees.length} trees, ${whole.features.length} features, ${json.length} bytes`);
if (args.write) writeFileSync(new URL('../../core/learned/openings.json', import.meta.url), `${json}\n`);

function partOf(heldBack: boolean): { streams: readonly Stream[]; stories: readonly Stream[] } {
  const part = articles.filter(({ id, prose }) => isHeldBack(id) === heldBack && prose.length > 3);
  const stories = part
    .filter(({ headed }) => !headed)
    .map(({ prose }) => prose.map((text) => ({ text, opens: false })));
  const rounds = heldBack ? 1 : 3;
  return {
    streams: streamsOf(
      part.map(({ prose }) => prose),
      rounds,
    ),
    stories,
  };
}

function weighted(rows: readonly Row[], weight: number): Row[] {
  return rows.map((row) => ({ ...row, weight }));
}

function train(rows: readonly Row[]): Trees {
  return boost(rows, { features: rowsOf.names(), trees: 110, depth: 4, rate: 0.1, sample: 0.5, leaf: 0.5, pull: 3 });
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
  const cells = [
    name,
    gold,
    percent(right, found),
    percent(right, gold),
    percent(2 * right, gold + found),
    found - right,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
