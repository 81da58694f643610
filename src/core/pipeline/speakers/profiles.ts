import type { Entity, Span } from '../../model.ts';
import type { NameFacts } from './facts.ts';
import { genderOfName } from './gender.ts';

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
  /** What the name itself suggests, see {@link genderOfName}. */
  readonly guess: number;
  /** What the pronouns behind its namings suggest: positive for 'he'. */
  readonly leaning: number;
  readonly roles: ReadonlySet<string>;
  readonly namings: number;
}

/** What is known of each entity by its id. */
export type Profiles = Map<string, Profile>;

/** What all namings of an entity tell about it together. */
class Profile implements EntityProfile {
  gender = 0;
  leaning = 0;
  namings = 0;
  readonly #entity: Entity;
  #roles: Set<string> | undefined;
  #guess: number | undefined;

  constructor(entity: Entity) {
    this.#entity = entity;
  }

  get roles(): ReadonlySet<string> {
    return this.#roles ?? NO_ROLES;
  }

  add({ gender, pronoun, roles }: NameFacts): void {
    this.gender += gender;
    this.leaning += pronoun;
    this.namings++;
    if (roles.length === 0) return;
    this.#roles ??= new Set();
    for (const role of roles) this.#roles.add(role);
  }

  get guess(): number {
    this.#guess ??= this.#entity.label === 'PERSON' ? genderOfName(this.#entity.name) : 0;
    return this.#guess;
  }
}

const NO_ROLES: ReadonlySet<string> = new Set();

/** What the namings tell about each entity. */
export function profilesOf(namings: readonly Naming[]): Profiles {
  const profiles: Profiles = new Map();
  for (const naming of namings) addToProfiles(profiles, naming);
  return profiles;
}

/** Adds what one more naming tells about its entity. */
export function addToProfiles(profiles: Profiles, { entity, facts }: Naming): void {
  if (entity.id === '') return;
  let profile = profiles.get(entity.id);
  if (!profile) {
    profile = new Profile(entity);
    profiles.set(entity.id, profile);
  }
  profile.add(facts);
}
