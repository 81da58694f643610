import { DAYS_AND_MONTHS } from '../../lexicon/en/grammar.ts';
import {
  ADJUNCT_PREPOSITIONS,
  ADJUNCT_WORDS,
  FINITE_VERBS,
  TIME_NOUNS,
  UNREPORTED_BEHIND,
  UNSAID,
} from '../../lexicon/en/reporting.ts';
import { type Item, isPossessiveEnd } from '../speakers/outline.ts';
import { firstAfter, type Scene } from '../speakers/scene.ts';

/** Items of a sentence: from `from` up to, not including, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How many items a verb is looked for in, so that endless sentences cost no more than others. */
const FAR = 80;

/** Whether a finite verb stands in the stretch: it may be a clause. */
export function holdsVerb(items: readonly Item[], { from, to }: Stretch): boolean {
  for (let i = from; i < Math.min(to, from + FAR); i++) if (isFiniteVerb(items[i]!)) return true;
  return false;
}

export function isFiniteVerb(item: Item | undefined): boolean {
  if (!item) return false;
  const { type, lower } = item;
  if (type === 'word') return FINITE_VERBS.has(lower) || (lower.length > 4 && lower.endsWith('ed'));
  return type === 'sign' && VERB_ENDS.has(lower.slice(1));
}

/** What is left of a verb behind an apostrophe: 'he’ll', 'they’re'. */
const VERB_ENDS: ReadonlySet<string> = new Set(['ll', 're', 've', 'd', 'm']);

/** How many words and names outside quotes the stretch holds, counted up to a few. */
export function countUnmarked(items: readonly Item[], { from, to }: Stretch): number {
  let count = 0;
  for (let i = from; i < to && count < 5; i++) if (items[i]!.type === 'word' || items[i]!.type === 'name') count++;
  return count;
}

/** Whether a clause may begin with item `i`: with a subject, not with a verb, a preposition or a sign. */
export function opensClause(items: readonly Item[], i: number): boolean {
  const item = items[i];
  if (!item || item.type === 'quote') return false;
  if (item.type === 'sign') return MONEY.has(item.lower);
  const { facts, lower } = item;
  const next = items[i + 1];
  if (lower === 'this' || lower === 'that')
    return next?.type === 'name' || (next?.type === 'word' && !next.facts.preposition);
  if (lower === 'nothing' || lower === 'something') return isFiniteVerb(next);
  if (item.type === 'name' || isSubject(item) || facts.determiner || APPROXIMATE.has(lower)) return true;
  if (facts.preposition || facts.between || FINITE_VERBS.has(lower) || NO_SUBJECTS.has(lower)) return false;
  return !facts.cue || facts.cue.ambiguous || facts.cue.participle;
}

const MONEY: ReadonlySet<string> = new Set(['$', '£', '€', '¥']);
const APPROXIMATE: ReadonlySet<string> = new Set('only nearly about around almost over roughly both all'.split(' '));
const NO_SUBJECTS: ReadonlySet<string> = new Set(
  'and or but so yes no much more him me us them goodbye hello why how what whether'.split(' '),
);

/** Whether the word can be nothing but the subject of a clause: 'she', 'they', 'there'. */
export function isSubject({ type, facts, lower }: Item): boolean {
  return type === 'word' && ((facts.subjectPronoun && lower !== 'who' && lower !== 'you') || lower === 'there');
}

/** Whether what is said behind this item counts as said: not behind 'if', 'what', 'whether'. */
export function isReported(before: Item | undefined): boolean {
  return !before || (before.type === 'sign' ? before.lower !== '(' : !UNREPORTED_BEHIND.has(before.lower));
}

/** How a verb says something: what was not said, or only may be, is `unsaid`. */
export type Voice = 'active' | 'passive' | 'unsaid';

/** The voice of the verb at `verb` with this subject: 'did not say', 'refused to say' and 'would say' report nothing. */
export function voiceOf(items: readonly Item[], subject: number, verb: number): Voice {
  for (let i = verb - 1; i > Math.max(subject, verb - FAR); i--) {
    const { lower, facts } = items[i]!;
    if (lower.endsWith("n't") || lower.endsWith('n’t') || (UNSAID.has(lower) && !goesOn(items, i))) return 'unsaid';
    if (BE.has(lower) && !items[verb]!.lower.endsWith('ing')) return 'passive';
    if (!facts.between) break;
  }
  return 'active';
}

const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being']);

/** 'went on to say', 'continued to insist'. */
function goesOn(items: readonly Item[], i: number): boolean {
  const before = items[i - 1]?.lower ?? '';
  return items[i]!.lower === 'to' && (before === 'on' || before.startsWith('continue'));
}

/** The first item behind phrases of time and place: 'on Monday', 'in a statement to reporters', 'last week'. */
export function skipAdjuncts(scene: Scene, { from, to }: Stretch): number {
  const { items } = scene;
  let i = from;
  while (i < to) {
    const { type, lower } = items[i]!;
    if (isDate(scene, i)) i++;
    else if (type === 'word' && ADJUNCT_PREPOSITIONS.has(lower)) i = skipPhrase(scene, { from: i + 1, to });
    else if (TIME_NOUNS.has(items[i + 1]?.lower ?? '') && (lower === 'this' || lower === 'last')) i += 2;
    else if (type === 'word' && (ADJUNCT_WORDS.has(lower) || (lower.length > 4 && lower.endsWith('ly')))) i++;
    else break;
  }
  return i;
}

/** The first item behind the noun phrase that the stretch begins with. */
export function skipPhrase(scene: Scene, { from, to }: Stretch): number {
  const { items } = scene;
  if (from < to && isDate(scene, from)) return from + 1;
  let i = from < to && items[from]!.facts.determiner ? from + 1 : from;
  for (let named = false; i < Math.min(to, from + 9); i++) {
    const item = items[i]!;
    if (isPossessiveEnd(item)) named = false;
    else if (named || (item.type !== 'name' && !isInside(item))) break;
    else if (item.type === 'name') named = true;
    if (ADJUNCT_WORDS.has(item.lower) && i === from) return i + 1;
  }
  // 'the Islamic Republic News Agency (IRNA)'
  return items[i]?.lower === '(' && items[i + 2]?.lower === ')' ? i + 3 : i;
}

/** Whether the word may stand in a noun phrase behind its determiner. */
function isInside({ type, lower, facts }: Item): boolean {
  if (type !== 'word' || facts.determiner || facts.preposition || facts.subjectPronoun || facts.opensClause)
    return false;
  if (facts.cue && !facts.cue.ambiguous && !facts.cue.participle) return false;
  return !facts.between && !FINITE_VERBS.has(lower) && !NO_SUBJECTS.has(lower);
}

/** Whether the item is a date or a time that was found as a name: it never speaks. */
function isDate({ items, candidates, heads }: Scene, i: number): boolean {
  const { type, lower } = items[i]!;
  if (type !== 'name' || candidates[firstAfter(heads, i - 1)]?.head === i) return false;
  return lower.split(/[\s.,-]+/, 8).some((word) => DATE_WORDS.has(word.replace(/s$/, '')) || ADJUNCT_WORDS.has(word));
}

const DATE_WORDS: ReadonlySet<string> = new Set([...TIME_NOUNS, ...DAYS_AND_MONTHS, 'day', 'hour', 'today']);
