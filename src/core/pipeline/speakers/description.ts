import { numbered } from '../../learned/ranker.ts';
import { genderOfWords } from './gender.ts';
import type { CandidateType, Scene } from './scene.ts';

/** What a pronoun or role phrase tells of whom it stands for. */
export interface Description {
  readonly type: CandidateType;
  /** Its words in lower case. */
  readonly words: readonly string[];
  readonly pronoun: boolean;
}

/** What candidate `k` of a paragraph tells as a reference. */
export function descriptionOf(scene: Scene, k: number): Description {
  const { first, head, type: own } = scene.candidates[k]!;
  const type = own === 'NORP' ? 'role' : own;
  const items = scene.items.slice(first, head + 1).filter((item) => item.type !== 'sign');
  return { type, words: items.flatMap((item) => item.lower.split('-')), pronoun: PRONOUNS.has(type) };
}

/** Whether candidate `k` names one of a people or a party, and so someone named elsewhere: 'the Democrat', 'the Dane'. */
export function isAdherent({ items, candidates }: Scene, k: number): boolean {
  const { type, first, head } = candidates[k]!;
  return type === 'NORP' && first === head - 1 && items[first]!.lower === 'the' && SINGULAR.test(items[head]!.lower);
}

/** Endings of the names of single people: not 'the French'. */
const SINGULAR = /(?:crat|can|an|ane|iard|ard|ite|er|ist|ive|al)$/;

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'they', 'it', 'i', 'you', 'who', 'his']);

/** The kinds of references that the resolver's weights depend on. */
export const RESOLVER_GROUPS = ['he', 'they', 'it', 'i', 'you', 'who', 'role', 'body', 'plural'] as const;
const GROUP: Readonly<Record<string, number>> = numbered(RESOLVER_GROUPS);

/** Number of the reference's kind among {@link RESOLVER_GROUPS}. */
export function groupOf({ type }: Description): number {
  return GROUP[type === 'his' ? 'he' : type === 'thing' ? 'body' : type]!;
}

/** The gender that the reference tells: 1 for 'he', -1 for 'she', 0 for none. */
export function genderOf({ words }: Pick<Description, 'words'>): number {
  if (words.length > 1) return genderOfWords(words);
  const first = words[0]!;
  if (first === 'he' || first === 'his' || first === 'him') return 1;
  return first === 'she' || first === 'her' ? -1 : genderOfWords(words);
}
