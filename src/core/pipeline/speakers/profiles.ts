import type { Entity } from '../../model.ts';
import type { NameFacts } from './facts.ts';
import type { Facts } from './namings.ts';

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
  #article: Facts | undefined;
  #facts: ReadonlyMap<string, readonly NameFacts[]> | undefined;
  readonly #profiles = new Map<string, EntityProfile>();

  constructor(article: Facts) {
    this.#article = article;
  }

  /** Whether all facts have been read, so that the article is no longer held. */
  get isRead(): boolean {
    return this.#facts !== undefined;
  }

  /** `undefined` for people without names. */
  of({ id }: Entity): EntityProfile | undefined {
    const known = this.#profiles.get(id);
    if (known) return known;
    this.#facts ??= factsByEntity(this.#article!);
    this.#article = undefined;
    const facts = this.#facts.get(id);
    if (!facts) return undefined;
    const profile = summed(facts);
    this.#profiles.set(id, profile);
    return profile;
  }
}

function factsByEntity({ input, parts, facts }: Facts): ReadonlyMap<string, readonly NameFacts[]> {
  const { firstName, names } = parts;
  const all: NameFacts[][] = input.entities.map(() => []);
  for (let i = 0; i < facts.length; i++) {
    const first = firstName[i]!;
    for (let n = first; n < firstName[i + 1]!; n++) all[names.entities[n]!]!.push(facts[i]!.names[n - first]!);
  }
  const byId = new Map<string, readonly NameFacts[]>();
  for (let e = 0; e < all.length; e++) if (all[e]!.length > 0) byId.set(input.entities[e]!.id, all[e]!);
  return byId;
}

function summed(facts: readonly NameFacts[]): EntityProfile {
  const roles = new Set<string>();
  let gender = 0;
  let leaning = 0;
  for (const one of facts) {
    gender += one.gender;
    leaning += one.pronoun;
    for (const role of one.roles) roles.add(role);
  }
  return { gender, leaning, roles, namings: facts.length };
}
