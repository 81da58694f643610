import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { TAGS } from '../../core/learned/labels.ts';
import { createNameModel } from '../../core/learned/model.ts';
import { parseWeights, renderWeights } from '../../core/learned/weightsFile.ts';
import { readCorpora, readOwnArticles, type Sample, sampleOf } from './corpora.ts';
import { trainCrf } from './crf.ts';
import { evaluate, renderScores } from './evaluate.ts';
import { makeExamples } from './examples.ts';
import { compileLists, wordListsOf } from './lists.ts';
import { quantize } from './quantize.ts';

const SETTINGS = {
  bits: 18,
  epochs: 6,
  rate: 0.03,
  dropout: 0.5,
  decay: 1e-5,
  seed: 1,
  smallest: 0.02,
  ownWeight: 1,
  fewest: 2,
};
type Settings = typeof SETTINGS;

/** Trains the model of names, prints its figures on our held-back articles, and writes the weights file to `out`. */
export function trainNames({ data, out = 'media/names.bin' }: { data: string; out?: string }): void {
  const settings: Settings = { ...SETTINGS, ...JSON.parse(process.env.NAMES_SETTINGS ?? '{}') };
  const own = readOwnArticles('test/corpus');
  const entries = compileLists();
  const lists = wordListsOf(entries);
  const samples: Sample[] = [...own.training.map(sampleOf), ...readCorpora(join(data, 'entities'))];
  const weightOf = (corpus: string) => (corpus === 'own' ? settings.ownWeight : 1);
  const examples = makeExamples(samples, { lists, weightOf, fewest: settings.fewest });
  const { sequences, allowed, features } = examples;
  console.log(
    `${samples.length} texts, ${sequences.length} stretches, ${allowed.length} tokens, ${features.length} features`,
  );
  const trained = trainCrf(examples, { ...settings, log: console.log });
  const weights = quantize(trained, examples.keys, settings.smallest);
  const rendered = renderWeights({ ...weights, lists: entries });
  const bytes = gzipSync(rendered, { level: 9 });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  console.log(`${out}: ${bytes.length} bytes, ${weights.keys.length} features of ${TAGS} weights`);
  const model = createNameModel(parseWeights(rendered.buffer));
  console.log('held back:', renderScores(evaluate(own.heldBack.map(sampleOf), model)));
}
