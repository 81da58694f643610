import type { Entity, Span } from '../../model.ts';
import type { NameFacts } from './facts.ts';

/** A naming of an entity with what the words around it tell, in an article's list of them in text order. */
export interface Naming extends Span {
  readonly entity: Entity;
  /** Number of its paragraph. */
  readonly paragraph: number;
  readonly facts: NameFacts;
}

/** What all namings of an entity tell about it. */
export interface EntityProfile {
  /** What titles and role words tell: positive for 'he'. */
  readonly gender: number;
  /** What the pronouns behind its namings suggest: positive for 'he'. */
  readonly leaning: number;
  readonly roles: ReadonlySet<string>;
  readonly namings: number;
}

/** What the namings of an article's entities tell about each of them, summed up when it is first asked for. */
export class Profiles {
  readonly #facts = new Map<string, NameFacts[]>();
  readonly #profiles = new Map<string, EntityProfile>();

  constructor(namings: readonly Naming[]) {
    for (const { entity, facts } of namings) {
      if (entity.id === '') continue;
      const known = this.#facts.get(entity.id);
      if (known) known.push(facts);
      else this.#facts.set(entity.id, [facts]);
    }
  }

  /** `undefined` for people without names. */
  of(entity: Entity): EntityProfile | undefined {
    const known = this.#profiles.get(entity.id);
    if (known) return known;
    const facts = this.#facts.get(entity.id);
    if (!facts) return undefined;
    const profile = summed(facts);
    this.#profiles.set(entity.id, profile);
    return profile;
  }
}

function summed(facts: readonly NameFacts[]): EntityProfile {
  const roles = new Set<string>();
  let [gender, leaning] = [0, 0];
  for (const one of facts) {
    gender += one.gender;
    leaning += one.pronoun;
    for (const role of one.roles) roles.add(role);
  }
  return { gender, leaning, roles, namings: facts.length };
}
