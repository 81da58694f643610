import { type Context, readContext } from '../../core/learned/context.ts';
import { Decoder, eachStretch, type Weights } from '../../core/learned/decoder.ts';
import {
  type DocumentPart,
  partOf as documentPartOf,
  joinOccurrences,
  tokenOfRecord,
} from '../../core/learned/document.ts';
import { addDocumentFeatures } from '../../core/learned/documentFeatures.ts';
import { addTokenFeatures, FeatureList, NEWS_STYLE } from '../../core/learned/features.ts';
import { HashMap32, hashOf } from '../../core/learned/hash.ts';
import { NAME_TYPES, OUTSIDE, Part, TAGS, tagOf } from '../../core/learned/labels.ts';
import { readOccurrences } from '../../core/learned/occurrences.ts';
import { Vocabulary } from '../../core/learned/vocabulary.ts';
import { addVoteFeatures, countVotes, type Votes } from '../../core/learned/votes.ts';
import { type WordLists, Words } from '../../core/learned/words.ts';
import { createCache } from '../../core/pipeline/cache.ts';
import { findLayout } from '../../core/pipeline/layout.ts';
import { run } from '../../core/pipeline/steps.ts';
import { readProse } from '../../core/text/sentences.ts';
import { inOrder } from '../../core/text/spans.ts';
import { tokenAt } from '../../core/text/tokens.ts';
import type { GoldName, Sample } from './corpora.ts';

/** Sequences to learn from, all tokens in a row: token `t` has the features from `offsets[t]` up to `offsets[t + 1]`. */
export interface Examples {
  /** Numbers of features; feature `f` has the hash `keys[f]`. */
  readonly features: Int32Array;
  readonly keys: Int32Array;
  readonly offsets: Int32Array;
  /** The tags each token may have, one bit a tag: several where the corpus does not tell. */
  readonly allowed: Int32Array;
  readonly sequences: readonly Sequence[];
}

export interface Sequence {
  readonly first: number;
  readonly length: number;
}

export interface ExampleOptions {
  readonly lists: WordLists;
  /** Features met less often are left out: they teach little. */
  readonly fewest: number;
  /** First readings of some of the texts: these are learned from as a second reading. */
  readonly readings?: Readings;
}

/** Turns annotated texts into sequences, with the same features that decoding uses. */
export function makeExamples(samples: readonly Sample[], options: ExampleOptions): Examples {
  const builder = new Builder();
  const words = new Words(options.lists);
  for (const sample of samples) addSample(builder, sample, { ...options, words });
  return builder.finish(options);
}

/** The first reading of each text by a model that has not learned from it: its paragraphs' tags. */
export type Readings = ReadonlyMap<Sample, readonly Uint8Array[]>;

/** Reads texts by a model with these weights. */
export function readSamples(samples: readonly Sample[], weights: Weights, lists: WordLists): Readings {
  const words = new Words(lists);
  const decoder = new Decoder(weights);
  const readings = new Map<Sample, readonly Uint8Array[]>();
  for (const sample of samples) {
    const parts = partsOf(sample, words, lists);
    readings.set(
      sample,
      parts.map(({ context, part }) => decoder.draft(context, part).tags),
    );
    if (words.trim()) decoder.forgetWords();
  }
  return readings;
}

function partsOf(sample: Sample, words: Words, lists: WordLists) {
  const paragraphs = paragraphsOf(sample);
  const contexts = paragraphs.map(({ text }) => readContext(readProse(text), words, lists));
  const vocabulary = new Vocabulary();
  const occurrences = contexts.map((context) => readOccurrences(context, vocabulary));
  const table = joinOccurrences(occurrences, vocabulary);
  return contexts.map((context, i) => ({ context, part: documentPartOf(table, i), start: paragraphs[i]!.start }));
}

function addSample(builder: Builder, sample: Sample, options: ExampleOptions & { words: Words }): void {
  const { words, lists, readings } = options;
  const corpus = sample.corpus === 'own' ? NEWS_STYLE : hashOf(sample.corpus);
  const parts = partsOf(sample, words, lists);
  const read = readings?.get(sample);
  const votes =
    read &&
    parts[0] &&
    countVotes(
      parts[0].part.table,
      read.map((tags) => ({ tags })),
    );
  for (const [i, { context, part, start }] of parts.entries()) {
    const reading = votes && { votes, tags: read[i]! };
    addParagraph(builder, { context, part, reading, allowed: allowedTags(context, start, sample), corpus });
  }
  words.trim();
}

/** A paragraph's text, as it is or recased, and where the article has it. */
interface Paragraph {
  readonly text: string;
  readonly start: number;
}

/** Words of a sentence that are made a headline. */
const HEADLINE = 12;

/**
 * The paragraphs of a text. Of our own articles also the beginning of each third one's first sentence as a headline, in
 * title case or in capitals, so that the model learns what capitals mean there.
 */
function paragraphsOf({ corpus, text }: Sample): Paragraph[] {
  const { blocks } = run(findLayout(text, createCache()));
  const paragraphs = blocks.map(({ start, end }) => ({ text: text.slice(start, end), start }));
  if (corpus !== 'own') return paragraphs;
  const headlines = paragraphs
    .filter((_, i) => i % 3 === 2)
    .map((paragraph, i) => ({ ...paragraph, text: recased(beginning(paragraph.text), i % 4 === 3) }));
  return [...paragraphs, ...headlines];
}

function beginning(text: string): string {
  const { tokens, sentences } = readProse(text);
  const last = Math.min(HEADLINE, sentences[0]?.endToken ?? 0) - 1;
  return text.slice(0, tokens.ends[last] ?? 0).replace(/[.!?]$/, '');
}

