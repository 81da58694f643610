import { feature } from '../../learned/ranker.ts';
import { PERSON_ROLES } from '../../lexicon/en/roles.ts';
import type { Entity, Span } from '../../model.ts';
import { genderOfWords } from './gender.ts';
import type { EntityProfile, Naming } from './profiles.ts';
import type { CandidateType, Scene } from './scene.ts';

/** A pronoun or role phrase whose entity is sought. */
export interface Reference extends Span {
  readonly type: CandidateType;
  /** Its words in lower case. */
  readonly words: readonly string[];
  readonly paragraph: number;
  readonly pronoun: boolean;
}

/** The candidate of a paragraph that begins at `offset` as a reference. */
export function referenceTo(scene: Scene, candidate: number, offset: number, paragraph: number): Reference {
  const { start, end, type, first, head } = scene.candidates[candidate]!;
  const items = scene.items.slice(first, head + 1).filter((item) => item.type !== 'sign');
  const words = items.flatMap((item) => item.lower.split('-'));
  const pronoun = PRONOUNS.has(type);
  return { start: start + offset, end: end + offset, type, words, paragraph, pronoun };
}

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'they', 'it', 'i', 'you', 'who', 'his']);

/** What is known of the article where the reference stands. */
export interface Memory {
  readonly namings: readonly Naming[];
  /** What is known of each entity by its id, from the whole article. */
  readonly profiles: ReadonlyMap<string, EntityProfile>;
  /** Who spoke last, and in which paragraph. */
  readonly lastSpeaker: { readonly entity: string; readonly paragraph: number } | undefined;
  /** How many quotes each has said so far. */
  readonly spoken: ReadonlyMap<string, number>;
  /** Entities that 'he' or 'she' stood for earlier in the article. */
  readonly genders: ReadonlyMap<string, number>;
  /** What the last pronoun of a person stood for. */
  readonly lastPronoun: { readonly entity: string; readonly gender: number; readonly paragraph: number } | undefined;
}

/** An entity that a reference may stand for, `undefined` for none of them, with the resolver's features. */
export interface Referent {
  readonly entity: Entity | undefined;
  readonly features: readonly string[];
}

/** How many namings before the reference are looked at, and how many entities among them. */
const NAMINGS = 60;
const ENTITIES = 10;

/** The entities named before the reference, the latest first, and none of them. */
export function referentsOf(reference: Reference, memory: Memory): readonly Referent[] {
  const group = groupOf(reference);
  const referents: Referent[] = [{ entity: undefined, features: noneFeatures(reference, group) }];
  const seen = seenBefore(reference, memory);
  const wanted = genderOf(reference);
  const behind = namedBehind(reference, memory.namings);
  const fits = { rank: 0, subjects: 0 };
  for (const [rank, one] of seen.entries()) {
    const agrees = agreementOf(wanted, one.naming, memory);
    const { naming, count, opens } = one;
    const ranks = { rank, fitting: fits.rank, subjectRank: fits.subjects, of: seen.length };
    const features = referentFeatures({ naming, count, opens, agrees, wanted, behind, reference, memory, ...ranks });
    referents.push({ entity: naming.entity, features });
    if (agrees.startsWith('differs')) continue;
    fits.rank++;
    if (SUBJECTS.has(one.naming.facts.standing)) fits.subjects++;
  }
  return referents;
}

const SUBJECTS: ReadonlySet<string> = new Set(['subject', 'first', 'comma', 'commas']);

/** The entities named before the reference, the most salient first: latest sentence, then subjects, then the latest. */
function seenBefore(reference: Reference, { namings }: Memory): Seen[] {
  const seen = new Map<string, Seen>();
  const last = lastBefore(namings, reference.start);
  for (let i = last; i >= 0 && i > last - NAMINGS && seen.size <= ENTITIES; i--) {
    const naming = namings[i]!;
    if (!mayStandFor(reference, naming.entity)) continue;
    const key = keyOf(naming.entity);
    const known = seen.get(key);
    const opens = namings[i - 1]?.paragraph !== naming.paragraph && naming.paragraph === reference.paragraph;
    if (!known) seen.set(key, { naming, count: 1, opens });
    else {
      const salient = bySalience(naming, known.naming) < 0 ? naming : known.naming;
      seen.set(key, { naming: salient, count: known.count + 1, opens: known.opens || opens });
    }
  }
  return [...seen.values()].sort((a, b) => bySalience(a.naming, b.naming));
}

