import type { Ranker } from '../../learned/ranker.ts';
import type { Naming } from './namings.ts';
import type { Memory } from './reference.ts';
import { guess } from './resolve.ts';

/** Below this probability a pronoun or a role phrase tells nothing to later ones. */
const SURE = 0.5;

/**
 * Finds what subjects without names stand for, so that 'he' may be 'the mayor' of the sentence before, who is named further
 * up. Only the places of the namings tell, not who has spoken so far: so the answer is the same whenever it is asked. Role
 * phrases stand for what is named; pronouns also for what role phrases stand for.
 */
export function createStandIns(article: Pick<Memory, 'namings' | 'profiles'>, ranker: Ranker): Memory['standIn'] {
  const known = new Map<Naming, Naming | undefined>();
  const find = (naming: Naming, standIn: Memory['standIn']) => {
    const answer = known.has(naming) ? known.get(naming) : named(naming, { ...article, standIn }, ranker);
    known.set(naming, answer);
    return answer;
  };
  const roleStandIn = (naming: Naming) => (naming.described?.pronoun ? undefined : find(naming, nothing));
  return (naming) => (naming.described?.pronoun ? find(naming, roleStandIn) : find(naming, nothing));
}

function nothing(): undefined {
  return undefined;
}

function named(naming: Naming, memory: Memory, ranker: Ranker): Naming | undefined {
  const { described, paragraph, start, end } = naming;
  const found = guess({ reference: { ...described!, paragraph, start, end }, memory }, ranker);
  if (!found.naming || found.confidence < SURE) return undefined;
  return { ...naming, entity: found.naming.entity, named: found.naming };
}