/** In capitals, or with a capital at each word but the smallest. Keeps the length. */
function recased(text: string, capitals: boolean): string {
  const change = (word: string) => (word.toUpperCase().length === word.length ? word.toUpperCase() : word);
  if (capitals) return text.replace(/\p{L}+/gu, change);
  return text.replace(/(?<![\p{L}\p{M}’'])\p{Ll}\p{L}{2,}/gu, (word) =>
    SMALL_IN_TITLES.has(word) ? word : change(word[0]!) + word.slice(1),
  );
}

const SMALL_IN_TITLES = new Set('the and for but nor with from into over'.split(' '));

const ANY_TAG = 2 ** TAGS - 1;

function allowedTags({ prose: { text, tokens } }: Context, offset: number, sample: Sample): Int32Array {
  const outside = sample.silent.reduce((mask, type) => mask | anyPart(type), 1 << OUTSIDE);
  const allowed = new Int32Array(tokens.count).fill(outside);
  for (const name of outermost(sample.names)) {
    const start = name.start - offset;
    const end = name.end - offset;
    if (end <= 0 || start >= text.length) continue;
    const first = tokenAt(tokens, start);
    const last = tokenAt(tokens, end - 1);
    if (first >= tokens.count) continue;
    const aligned = tokens.starts[first] === start && tokens.ends[last] === end;
    if (!aligned) allowed.fill(ANY_TAG, first, last + 1);
    else if (first === last) allowed[first] = partOf(name, Part.unit);
    else {
      allowed.fill(partOf(name, Part.inside), first, last);
      allowed[first] = partOf(name, Part.begin);
      allowed[last] = partOf(name, Part.last);
    }
  }
  return allowed;
}

function outermost(names: readonly GoldName[]): GoldName[] {
  let end = -1;
  return inOrder(names).filter((name) => {
    if (name.start < end) return false;
    end = name.end;
    return true;
  });
}

function partOf({ types }: GoldName, part: Part): number {
  return types.reduce((mask, type) => mask | (1 << tagOf(NAME_TYPES.indexOf(type), part)), 0);
}

function anyPart(type: (typeof NAME_TYPES)[number]): number {
  return Object.values(Part).reduce<number>((mask, part) => mask | (1 << tagOf(NAME_TYPES.indexOf(type), part)), 0);
}

interface ParagraphInput {
  readonly context: Context;
  readonly part: DocumentPart;
  readonly reading: { readonly votes: Votes; readonly tags: Uint8Array } | undefined;
  readonly allowed: Int32Array;
  readonly corpus: number;
}

function addParagraph(builder: Builder, { context, part, reading, allowed, corpus }: ParagraphInput): void {
  const features = new FeatureList();
  let record = 0;
  eachStretch(context, (stretch, sentence) => {
    builder.startSequence();
    for (let i = stretch.first; i < stretch.end; i++) {
      features.count = 0;
      addTokenFeatures(context, i, { span: sentence, corpus, features });
      while (tokenOfRecord(part, record) < i) record++;
      if (tokenOfRecord(part, record) === i) {
        addDocumentFeatures(part, record, features);
        if (reading)
          addVoteFeatures({ records: part.records, k: record, tag: reading.tags[i]! }, reading.votes, features);
      }
      builder.addToken(features, allowed[i]!);
    }
  });
}

/** Collects tokens into growing arrays. */
class Builder {
  private features = new Int32Array(1 << 24);
  private featureCount = 0;
  private readonly offsets: number[] = [0];
  private readonly allowed: number[] = [];
  private readonly sequences: { first: number; length: number }[] = [];

  startSequence(): void {
    this.sequences.push({ first: this.allowed.length, length: 0 });
  }

  addToken(features: FeatureList, allowed: number): void {
    const { count } = features;
    const hashes = features.hashed();
    if (this.featureCount + count > this.features.length) {
      const larger = new Int32Array(this.features.length * 2);
      larger.set(this.features);
      this.features = larger;
    }
    for (let k = 0; k < count; k++) this.features[this.featureCount++] = hashes[k]!;
    this.offsets.push(this.featureCount);
    this.allowed.push(allowed);
    this.sequences.at(-1)!.length++;
  }

  finish({ fewest }: ExampleOptions): Examples {
    const counts = countsOf(this.features.subarray(0, this.featureCount));
    const index = new HashMap32(2 ** 23);
    const keys: number[] = [];
    const offsets = new Int32Array(this.offsets.length);
    let kept = 0;
    for (let token = 0; token < this.allowed.length; token++) {
      for (let k = this.offsets[token]!; k < this.offsets[token + 1]!; k++) {
        const key = this.features[k]!;
        if (counts[key >>> COUNT_SHIFT]! < fewest) continue;
        const number = index.get(key) || keys.push(key);
        index.set(key, number);
        this.features[kept++] = number - 1;
      }
      offsets[token + 1] = kept;
    }
    return {
      features: this.features.subarray(0, kept),
      keys: Int32Array.from(keys),
      offsets,
      allowed: Int32Array.from(this.allowed),
      sequences: this.sequences,
    };
  }
}

/** Counts are kept by the upper bits of a feature: rare collisions keep a rare feature that could have been left out. */
const COUNT_SHIFT = 4;

function countsOf(features: Int32Array): Uint8Array {
  const counts = new Uint8Array(2 ** (32 - COUNT_SHIFT));
  for (const feature of features) if (counts[feature >>> COUNT_SHIFT]! < 255) counts[feature >>> COUNT_SHIFT]!++;
  return counts;
}
