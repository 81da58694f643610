import { type FeatureList, FeatureSpace, numbered, upTo } from '../../learned/ranker.ts';
import { PERSON_ROLES } from '../../lexicon/en/roles.ts';
import { type Entity, LABELS, type Span } from '../../model.ts';
import { isSubject, STANDINGS } from './facts.ts';
import { genderOfName, genderOfWords } from './gender.ts';
import type { Naming, Namings } from './namings.ts';
import type { EntityProfile, Profiles } from './profiles.ts';
import type { CandidateType, Scene } from './scene.ts';

/** What a pronoun or role phrase tells of whom it stands for. */
export interface Description {
  readonly type: CandidateType;
  /** Its words in lower case. */
  readonly words: readonly string[];
  readonly pronoun: boolean;
}

/** A pronoun or role phrase whose entity is sought. */
export interface Reference extends Span, Description {
  readonly paragraph: number;
}

/** What candidate `k` of a paragraph tells as a reference. */
export function descriptionOf(scene: Scene, k: number): Description {
  const { type, first, head } = scene.candidates[k]!;
  const items = scene.items.slice(first, head + 1).filter((item) => item.type !== 'sign');
  return { type, words: items.flatMap((item) => item.lower.split('-')), pronoun: PRONOUNS.has(type) };
}

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'they', 'it', 'i', 'you', 'who', 'his']);

/** What is known of the article where the reference stands. */
export interface Memory {
  readonly namings: Namings;
  /** What is known of each entity from the whole article. */
  readonly profiles: Profiles;
  /** Who spoke last, and in which paragraph. */
  readonly lastSpeaker: { readonly entity: string; readonly paragraph: number } | undefined;
  /** How many quotes each has said so far. */
  readonly spoken: ReadonlyMap<string, number>;
  /** Entities that 'he' or 'she' stood for earlier in the article. */
  readonly genders: ReadonlyMap<string, number>;
  /** What the last pronoun of a person stood for. */
  readonly lastPronoun: { readonly entity: string; readonly gender: number; readonly paragraph: number } | undefined;
}

/** How many namings before the reference, in how many paragraphs, are looked at, and how many entities among them. */
export const NAMINGS = 60;
const PARAGRAPHS = 100;
const ENTITIES = 10;

/** The features of what a reference may stand for. */
export const RESOLVER_FEATURES = new FeatureSpace();

/** The kinds of references that the resolver's weights depend on. */
export const RESOLVER_GROUPS = ['he', 'they', 'it', 'i', 'you', 'who', 'role', 'body', 'plural'] as const;
const GROUP: Readonly<Record<string, number>> = numbered(RESOLVER_GROUPS);

/** Number of the reference's kind among {@link RESOLVER_GROUPS}. */
export function groupOf({ type }: Description): number {
  return GROUP[type === 'his' ? 'he' : type === 'thing' ? 'body' : type]!;
}

/**
 * Finds the entities named before the reference, the most salient first, after `undefined` for none of them, and calls
 * `take` for each when its features are in `features`, which are replaced by those of the next one.
 */
export function eachReferent(
  { reference, memory }: Question,
  features: FeatureList,
  take: (naming: Naming | undefined) => void,
): void {
  features.clear();
  addNone(features, reference);
  take(undefined);
  const seen = seenBefore(reference, memory);
  const wanted = genderOf(reference);
  const behind = namedBehind(reference, memory.namings);
  let fitting = 0;
  let subjectRank = 0;
  for (let rank = 0; rank < seen.length; rank++) {
    const one = seen[rank]!;
    const agreement = agreementOf(wanted, one.naming, memory);
    features.clear();
    addReferent(features, {
      seen: one,
      reference,
      memory,
      agreement,
      wanted,
      behind,
      rank,
      fitting,
      subjectRank,
      of: seen.length,
    });
    take(one.naming);
    if (agreement >= AGREEMENT.differs) continue;
    fitting++;
    if (isSubject(one.naming.facts.standing)) subjectRank++;
  }
}

/** A reference with what is known where it stands. */
export interface Question {
  readonly reference: Reference;
  readonly memory: Memory;
}

