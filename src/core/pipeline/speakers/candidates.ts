import type { PronounKind } from '../../lexicon/en/grammar.ts';
import type { Label, Span } from '../../model.ts';
import type { CueForm } from './cues.ts';
import { type Item, isPossessiveEnd, outlineOf, type Paragraph } from './outline.ts';

/** A mention that may name a speaker; offsets are relative to the paragraph. */
export interface Candidate extends Span {
  readonly type: CandidateType;
  /** Items of the phrase: its first and its head. */
  readonly first: number;
  readonly head: number;
  /** Number of the name in the paragraph, -1 for pronouns and nouns. */
  readonly name: number;
  /** The preposition in front of it, '' for none. */
  readonly preposition: string;
  /** Number of the name in apposition to a role phrase, 'the mayor, Lena Ortiz', else -1. */
  readonly apposed: number;
  /** A possessive follows: 'Novak’s claim'. */
  readonly possessive: boolean;
}

export type CandidateType = Label | PronounKind | 'role' | 'body' | 'plural' | 'thing';

/** A reporting word with its subject. */
export interface Cue extends Span {
  readonly item: number;
  readonly form: CueForm;
  /** Number of the candidate that is its subject, -1 if none is found. */
  readonly subject: number;
  /** How the subject is tied to it. */
  readonly tie: 'next' | 'apposition' | 'phrase' | 'clause' | 'inverted' | 'none';
}

/** What a paragraph holds for the search for speakers. */
export interface Scene {
  readonly items: readonly Item[];
  readonly candidates: readonly Candidate[];
  readonly cues: readonly Cue[];
  /** For each quote of the paragraph the number of its item. */
  readonly quoteItems: readonly number[];
  /** For each candidate how many before it are names of persons and bodies or role phrases: possible new speakers. */
  readonly rivalsBefore: readonly number[];
}

/** Finds names, pronouns, role phrases and reporting words outside the paragraph's quotes. */
export function sceneOf(paragraph: Paragraph): Scene {
  const items = outlineOf(paragraph);
  const draft: Draft = { paragraph, items, candidates: [], cues: [], byHead: new Map() };
  for (let i = 0; i < items.length; i++) addCandidate(draft, i);
  for (let i = 0; i < items.length; i++) addSource(draft, i);
  for (let i = 0; i < items.length; i++) addCue(draft, i);
  const quoteItems = items.flatMap((item, i) => (item.type === 'quote' ? [i] : []));
  const { candidates, cues } = inOrder(draft);
  return { items, quoteItems, candidates, cues, rivalsBefore: countRivals(candidates) };
}

/** Whether the candidate is a name or a role phrase that would be a new speaker. */
function isRival({ type }: Candidate): boolean {
  return type === 'PERSON' || type === 'ORG' || type === 'role' || type === 'body' || type === 'plural';
}

function countRivals(candidates: readonly Candidate[]): number[] {
  const before = [0];
  for (const [k, candidate] of candidates.entries()) before.push(before[k]! + (isRival(candidate) ? 1 : 0));
  return before;
}

/** The number of the first of the list that stands behind the item. */
export function firstAfter<T>(list: readonly T[], itemOf: (entry: T) => number, item: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemOf(list[middle]!) > item) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Subjects found from their verbs come late: puts the candidates into text order. */
function inOrder({ candidates, cues }: Draft): Pick<Scene, 'candidates' | 'cues'> {
  if (candidates.every((candidate, k) => k === 0 || candidates[k - 1]!.head < candidate.head))
    return { candidates, cues };
  const order = [...candidates.keys()].sort((a, b) => candidates[a]!.head - candidates[b]!.head);
  const place = new Map(order.map((old, at) => [old, at]));
  return {
    candidates: order.map((old) => candidates[old]!),
    cues: cues.map((cue) => ({ ...cue, subject: place.get(cue.subject) ?? -1 })),
  };
}

interface Draft {
  readonly paragraph: Paragraph;
  readonly items: readonly Item[];
  readonly candidates: Candidate[];
  readonly cues: Cue[];
  /** Number of the candidate by its head's item. */
  readonly byHead: Map<number, number>;
}

const NEVER_SPEAK: ReadonlySet<Label> = new Set(['DATE', 'TIME', 'MONEY', 'PERCENT', 'QUANTITY']);

function addCandidate(draft: Draft, i: number): void {
  const { items, paragraph } = draft;
  const item = items[i]!;
  if (item.type === 'name') {
    const { label } = paragraph.names[item.index]!;
    if (!NEVER_SPEAK.has(label)) push(draft, { type: label, first: titleStart(items, i), head: i });
  } else if (item.type === 'word') {
    const { pronoun, role } = item.facts;
    if (pronoun) push(draft, { type: pronoun, first: i, head: i });
    else if (role && isPhraseHead(items, i)) push(draft, { type: role, first: phraseStart(items, i), head: i });
  }
}

