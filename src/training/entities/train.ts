import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { TAGS } from '../../core/learned/labels.ts';
import { createNameModel } from '../../core/learned/model.ts';
import { parseWeights, renderWeights } from '../../core/learned/weightsFile.ts';
import { readCorpora, readOwnArticles, sampleOf } from './corpora.ts';
import { trainCrf } from './crf.ts';
import { evaluate, renderScores } from './evaluate.ts';
import { makeExamples } from './examples.ts';
import { compileLists, wordListsOf } from './lists.ts';
import { quantize } from './quantize.ts';
import { swapNames } from './swap.ts';

const SETTINGS = { epochs: 5, rate: 0.03, dropout: 0.2, decay: 1e-5, seed: 1 };
/** Features met less often, and weights smaller than this, are left out of the file: see RESULTS.md. */
const FEWEST = 3;
const SMALLEST = 0.03;

/** Trains the model of names, prints its figures on our held-back articles, and writes the weights file to `out`. */
export function trainNames({ data, out = 'media/names.bin' }: { data: string; out?: string }): void {
  const own = readOwnArticles('test/corpus');
  const entries = compileLists();
  const lists = wordListsOf(entries);
  const articles = own.training.map(sampleOf);
  const samples = [...articles, ...swapNames(articles, SETTINGS.seed), ...readCorpora(join(data, 'entities'))];
  const examples = makeExamples(samples, { lists, fewest: FEWEST });
  const { sequences, allowed, features } = examples;
  console.log(
    `${samples.length} texts, ${sequences.length} stretches, ${allowed.length} tokens, ${features.length} features`,
  );
  const trained = trainCrf(examples, { ...SETTINGS, log: console.log });
  const weights = quantize(trained, examples.keys, SMALLEST);
  const rendered = renderWeights({ ...weights, lists: entries });
  const bytes = gzipSync(rendered, { level: 9 });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  console.log(`${out}: ${bytes.length} bytes, ${weights.keys.length} features of ${TAGS} weights`);
  const model = createNameModel(parseWeights(rendered.buffer));
  console.log('held back:', renderScores(evaluate(own.heldBack.map(sampleOf), model)));
}
