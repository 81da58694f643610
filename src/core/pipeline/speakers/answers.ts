import { softmax } from '../../learned/linear.ts';
import { createRanker, FeatureList, type Ranker } from '../../learned/ranker.ts';
import type { Span } from '../../model.ts';
import { CHOICE_FEATURES, type Choice, type Sought } from './choice.ts';
import { eachChoice } from './choices.ts';
import { type Description, descriptionOf, isAdherent, RESOLVER_GROUPS } from './description.ts';
import { addKindFeatures, type Best, KIND_FEATURES } from './kinds.ts';
import { RESOLVER_FEATURES } from './referent-features.ts';
import { type Cue, firstAfter, ownsSpeech, type Scene } from './scene.ts';
import { firstCueAfter, GROUPS, type Profile, profileOf, type Window } from './window.ts';

/** The weights of the four models of this stage, as `npm run train` writes them. */
export interface SpeakerWeights {
  readonly ranker: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly resolver: Readonly<Record<string, number>>;
  readonly standIns: Readonly<Record<string, number>>;
}

export interface SpeakerModel {
  /** Which mention names the speaker. */
  readonly ranker: Ranker;
  /** Whether words in marks are anyone's. */
  readonly kinds: Ranker;
  /** Which entity a pronoun or a role phrase that speaks stands for. */
  readonly resolver: Ranker;
  /** The same of any subject, by its place alone. */
  readonly standIns: Ranker;
}

export function createModel({ ranker, kinds, resolver, standIns }: SpeakerWeights): SpeakerModel {
  return {
    ranker: createRanker(CHOICE_FEATURES, GROUPS, ranker),
    kinds: createRanker(KIND_FEATURES, [''], kinds),
    resolver: createRanker(RESOLVER_FEATURES, RESOLVER_GROUPS, resolver),
    standIns: createRanker(RESOLVER_FEATURES, RESOLVER_GROUPS, standIns),
  };
}

/** What a paragraph and its neighbours tell of one quote: all that is kept of them. */
export interface Answer {
  /** Who says it; `carried`: who says the quote before; absent: no one to choose from. */
  readonly speaker: Mentioned | 'carried' | undefined;
  /** Probability that this is right. */
  readonly confidence: number;
  /** The words that tell so; offsets are relative to the paragraph of the mention. */
  readonly cue: Span | undefined;
  /** Probability that the quote is someone's words. */
  readonly spoken: number;
}

/** A mention of a speaker; offsets are relative to its paragraph. */
export interface Mentioned extends Span {
  /** Paragraphs from the quote's to the mention's. */
  readonly paragraph: number;
  /** Number of the name among those of its paragraph, -1 if it is none. */
  readonly name: number;
  /** What a pronoun or a role phrase without a name tells of whom it stands for. */
  readonly described: Description | undefined;
}

/** The best answer for each quote of the window's paragraph. */
export function answersOf(window: Window, model: SpeakerModel): readonly Answer[] {
  return window.quotes.map((_, q) => answerOf({ window, q, profile: profileOf(window, q) }, model));
}

/** Candidate `k` of a paragraph as a mention. */
export function mentionedBy(scene: Scene, k: number, paragraph: number): Mentioned {
  const { start, end, name, apposed } = scene.candidates[k]!;
  const named = isAdherent(scene, k) ? -1 : name >= 0 ? name : apposed;
  return { start, end, paragraph, name: named, described: named >= 0 ? undefined : descriptionOf(scene, k) };
}

const features = new FeatureList();

