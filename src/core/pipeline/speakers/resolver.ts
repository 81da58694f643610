import type { Ranker } from '../../learned/ranker.ts';
import type { Entity } from '../../model.ts';
import { genderOf } from './description.ts';
import type { Namings } from './namings.ts';
import type { Profiles } from './profiles.ts';
import type { Memory, Reference, Speech } from './reference.ts';
import { guess, type Referred } from './resolve.ts';
import { createStandIns } from './stand-ins.ts';

/** Finds what references stand for, one after the other, and learns from what it is told of them. */
export interface Resolver {
  /** The naming of what the pronoun or role phrase stands for, and how probable that is. */
  guess(reference: Reference): Referred;
  /** Told what a reference stands for: what else it tells of the entity serves the next ones. */
  learn(reference: Reference, entity: Entity | undefined): void;
  /** To be told of each quote's speaker, by the entity's id or the role phrase, in text order. */
  remember(speaker: string, paragraph: number): void;
  readonly memory: Memory;
}

/** The models of what references stand for. */
export interface ResolverModels {
  /** Of those that speak. */
  readonly resolver: Ranker;
  /** Of all subjects, by their place alone. */
  readonly standIns: Ranker;
}

/** A resolver for an article with these namings. */
export function createResolver(
  article: { readonly namings: Namings; readonly profiles: Profiles },
  { resolver, standIns }: ResolverModels,
): Resolver {
  const genders = new Map<string, number>();
  const spoken = new Map<string, number>();
  let lastSpeaker: Speech['lastSpeaker'];
  let lastPronoun: Speech['lastPronoun'];
  const speech: Speech = {
    genders,
    spoken,
    get lastPronoun() {
      return lastPronoun;
    },
    get lastSpeaker() {
      return lastSpeaker;
    },
  };
  const memory: Memory = { ...article, standIn: createStandIns(article, standIns), speech };
  return {
    memory,
    guess: (reference) => guess({ reference, memory }, resolver),
    learn(reference, entity) {
      const gender = genderOf(reference);
      if (!entity || gender === 0 || reference.words.length > 1) return;
      if (entity.id) genders.set(entity.id, gender);
      lastPronoun = { entity: entity.id || entity.name, gender, paragraph: reference.paragraph };
    },
    remember(speaker, paragraph) {
      lastSpeaker = { entity: speaker, paragraph };
      spoken.set(speaker, (spoken.get(speaker) ?? 0) + 1);
    },
  };
}
