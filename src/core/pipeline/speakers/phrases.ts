import { type Item, isPossessiveEnd } from './outline.ts';

/** Whether the word ends a noun phrase: no other noun of roles and no name follows. */
export function isPhraseHead(items: readonly Item[], i: number): boolean {
  const next = items[i + 1];
  if (!next || next.type === 'sign' || next.type === 'quote') return true;
  if (next.type === 'name') return false;
  // 'one', 'another': alone, not before a noun.
  const { cue, preposition, between, pronoun } = next.facts;
  if (items[i]!.facts.determiner && !cue && !preposition && !between && pronoun !== 'who') return false;
  if (next.facts.title && next.capital && items[i]!.capital) return false;
  return !next.facts.role || (next.facts.cue !== undefined && !next.facts.cue.ambiguous);
}

/** The first item of the phrase that the name `i` ends: 'the former U.S. President' in front of 'Donald Trump'. */
export function titleStart(items: readonly Item[], i: number): number {
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
export function phraseStart(items: readonly Item[], i: number): number {
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
export function phraseEnd(items: readonly Item[], head: number): number {
  const next = items[head + 1];
  if (next?.type !== 'word' || !LINKS.has(next.lower)) return head;
  let end = head + 1;
  while (end + 1 < items.length && end - head < 8) {
    const item = items[end + 1]!;
    if (item.type === 'sign' ? !isPossessiveEnd(item) : item.type === 'quote') break;
    if (isVerbLike(item) || item.facts.opensClause || item.facts.subjectPronoun) break;
    end++;
  }
  return end === head + 1 ? head : end;
}

/** Prepositions between a role and what it is the role of. */
const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'at', 'from', 'with', 'in', 'on']);

function isVerbLike({ lower, facts: { cue, between } }: Item): boolean {
  if (cue && (!cue.ambiguous || lower.endsWith('ed'))) return true;
  return between && lower !== 'to' && lower !== 'all' && lower !== 'both' && lower !== 'first' && lower !== 'last';
}

/** Whether the word may be a noun or an adjective. */
export function isNounLike({ type, facts }: Item): boolean {
  return type === 'word' && !facts.preposition && !facts.between && !facts.day && (!facts.cue || facts.cue.ambiguous);
}
