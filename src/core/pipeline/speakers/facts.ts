import { FINITE_VERBS } from '../../lexicon/en/grammar.ts';
import { ROLES_OF_TITLES } from '../../lexicon/en/role-kin.ts';
import type { Span } from '../../model.ts';
import { type Description, descriptionOf } from './description.ts';
import { genderOfWords } from './gender.ts';
import type { Item } from './outline.ts';
import { isNounLike } from './phrases.ts';
import { type Candidate, type CandidateType, opensSentence, type Scene } from './scene.ts';

/** A naming's part in its sentence; `quoted`: it stands in a quote. */
export const STANDINGS = [
  'his',
  'possessive',
  'oblique',
  'object',
  'commas',
  'says',
  'subject',
  'first',
  'comma',
  'other',
  'quoted',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** What the words around one naming tell about the named. */
export interface NameFacts {
  /** Lower-case words of titles and appositions: 'mayor', 'russian', 'president'. */
  readonly roles: readonly string[];
  /** 1: 'he' may stand for it, -1: 'she' may, 0: not told. */
  readonly gender: number;
  /** 1 if the next pronoun of a person behind it is 'he' or 'his', -1 for 'she' or 'her', 0 if another person comes first. */
  readonly pronoun: number;
  readonly standing: Standing;
  /** Number of its sentence in the paragraph, -1 inside a quote. */
  readonly sentence: number;
}

export const QUOTED_NAME: NameFacts = { roles: [], gender: 0, pronoun: 0, standing: 'quoted', sentence: -1 };

/** A subject without a name that later pronouns may stand for: 'One beekeeper says …', 'she says'. Offsets are relative to the paragraph. */
export interface UnnamedSubject extends Span {
  readonly described: Description;
  readonly facts: NameFacts;
}

export interface SceneFacts {
  /** The facts of the names, by their numbers. */
  readonly names: readonly NameFacts[];
  readonly subjects: readonly UnnamedSubject[];
}

/** The kinds of pronouns and phrases that tell of someone whom later ones may stand for. */
const UNNAMED: ReadonlySet<CandidateType> = new Set(['he', 'role', 'body', 'plural']);

/** What the paragraph tells about its `count` names and the people without names in it. */
export function factsOf(scene: Scene, count: number): SceneFacts {
  const names = new Array<NameFacts>(count).fill(QUOTED_NAME);
  const subjects: UnnamedSubject[] = [];
  const introduced = introductions(scene);
  const saying = new Set(scene.cues.map(({ subject, form }) => (form.strength === 'speech' ? subject : -1)));
  for (const [k, candidate] of scene.candidates.entries()) {
    const { name, type, apposed, first, head } = candidate;
    if (name < 0 && (!UNNAMED.has(type) || apposed >= 0 || (first >= head && type !== 'he'))) continue;
    const standing = saying.has(k) ? 'says' : standingOf(scene, candidate);
    if (name >= 0) names[name] = nameFacts(scene, candidate, standing, introduced.get(name));
    else if (isSubject(standing) && standing !== 'commas') {
      const { start, end } = candidate;
      subjects.push({ start, end, described: descriptionOf(scene, k), facts: nameFacts(scene, candidate, standing) });
    }
  }
  return { names, subjects: subjects.sort((a, b) => a.start - b.start) };
}

/** For each name behind a role phrase and a comma the phrase: 'a monk, the Venerable Ananda', 'her son, Otto'. */
function introductions({ candidates }: Scene): ReadonlyMap<number, Candidate> {
  return new Map(candidates.flatMap((one) => (one.apposed >= 0 ? [[one.apposed, one]] : [])));
}

function nameFacts(
  scene: Scene,
  { name, first, head }: Candidate,
  standing: Standing,
  introduced?: Candidate,
): NameFacts {
  const words: string[] = [];
  if (introduced) addTitle(words, scene, introduced.first, introduced.head + 1);
  addTitle(words, scene, first, name < 0 ? head + 1 : head);
  if (name >= 0) {
    addOffice(words, scene, first);
    addApposition(words, scene, head);
    addPredicate(words, scene, head);
  }
  return {
    roles: words.length > 0 ? words : NO_WORDS,
    gender: genderOfWords(words),
    pronoun: isSubject(standing) ? nextPronoun(scene, head) : 0,
    standing,
    sentence: scene.items[head]!.sentence,
  };
}

const NO_WORDS: readonly string[] = [];

/** Whether what is named is likely to be what the sentence is about. */
export function isSubject(standing: Standing): boolean {
  return (
    standing === 'says' ||
    standing === 'subject' ||
    standing === 'first' ||
    standing === 'comma' ||
    standing === 'commas'
  );
}

/** The candidate's part in its sentence. */
function standingOf(scene: Scene, candidate: Candidate): Standing {
  const { items } = scene;
  if (candidate.type === 'his') return 'his';
  if (candidate.possessive) return 'possessive';
  if (candidate.preposition) return 'oblique';
  const before = items[candidate.first - 1];
  const next = items[candidate.head + 1];
  if (before && isVerb(before) && before.sentence === items[candidate.head]!.sentence) return 'object';
  if (before?.lower === ',' && next?.lower === ',') return 'commas';
  if (next?.type === 'word' && (FINITE_VERBS.has(next.lower) || /(?:ed|s)$/.test(next.lower))) return 'subject';
  if (opensSentence(scene, candidate)) return 'first';
  return next?.lower === ',' ? 'comma' : 'other';
}

/** Whether the word is likely to be a verb that what follows is the object of. */
function isVerb({ type, lower, facts }: Item): boolean {
  return type === 'word' && (facts.cue !== undefined || /(?:ed|ing)$/.test(lower) || FINITE_VERBS.has(lower));
}

function nextPronoun({ items }: Scene, head: number): number {
  const last = items[head]!.sentence + 1;
  for (let i = head + 1; i < Math.min(items.length, head + 40); i++) {
    const { type, lower, sentence } = items[i]!;
    if (type === 'name' || sentence > last) return 0;
    if (type !== 'word' || isOtherPerson(items, i)) continue;
    if (lower === 'he' || lower === 'his' || lower === 'himself') return 1;
    if (lower === 'she' || lower === 'her' || lower === 'herself') return -1;
  }
  return 0;
}

/** Whether the pronoun is a verb's object, and so not the subject itself: 'Reed told her that …'. */
function isOtherPerson(items: readonly Item[], i: number): boolean {
  const { lower } = items[i]!;
  if (lower === 'him') return true;
  const next = items[i + 1];
  return lower === 'her' && (next === undefined || next.type !== 'word' || !isNounLike(next));
}

/** 'Commissioner of Police Omar Haddad': adds the office in front of what it is the office of. */
function addOffice(words: string[], { items }: Scene, first: number): void {
  for (let i = first - 1; i > Math.max(0, first - 7); i--) {
    const { type, lower, facts } = items[i]!;
    const office = items[i - 1]!;
    if (lower === 'of' && office.capital && office.facts.role) addWords(words, office);
    if (type === 'sign' || type === 'quote' || facts.preposition || facts.cue) return;
  }
}

/** Adds the words of a title in front of item `head` and of what stands right before it. */
function addTitle(words: string[], { items }: Scene, first: number, head: number): void {
  for (let i = Math.max(0, first - 1); i < head; i++) {
    if (items[i]!.type !== 'sign' && items[i]!.type !== 'quote') addWords(words, items[i]!);
  }
}

/** 'Dana Cole is a nurse', 'Dana Cole, who was a nurse': adds the words behind the verb. */
function addPredicate(words: string[], { items }: Scene, head: number): void {
  const verb = items[head + 2]?.lower === 'who' ? head + 3 : head + 1;
  if (!items[verb] || !BEING.has(items[verb].lower) || !items[verb + 1]?.facts.determiner) return;
  for (let i = verb + 2; i < Math.min(items.length, verb + 8) && items[i]!.type === 'word'; i++) {
    if (items[i]!.facts.preposition) return;
    addWords(words, items[i]!);
  }
}

const BEING: ReadonlySet<string> = new Set(['is', 'was', 'became', 'remains']);

/** 'Dana Cole, 34, a nurse from Ohio': adds the words between commas behind the name. */
function addApposition(words: string[], { items }: Scene, head: number): void {
  if (items[head + 1]?.lower !== ',' || items[head + 2]?.lower === 'who') return;
  for (let i = head + 2; i < Math.min(items.length, head + 16); i++) {
    const item = items[i]!;
    if (item.type === 'quote' || item.sentence !== items[head]!.sentence) return;
    if (item.lower === ',' && !/^\d+$/.test(items[i - 1]!.lower)) return;
    if (item.type !== 'sign') addWords(words, item);
  }
}

/** Adds the words of a hyphenated one each, but no articles. */
function addWords(words: string[], { lower, facts }: Item): void {
  if (facts.determiner) return;
  if (lower.includes('-')) words.push(...lower.split('-'));
  else words.push(Object.hasOwn(ROLES_OF_TITLES, lower) ? ROLES_OF_TITLES[lower]! : lower);
}
