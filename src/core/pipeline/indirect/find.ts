import { FINITE_VERBS, SCENE_OPENERS, WRITTEN_SOURCES } from '../../lexicon/en/reporting.ts';
import type { Span } from '../../model.ts';
import type { Item } from '../speakers/outline.ts';
import { type Candidate, type Cue, firstAfter, type Scene } from '../speakers/scene.ts';
import { endOfSaid, JOINING, type Told } from './ends.ts';
import { countUnmarked, holdsVerb, isFiniteVerb, isSubject, opensClause, type Stretch } from './phrases.ts';
import { itemBehind, namedBehind, type Saying, sayingOf } from './sayings.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** What someone is reported to have said, without quotation marks. Offsets are relative to the paragraph. */
export interface Reported {
  /** The words of what was said; two stretches where 'he said' stands between them. */
  readonly parts: readonly Span[];
  /** Number of the candidate who says it, -1 if the text does not tell. */
  readonly speaker: number;
  readonly cue: Span;
  /** Probability that the speaker is right. */
  readonly confidence: number;
}

/**
 * Finds what a paragraph of English reports without marks: 'X said (that) …', '…, X said', '…, X said, …', 'according to
 * X, …', 'it was announced that …'. In each sentence the outermost saying counts. Linear in the paragraph's items.
 */
export function reportedIn(scene: Scene): readonly Reported[] {
  const found: Reported[] = [];
  for (const sentence of sentencesOf(scene)) {
    const sayings = sentence.cues.flatMap((cue) => sayingOf(scene, sentence, cue) ?? []);
    const opens = sayings.find(({ ends }) => !ends)?.cue.item ?? sentence.to;
    const search: Search = { ...sentence, scene, sayings, opens, found, free: sentence.from };
    for (const source of sentence.sources) addSourced(search, source);
    for (const [i, saying] of sayings.entries()) if (saying.ends) addTail(search, saying, sayings[i + 1]);
    for (const saying of sayings) if (!saying.ends) addHead(search, saying);
  }
  return found.sort((a, b) => a.parts[0]!.start - b.parts[0]!.start);
}

interface Search extends Sentence, Told {
  /** The first verb behind which something is said, or the sentence's end. */
  readonly opens: number;
  readonly found: Reported[];
  /** The first item that is part of nothing found. */
  free: number;
  /** Who said what was found last. */
  speaker?: number;
}

/** Adds the stretches, stripped of signs at their edges, if they hold a clause outside quotation marks. */
function add(search: Search, { parts, ...told }: Omit<Reported, 'parts'> & { parts: readonly Stretch[] }): void {
  const { items } = search.scene;
  const stripped = parts.map((part) => strip(items, part)).filter(({ from, to }) => from < to);
  const words = stripped.reduce((sum, part) => sum + countUnmarked(items, part), 0);
  if (words < FEWEST_WORDS) return;
  const spans = stripped.map((part) => ({ start: items[part.from]!.start, end: endOf(items, part) }));
  search.found.push({ ...told, parts: spans });
  search.free = stripped.at(-1)!.to;
  search.speaker = told.speaker;
}

/** Where the stretch ends: with its last item, or with the quote, before it in the list, which that one stands in. */
function endOf(items: readonly Item[], { from, to }: Stretch): number {
  let { end } = items[to - 1]!;
  for (let i = to - 2; i >= from && items[i]!.type === 'quote'; i--) end = Math.max(end, items[i]!.end);
  return end;
}

/** Fewer words outside marks are no quote of their own: 'she said it was “a disgrace”'. */
const FEWEST_WORDS = 3;

function strip(items: readonly Item[], { from, to }: Stretch): Stretch {
  let [first, last] = [from, to];
  while (first < last && items[first]!.type === 'sign' && !OPENING.test(items[first]!.lower)) first++;
  while (last > first && items[last - 1]!.type === 'sign' && !CLOSING.test(items[last - 1]!.lower)) last--;
  return { from: first, to: last };
}

