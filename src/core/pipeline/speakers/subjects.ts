import { type Draft, push } from './candidates.ts';
import type { CueForm } from './cues.ts';
import { type Item, isPossessiveEnd } from './outline.ts';
import { isNounLike, phraseStart } from './phrases.ts';
import type { Cue } from './scene.ts';

/** Adds item `i` with its subject if it is a reporting verb. */
export function addCue(draft: Draft, i: number): void {
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
    const direct = subjectEndingAt(draft, at, form);
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
    const known = byHead[i]!;
    if (known >= 0 && candidates[known]!.first === verb + 1) return { subject: known, tie: 'inverted' };
    if (item.facts.preposition || item.facts.subjectPronoun) break;
  }
  return invertedPhrase(draft, verb);
}

/** 'said the halfback': a phrase with an article whose noun is in no list. */
function invertedPhrase(draft: Draft, verb: number): Tied | undefined {
  const { items } = draft;
  const first = items[verb + 1];
  if (!first?.facts.determiner || first.lower === 'that' || items[verb - 1]?.type === 'name') return undefined;
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
function subjectEndingAt(draft: Draft, at: number, { participle }: CueForm): Tied | undefined {
  const { items, byHead, candidates } = draft;
  const item = items[at]!;
  if (item.facts.opensClause || item.lower === 'and' || item.lower === 'that' || item.lower === 'but') return undefined;
  const isPhrase = item.type === 'name' || item.facts.pronoun !== undefined || isNounLike(item);
  if (!isPhrase || item.facts.possessive) return undefined;
  const known = byHead[at]!;
  const first = known >= 0 ? candidates[known]!.first : phraseStart(items, at);
  const before = items[first - 1];
  // 'with one resident writing': the phrase behind 'with' is the participle's subject.
  const absolute = participle && before?.lower === 'with';
  if (before?.facts.preposition && before.sentence === item.sentence && !absolute) {
    const outer = outerHead(draft, first - 1);
    if (outer >= 0) return { subject: outer, tie: 'phrase' };
    return undefined;
  }
  if (known >= 0) return { subject: known, tie: 'next' };
  if (items[first]!.capital || (first < at && (items[first]!.facts.determiner || items[first]!.type === 'name'))) {
    return { subject: push(draft, { type: 'thing', first, head: at }), tie: 'next' };
  }
  return undefined;
}

/** The candidate whose phrase holds the preposition `at`: the head in front of it, hopping over more of them. */
function outerHead(draft: Draft, at: number): number {
  const { items, byHead, candidates } = draft;
  for (let i = at - 1, hops = 0; i >= 0 && hops < 12; i--, hops++) {
    const item = items[i]!;
    if (item.sentence !== items[at]!.sentence || item.type === 'quote' || item.type === 'sign') return -1;
    const known = byHead[i]!;
    if (known < 0) continue;
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
    const candidate = byHead[i]!;
    const next = items[i + 1]!;
    if (candidate < 0 || !(next.lower === ',' || next.lower === '(' || isDash(next))) continue;
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
    const k = byHead[i]!;
    if (k < 0) continue;
    const { preposition, type, possessive } = candidates[k]!;
    if (preposition !== '' || type === 'his' || possessive) continue;
    found = k;
    const next = items[i + 1]!;
    if (next.facts.between || next.facts.cue || next.lower.endsWith('ed')) break;
  }
  return found < 0 ? NOBODY : { subject: found, tie: 'clause' };
}
