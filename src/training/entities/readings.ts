import { hashOf } from '../../core/learned/hash.ts';
import { parseWeights, renderWeights } from '../../core/learned/weightsFile.ts';
import type { Sample } from './corpora.ts';
import { type CrfOptions, trainCrf } from './crf.ts';
import { makeExamples, type Readings, readSamples } from './examples.ts';
import { type ListEntries, wordListsOf } from './lists.ts';
import { quantize } from './quantize.ts';

interface CrossReadOptions {
  readonly entries: ListEntries;
  readonly training: CrfOptions;
  /** See `ExampleOptions` and {@link quantize}. */
  readonly fewest: number;
  readonly smallest: number;
}

/**
 * First readings of texts, each by a model that has learned from the other half of all, so that it errs as it will on new
 * texts. An article's copy with other names goes with the article. Of our own articles the copies, and of other texts
 * every second one, are not read: from them the model learns what to do in its own first reading.
 */
export function crossRead(samples: readonly Sample[], options: CrossReadOptions): Readings {
  const { entries, training, fewest, smallest } = options;
  const lists = wordListsOf(entries);
  const readings = new Map<Sample, readonly Uint8Array[]>();
  for (const half of [0, 1]) {
    const examples = makeExamples(
      samples.filter((sample) => halfOf(sample) !== half),
      { lists, fewest },
    );
    const weights = quantize(trainCrf(examples, training), examples.keys, smallest);
    const model = parseWeights(renderWeights({ ...weights, lists: entries }));
    const own = samples.filter((sample) => halfOf(sample) === half && isRead(sample));
    for (const [sample, tags] of readSamples(own, model, lists)) readings.set(sample, tags);
  }
  return readings;
}

function halfOf({ id }: Sample): number {
  return (hashOf(id.replace(SWAPPED, '')) >>> 7) & 1;
}

function isRead({ corpus, id }: Sample): boolean {
  return corpus === 'own' ? !id.endsWith(SWAPPED) : ((hashOf(id) >>> 5) & 1) === 0;
}

const SWAPPED = ' swapped';
