import { softmax } from '../../learned/linear.ts';
import { FeatureList, type Ranker } from '../../learned/ranker.ts';
import type { Entity } from '../../model.ts';
import { type Naming, Profiles } from './profiles.ts';
import { eachReferent, genderOf, groupOf, type Memory, type Reference } from './resolve.ts';

/** Finds what references stand for, one after the other, and learns from what it found. */
export interface Resolver {
  /** The entity that the pronoun or role phrase stands for, and how probable that is. */
  resolve(reference: Reference): Referred;
  /** The same without learning from it, so that nothing found later depends on it. */
  guess(reference: Reference): Referred;
  /** Told what a reference stands for: what else it tells of the entity serves the next ones. */
  learn(reference: Reference, entity: Entity | undefined): void;
  /** To be told of each quote's speaker, by the entity's id or the role phrase, in text order. */
  remember(speaker: string, paragraph: number): void;
  readonly memory: Memory;
}

/** What a reference stands for. */
export interface Referred {
  readonly entity: Entity | undefined;
  readonly confidence: number;
}

const features = new FeatureList();

/** A resolver for an article with these namings, in text order. */
export function createResolver(namings: readonly Naming[], ranker: Ranker): Resolver {
  const profiles = new Profiles(namings);
  const genders = new Map<string, number>();
  const spoken = new Map<string, number>();
  let lastSpeaker: Memory['lastSpeaker'];
  let lastPronoun: Memory['lastPronoun'];
  const memory: Memory = {
    namings,
    profiles,
    genders,
    spoken,
    get lastPronoun() {
      return lastPronoun;
    },
    get lastSpeaker() {
      return lastSpeaker;
    },
  };
  const learn: Resolver['learn'] = (reference, entity) => {
    const gender = genderOf(reference);
    if (!entity || gender === 0 || reference.words.length > 1) return;
    if (entity.id) genders.set(entity.id, gender);
    lastPronoun = { entity: entity.id || entity.name, gender, paragraph: reference.paragraph };
  };
  const guess: Resolver['guess'] = (reference) => {
    const entities: (Entity | undefined)[] = [];
    const scores: number[] = [];
    eachReferent({ reference, memory }, features, (entity) => {
      entities.push(entity);
      scores.push(ranker.score(groupOf(reference), features));
    });
    const shares = softmax(scores);
    const best = shares.indexOf(Math.max(...shares));
    return { entity: entities[best], confidence: shares[best] ?? 0 };
  };
  return {
    memory,
    learn,
    guess,
    resolve(reference) {
      const found = guess(reference);
      learn(reference, found.entity);
      return found;
    },
    remember(speaker, paragraph) {
      lastSpeaker = { entity: speaker, paragraph };
      spoken.set(speaker, (spoken.get(speaker) ?? 0) + 1);
    },
  };
}
