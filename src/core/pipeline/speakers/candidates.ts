import type { Label } from '../../model.ts';
import { type Item, isPossessiveEnd, type Paragraph } from './outline.ts';
import { isNounLike, isPhraseHead, phraseEnd, phraseStart, titleStart } from './phrases.ts';
import type { Candidate, Cue } from './scene.ts';

/** A scene while it is being filled. */
export interface Draft {
  readonly paragraph: Paragraph;
  readonly items: readonly Item[];
  readonly candidates: Candidate[];
  readonly cues: Omit<Cue, 'object'>[];
  /** Number of the candidate by its head's item, -1 for none. */
  readonly byHead: Int32Array;
}

const NEVER_SPEAK: ReadonlySet<Label> = new Set(['DATE', 'TIME', 'MONEY', 'PERCENT', 'QUANTITY']);

/** Adds the candidate whose head is item `i`, if it is one. */
export function addCandidate(draft: Draft, i: number): void {
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

/** Adds the candidate unless there is one with this head; gives its number. */
export function push(draft: Draft, { type, first, head }: Pick<Candidate, 'type' | 'first' | 'head'>): number {
  const { items, candidates } = draft;
  const known = draft.byHead[head]!;
  if (known >= 0) return known;
  const before = items[first - 1];
  const preposition = before?.facts.preposition ? before.lower : '';
  const possessive = isPossessiveEnd(items[head + 1]) && items[head + 1]!.start === items[head]!.end;
  const name = items[head]!.index;
  const start = items[name < 0 ? first : head]!.start;
  const last = name < 0 ? phraseEnd(items, head) : head;
  const apposed = name < 0 ? apposedName(draft, last) : -1;
  const { end } = items[last]!;
  draft.byHead[head] = candidates.length;
  return candidates.push({ start, end, type, first, head, name, preposition, apposed, possessive }) - 1;
}

/** The name right behind the comma that ends the phrase: 'the mayor, Lena Ortiz, said', 'the mayor, Dr. Lena Ortiz.', 'a monk, the Venerable Ananda,' */
function apposedName({ items, paragraph }: Draft, last: number): number {
  if (items[last + 1]?.lower !== ',') return -1;
  let at = last + 2;
  if (items[at]?.lower === 'the') at++;
  while (items[at]?.facts.title || (items[at]?.lower === '.' && items[at - 1]?.facts.title)) at++;
  const item = items[at];
  if (item?.type !== 'name' || isPossessiveEnd(items[at + 1])) return -1;
  const { label } = paragraph.names[item.index]!;
  const next = items[at + 1];
  const closed = !next || next.type === 'sign' || next.type === 'quote';
  return closed && (label === 'PERSON' || label === 'ORG') ? item.index : -1;
}

/** The source behind 'according to' and the label in front of a colon, whatever they are called. */
export function addSource(draft: Draft, i: number): void {
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
