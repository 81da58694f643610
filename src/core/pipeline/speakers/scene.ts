import type { PronounKind } from '../../lexicon/en/grammar.ts';
import type { Label, Span } from '../../model.ts';
import type { CueForm } from './cues.ts';
import type { Item } from './outline.ts';

/** A mention that may name a speaker; offsets are relative to the paragraph. */
export interface Candidate extends Span {
  readonly type: CandidateType;
  /** Items of the phrase: its first and its head. */
  readonly first: number;
  readonly head: number;
  /** Number of the name in the paragraph, -1 for pronouns and nouns. */
  readonly name: number;
  /** The preposition in front of it, '' for none. */
  readonly preposition: string;
  /** Number of the name in apposition to a role phrase, 'the mayor, Lena Ortiz', else -1. */
  readonly apposed: number;
  /** A possessive follows: 'Novak’s claim'. */
  readonly possessive: boolean;
}

export type CandidateType = Label | PronounKind | 'role' | 'body' | 'plural' | 'thing';

/** A reporting word with its subject. */
export interface Cue extends Span {
  readonly item: number;
  readonly form: CueForm;
  /** Number of the candidate that is its subject, -1 if none is found. */
  readonly subject: number;
  /** How the subject is tied to it. */
  readonly tie: 'next' | 'apposition' | 'phrase' | 'clause' | 'inverted' | 'none';
}

/** What a paragraph holds for the search for speakers. */
export interface Scene {
  readonly items: readonly Item[];
  readonly candidates: readonly Candidate[];
  readonly cues: readonly Cue[];
  /** For each quote of the paragraph the number of its item. */
  readonly quoteItems: readonly number[];
  /** For each candidate how many before it are names of persons and bodies or role phrases: possible new speakers. */
  readonly rivalsBefore: readonly number[];
}

/** The number of the first of the list that stands behind the item. */
export function firstAfter<T>(list: readonly T[], itemOf: (entry: T) => number, item: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemOf(list[middle]!) > item) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether the candidate stands in front of a noun for something said: 'Novak’s claim', 'his view'. */
export function ownsSpeech(scene: Scene, candidate: Candidate): boolean {
  if (!candidate.possessive && candidate.type !== 'his') return false;
  for (let i = candidate.head + 1; i <= candidate.head + 5 && i < scene.items.length; i++) {
    if (scene.items[i]!.facts.speechNoun) return true;
  }
  return false;
}