function bySalience(a: Naming, b: Naming): number {
  if (a.paragraph !== b.paragraph) return b.paragraph - a.paragraph;
  const sentence = b.facts.sentence - a.facts.sentence;
  if (sentence !== 0) return sentence;
  const subject = Number(SUBJECTS.has(b.facts.standing)) - Number(SUBJECTS.has(a.facts.standing));
  return subject || b.start - a.start;
}

function keyOf({ id, name }: Entity): string {
  return id || name;
}

/** Whether the gender fits, by the surest of what tells it: words, the name, earlier pronouns, pronouns behind it. */
function agreementOf(wanted: number, { entity, facts }: Naming, { profiles, genders }: Memory): string {
  if (wanted === 0) return 'free';
  const profile = profiles.get(entity.id);
  const told = wanted * (profile?.gender || facts.gender);
  if (told !== 0) return told > 0 ? 'agrees' : 'differs';
  const guess = wanted * (profile?.guess ?? 0);
  if (Math.abs(guess) > 2) return guess > 0 ? 'agrees by name' : 'differs by name';
  const known = wanted * (genders.get(entity.id) ?? 0);
  if (known !== 0) return known > 0 ? 'agrees by pronoun' : 'differs by pronoun';
  const leaning = wanted * (profile?.leaning ?? facts.pronoun);
  const weak = guess + (leaning > 0 ? 1.5 : leaning < 0 ? -1.5 : 0);
  return weak > 0.5 ? 'agrees maybe' : weak < -0.5 ? 'differs maybe' : 'unknown';
}

