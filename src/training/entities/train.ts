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
import { crossRead } from './readings.ts';
import { selectFeatures } from './select.ts';
import { swapNames } from './swap.ts';

const SETTINGS = { epochs: 5, rate: 0.03, dropout: 0.2, decay: 1e-5, seed: 1 };
/** Features met less often, and weights smaller than this, are left out of the file: see RESULTS.md. */
const FEWEST = 3;
const SMALLEST = 0.03;
/** Of the others, so many are selected by a first training of so many epochs. */
const SELECTED = 80_000;
const EPOCHS_TO_SELECT = 3;
/** Epochs of the models that read the texts for the first time; see {@link crossRead}. */
const EPOCHS_TO_READ = 2;

/** Trains the model of names, prints its figures on our held-back articles, and writes the weights file to `out`. */
export function trainNames({ data, out = 'media/names.bin' }: { data: string; out?: string }): void {
  const own = readOwnArticles('test/corpus');
  const entries = compileLists();
  const lists = wordListsOf(entries);
  const articles = own.training.map(sampleOf);
  const samples = [...articles, ...swapNames(articles, SETTINGS.seed), ...readCorpora(join(data, 'entities'))];
  const training = { ...SETTINGS, log: console.log };
  const reader = { ...training, epochs: EPOCHS_TO_READ };
  const readings = crossRead(samples, { entries, training: reader, fewest: FEWEST, smallest: SMALLEST });
  const examples = makeExamples(samples, { lists, fewest: FEWEST, readings });
  const { sequences, allowed, features } = examples;
  console.log(
    `${samples.length} texts, ${sequences.length} stretches, ${allowed.length} tokens, ${features.length} features`,
  );
  const first = trainCrf(examples, { ...training, epochs: EPOCHS_TO_SELECT });
  const selected = selectFeatures(examples, first, SELECTED);
  const weights = quantize(trainCrf(selected, training), selected.keys, SMALLEST);
  const bytes = renderWeights({ ...weights, lists: entries });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  const compressed = gzipSync(bytes, { level: 9 }).length;
  console.log(
    `${out}: ${bytes.length} bytes, ${compressed} compressed, ${weights.keys.length} features of ${TAGS} weights`,
  );
  const model = createNameModel(parseWeights(bytes));
  console.log('held back:', renderScores(evaluate(own.heldBack.map(sampleOf), model)));
}
