import { probability, scoreOf, softmax, type Weights } from '../../learned/linear.ts';
import type { Span } from '../../model.ts';
import type { Scene } from './candidates.ts';
import { type Choice, choicesOf, cueSpan, kindFeatures, type Window } from './features.ts';

/** Weights of the three models of this stage, made by `npm run train`. */
export interface SpeakerModel {
  /** Which mention names the speaker. */
  readonly ranker: Weights;
  /** Whether words in marks are anyone's. */
  readonly kinds: Weights;
  /** Which entity a pronoun or a role phrase stands for. */
  readonly resolver: Weights;
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
  const choices = choicesOf(window, q);
  const shares = softmax(choices.map((choice) => scoreOf(ranker, choice.features)));
  let best = 0;
  for (let i = 1; i < shares.length; i++) if (shares[i]! > shares[best]!) best = i;
  const choice: Choice | undefined = choices[best];
  const confidence = shares[best] ?? 0;
  const spoken = probability(kinds, kindFeatures(window, q, confidence));
  const cue = choice && choice.candidate >= 0 ? cueIn(window, q, choice) : undefined;
  return { paragraph: choice?.paragraph ?? 0, candidate: choice?.candidate, confidence, cue, spoken };
}

function cueIn(window: Window, q: number, { paragraph, candidate }: Choice): Span | undefined {
  if (paragraph === 0) return cueSpan(window.here, window.here.quoteItems[q]!, candidate);
  const scene: Scene = paragraph < 0 ? window.before[-paragraph - 1]! : window.after!;
  return cueSpan(scene, paragraph < 0 ? scene.items.length : -1, candidate);
}