function push(draft: Draft, { type, first, head }: Pick<Candidate, 'type' | 'first' | 'head'>): number {
  const { items, candidates } = draft;
  const known = draft.byHead.get(head);
  if (known !== undefined) return known;
  const before = items[first - 1];
  const preposition = before?.facts.preposition ? before.lower : '';
  const possessive = isPossessiveEnd(items[head + 1]) && items[head + 1]!.start === items[head]!.end;
  const name = items[head]!.index;
  const start = items[name < 0 ? first : head]!.start;
  const last = name < 0 ? phraseEnd(items, head) : head;
  const apposed = name < 0 ? apposedName(draft, last) : -1;
  const { end } = items[last]!;
  draft.byHead.set(head, candidates.length);
  return candidates.push({ start, end, type, first, head, name, preposition, apposed, possessive }) - 1;
}

/** The name right behind the comma that ends the phrase: 'the mayor, Lena Ortiz, said', 'the mayor, Dr. Lena Ortiz.' */
function apposedName({ items, paragraph }: Draft, last: number): number {
  if (items[last + 1]?.lower !== ',') return -1;
  let at = last + 2;
  while (items[at]?.facts.title || (items[at]?.lower === '.' && items[at - 1]?.facts.title)) at++;
  const item = items[at];
  if (item?.type !== 'name' || isPossessiveEnd(items[at + 1])) return -1;
  const { label } = paragraph.names[item.index]!;
  const next = items[at + 1];
  const closed = !next || next.type === 'sign' || next.type === 'quote';
  return closed && (label === 'PERSON' || label === 'ORG') ? item.index : -1;
}

/** Whether the word ends a noun phrase: no other noun of roles and no name follows. */
function isPhraseHead(items: readonly Item[], i: number): boolean {
  const next = items[i + 1];
  if (!next || next.type === 'sign' || next.type === 'quote') return true;
  if (next.type === 'name') return false;
  // 'one', 'another': alone, not before a noun.
  const { cue, preposition, between, pronoun } = next.facts;
  if (items[i]!.facts.determiner && !cue && !preposition && !between && pronoun !== 'who') return false;
  return !next.facts.role || next.facts.cue !== undefined;
}

/** The first item of the phrase that the name `i` ends: 'the former U.S. President' in front of 'Donald Trump'. */
function titleStart(items: readonly Item[], i: number): number {
  let first = i;
  while (first > 0 && i - first < 6) {
    const item = items[first - 1]!;
    const abbreviation = item.lower === '.' && items[first - 2]?.facts.title;
    const belongs = item.facts.title || (first < i && item.type === 'name' && !isPossessiveEnd(items[first]));
    if (!abbreviation && !belongs) break;
    first -= abbreviation ? 2 : 1;
  }
  if (items[first - 1]?.facts.determiner) return first - 1;
  const phrase = first < i ? phraseStart(items, first) : first;
  return items[phrase]!.facts.determiner || items[phrase - 1]?.facts.preposition ? phrase : first;
}

/** The first item of the noun phrase that ends with item `i`: its determiner, or the last word that may be part of it. */
function phraseStart(items: readonly Item[], i: number): number {
  let first = i;
  while (first > 0 && i - first < 7) {
    const item = items[first - 1]!;
    if (item.type !== 'name' && !isPossessiveEnd(item) && !mayBelong(item)) break;
    first--;
    if (item.facts.determiner) break;
  }
  return first;
}

/** Whether the word may stand inside a noun phrase. */
function mayBelong({ type, lower, facts }: Item): boolean {
  if (type !== 'word' || facts.preposition || facts.subjectPronoun || facts.opensClause) return false;
  if (lower === 'and' || lower === 'but' || lower === 'or') return false;
  return facts.determiner || (!facts.between && (facts.cue === undefined || facts.cue.ambiguous));
}

