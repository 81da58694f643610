import type { PronounKind } from '../../lexicon/en/grammar.ts';
import { LABELS, type Label, type Span } from '../../model.ts';
import { firstIndex } from '../../text/lists.ts';
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

/** All types of candidates. */
export const CANDIDATE_TYPES: readonly CandidateType[] = [
  ...LABELS,
  ...(['he', 'they', 'it', 'i', 'you', 'who', 'his'] satisfies PronounKind[]),
  ...(['role', 'body', 'plural', 'thing'] as const),
];

/** How a reporting word's subject is tied to it. */
export const TIES = ['none', 'next', 'apposition', 'phrase', 'clause', 'inverted'] as const;

/** A reporting word with its subject. */
export interface Cue extends Span {
  readonly item: number;
  readonly form: CueForm;
  /** Number of the candidate that is its subject, -1 if none is found. */
  readonly subject: number;
  /** Number of the candidate right behind it that is not its subject, -1 if there is none. */
  readonly object: number;
  readonly tie: (typeof TIES)[number];
}

/** What a paragraph holds for the search for speakers. */
export interface Scene {
  readonly items: readonly Item[];
  readonly candidates: readonly Candidate[];
  /** For each candidate the item of its head. */
  readonly heads: readonly number[];
  readonly cues: readonly Cue[];
  /** For each reporting word its item. */
  readonly cueItems: readonly number[];
  /** For each quote of the paragraph the number of its item. */
  readonly quoteItems: readonly number[];
  /** For each candidate how many before it are names of persons and bodies or role phrases: possible new speakers. */
  readonly rivalsBefore: readonly number[];
}

/** The number of the first of the items, in order, that stands behind `item`. */
export function firstAfter(items: readonly number[], item: number): number {
  return firstIndex(items.length, (i) => items[i]! > item);
}

/** How many possible new speakers stand behind item `from` and before candidate `k`. */
export function rivalsIn({ heads, rivalsBefore }: Scene, from: number, k: number): number {
  return Math.max(0, rivalsBefore[k]! - rivalsBefore[firstAfter(heads, from)]!);
}

/** Whether the candidate stands in front of a noun for something said: 'Novak’s claim', 'his view'. */
export function ownsSpeech(scene: Scene, candidate: Candidate): boolean {
  if (!candidate.possessive && candidate.type !== 'his') return false;
  for (let i = candidate.head + 1; i <= candidate.head + 5 && i < scene.items.length; i++) {
    if (scene.items[i]!.facts.speechNoun) return true;
  }
  return false;
}

/** Whether the candidate is the first in its sentence. */
export function opensSentence({ items }: Scene, { first, head }: Candidate): boolean {
  return first === 0 || items[first - 1]!.sentence !== items[head]!.sentence;
}
