import {
  ADDRESSING_VERBS,
  BARE_REPORTING_VERBS,
  FINITE_VERBS,
  NARRATION_OPENERS,
  NO_SPEAKERS,
  THAT_REPORTING_VERBS,
} from '../../lexicon/en/reporting.ts';
import type { Item } from '../speakers/outline.ts';
import { type Candidate, type Cue, firstAfter, type Scene } from '../speakers/scene.ts';
import { isReported, type Stretch, skipAdjuncts, skipPhrase, voiceOf } from './phrases.ts';

/** A verb that says something in its sentence. */
export interface Saying {
  readonly cue: Cue;
  /** Number of the candidate who speaks, -1 if the text does not tell. */
  readonly speaker: number;
  /** First item of the verb with its subject. */
  readonly first: number;
  /** The item behind the verb, its subject, whom it is said to, and phrases of time and place. */
  readonly behind: number;
  /** What is said may stand there without 'that'. */
  readonly bare: boolean;
  /** Nothing that is said stands behind it: it stands before. */
  readonly ends: boolean;
  /** The subject belongs to a verb before it: 'and added that …', ', saying that …'. */
  readonly shared: boolean;
}

/** The verb as a saying, unless it reports nothing: 'did not say', 'if he said', 'who said', 'denied that'. */
export function sayingOf(scene: Scene, { from, to }: Stretch, cue: Cue): Saying | undefined {
  const { items, candidates } = scene;
  const { lemma } = cue.form;
  const bare = BARE_REPORTING_VERBS.has(lemma);
  if (!bare && !THAT_REPORTING_VERBS.has(lemma)) return undefined;
  const { subject, inverted, shared } = subjectOf(scene, cue, { from, to });
  const speaker = candidates[subject];
  if (!speaker || speaker.head < from || speaker.head >= to || !canSpeak(items, speaker)) return undefined;
  const first = shared || inverted ? cue.item : speaker.first;
  if (first > from && !isReported(items[first - 1])) return undefined;
  const voice = inverted ? 'active' : voiceOf(items, shared ? from - 1 : speaker.head, cue.item);
  if (voice === 'unsaid') return undefined;
  if (voice === 'passive') return announced(scene, cue, to);
  if (shared && (cue.form.participle || cue.form.ambiguous) && !joins(items, cue.item)) return undefined;
  const verbEnd = inverted ? itemBehind(items, speaker.end, speaker.head) : cue.item + 1;
  const told = ADDRESSING_VERBS.has(lemma) ? skipPhrase(scene, { from: verbEnd, to }) : verbEnd;
  const behind = skipAdjuncts(scene, { from: told, to });
  const ends = !cue.form.participle && (inverted || endsThere(items, behind, to));
  const who = shared || inverted ? { first, speaker: subject } : wholeSubject(scene, subject, from);
  return { cue, ...who, behind, bare, ends, shared };
}

type Subject = Pick<Saying, 'shared'> & { readonly subject: number; readonly inverted: boolean };

/** The verb's subject; in 'Cole, a nurse, said he left' it is not the one behind the verb. */
function subjectOf(scene: Scene, { subject, tie, item }: Cue, { from, to }: Stretch): Subject {
  const { items } = scene;
  const isObject = tie === 'inverted' && !followsVerb(scene, subject, to);
  const isApposed = tie === 'apposition' || (isObject && /^[,)]/.test(items[item - 1]?.lower ?? ''));
  const inverted = tie === 'inverted' && !isObject;
  if (tie === 'none') return { subject: titledSubject(scene, item, to), inverted: true, shared: false };
  if (!isApposed) return { subject: isObject ? -1 : subject, inverted, shared: tie === 'clause' };
  const apposed = apposedSubject(scene, item, from);
  return { subject: apposed < 0 && !isObject ? subject : apposed, inverted, shared: false };
}

/** 'said Agriculture Officer Ivo Didi': the name behind words with capitals behind the verb; else -1. */
function titledSubject(scene: Scene, verb: number, to: number): number {
  const { items, heads } = scene;
  let i = verb + 1;
  while (i < Math.min(to, verb + LONGEST_TITLE) && items[i]!.type === 'word' && items[i]!.capital) i++;
  const k = firstAfter(heads, verb);
  return i > verb + 1 && heads[k] === i && followsVerb(scene, k, to) ? k : -1;
}

const LONGEST_TITLE = 6;

/** Whether the candidate behind the verb is its subject: nothing but time, place or a comma follows. */
function followsVerb(scene: Scene, subject: number, to: number): boolean {
  const candidate = scene.candidates[subject];
  if (!candidate || candidate.type === 'his') return false;
  const behind = itemBehind(scene.items, candidate.end, candidate.head);
  return endsThere(scene.items, skipAdjuncts(scene, { from: behind, to }), to);
}

/** The first candidate before the verb that a comma or a bracket follows, with nothing but asides from there on. */
function apposedSubject({ items, candidates, heads }: Scene, verb: number, from: number): number {
  const first = firstOfAsides(items, { from: Math.max(from, verb - FARTHEST_SUBJECT), to: verb - 1 });
  let found = -1;
  for (let k = firstAfter(heads, verb) - 1; k >= 0 && candidates[k]!.head >= first; k--) {
    const { head, preposition, end, type } = candidates[k]!;
    if (preposition === '' && type !== 'his' && isAside(items, itemBehind(items, end, head), verb)) found = k;
  }
  return found;
}