/** The last item of a role phrase with what it is the role of: 'a spokesman for the ministry'. */
function phraseEnd(items: readonly Item[], head: number): number {
  const next = items[head + 1];
  if (next?.type !== 'word' || !/^(?:of|for|at|from|with|in|on)$/.test(next.lower)) return head;
  let end = head + 1;
  while (end + 1 < items.length && end - head < 8) {
    const item = items[end + 1]!;
    if (item.type === 'sign' ? !/^['’]s?$/.test(item.lower) : item.type === 'quote') break;
    if (isVerbLike(item) || item.facts.opensClause || item.facts.subjectPronoun) break;
    end++;
  }
  return end === head + 1 ? head : end;
}

function isVerbLike({ lower, facts: { cue, between } }: Item): boolean {
  if (cue && (!cue.ambiguous || lower.endsWith('ed'))) return true;
  return between && lower !== 'to' && lower !== 'all' && lower !== 'both' && lower !== 'first' && lower !== 'last';
}

/** The source behind 'according to' and the label in front of a colon, whatever they are called. */
function addSource(draft: Draft, i: number): void {
  const { items } = draft;
  const item = items[i]!;
  if (item.lower === 'according' && items[i + 1]?.lower === 'to') {
    let last = i + 1;
    while (
      last + 1 < items.length &&
      last < i + 9 &&
      (isNounLike(items[last + 1]!) || items[last + 1]!.facts.determiner)
    )
      last++;
    if (last > i + 1 && items[last + 1]?.type !== 'name') push(draft, { type: 'thing', first: i + 2, head: last });
  } else if (item.lower === ':' && items[i + 1]?.type === 'quote') {
    let first = i;
    while (first > 0 && i - first < 4 && items[first - 1]!.type === 'word' && items[first - 1]!.capital) first--;
    const opens = first === 0 || items[first - 1]!.sentence !== item.sentence;
    if (first < i && opens) push(draft, { type: 'thing', first, head: i - 1 });
  }
}

function addCue(draft: Draft, i: number): void {
  const { items, cues } = draft;
  const item = items[i]!;
  const form = item.facts.cue;
  if (!form || isNounHere(items, i, form)) return;
  const { subject, tie } = subjectOf(draft, i, form);
  cues.push({ start: item.start, end: item.end, item: i, form, subject, tie });
}

/** Whether the word is a noun or an adjective at its place: 'the report', 'his claims', 'Novak’s call'. */
function isNounHere(items: readonly Item[], i: number, form: CueForm): boolean {
  const before = items[i - 1];
  if (!before) return form.ambiguous && !form.participle;
  if (NOUN_OPENERS.has(before.lower)) return true;
  if (isPossessiveEnd(before) && before.end === items[i]!.start - 1) return !form.participle && form.ambiguous;
  return form.ambiguous && (before.facts.determiner || before.facts.preposition);
}

const NOUN_OPENERS: ReadonlySet<string> = new Set('a an the his her their its no my our these those'.split(' '));

type Tied = Pick<Cue, 'subject' | 'tie'>;

function subjectOf(draft: Draft, verb: number, form: CueForm): Tied {
  const { items } = draft;
  const after = form.inverts ? invertedSubject(draft, verb) : undefined;
  let at = verb - 1;
  while (at >= 0 && items[at]!.facts.between) at--;
  if (after && (at < 0 || items[at]!.type === 'quote' || CLAUSE_SIGNS.has(items[at]!.lower[0]!))) return after;
  const before = at < 0 ? undefined : items[at]!;
  if (!before || before.sentence !== items[verb]!.sentence) return after ?? NOBODY;
  if (before.type === 'name' || before.type === 'word') {
    const direct = subjectEndingAt(draft, at);
    if (direct) return direct;
  }
  if (before.lower === ',' || before.lower === ')' || isDash(before)) {
    const subject = beforeApposition(draft, at);
    if (subject >= 0 && !form.participle) return { subject, tie: 'apposition' };
  }
  return clauseSubject(draft, at, verb);
}

const CLAUSE_SIGNS: ReadonlySet<string> = new Set([',', '.', ':', ';', '—', '–', '-']);
const NOBODY: Tied = { subject: -1, tie: 'none' };

function isDash({ lower }: Item): boolean {
  return lower[0] === '—' || lower[0] === '–' || lower[0] === '-';
}

/** The subject right behind the verb: 'said Mayor Lena Ortiz', 'said a spokesman'. */
function invertedSubject(draft: Draft, verb: number): Tied | undefined {
  const { items, byHead, candidates } = draft;
  for (let i = verb + 1; i < items.length && i <= verb + 9; i++) {
    const item = items[i]!;
    if (item.type === 'sign' ? item.lower !== '.' && !isPossessiveEnd(item) : item.type === 'quote') return undefined;
    const known = byHead.get(i);
    if (known !== undefined && candidates[known]!.first === verb + 1) return { subject: known, tie: 'inverted' };
    if (item.facts.preposition || item.facts.subjectPronoun) break;
  }
  return invertedPhrase(draft, verb);
}

/** 'said the halfback': a phrase with an article whose noun is in no list. */
function invertedPhrase(draft: Draft, verb: number): Tied | undefined {
  const { items } = draft;
  if (!items[verb + 1]?.facts.determiner || items[verb - 1]?.type === 'name') return undefined;
  let head = verb + 1;
  while (
    head + 1 < items.length &&
    head < verb + 7 &&
    isNounLike(items[head + 1]!) &&
    !items[head + 1]!.facts.opensClause
  )
    head++;
  if (head === verb + 1) return undefined;
  return { subject: push(draft, { type: 'thing', first: verb + 1, head }), tie: 'inverted' };
}

/** The phrase whose last item is `at`; a name behind a preposition is part of the phrase before: 'an aide to Reed said'. */
function subjectEndingAt(draft: Draft, at: number): Tied | undefined {
  const { items, byHead, candidates } = draft;
  const item = items[at]!;
  if (item.facts.opensClause || item.lower === 'and' || item.lower === 'that' || item.lower === 'but') return undefined;
  const isPhrase = item.type === 'name' || item.facts.pronoun !== undefined || isNounLike(item);
  if (!isPhrase || item.facts.possessive) return undefined;
  const first = byHead.has(at) ? candidates[byHead.get(at)!]!.first : phraseStart(items, at);
  const before = items[first - 1];
  if (before?.facts.preposition && before.sentence === item.sentence) {
    const outer = outerHead(draft, first - 1);
    if (outer >= 0) return { subject: outer, tie: 'phrase' };
    return undefined;
  }
  if (byHead.has(at)) return { subject: byHead.get(at)!, tie: 'next' };
  if (items[first]!.capital || (first < at && (items[first]!.facts.determiner || items[first]!.type === 'name'))) {
    return { subject: push(draft, { type: 'thing', first, head: at }), tie: 'next' };
  }
  return undefined;
}

function isNounLike({ type, facts }: Item): boolean {
  return type === 'word' && !facts.preposition && !facts.between && !facts.day && (!facts.cue || facts.cue.ambiguous);
}

/** The candidate whose phrase holds the preposition `at`: the head in front of it, hopping over more of them. */
function outerHead(draft: Draft, at: number): number {
  const { items, byHead, candidates } = draft;
  for (let i = at - 1, hops = 0; i >= 0 && hops < 12; i--, hops++) {
    const item = items[i]!;
    if (item.sentence !== items[at]!.sentence || item.type === 'quote' || item.type === 'sign') return -1;
    const known = byHead.get(i);
    if (known === undefined) continue;
    if (candidates[known]!.preposition === '') return known;
    i = candidates[known]!.first - 1;
  }
  return -1;
}

/** The subject in front of an apposition or a clause in commas that ends at `at`: 'Dana Cole, 34, a nurse from Ohio, said'. */
function beforeApposition({ items, candidates, byHead }: Draft, at: number): number {
  let found = -1;
  for (let i = at - 1, steps = 0; i >= 0 && steps < 60; i--, steps++) {
    const item = items[i]!;
    if (item.sentence !== items[at]!.sentence || item.type === 'quote' || item.lower === ';' || item.lower === ':')
      break;
    const candidate = byHead.get(i);
    const next = items[i + 1]!;
    if (candidate === undefined || !(next.lower === ',' || next.lower === '(' || isDash(next))) continue;
    const { preposition, type } = candidates[candidate]!;
    if (preposition === '' && type !== 'his') found = candidate;
  }
  return found;
}

/** The subject of the clause that the verb at `verb` shares with an earlier one: 'He left and said', 'Reed left, saying'. */
function clauseSubject({ items, candidates, byHead }: Draft, at: number, verb: number): Tied {
  let found = -1;
  for (let i = at, steps = 0; i >= 0 && steps < 60; i--, steps++) {
    if (items[i]!.sentence !== items[verb]!.sentence) break;
    const k = byHead.get(i);
    if (k === undefined) continue;
    const { preposition, type, possessive } = candidates[k]!;
    if (preposition !== '' || type === 'his' || possessive) continue;
    found = k;
    const next = items[i + 1]!;
    if (next.facts.between || next.facts.cue || next.lower.endsWith('ed')) break;
  }
  return found < 0 ? NOBODY : { subject: found, tie: 'clause' };
}

/** Whether the candidate stands in front of a noun for something said: 'Novak’s claim', 'his view'. */
export function ownsSpeech(scene: Scene, candidate: Candidate): boolean {
  if (!candidate.possessive && candidate.type !== 'his') return false;
  for (let i = candidate.head + 1; i <= candidate.head + 5 && i < scene.items.length; i++) {
    if (scene.items[i]!.facts.speechNoun) return true;
  }
  return false;
}