/** The entities named before the reference, the most salient first: latest sentence, then subjects, then the latest. */
function seenBefore(reference: Reference, { namings }: Memory): readonly Seen[] {
  const seen: Seen[] = [];
  let left = NAMINGS;
  for (let p = reference.paragraph; p >= Math.max(0, reference.paragraph - PARAGRAPHS); p--) {
    const list = namings.of(p);
    for (let i = list.length - 1; i >= 0; i--) {
      if (list[i]!.end > reference.start) continue;
      if (left-- === 0 || seen.length > ENTITIES) return seen.sort((a, b) => bySalience(a.naming, b.naming));
      if (mayStandFor(reference, list[i]!.entity)) addSeen(seen, list[i]!, i === 0 && p === reference.paragraph);
    }
  }
  return seen.sort((a, b) => bySalience(a.naming, b.naming));
}

function addSeen(seen: Seen[], naming: Naming, opens: boolean): void {
  const known = seen.find((one) => isSameEntity(one.naming.entity, naming.entity));
  if (!known) {
    seen.push({ naming, count: 1, opens });
    return;
  }
  if (bySalience(naming, known.naming) < 0) known.naming = naming;
  known.count++;
  known.opens ||= opens;
}

function bySalience(a: Naming, b: Naming): number {
  if (a.paragraph !== b.paragraph) return b.paragraph - a.paragraph;
  const sentence = b.facts.sentence - a.facts.sentence;
  if (sentence !== 0) return sentence;
  const subject = Number(isSubject(b.facts.standing)) - Number(isSubject(a.facts.standing));
  return subject || b.start - a.start;
}

/** People without names are the same if the same words stand for them. */
function isSameEntity(a: Entity, b: Entity): boolean {
  return a === b || (a.id === '' && b.id === '' && a.name === b.name);
}

/** Whether an entity's gender is that of the reference, and what tells it. */
const AGREEMENTS = [
  'free',
  'agrees',
  'agrees by name',
  'agrees by pronoun',
  'agrees maybe',
  'unknown',
  'differs',
  'differs by name',
  'differs by pronoun',
  'differs maybe',
] as const;
const AGREEMENT = numbered(AGREEMENTS);

/** Whether the gender fits, by the surest of what tells it: words, the name, earlier pronouns, pronouns behind it. */
function agreementOf(wanted: number, { entity, facts }: Naming, { profiles, genders }: Memory): number {
  if (wanted === 0) return AGREEMENT.free;
  const profile = profiles.of(entity);
  const told = wanted * (profile?.gender || facts.gender);
  if (told !== 0) return told > 0 ? AGREEMENT.agrees : AGREEMENT.differs;
  const guess = profile && entity.label === 'PERSON' ? wanted * genderOfName(entity.name) : 0;
  if (Math.abs(guess) > 2) return guess > 0 ? AGREEMENT['agrees by name'] : AGREEMENT['differs by name'];
  const known = wanted * (genders.get(entity.id) ?? 0);
  if (known !== 0) return known > 0 ? AGREEMENT['agrees by pronoun'] : AGREEMENT['differs by pronoun'];
  const leaning = wanted * (profile?.leaning ?? facts.pronoun);
  const weak = guess + (leaning > 0 ? 1.5 : leaning < 0 ? -1.5 : 0);
  return weak > 0.5 ? AGREEMENT['agrees maybe'] : weak < -0.5 ? AGREEMENT['differs maybe'] : AGREEMENT.unknown;
}

function mayStandFor({ type, words }: Reference, { id, label }: Entity): boolean {
  if (id === '') return type === 'he';
  if (type === 'he' || type === 'i' || type === 'who' || (type === 'his' && words[0] !== 'its'))
    return label === 'PERSON';
  if (type === 'role') return label === 'PERSON';
  if (type === 'it' || type === 'body' || type === 'thing') return label === 'ORG' || label === 'PLACE';
  return label === 'ORG' || label === 'NORP' || label === 'PLACE' || label === 'PERSON';
}

const REFERENCE_TYPES = [...RESOLVER_GROUPS, 'his', 'thing'] as const;
const REFERENCE_TYPE: Readonly<Record<string, number>> = numbered(REFERENCE_TYPES);
/** Words that a role phrase may begin with; the first one: none of the others. */
const OPENERS = ['bare', 'the', 'a', 'an', 'his', 'her', 'its', 'their', 'one', 'some', 'another', 'this', 'that'];

