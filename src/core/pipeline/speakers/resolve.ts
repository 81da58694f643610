import { softmax } from '../../learned/linear.ts';
import { FeatureList, type Ranker } from '../../learned/ranker.ts';
import type { Entity } from '../../model.ts';
import { firstIndex } from '../../text/lists.ts';
import { genderOf, groupOf } from './description.ts';
import { isSubject } from './facts.ts';
import { genderOfName, LISTED } from './gender.ts';
import type { Naming, Namings } from './namings.ts';
import type { Memory, Question, Reference } from './reference.ts';
import { AGREEMENT, addNone, addReferent, type Seen } from './referent-features.ts';

/** How many namings before the reference, in how many paragraphs, are looked at, and how many entities among them. */
export const NAMINGS = 60;
const PARAGRAPHS = 100;
const ENTITIES = 10;

/**
 * Finds the entities named before the reference, the most salient first, after `undefined` for none of them, and calls
 * `take` for each when its features are in `features`, which are replaced by those of the next one.
 */
export function eachReferent(
  { reference, memory }: Question,
  features: FeatureList,
  take: (naming: Naming | undefined) => void,
): void {
  // First of all, as what stands in for a name is guessed with the same list of features.
  const before = seenBefore(reference, memory);
  const isAhead = before.length === 0;
  const seen = isAhead ? seenBehind(reference, memory) : before;
  features.clear();
  addNone(features, reference);
  take(undefined);
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
      isAhead,
    });
    take(one.naming);
    if (agreement >= AGREEMENT.differs) continue;
    fitting++;
    if (isSubject(one.naming.facts.standing)) subjectRank++;
  }
}

/** What a reference stands for. */
export interface Referred {
  /** A naming of it, `undefined` for nobody that is named. */
  readonly naming: Naming | undefined;
  /** How probable that is. */
  readonly confidence: number;
}

const features = new FeatureList();

/** The most probable referent. */
export function guess(question: Question, ranker: Ranker): Referred {
  const namings: (Naming | undefined)[] = [];
  const scores: number[] = [];
  const group = groupOf(question.reference);
  eachReferent(question, features, (naming) => {
    namings.push(naming);
    scores.push(ranker.score(group, features));
  });
  const shares = softmax(scores);
  const best = shares.indexOf(Math.max(...shares));
  const naming = namings[best];
  return { naming: naming?.named ?? naming, confidence: shares[best] ?? 0 };
}

/** The entities named before the reference, the most salient first: latest sentence, then subjects, then the latest. */
function seenBefore(reference: Reference, memory: Memory): readonly Seen[] {
  const seen: Seen[] = [];
  let left = NAMINGS;
  for (let p = reference.paragraph; p >= Math.max(0, reference.paragraph - PARAGRAPHS); p--) {
    const list = memory.namings.of(p);
    for (let i = firstAt(list, reference.start) - 1; i >= 0; i--) {
      if (list[i]!.end > reference.start) continue;
      if (left-- === 0 || seen.length > ENTITIES) return seen.sort((a, b) => bySalience(a.naming, b.naming));
      const isNear = p >= reference.paragraph - STANDING_IN;
      const naming = (isNear && list[i]!.described && memory.standIn(list[i]!)) || list[i]!;
      if (mayStandFor(reference, naming)) addSeen(seen, naming, i === 0 && p === reference.paragraph);
    }
  }
  return seen.sort((a, b) => bySalience(a.naming, b.naming));
}

/** In so many paragraphs before a reference, what other references stand for matters to it. */
export const STANDING_IN = 2;

/** So many paragraphs behind a reference tell who is meant where nobody is named before it, as in a headline. */
export const AHEAD = 3;

/** The entities named behind a reference, in text order. */
function seenBehind(reference: Reference, { namings }: Memory): readonly Seen[] {
  const seen: Seen[] = [];
  let left = NAMINGS;
  for (let p = reference.paragraph; p <= reference.paragraph + AHEAD; p++) {
    const list = namings.of(p);
    for (let i = firstAt(list, reference.end); i < list.length; i++) {
      const naming = list[i]!;
      if (left-- === 0) return seen;
      if (!mayStandFor(reference, naming)) continue;
      const known = seen.find((one) => isSameEntity(one.naming.entity, naming.entity));
      if (known) known.count++;
      else if (seen.length < ENTITIES) seen.push({ naming, count: 1, opens: false });
    }
  }
  return seen;
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

/** Whether the gender fits, by the surest of what tells it: words, the name, earlier pronouns, pronouns behind it. */
function agreementOf(wanted: number, { entity, facts }: Naming, { profiles, speech }: Memory): number {
  if (wanted === 0) return AGREEMENT.free;
  const profile = profiles.of(entity);
  const told = wanted * (profile?.gender || facts.gender);
  if (told !== 0) return told > 0 ? AGREEMENT.agrees : AGREEMENT.differs;
  const guess = profile && entity.label === 'PERSON' ? wanted * genderOfName(entity.name) : 0;
  if (Math.abs(guess) >= LISTED) return guess > 0 ? AGREEMENT['agrees by list'] : AGREEMENT['differs by list'];
  if (Math.abs(guess) > 2) return guess > 0 ? AGREEMENT['agrees by name'] : AGREEMENT['differs by name'];
  const known = wanted * (speech?.genders.get(entity.id) ?? 0);
  if (known !== 0) return known > 0 ? AGREEMENT['agrees by pronoun'] : AGREEMENT['differs by pronoun'];
  const leaning = wanted * (profile?.leaning ?? facts.pronoun);
  const weak = guess + (leaning > 0 ? 1.5 : leaning < 0 ? -1.5 : 0);
  return weak > 0.5 ? AGREEMENT['agrees maybe'] : weak < -0.5 ? AGREEMENT['differs maybe'] : AGREEMENT.unknown;
}

function mayStandFor({ type, words }: Reference, { described, named, entity: { id, label, name } }: Naming): boolean {
  if (described?.pronoun && !named) return false;
  if (id === '' && (type === 'i' || type === 'you' || type === 'who' || type === 'his')) return false;
  // 'the aide' may be 'a senior aide', but 'the mayor' is whoever an earlier 'the mayor' was.
  if (id === '' && words.length > 1 && !INTRODUCES.test(name)) return false;
  if (type === 'he' || type === 'i' || type === 'who' || (type === 'his' && words[0] !== 'its'))
    return label === 'PERSON';
  if (type === 'role') return label === 'PERSON';
  if (type === 'it' || type === 'body' || type === 'thing') return label === 'ORG' || label === 'PLACE';
  return label === 'ORG' || label === 'NORP' || label === 'PLACE' || label === 'PERSON';
}

const INTRODUCES = /^(?:an?|one|another|some) /i;

/** The entities named soon after the reference in its paragraph: 'He described Reed' is not about Reed. */
function namedBehind({ start, end, paragraph }: Reference, namings: Namings): readonly Entity[] {
  const list = namings.of(paragraph);
  const behind: Entity[] = [];
  for (let i = firstAt(list, start); i < list.length && list[i]!.start < end + 60; i++) behind.push(list[i]!.entity);
  return behind;
}

/** Number of the first of the namings, in text order, that begins at this offset or behind it. */
function firstAt(namings: readonly Naming[], offset: number): number {
  return firstIndex(namings.length, (i) => namings[i]!.start >= offset);
}
