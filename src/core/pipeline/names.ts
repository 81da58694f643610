import { addPart, type DocumentTable, emptyTable, isWrittenSmall, partOf, summarize } from '../learned/document.ts';
import { hashOf } from '../learned/hash.ts';
import type { NameModel } from '../learned/model.ts';
import type { Occurrences } from '../learned/occurrences.ts';
import { Vocabulary } from '../learned/vocabulary.ts';
import { countVotes, type Draft } from '../learned/votes.ts';
import type { Prose } from '../text/sentences.ts';
import type { Cache } from './cache.ts';
import { type FullName, KnownNames } from './entities/complete.ts';
import type { LabelledSpan } from './labelled.ts';
import { Reading } from './names/reading.ts';
import type { Passage } from './passage.ts';
import { pacer, type Steps } from './steps.ts';

/** A paragraph with its tokens and sentences. */
export interface Paragraph {
  readonly passage: Passage;
  readonly prose: Prose;
}

/** A paragraph's names by the model, and those that the model missed; the same lists while nothing changes. */
export interface Names {
  readonly own: readonly LabelledSpan[];
  readonly missed: readonly LabelledSpan[];
}

/** Paragraphs looked at in one step where little is to be done anew. */
const PAUSE = 64;

/**
 * Finds the names of an article's paragraphs by the learned model, which reads them twice. What the rest of the article
 * tells about a paragraph's words comes down to a number for each reading; while it stays the same, so do the names. So
 * an edit costs what it touches, and some light tables of the article's words.
 */
export function* findNames(
  paragraphs: readonly Paragraph[],
  { model, cache }: { readonly model: NameModel; readonly cache: Cache },
): Steps<readonly Names[]> {
  const last = cache.recall<Kept>('names');
  const vocabulary = last && !isOutgrown(last) ? last.vocabulary : new Vocabulary();
  const readings: Reading[] = [];
  const parts: Occurrences[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const { passage, prose } = paragraphs[i]!;
    const reading = passage.alone('names', newReading);
    const isNew = reading.readWords(prose, model, vocabulary);
    readings.push(reading);
    parts.push(reading.occurrences!);
    if (isNew || i % PAUSE === 0) yield;
  }
  const table = yield* tableOf(parts, vocabulary);
  const drafts: Draft[] = [];
  for (let i = 0; i < readings.length; i++) {
    const isNew = readings[i]!.readFirst(paragraphs[i]!.prose, model, partOf(table, i));
    drafts.push(readings[i]!.draft!);
    if (isNew || i % PAUSE === 0) yield;
  }
  const votes = countVotes(table, drafts);
  yield;
  const own: (readonly LabelledSpan[])[] = [];
  const full: (readonly FullName[])[] = [];
  for (let i = 0; i < readings.length; i++) {
    const drafted = { part: partOf(table, i), draft: drafts[i]! };
    const isNew = readings[i]!.readAgain(paragraphs[i]!.prose, model, { drafted, votes });
    own.push(readings[i]!.names!);
    if (readings[i]!.fullNames.length > 0) full.push(readings[i]!.fullNames);
    if (isNew || i % PAUSE === 0) yield;
  }
  const known = yield* knownNames(full, { last: last?.known, isAlsoSmall: smallWordsOf(table, vocabulary) });
  const names: Names[] = [];
  for (let i = 0; i < readings.length; i++) {
    names.push({ own: own[i]!, missed: readings[i]!.missedNames(paragraphs[i]!.prose, own[i]!, known) });
    if (i % PAUSE === 0) yield;
  }
  const words = last?.vocabulary === vocabulary ? last.words : vocabulary.count;
  cache.keep('names', { vocabulary, known, words } satisfies Kept);
  return names;
}

/** How the article writes its words. */
function* tableOf(parts: readonly Occurrences[], vocabulary: Vocabulary): Steps<DocumentTable> {
  const table = emptyTable(parts, vocabulary);
  const isDue = pacer(WORDS_A_STEP);
  for (let i = 0; i < parts.length; i++) {
    addPart(table, i);
    if (isDue(parts[i]!.records.length)) yield;
  }
  for (let word = 0; word < vocabulary.count; word += WORDS_A_STEP) {
    summarize(table, word, word + WORDS_A_STEP);
    yield;
  }
  return table;
}

const WORDS_A_STEP = 4096;
const NAMES_A_STEP = 1024;

/** What is kept of an article's names from one analysis to the next. */
interface Kept {
  readonly vocabulary: Vocabulary;
  /** The number of words that the vocabulary had at first. */
  readonly words: number;
  readonly known: KnownNames;
}

/** Whether the vocabulary holds many words that the article no longer has. */
function isOutgrown({ vocabulary, words }: Kept): boolean {
  return vocabulary.count > words * 2 + 10_000;
}

function newReading(): Reading {
  return new Reading();
}

/** Tells whether the article writes a word in small letters too. */
function smallWordsOf(table: DocumentTable, vocabulary: Vocabulary): (word: string) => boolean {
  return (word) => isWrittenSmall(table, vocabulary.find(hashOf(word.toLowerCase())));
}

interface KnownNamesInput {
  readonly last: KnownNames | undefined;
  readonly isAlsoSmall: (word: string) => boolean;
}

/** The names known from the paragraphs' full names; those of the last analysis if they are the same. */
function* knownNames(
  full: readonly (readonly FullName[])[],
  { last, isAlsoSmall }: KnownNamesInput,
): Steps<KnownNames> {
  if (last?.isOf(full, isAlsoSmall)) return last;
  const known = new KnownNames(full);
  const isDue = pacer(NAMES_A_STEP);
  for (const names of full) {
    for (const name of names) known.add(name, isAlsoSmall);
    if (isDue(names.length)) yield;
  }
  return known;
}