/** Where the run of asides between commas that ends the stretch begins: no other clause is among them. */
function firstOfAsides(items: readonly Item[], { from, to }: Stretch): number {
  let end = to;
  for (let i = to - 1; i >= from - 1; i--) {
    if (i >= from && items[i]!.lower !== ',') continue;
    const telling = items.slice(i + 1, end).find((item) => FINITE_VERBS.has(item.lower) || opensRelative(item));
    if (telling && !opensRelative(telling)) return end;
    end = i;
  }
  return from;
}

function opensRelative({ facts, lower }: Item): boolean {
  return facts.pronoun === 'who' || facts.opensClause || lower === 'whose' || lower === 'whom';
}

/** Whether a comma, or an acronym or a party in brackets with a comma or the verb behind it, stands at the item. */
function isAside(items: readonly Item[], i: number, verb: number): boolean {
  if (items[i]?.lower === ',') return true;
  if (items[i]?.lower !== '(') return false;
  let close = i + 1;
  while (close < verb && items[close]!.lower !== ')') close++;
  return close === verb - 1 || items[close + 1]?.lower === ',';
}

const FARTHEST_SUBJECT = 60;

/**
 * All of the subject: 'the director, Anna Petrova' is Petrova, 'Petrova and Novak' is the first of them, and both begin
 * before the name that stands next to the verb.
 */
function wholeSubject(scene: Scene, subject: number, from: number): Pick<Saying, 'first' | 'speaker'> {
  const { items, candidates } = scene;
  let speaker = subject;
  let { first } = candidates[subject]!;
  for (let k = subject - 1; k >= 0 && candidates[k]!.head >= from; k--) {
    const before = candidates[k]!;
    const join = itemBehind(items, before.end, before.head);
    if (join !== first - 1 || before.preposition !== '') break;
    const { lower } = items[join]!;
    if (lower === 'and' && before.name >= 0 && candidates[speaker]!.name >= 0) speaker = k;
    else if (lower !== ',' || before.name >= 0 || candidates[speaker]!.name < 0) break;
    first = before.first;
  }
  return { first, speaker: speaker === subject ? namedBehind(scene, subject) : speaker };
}

/** 'the owner, Ismail Didi': the name in apposition to a role phrase, else the candidate itself. */
export function namedBehind({ items, candidates, heads }: Scene, k: number): number {
  const { name, end, head } = candidates[k]!;
  const comma = itemBehind(items, end, head);
  const next = candidates[firstAfter(heads, comma)];
  if (name >= 0 || items[comma]?.lower !== ',' || next?.type !== 'PERSON' || next.first !== comma + 1) return k;
  return candidates.indexOf(next);
}

/** Whether the verb takes up an earlier one's subject: ', saying', 'and later added', but not 'rejected claims'. */
function joins(items: readonly Item[], verb: number): boolean {
  let before = verb - 1;
  while (before > 0 && items[before]!.facts.between) before--;
  return JOINS.has(items[before]?.lower ?? '');
}

const JOINS: ReadonlySet<string> = new Set([',', 'and', 'but', 'as', 'by', 'while', 'or', 'then']);

/** Not 'nobody', 'no official', 'I', 'who', nor 'Reed didn’t', where the verb was taken for a part of the subject. */
function canSpeak(items: readonly Item[], { first, head, possessive }: Candidate): boolean {
  if (/n[’']t$/.test(items[head]!.lower)) return false;
  return !possessive && !NO_SPEAKERS.has(items[head]!.lower) && !NO_SPEAKERS.has(items[first]!.lower);
}

/** 'It was announced (on Monday) (by the council) that …'. */
function announced(scene: Scene, cue: Cue, to: number): Saying | undefined {
  const { items, candidates, heads } = scene;
  const subject = candidates[cue.subject]!;
  if (subject.type !== 'it') return undefined;
  const behind = skipAdjuncts(scene, { from: cue.item + 1, to });
  const by = firstAfter(heads, cue.item);
  const speaker = candidates[by]?.preposition === 'by' && candidates[by].first <= behind ? by : -1;
  const told = speaker < 0 ? behind : itemBehind(items, candidates[by]!.end, candidates[by]!.head);
  const ends = endsThere(items, told, to);
  if (!ends && items[told]!.lower !== 'that') return undefined;
  return { cue, speaker, first: subject.first, behind: told, bare: ends, ends, shared: false };
}

/** Number of the first item from `from` on that ends behind the offset. */
export function itemBehind(items: readonly Item[], offset: number, from: number): number {
  let i = from;
  while (i < items.length && items[i]!.end <= offset) i++;
  return i;
}

/** Whether what stands at the item is the sentence's end, a comma, or the narrator's own: 'he said when asked'. */
function endsThere(items: readonly Item[], i: number, to: number): boolean {
  const item = items[i];
  return i >= to || !item || /^[,.!…;()]/.test(item.lower) || NARRATION_OPENERS.has(item.lower);
}