function answerOf(sought: Sought, model: SpeakerModel): Answer {
  const { window, profile } = sought;
  const signer = signedBy(window, profile);
  if (signer) return { speaker: signer, confidence: SIGNED, cue: undefined, spoken: 1 };
  const { choice, certainty: confidence } = window.english ? bestChoice(sought, model.ranker) : labelOf(sought);
  const spoken = window.english ? spokenness(sought, { choice, certainty: confidence }, model.kinds) : 1;
  if (!choice) return { speaker: undefined, confidence, cue: undefined, spoken };
  const { paragraph, candidate } = choice;
  if (candidate < 0) return { speaker: 'carried', confidence, cue: undefined, spoken };
  const scene = sceneAt(window, paragraph);
  const item = paragraph === 0 ? profile.item : paragraph < 0 ? scene.items.length : -1;
  return {
    speaker: mentionedBy(scene, candidate, paragraph),
    confidence,
    cue: cueSpan(scene, item, candidate),
    spoken,
  };
}

/** The scene of the window's paragraph so many paragraphs away. */
export function sceneAt({ here, before, after }: Window, paragraph: number): Scene {
  return paragraph === 0 ? here : paragraph < 0 ? before[-paragraph - 1]! : after!;
}

/** The most probable choice. */
export function bestChoice(sought: Sought, ranker: Ranker): Best {
  const choices: Choice[] = [];
  const scores: number[] = [];
  eachChoice(sought, features, (choice) => {
    choices.push(choice);
    scores.push(ranker.score(sought.profile.group, features));
  });
  const shares = softmax(scores);
  let best = 0;
  for (let i = 1; i < shares.length; i++) if (shares[i]! > shares[best]!) best = i;
  return { choice: choices[best], certainty: shares[best] ?? 0 };
}

/** The probability that the quote is someone's words. */
export function spokenness({ window, profile }: Sought, best: Best, kinds: Ranker): number {
  features.clear();
  addKindFeatures(features, window, best, profile);
  return 1 / (1 + Math.exp(-kinds.score(0, features)));
}

/** How sure it is that who signs a quote has said it. */
const SIGNED = 0.95;

/** Who signs the quote, at the end of its paragraph or in a paragraph of its own. */
function signedBy({ here, after }: Window, { item, last }: Profile): Mentioned | undefined {
  const signer = signerOf(here, item);
  if (signer >= 0) return mentionedBy(here, signer, 0);
  const below = last && after ? signerOf(after, -1) : -1;
  return below < 0 ? undefined : mentionedBy(after!, below, 1);
}

/**
 * Number of the candidate behind the dash that signs what ends with the item, at the paragraph's end, '“…” — Edith
 * Marsh', or, with item -1, in a paragraph of its own; else -1.
 */
function signerOf({ items, candidates, heads }: Scene, item: number): number {
  const dash = items[item + 1]?.lower;
  if (dash === undefined || !DASHES.has(dash) || items.length > item + LONGEST_SIGNATURE) return -1;
  for (let i = item + 2; i < items.length; i++) if (items[i]!.facts.cue || items[i]!.type === 'quote') return -1;
  const signer = firstAfter(heads, item + 1);
  return candidates[signer]?.first === item + 2 ? signer : -1;
}

const DASHES: ReadonlySet<string> = new Set(['—', '–', '―', '-', '--']);

/** Items of a signature with what is said of who signs. */
const LONGEST_SIGNATURE = 16;

/** Without a lexicon, a label and a colon in front of the quote tell the speaker: 'Reed: «…»'. */
function labelOf({ window: { here }, profile: { item } }: Sought): Best {
  const label = here.heads.indexOf(item - 2);
  if (here.items[item - 1]?.lower !== ':' || label < 0) return { choice: undefined, certainty: 0 };
  return { choice: { paragraph: 0, candidate: label, relation: 'near' }, certainty: 1 };
}

/** The reporting words that tie the candidate to the quote at `item`: the nearest verb of which it is the subject. */
function cueSpan(scene: Scene, item: number, k: number): Span | undefined {
  const { items, cues, candidates } = scene;
  const candidate = candidates[k]!;
  const from = Math.max(0, firstCueAfter(scene, item) - 12);
  let best: Cue | undefined;
  for (let c = from; c < Math.min(cues.length, from + 24); c++) {
    const cue = cues[c]!;
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