const NONE = {
  none: RESOLVER_FEATURES.one('none'),
  group: RESOLVER_FEATURES.family('none', RESOLVER_GROUPS),
  opener: RESOLVER_FEATURES.family('none', RESOLVER_GROUPS, OPENERS),
  words: RESOLVER_FEATURES.family('none', REFERENCE_TYPES, 'words', upTo(4)),
};

/** Adds the features of the reference's standing for nobody with a name. */
function addNone(features: FeatureList, reference: Reference): void {
  const { type, words } = reference;
  const group = groupOf(reference);
  features.add(NONE.none);
  features.add(NONE.group(group));
  features.add(NONE.opener(group, Math.max(0, OPENERS.indexOf(words[0]!))));
  features.add(NONE.words(REFERENCE_TYPE[type]!, Math.min(4, words.length)));
}

/** An entity named before the reference. */
interface Seen {
  /** The most salient of its namings before the reference. */
  naming: Naming;
  /** How often it is named nearby. */
  count: number;
  /** It is the first to be named in the reference's paragraph. */
  opens: boolean;
}

interface Considered extends Question {
  readonly seen: Readonly<Seen>;
  readonly rank: number;
  /** Number of whether its gender fits among {@link AGREEMENTS}. */
  readonly agreement: number;
  readonly wanted: number;
  /** How many named later may also be meant, by their gender; how many of these are subjects. */
  readonly fitting: number;
  readonly subjectRank: number;
  /** Named soon after the reference. */
  readonly behind: readonly Entity[];
  /** How many there are to choose from. */
  readonly of: number;
}

const LABEL = numbered(LABELS);
const STANDING = numbered(STANDINGS);

const REFERENT = {
  label: RESOLVER_FEATURES.family('label', LABELS),
  rank: RESOLVER_FEATURES.family('rank', upTo(3)),
  fitting: RESOLVER_FEATURES.family('fitting', upTo(3)),
  fittingBack: RESOLVER_FEATURES.family('fitting', upTo(2), 'back', upTo(2)),
  back: RESOLVER_FEATURES.family('back', upTo(3)),
  count: RESOLVER_FEATURES.family('count', upTo(3)),
  standing: RESOLVER_FEATURES.family('standing', STANDINGS),
  standingBack: RESOLVER_FEATURES.family('standing', STANDINGS, 'back', upTo(1)),
  gender: RESOLVER_FEATURES.family('gender', AGREEMENTS),
  form: RESOLVER_FEATURES.family(['unnamed', 'full name', 'one word']),
  subject: RESOLVER_FEATURES.family('subject', upTo(2), 'back', upTo(2)),
  only: RESOLVER_FEATURES.one('only'),
  opens: RESOLVER_FEATURES.one('opens paragraph'),
  opensRank: RESOLVER_FEATURES.family('opens paragraph rank', upTo(2)),
  behind: RESOLVER_FEATURES.one('named behind'),
  named: RESOLVER_FEATURES.family('named', [...upTo(3), 'often']),
};

function addReferent(features: FeatureList, one: Considered): void {
  const { reference, memory, rank, of, agreement, fitting, subjectRank, behind } = one;
  const { naming, count, opens } = one.seen;
  const { entity, facts } = naming;
  const profile = memory.profiles.of(entity);
  const back = reference.paragraph - naming.paragraph;
  const standing = STANDING[facts.standing];
  features.add(REFERENT.label(LABEL[entity.label]));
  features.add(REFERENT.rank(Math.min(3, rank)));
  features.add(REFERENT.fitting(Math.min(3, fitting)));
  features.add(REFERENT.fittingBack(Math.min(2, fitting), Math.min(2, back)));
  features.add(REFERENT.back(Math.min(3, back)));
  features.add(REFERENT.count(Math.min(3, count)));
  features.add(REFERENT.standing(standing));
  features.add(REFERENT.standingBack(standing, Math.min(1, back)));
  features.add(REFERENT.gender(agreement));
  features.add(REFERENT.form(entity.id === '' ? 0 : entity.name.includes(' ') ? 1 : 2));
  if (isSubject(facts.standing)) features.add(REFERENT.subject(Math.min(2, subjectRank), Math.min(2, back)));
  if (of === 1) features.add(REFERENT.only);
  if (opens) {
    features.add(REFERENT.opens);
    features.add(REFERENT.opensRank(Math.min(2, fitting)));
  }
  if (behind.includes(entity)) features.add(REFERENT.behind);
  if (profile) features.add(REFERENT.named(profile.namings > 4 ? 4 : Math.min(3, profile.namings)));
  if (profile && reference.words.length > 1) addRoles(features, reference, profile);
  addSpeech(features, one);
}

