import { FeatureSpace, numbered } from '../../learned/ranker.ts';
import { CANDIDATE_TYPES } from './scene.ts';
import type { Profile, Window } from './window.ts';

/** One possible answer to who says a quote. */
export interface Choice {
  /** Paragraphs from the quote's to the mention's: 0, -1, -2, 1. */
  readonly paragraph: number;
  /** Number of the candidate in its paragraph; -1: the speaker of the quote before. */
  readonly candidate: number;
  /** What ties the candidate to the quote. */
  readonly relation: Relation;
}

/** What may tie a speaker to a quote: 'according to', words that are someone's, a reporting verb, nearness. */
export const RELATIONS = ['none', 'carry', 'far', 'accor', 'owner', 'near', 'cue'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The features of the choices. */
export const CHOICE_FEATURES = new FeatureSpace();

/** The number of a candidate's type in the features. */
export const TYPE = numbered(CANDIDATE_TYPES);

/** A quote of a window with its surroundings. */
export interface Sought {
  readonly window: Window;
  readonly q: number;
  readonly profile: Profile;
}