/** The number of the last naming that ends before the offset, -1 if there is none. */
function lastBefore(namings: readonly Naming[], offset: number): number {
  let [low, high] = [0, namings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (namings[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The kind of reference that the resolver's weights depend on. */
export function groupOf({ type }: Reference): string {
  return type === 'his' ? 'he' : type === 'thing' ? 'body' : type;
}

function mayStandFor({ type, words }: Reference, { id, label }: Entity): boolean {
  if (id === '') return type === 'he';
  if (type === 'he' || type === 'i' || type === 'who' || (type === 'his' && words[0] !== 'its'))
    return label === 'PERSON';
  if (type === 'role') return label === 'PERSON';
  if (type === 'it' || type === 'body' || type === 'thing') return label === 'ORG' || label === 'PLACE';
  return label === 'ORG' || label === 'NORP' || label === 'PLACE' || label === 'PERSON';
}

function noneFeatures({ type, words }: Reference, group: string): string[] {
  const first = /^(?:the|a|an|his|her|its|their|one|some|another|this|that)$/.exec(words[0]!)?.[0] ?? 'bare';
  return ['none', `none ${group}`, `none ${group} ${first}`, `none ${type} words ${Math.min(4, words.length)}`];
}

/** An entity named before the reference. */
interface Seen {
  /** The most salient of its namings before the reference. */
  readonly naming: Naming;
  /** How often it is named nearby. */
  readonly count: number;
  /** It is the first to be named in the reference's paragraph. */
  readonly opens: boolean;
}

interface Considered extends Seen {
  readonly rank: number;
  readonly reference: Reference;
  readonly memory: Memory;
  readonly agrees: string;
  readonly wanted: number;
  /** How many named later may also be meant, by their gender; how many of these are subjects. */
  readonly fitting: number;
  readonly subjectRank: number;
  /** Named soon after the reference. */
  readonly behind: readonly Entity[];
  /** How many there are to choose from. */
  readonly of: number;
}

function backOf(paragraphs: number, most: number): string {
  return feature('back', Math.min(most, paragraphs));
}

function referentFeatures(one: Considered): string[] {
  const { reference, memory, naming, count, rank, opens, of, agrees, fitting, subjectRank, wanted, behind } = one;
  const { entity, facts } = naming;
  const profile = memory.profiles.get(entity.id);
  const back = reference.paragraph - naming.paragraph;
  const features = [
    feature('label', entity.label),
    feature('rank', Math.min(3, rank)),
    feature('fitting', Math.min(3, fitting)),
    feature(feature('fitting', Math.min(2, fitting)), backOf(back, 2)),
    backOf(back, 3),
    feature('count', Math.min(3, count)),
    feature('standing', facts.standing),
    feature(feature('standing', facts.standing), backOf(back, 1)),
    feature('gender', agrees),
    entity.id === '' ? 'unnamed' : entity.name.includes(' ') ? 'full name' : 'one word',
  ];
  if (SUBJECTS.has(facts.standing))
    features.push(feature(feature('subject', Math.min(2, subjectRank)), backOf(back, 2)));
  if (of === 1) features.push('only');
  if (opens) features.push('opens paragraph', feature('opens paragraph rank', Math.min(2, fitting)));
  if (behind.includes(entity)) features.push('named behind');
  if (profile) features.push(feature('named', profile.namings > 4 ? 'often' : Math.min(3, profile.namings)));
  if (profile && reference.words.length > 1) features.push(...roleFeatures(reference, profile));
  features.push(...speechFeatures(one, keyOf(entity), wanted));
  return features;
}

/** What the speakers so far tell: who spoke last, who spoke often, whom the last pronoun meant. */
function speechFeatures({ reference, memory, opens }: Considered, key: string, wanted: number): string[] {
  const { lastSpeaker, lastPronoun, spoken } = memory;
  const features = [feature('spoke', Math.min(3, spoken.get(key) ?? 0))];
  if (spoken.size === 1) features.push(spoken.has(key) ? 'sole speaker' : 'silent so far');
  if (lastSpeaker?.entity === key) {
    features.push(
      'last speaker',
      feature('last speaker back', Math.min(3, reference.paragraph - lastSpeaker.paragraph)),
    );
    if (opens) features.push('last speaker opens paragraph');
  } else if (lastSpeaker) features.push('not last speaker');
  if (wanted !== 0 && lastPronoun?.gender === wanted && lastPronoun.paragraph === reference.paragraph) {
    features.push(lastPronoun.entity === key ? 'last pronoun' : 'not last pronoun');
  }
  return features;
}

/** Whether the words of a role phrase were said of the entity: 'the Russian leader' of 'Russian President Vladimir Putin'. */
function roleFeatures({ words }: Reference, { roles }: EntityProfile): string[] {
  const head = words.at(-1)!;
  const modifiers = words.slice(1, -1);
  const features = [`head ${roles.has(head) ? 'known' : 'new'}`];
  if (modifiers.length > 0) features.push(`modifier ${modifiers.some((word) => roles.has(word)) ? 'known' : 'new'}`);
  const others = [...roles].filter((role) => PERSON_ROLES.has(role));
  if (!roles.has(head) && others.length > 0) features.push('other role known');
  if (RULERS.has(head) && [...roles].some((role) => RULERS.has(role))) features.push('ruler');
  return features;
}

/** Words that stand for one another as titles of heads of state and government. */
const RULERS: ReadonlySet<string> = new Set(
  'president leader premier minister chancellor king queen emir ruler nominee candidate billionaire businessman mogul'.split(
    ' ',
  ),
);

/** The gender that the reference tells: 1 for 'he', -1 for 'she', 0 for none. */
export function genderOf({ words }: Pick<Reference, 'words'>): number {
  const first = words[0]!;
  if (words.length > 1) return genderOfWords(words);
  return /^(?:he|his|him)$/.test(first) ? 1 : /^(?:she|her)$/.test(first) ? -1 : genderOfWords(words);
}

/** The entities named soon after the reference in its paragraph: 'He described Reed' is not about Reed. */
function namedBehind({ start, end, paragraph }: Reference, namings: readonly Naming[]): readonly Entity[] {
  const entities: Entity[] = [];
  for (let i = lastBefore(namings, start) + 1; i < namings.length && namings[i]!.start < end + 60; i++) {
    if (namings[i]!.paragraph > paragraph) break;
    entities.push(namings[i]!.entity);
  }
  return entities;
}
