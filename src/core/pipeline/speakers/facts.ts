import type { Span } from '../../model.ts';
import { standingOf } from './choices.ts';
import { genderOfWords } from './gender.ts';
import type { Candidate, Scene } from './scene.ts';

/** What the words around one naming tell about the named. */
export interface NameFacts {
  /** Lower-case words of titles and appositions: 'mayor', 'russian', 'president'. */
  readonly roles: readonly string[];
  /** 1: 'he' may stand for it, -1: 'she' may, 0: not told. */
  readonly gender: number;
  /** 1 if the next pronoun of a person behind it is 'he' or 'his', -1 for 'she' or 'her', 0 if another person comes first. */
  readonly pronoun: number;
  /** Its part in the sentence; `quoted` inside a quote. */
  readonly standing: string;
  /** Number of its sentence in the paragraph, -1 inside a quote. */
  readonly sentence: number;
}

export const QUOTED_NAME: NameFacts = { roles: [], gender: 0, pronoun: 0, standing: 'quoted', sentence: -1 };

/** A role phrase that later pronouns may stand for: 'One beekeeper says …'. Offsets are relative to the paragraph. */
export interface RoleNaming extends Span {
  readonly facts: NameFacts;
}

export interface SceneFacts {
  /** The facts of the names outside quotes, by their numbers. */
  readonly names: ReadonlyMap<number, NameFacts>;
  readonly roles: readonly RoleNaming[];
}

/** What the paragraph tells about the names and the people without names in it. */
export function factsOf(scene: Scene): SceneFacts {
  const names = new Map<number, NameFacts>();
  const roles: RoleNaming[] = [];
  for (const candidate of scene.candidates) {
    const standing = standingOf(scene, candidate);
    if (candidate.name < 0 && !isSubjectRole(candidate, standing)) continue;
    const words = wordsOf(scene, candidate);
    const pronoun = SUBJECTS.has(standing) ? nextPronoun(scene, candidate.head) : 0;
    const { sentence } = scene.items[candidate.head]!;
    const facts = { roles: words, gender: genderOfWords(words), pronoun, standing, sentence };
    if (candidate.name >= 0) names.set(candidate.name, facts);
    else roles.push({ start: candidate.start, end: candidate.end, facts });
  }
  return { names, roles };
}

const SUBJECTS: ReadonlySet<string> = new Set(['subject', 'first', 'comma', 'commas']);

function isSubjectRole({ type, apposed, first, head }: Candidate, standing: string): boolean {
  return (
    type === 'role' &&
    apposed < 0 &&
    first < head &&
    (standing === 'subject' || standing === 'first' || standing === 'comma')
  );
}

function wordsOf(scene: Scene, { name, first, head }: Candidate): string[] {
  const words = titleWords(scene, first, name < 0 ? head + 1 : head);
  return name < 0 ? words : [...words, ...appositionWords(scene, head)];
}

function nextPronoun({ items }: Scene, head: number): number {
  for (let i = head + 1; i < Math.min(items.length, head + 40); i++) {
    const { type, lower, sentence } = items[i]!;
    if (type === 'name' || sentence > items[head]!.sentence + 1) return 0;
    if (lower === 'he' || lower === 'his' || lower === 'him' || lower === 'himself') return 1;
    if (lower === 'she' || lower === 'her' || lower === 'herself') return -1;
  }
  return 0;
}

function titleWords({ items }: Scene, first: number, head: number): string[] {
  return items
    .slice(Math.max(0, first - 1), head)
    .filter((item) => item.type !== 'sign' && item.type !== 'quote' && !item.facts.determiner)
    .flatMap((item) => item.lower.split('-'));
}

/** 'Dana Cole, 34, a nurse from Ohio': the words between commas behind the name. */
function appositionWords({ items }: Scene, head: number): string[] {
  if (items[head + 1]?.lower !== ',') return [];
  const found: string[] = [];
  for (let i = head + 2; i < Math.min(items.length, head + 16); i++) {
    const item = items[i]!;
    if (item.type === 'quote' || item.sentence !== items[head]!.sentence) break;
    if (item.lower === ',' && !/^\d+$/.test(items[i - 1]!.lower)) break;
    if (item.type !== 'sign' && !item.facts.determiner) found.push(...item.lower.split('-'));
  }
  return found;
}
