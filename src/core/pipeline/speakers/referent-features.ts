import { type FeatureList, FeatureSpace, numbered, upTo } from '../../learned/ranker.ts';
import { GENERIC_ROLES, ROLE_KIN } from '../../lexicon/en/role-kin.ts';
import { PERSON_ROLES } from '../../lexicon/en/roles.ts';
import { type Entity, LABELS } from '../../model.ts';
import { groupOf, RESOLVER_GROUPS } from './description.ts';
import { isSubject, STANDINGS } from './facts.ts';
import type { Naming } from './namings.ts';
import type { Question, Reference, Speech } from './reference.ts';

/** The features of what a reference may stand for. */
export const RESOLVER_FEATURES = new FeatureSpace();

/** Whether an entity's gender is that of the reference, and what tells it. */
const AGREEMENTS = [
  'free',
  'agrees',
  'agrees by list',
  'agrees by name',
  'agrees by pronoun',
  'agrees maybe',
  'unknown',
  'differs',
  'differs by list',
  'differs by name',
  'differs by pronoun',
  'differs maybe',
] as const;
export const AGREEMENT = numbered(AGREEMENTS);

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
export function addNone(features: FeatureList, reference: Reference): void {
  const { type, words } = reference;
  const group = groupOf(reference);
  features.add(NONE.none);
  features.add(NONE.group(group));
  features.add(NONE.opener(group, Math.max(0, OPENERS.indexOf(words[0]!))));
  features.add(NONE.words(REFERENCE_TYPE[type]!, Math.min(4, words.length)));
}

/** An entity named before the reference. */
export interface Seen {
  /** The most salient of its namings before the reference. */
  naming: Naming;
  /** How often it is named nearby. */
  count: number;
  /** It is the first to be named in the reference's paragraph. */
  opens: boolean;
}

/** An entity that a reference may stand for, among the others. */
export interface Considered extends Question {
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
  /** They are named behind the reference, as nobody is before it. */
  readonly isAhead: boolean;
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
  unnamed: RESOLVER_FEATURES.family('unnamed rank', upTo(2), 'back', upTo(1)),
  subject: RESOLVER_FEATURES.family('subject', upTo(2), 'back', upTo(2)),
  only: RESOLVER_FEATURES.one('only'),
  opens: RESOLVER_FEATURES.one('opens paragraph'),
  opensRank: RESOLVER_FEATURES.family('opens paragraph rank', upTo(2)),
  behind: RESOLVER_FEATURES.one('named behind'),
  ahead: RESOLVER_FEATURES.family('ahead', upTo(3), 'paragraphs', upTo(2)),
  named: RESOLVER_FEATURES.family('named', [...upTo(3), 'often']),
};

/** Adds the features of the reference's standing for this entity. */
export function addReferent(features: FeatureList, one: Considered): void {
  const { reference, memory, agreement, isAhead } = one;
  const { naming } = one.seen;
  const { entity, facts } = naming;
  const profile = memory.profiles.of(entity);
  features.add(REFERENT.label(LABEL[entity.label]));
  features.add(REFERENT.gender(agreement));
  features.add(REFERENT.form(entity.id === '' ? 0 : entity.name.includes(' ') ? 1 : 2));
  if (profile) features.add(REFERENT.named(profile.namings > 4 ? 4 : Math.min(3, profile.namings)));
  if (reference.words.length > 1 || isAhead)
    addRoles(features, reference, profile?.roles ?? new Set(facts.roles), entity);
  if (isAhead) {
    features.add(REFERENT.ahead(Math.min(3, one.rank), Math.min(2, naming.paragraph - reference.paragraph)));
    return;
  }
  addPlace(features, one);
  if (memory.speech) addSpeech(features, one, memory.speech);
}

/** Adds where the entity is named before the reference, among the others. */
function addPlace(features: FeatureList, one: Considered): void {
  const { reference, rank, of, fitting, subjectRank, behind } = one;
  const { naming, count, opens } = one.seen;
  const { entity, facts } = naming;
  const back = reference.paragraph - naming.paragraph;
  const standing = STANDING[facts.standing];
  features.add(REFERENT.rank(Math.min(3, rank)));
  features.add(REFERENT.fitting(Math.min(3, fitting)));
  features.add(REFERENT.fittingBack(Math.min(2, fitting), Math.min(2, back)));
  features.add(REFERENT.back(Math.min(3, back)));
  features.add(REFERENT.count(Math.min(3, count)));
  features.add(REFERENT.standing(standing));
  features.add(REFERENT.standingBack(standing, Math.min(1, back)));
  if (entity.id === '') features.add(REFERENT.unnamed(Math.min(2, rank), Math.min(1, back)));
  if (isSubject(facts.standing)) features.add(REFERENT.subject(Math.min(2, subjectRank), Math.min(2, back)));
  if (of === 1) features.add(REFERENT.only);
  if (opens) {
    features.add(REFERENT.opens);
    features.add(REFERENT.opensRank(Math.min(2, fitting)));
  }
  if (behind.includes(entity)) features.add(REFERENT.behind);
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
function addSpeech(features: FeatureList, one: Considered, { lastSpeaker, lastPronoun, spoken }: Speech): void {
  const { reference, wanted, seen } = one;
  const { naming, opens } = seen;
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
  head: RESOLVER_FEATURES.family('head', ['new', 'known', 'in name', 'kin', 'kin in name', 'generic']),
  modifier: RESOLVER_FEATURES.family('modifier', ['new', 'known']),
  other: RESOLVER_FEATURES.one('other role known'),
};

/** Adds whether the words of a role phrase were said of the entity: 'the Russian leader' of 'Russian President Vladimir Putin'. */
function addRoles(features: FeatureList, { words }: Reference, roles: ReadonlySet<string>, { name }: Entity): void {
  const head = words.at(-1)!;
  const named = name.toLowerCase().split(/[\s-]+/);
  const isKnown = roles.has(head);
  const kin = KIN.get(head);
  const isKin = kin && [...roles].some((role) => kin.has(role));
  const isKinInName = kin && named.some((word) => kin.has(word));
  features.add(
    ROLES.head(isKnown ? 1 : named.includes(head) ? 2 : isKin ? 3 : isKinInName ? 4 : GENERIC_ROLES.has(head) ? 5 : 0),
  );
  const modifiers = words.slice(1, -1);
  if (modifiers.length > 0) features.add(ROLES.modifier(modifiers.some((word) => roles.has(word)) ? 1 : 0));
  if (!isKnown && !isKin && [...roles].some((role) => PERSON_ROLES.has(role))) features.add(ROLES.other);
}

/** For each word the words that may stand for it. */
const KIN: ReadonlyMap<string, ReadonlySet<string>> = kinOf(ROLE_KIN.map((line) => line.split(' ')));

function kinOf(lines: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const kin = new Map<string, Set<string>>();
  for (const line of lines) {
    for (const word of line) {
      const known = kin.get(word) ?? new Set();
      for (const other of line) known.add(other);
      kin.set(word, known);
    }
  }
  return kin;
}
