import { ANSWERING_LABELS, ASKING_LABELS } from '../../lexicon/en/interviews.ts';
import { PERSON_ROLES } from '../../lexicon/en/roles.ts';
import type { Entity, Span, Speaker } from '../../model.ts';
import { firstIndex } from '../../text/lists.ts';
import { pacer, type Steps } from '../steps.ts';
import type { Turn } from './turns.ts';

/** Whose a label is: a person's, that of a role ('Spokesperson'), or that of whoever asks or answers. */
export type Voice = Entity | 'role' | 'asks' | 'answers';

/**
 * Whose the labels of a talk are, by their words: persons by full, first or last name or initials; other labels that
 * come again, a newspaper's or its initials, ask. Empty if the labels are no talk: of one voice only, or none answers.
 */
export function* voicesOf(turns: readonly Turn[], people: readonly Entity[]): Steps<ReadonlyMap<string, Voice>> {
  const voices = new Map<string, Voice>();
  const counts = new Map<string, number>();
  for (const { shape } of turns) if (shape.label) counts.set(shape.label.name, (counts.get(shape.label.name) ?? 0) + 1);
  const named = yield* peopleBy(new Set([...counts.keys()].map((label) => label.toLowerCase())), people);
  for (const [label, count] of counts) {
    if (voices.size === MOST_VOICES) break;
    const voice = voiceOf(label.toLowerCase(), named);
    if (voice) voices.set(label, voice);
    else if (count >= FEWEST_QUESTIONS) voices.set(label, 'asks');
  }
  const answers = [...voices.values()].some((voice) => voice !== 'asks');
  if (!answers || (voices.size < 2 && !followQuestions(turns, voices))) return new Map();
  return withoutAskers(turns, voices);
}

/** Whether most of the labels stand behind questions without a label. */
function followQuestions(turns: readonly Turn[], voices: ReadonlyMap<string, Voice>): boolean {
  const labelled = turns.flatMap(({ shape: { label } }, i) => (label && voices.has(label.name) ? [i] : []));
  return labelled.filter((i) => turns[i - 1]?.shape.asks).length * 2 > labelled.length;
}

const MOST_VOICES = 40;

/** How often a label comes that stands for one who asks though it is no person's. */
const FEWEST_QUESTIONS = 2;

/** Whose the label is, in lower case. */
function voiceOf(label: string, named: ReadonlyMap<string, Entity>): Voice | undefined {
  if (ASKING_LABELS.has(label)) return 'asks';
  if (ANSWERING_LABELS.has(label)) return 'answers';
  return named.get(label) ?? (PERSON_ROLES.has(label) ? 'role' : undefined);
}

/** The persons by those of the labels, in lower case, that are theirs: a name, a word of it or the last ones, or initials. */
function* peopleBy(labels: ReadonlySet<string>, people: readonly Entity[]): Steps<ReadonlyMap<string, Entity>> {
  const found = new Map<string, Entity>();
  if (labels.size === 0) return found;
  const openings = new Set([...labels].map((label) => label.split(' ', 1)[0]!));
  const add = (label: string, person: Entity) => {
    if (labels.has(label) && !found.has(label)) found.set(label, person);
  };
  const isDue = pacer(PEOPLE);
  for (const person of people) {
    if (isDue()) yield;
    for (const known of [person.name, ...person.aliases]) {
      const words = known.toLowerCase().split(/\s+/, LONGEST_NAME);
      for (let i = 0; i < words.length; i++) {
        if (!openings.has(words[i]!)) continue;
        add(words[i]!, person);
        add(words.slice(i).join(' '), person);
      }
      if (words.length > 1) add(initials(words), person);
      if (words.length > 1 && known.includes('-'))
        add(initials(known.toLowerCase().split(/[\s-]+/, LONGEST_NAME)), person);
    }
  }
  return found;
}

const LONGEST_NAME = 8;
/** Persons looked at in one step. */
const PEOPLE = 512;

function initials(words: readonly string[]): string {
  return words.map((word) => word[0]).join('');
}

/** Persons who mostly ask are no speakers but interviewers: half of their turns ask, or some and they talk less. */
function withoutAskers(turns: readonly Turn[], voices: ReadonlyMap<string, Voice>): ReadonlyMap<string, Voice> {
  const talks = new Map<Voice, { asking: number; turns: number; words: number }>();
  for (const { shape, block } of turns) {
    const { label, asks } = shape;
    const voice = label && voices.get(label.name);
    if (!voice || voice === 'asks') continue;
    const talk = talks.get(voice) ?? { asking: 0, turns: 0, words: 0 };
    talks.set(voice, talk);
    talk.asking += asks ? 1 : 0;
    talk.turns++;
    talk.words += block.words ?? 0;
  }
  const most = Math.max(...[...talks.values()].map((talk) => talk.words / talk.turns));
  const isAsker = (voice: Voice) => {
    const talk = talks.get(voice);
    if (!talk || voice === 'answers') return false;
    return talk.asking >= talk.turns / 2 || (talk.asking >= talk.turns / 4 && talk.words < (most / 2) * talk.turns);
  };
  return new Map([...voices].map(([label, voice]) => [label, isAsker(voice) ? 'asks' : voice]));
}

/** The person or the role of a label as the speaker of what stands behind it. */
export function labelledSpeaker(voice: Entity | 'role', label: string, mention: Span): Speaker {
  if (voice === 'role') return { name: label, mention, via: 'noun', confidence: LABELLED };
  return { name: voice.name, entity: voice.id, mention, via: 'name', confidence: LABELLED };
}

/** The person named most before the talk, bylines aside: the one who is asked. */
export function askedPerson(turns: readonly Turn[], people: readonly Entity[], first: number): Speaker | undefined {
  const opening = turns[first]!.block.start;
  const bylines = turns
    .slice(0, first)
    .filter(({ block }) => block.role === 'boilerplate' || isByline(block.passage.text));
  const isAside = ({ start, end }: Span) => {
    const next = bylines[firstBehind(bylines, start)];
    return next !== undefined && next.block.start < end;
  };
  let best: { person: Entity; mentions: readonly Span[] } | undefined;
  for (const person of people) {
    const mentions = person.mentions.filter((one) => one.kind === 'name' && one.start < opening && !isAside(one));
    if (mentions.length > (best?.mentions.length ?? 0)) best = { person, mentions };
  }
  const last = best?.mentions.at(-1);
  if (!best || !last) return undefined;
  const { name, id } = best.person;
  return { name, entity: id, mention: { start: last.start, end: last.end }, via: 'name', confidence: ASKED };
}

/** The number of the first of the turns, in text order, that ends behind the offset. */
function firstBehind(turns: readonly Turn[], offset: number): number {
  return firstIndex(turns.length, (i) => turns[i]!.block.end > offset);
}

/** How sure a label with a name is, and who is asked where labels or questions do not name him. */
const LABELLED = 0.95;
const ASKED = 0.7;

function isByline(text: string): boolean {
  return text.length < 120 && /^[*_]{0,3}(?:interview(?:ed)?|by|text|words|photo\w*|pictures?|report\w*)\b/i.test(text);
}
