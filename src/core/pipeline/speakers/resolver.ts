import { softmax } from '../../learned/linear.ts';
import { FeatureList, type Ranker } from '../../learned/ranker.ts';
import type { Entity } from '../../model.ts';
import type { Naming, Namings } from './namings.ts';
import type { Profiles } from './profiles.ts';
import { genderOf, groupOf, type Memory, type Reference } from './reference.ts';
import { eachReferent } from './resolve.ts';

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

/** What a reference stands for. */
export interface Referred {
  readonly naming: Naming | undefined;
  readonly confidence: number;
}

const features = new FeatureList();

/** A resolver for an article with these namings. */
export function createResolver(
  article: { readonly namings: Namings; readonly profiles: Profiles },
  ranker: Ranker,
): Resolver {
  const genders = new Map<string, number>();
  const spoken = new Map<string, number>();
  let lastSpeaker: Memory['lastSpeaker'];
  let lastPronoun: Memory['lastPronoun'];
  const memory: Memory = {
    namings: article.namings,
    profiles: article.profiles,
    genders,
    spoken,
    get lastPronoun() {
      return lastPronoun;
    },
    get lastSpeaker() {
      return lastSpeaker;
    },
  };
  return {
    memory,
    guess(reference) {
      const namings: (Naming | undefined)[] = [];
      const scores: number[] = [];
      eachReferent({ reference, memory }, features, (naming) => {
        namings.push(naming);
        scores.push(ranker.score(groupOf(reference), features));
      });
      const shares = softmax(scores);
      const best = shares.indexOf(Math.max(...shares));
      return { naming: namings[best], confidence: shares[best] ?? 0 };
    },
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