const SPEECH = {
  spoke: RESOLVER_FEATURES.family('spoke', upTo(3)),
  sole: RESOLVER_FEATURES.one('sole speaker'),
  silent: RESOLVER_FEATURES.one('silent so far'),
  last: RESOLVER_FEATURES.one('last speaker'),
  back: RESOLVER_FEATURES.family('last speaker back', ['-3', '-2', '-1', ...upTo(3)]),
  opens: RESOLVER_FEATURES.one('last speaker opens paragraph'),
  notLast: RESOLVER_FEATURES.one('not last speaker'),
  pronoun: RESOLVER_FEATURES.family(['last pronoun', 'not last pronoun']),
};

/** Adds what the speakers so far tell: who spoke last, who spoke often, whom the last pronoun meant. */
function addSpeech(features: FeatureList, { reference, memory, seen: { naming, opens }, wanted }: Considered): void {
  const { lastSpeaker, lastPronoun, spoken } = memory;
  const key = naming.entity.id || naming.entity.name;
  const times = spoken.get(key) ?? 0;
  features.add(SPEECH.spoke(Math.min(3, times)));
  if (spoken.size === 1) features.add(times > 0 ? SPEECH.sole : SPEECH.silent);
  if (lastSpeaker?.entity === key) {
    features.add(SPEECH.last);
    features.add(SPEECH.back(3 + Math.max(-3, Math.min(3, reference.paragraph - lastSpeaker.paragraph))));
    if (opens) features.add(SPEECH.opens);
  } else if (lastSpeaker) features.add(SPEECH.notLast);
  if (wanted !== 0 && lastPronoun?.gender === wanted && lastPronoun.paragraph === reference.paragraph) {
    features.add(SPEECH.pronoun(lastPronoun.entity === key ? 0 : 1));
  }
}

const ROLES = {
  head: RESOLVER_FEATURES.family('head', ['new', 'known']),
  modifier: RESOLVER_FEATURES.family('modifier', ['new', 'known']),
  other: RESOLVER_FEATURES.one('other role known'),
  ruler: RESOLVER_FEATURES.one('ruler'),
};

/** Adds whether the words of a role phrase were said of the entity: 'the Russian leader' of 'Russian President Vladimir Putin'. */
function addRoles(features: FeatureList, { words }: Reference, { roles }: EntityProfile): void {
  const head = words.at(-1)!;
  const isKnown = roles.has(head);
  features.add(ROLES.head(isKnown ? 1 : 0));
  const modifiers = words.slice(1, -1);
  if (modifiers.length > 0) features.add(ROLES.modifier(modifiers.some((word) => roles.has(word)) ? 1 : 0));
  if (!isKnown && [...roles].some((role) => PERSON_ROLES.has(role))) features.add(ROLES.other);
  if (RULERS.has(head) && [...roles].some((role) => RULERS.has(role))) features.add(ROLES.ruler);
}

/** Words that stand for one another as titles of heads of state and government. */
const RULERS: ReadonlySet<string> = new Set(
  'president leader premier minister chancellor king queen emir ruler nominee candidate billionaire businessman mogul'.split(
    ' ',
  ),
);

/** The gender that the reference tells: 1 for 'he', -1 for 'she', 0 for none. */
export function genderOf({ words }: Pick<Description, 'words'>): number {
  if (words.length > 1) return genderOfWords(words);
  const first = words[0]!;
  if (first === 'he' || first === 'his' || first === 'him') return 1;
  return first === 'she' || first === 'her' ? -1 : genderOfWords(words);
}

/** The entities named soon after the reference in its paragraph: 'He described Reed' is not about Reed. */
function namedBehind({ start, end, paragraph }: Reference, namings: Namings): readonly Entity[] {
  const behind = namings.of(paragraph).filter((naming) => naming.end > start && naming.start < end + 60);
  return behind.map(({ entity }) => entity);
}