const OPENING = /^[($£€¥#@']/;
const CLOSING = /^[)%’']/;

/** 'According to X, …', '…, according to X' and '…, according to X, …'. */
function addSourced(search: Search, speaker: number): void {
  const { scene, from, to, opens, free } = search;
  const { items } = scene;
  const source = scene.candidates[speaker]!;
  const according = source.first - 2;
  const named = namedSource(scene, speaker);
  if (according < free || (named === speaker && !isSource(scene, source))) return;
  const cue = { start: items[according]!.start, end: items[according + 1]!.end };
  const told = { cue, speaker: named, confidence: SOURCED };
  if (countUnmarked(items, { from, to: according }) === 0) {
    const comma = commaBehindSource(items, { from: itemBehind(items, source.end, source.head), to });
    const rest = { from: comma + 1, to: endOfSaid(search, comma + 1) };
    if (opensClause(items, rest.from)) add(search, { ...told, parts: [rest] });
  } else if (opens > according) {
    const first = { from: behindDateline(items, { from: free, to: according }), to: according };
    if (!endsInQuote(items, first) && !leadsOn(items[according - 1]!)) add(search, { ...told, parts: [first] });
  }
}

/** Calibrated on our own articles: how often the one behind 'according to' is right. */
const SOURCED = 0.95;

/** The person whom the source's phrase ends with, or who stands behind it between commas; else the candidate itself. */
function namedSource(scene: Scene, speaker: number): number {
  const { items, candidates, heads } = scene;
  const comma = commaIn(items, { from: heads[speaker]!, to: Math.min(items.length, heads[speaker]! + LONGEST_TITLE) });
  const last = firstAfter(heads, comma - 2);
  if (candidates[last]?.type === 'PERSON' && heads[last] === comma - 1) return last;
  return namedBehind(scene, speaker);
}

/** Who or what can be a source: not 'plan' in 'according to plan'. */
function isSource({ items }: Scene, { type, head }: Candidate): boolean {
  const { lower } = items[head]!;
  return type !== 'thing' || WRITTEN_SOURCES.has(lower) || /(?:ers|ors|ists|men|women|people)$/.test(lower);
}

/** The comma behind a source with its appositions: 'the rapporteur, Anna Petrova, deputy for Lima, …'. */
function commaBehindSource(items: readonly Item[], { from, to }: Stretch): number {
  const first = commaIn(items, { from, to });
  for (let comma = first, tries = 0; comma < to && tries < MOST_APPOSITIONS; tries++) {
    const next = commaIn(items, { from: comma + 1, to });
    if (holdsVerb(items, { from: comma + 1, to: next }) && items[comma + 1]!.facts.pronoun !== 'who') return comma;
    comma = next;
  }
  return first;
}

const MOST_APPOSITIONS = 4;

function commaIn(items: readonly Item[], { from, to }: Stretch): number {
  let i = from;
  while (i < to && items[i]!.lower !== ',') i++;
  return i;
}

/** '…, X said', '…, said X' and '…, X said, …'. */
function addTail(
  search: Search,
  { cue, speaker, first, behind, bare, shared }: Saying,
  next: Saying | undefined,
): void {
  const { scene, opens, free } = search;
  const { items } = scene;
  const comma = shared || !bare ? -1 : commaBefore(items, { from: free, to: first });
  if (comma < 0) return;
  const joined = comma > 0 && leadsOn(items[comma - 1]!);
  const before = { from: joined ? comma : behindDateline(items, { from: free, to: comma }), to: comma };
  const goesOn = items[behind]?.lower === ',' && cue.tie !== 'inverted' && next?.first !== behind + 1;
  const after = { from: behind + 1, to: goesOn ? endOfSaid(search, behind + 1) : behind + 1 };
  const isSplit = goesOn && opens > cue.item && !isAside(items[behind + 1]) && holdsVerb(items, after);
  if (!isSplit && (!holdsVerb(items, before) || setsScene(items, before))) return;
  if (endsInQuote(items, before) || (opens < cue.item && isSplit)) return;
  add(search, { cue, speaker, confidence: CONFIDENCE[cue.tie], parts: isSplit ? [before, after] : [before] });
}

/** Whether what is said begins only behind the word: 'because, she said, …', 'has learned that according to …'. */
function leadsOn({ facts, lower }: Item): boolean {
  return facts.opensClause || JOINING.has(lower);
}

/** The comma before the subject that begins at `to`, with no more than what the subject is between them; else -1. */
function commaBefore(items: readonly Item[], { from, to }: Stretch): number {
  for (let i = to - 1; i >= Math.max(from, to - LONGEST_TITLE); i--) {
    const { type, lower, facts } = items[i]!;
    if (lower === ',') return i === to - 1 ? commaBeforeRole(items, { from, to: i }) : i;
    if (type === 'quote' || type === 'sign' || facts.subjectPronoun || isFiniteVerb(items[i])) return -1;
  }
  return -1;
}

/** The comma before 'the head of the port' where the stretch ends with such words, else its end, a comma too. */
function commaBeforeRole(items: readonly Item[], { from, to }: Stretch): number {
  for (let i = to - 1; i >= Math.max(from, to - LONGEST_TITLE); i--) {
    const { type, lower } = items[i]!;
    if (lower === ',') return items[i + 1]!.lower === 'the' && items[to + 1]!.type === 'name' ? i : to;
    if (type === 'quote' || FINITE_VERBS.has(lower)) break;
  }
  return to;
}

/** Items of a title before a name: 'mayoral committee member for health'. */
const LONGEST_TITLE = 9;

/** Calibrated on our own articles: how often the subject tied to the verb in this way is right. */
const CONFIDENCE: Readonly<Record<Cue['tie'], number>> = {
  next: 0.97,
  inverted: 0.97,
  apposition: 0.95,
  phrase: 0.9,
  clause: 0.8,
  none: 0.5,
};

/** Where the sentence begins behind 'PARIS, France (AP) — '. */
function behindDateline(items: readonly Item[], { from, to }: Stretch): number {
  for (let i = from; i < Math.min(to, from + LONGEST_DATELINE); i++) {
    const { type, lower, capital } = items[i]!;
    if (i > from && /^(?:[—–|]|--?)$/.test(lower)) return i + 1;
    if (type === 'word' && !capital) break;
  }
  return from;
}

const LONGEST_DATELINE = 12;

/** Whether behind a comma the narrator goes on: 'she said, adding that …', 'he said, pointing at the river'. */
function isAside(item: Item | undefined): boolean {
  return (
    !item || item.type === 'quote' || /ing$/.test(item.lower) || /^(?:who|which|whose|according)$/.test(item.lower)
  );
}

/** 'When he came home, Reed said.': the clause before the comma is the narrator's. */
function setsScene(items: readonly Item[], before: Stretch): boolean {
  return SCENE_OPENERS.has(items[before.from]!.lower) && commaIn(items, before) === before.to;
}

/** Whether a quote in marks ends the stretch: the verb behind it is the quote's own. */
function endsInQuote(items: readonly Item[], { to }: Stretch): boolean {
  return items[to - 1]?.type === 'quote' || items[to - 2]?.type === 'quote';
}

/** 'X said that …', 'X told reporters …', ', adding that …'. */
function addHead(search: Search, saying: Saying): void {
  const { scene, free } = search;
  const { items } = scene;
  const { cue, behind, bare, shared } = saying;
  if (cue.item < free) return;
  const from = items[behind]?.lower === 'that' ? behindThat(items, behind) : behind;
  const part = { from, to: endOfSaid(search, from) };
  if (from === behind && !(bare && holdsClause(items, part, LOOSE.has(cue.form.lemma)))) return;
  const speaker = shared && search.speaker !== undefined ? search.speaker : saying.speaker;
  add(search, { cue, speaker, confidence: CONFIDENCE[cue.tie], parts: [part] });
}

/** The first item of what is said with 'that' at item `that`: behind it, unless it is the subject, 'said that was wrong'. */
function behindThat(items: readonly Item[], that: number): number {
  const next = items[that + 1];
  if (!next || (next.type === 'word' && isFiniteVerb(next) && !next.lower.endsWith('ed'))) return that;
  return next.lower === ',' ? that + 2 : that + 1;
}

/** Verbs whose clause may begin with a noun alone: 'said crews were returning', but not 'a car reported stolen'. */
const LOOSE: ReadonlySet<string> = new Set('say tell add insist argue warn maintain claim'.split(' '));

/** Whether the stretch begins with a subject and its verb; `loose`: the subject may be a noun alone. */
function holdsClause(items: readonly Item[], { from, to }: Stretch, loose: boolean): boolean {
  if (from >= to || !opensClause(items, from)) return false;
  const { type, facts } = items[from]!;
  if (!loose && type === 'word' && !facts.subjectPronoun && !facts.determiner) return false;
  const end = Math.min(to, from + LONGEST_SUBJECT);
  return isSubject(items[from]!) || holdsVerb(items, { from: from + 1, to: loose ? end : endOfNoun(items, from, end) });
}

/** Where a noun phrase would end, if it is one: 'announced the start of a plan to ask whether …' says no clause. */
function endOfNoun(items: readonly Item[], from: number, to: number): number {
  let i = from + 1;
  while (i < to && items[i]!.lower !== 'to' && items[i]!.facts.pronoun !== 'who' && !items[i]!.facts.opensClause) i++;
  return i;
}

/** Items of a subject, at most, up to its verb. */
const LONGEST_SUBJECT = 24;
