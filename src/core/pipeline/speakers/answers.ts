import { probability, type Weights } from '../../learned/linear.ts';
import { createRanker, type Ranker } from '../../learned/ranker.ts';
import type { Span } from '../../model.ts';
import { type Choice, choicesOf } from './choices.ts';
import { bestOf, kindFeatures } from './kinds.ts';
import { type Cue, firstAfter, ownsSpeech, type Scene } from './scene.ts';
import { firstCueAfter, profileOf, type Window } from './window.ts';

/** The weights of the three models of this stage, as `npm run train` writes them. */
export interface SpeakerWeights {
  readonly ranker: Weights;
  readonly kinds: Weights;
  readonly resolver: Weights;
}

export interface SpeakerModel {
  /** Which mention names the speaker. */
  readonly ranker: Ranker;
  /** Whether words in marks are anyone's. */
  readonly kinds: Weights;
  /** Which entity a pronoun or a role phrase stands for. */
  readonly resolver: Ranker;
}

export function createModel({ ranker, kinds, resolver }: SpeakerWeights): SpeakerModel {
  return { ranker: createRanker(ranker), kinds, resolver: createRanker(resolver) };
}

/** What a paragraph and its neighbours tell of one quote. */
export interface Answer {
  /** Paragraphs from the quote's to the mention's. */
  readonly paragraph: number;
  /** Number of the candidate there; -1: the speaker of the quote before; `undefined`: no one to choose from. */
  readonly candidate: number | undefined;
  /** Probability that it is the right one. */
  readonly confidence: number;
  /** The words that tell so; offsets are relative to the paragraph of the mention. */
  readonly cue: Span | undefined;
  /** Probability that the quote is someone's words. */
  readonly spoken: number;
}

/** The best answer for each quote of the window's paragraph. */
export function answersOf(window: Window, model: SpeakerModel): readonly Answer[] {
  return window.quotes.map((_, q) => answerOf(window, q, model));
}

function answerOf(window: Window, q: number, { ranker, kinds }: SpeakerModel): Answer {
  const profile = profileOf(window, q);
  const signature = { confidence: SIGNED, cue: undefined, spoken: 1 };
  const signer = signerOf(window.here, profile.item);
  if (signer >= 0) return { ...signature, paragraph: 0, candidate: signer };
  const below = profile.last && window.after ? signerOf(window.after, -1) : -1;
  if (below >= 0) return { ...signature, paragraph: 1, candidate: below };
  const choices = window.english ? choicesOf(window, q, profile) : labelsOf(window, q);
  const best = bestOf(
    choices,
    choices.map(({ features }) => ranker.score(profile.group, features)),
  );
  const { choice, certainty: confidence } = best;
  const spoken = !window.english ? 1 : probability(kinds, kindFeatures(window, best, profile));
  const cue = choice && choice.candidate >= 0 ? cueIn(window, q, choice) : undefined;
  return { paragraph: choice?.paragraph ?? 0, candidate: choice?.candidate, confidence, cue, spoken };
}

/** How sure it is that who signs a quote has said it. */
const SIGNED = 0.95;

/**
 * Number of the candidate behind the dash that signs what ends with the item, at the paragraph's end, '“…” — Edith
 * Marsh', or, with item -1, in a paragraph of its own; else -1.
 */
function signerOf({ items, candidates }: Scene, item: number): number {
  const rest = items.slice(item + 1, item + LONGEST_SIGNATURE);
  if (item + 1 + rest.length < items.length || !/^(?:[—–―]|--?)$/.test(rest[0]?.lower ?? '')) return -1;
  if (rest.some(({ facts, type }) => facts.cue || type === 'quote')) return -1;
  const signer = firstAfter(candidates, ({ head }) => head, item + 1);
  return candidates[signer]?.first === item + 2 ? signer : -1;
}

/** Items of a signature with what is said of who signs. */
const LONGEST_SIGNATURE = 16;

/** Without a lexicon, a label and a colon in front of the quote tell the speaker: 'Reed: «…»'. */
function labelsOf({ here: { items, candidates, quoteItems } }: Window, q: number): Choice[] {
  const item = quoteItems[q]!;
  const label = candidates.findIndex(({ head }) => head === item - 2);
  if (items[item - 1]?.lower !== ':' || label < 0) return [];
  return [{ paragraph: 0, candidate: label, features: [] }];
}

function cueIn(window: Window, q: number, { paragraph, candidate }: Choice): Span | undefined {
  if (paragraph === 0) return cueSpan(window.here, window.here.quoteItems[q]!, candidate);
  const scene: Scene = paragraph < 0 ? window.before[-paragraph - 1]! : window.after!;
  return cueSpan(scene, paragraph < 0 ? scene.items.length : -1, candidate);
}

/** The reporting words that tie the candidate to the quote at `item`: the nearest verb of which it is the subject. */
function cueSpan(scene: Scene, item: number, k: number): Span | undefined {
  const { items, candidates } = scene;
  const candidate = candidates[k]!;
  const from = Math.max(0, firstCueAfter(scene, item) - 12);
  let best: Cue | undefined;
  for (const cue of scene.cues.slice(from, from + 24)) {
    if (cue.subject === k && (!best || distance(cue, item) < distance(best, item))) best = cue;
  }
  if (best) return { start: best.start, end: best.end };
  const according = items[candidate.first - 2];
  if (candidate.preposition === 'to' && according?.lower === 'according') {
    return { start: according.start, end: items[candidate.first - 1]!.end };
  }
  const noun = items.slice(candidate.head + 1, candidate.head + 6).find((other) => other.facts.speechNoun);
  return ownsSpeech(scene, candidate) && noun ? { start: noun.start, end: noun.end } : undefined;
}

function distance(cue: Cue, item: number): number {
  return Math.abs(cue.item - item);
}
