import { ABBREVIATIONS } from '../../lexicon/en/abbreviations.ts';
import type { Label, Span } from '../../model.ts';
import { Char, charClass } from '../../text/chars.ts';
import type { Tokens } from '../../text/tokens.ts';
import { UNKNOWN, type WordFacts, wordAt } from './words.ts';

/** A paragraph as the search for speakers sees it; offsets are relative to it. */
export interface Paragraph {
  readonly text: string;
  readonly tokens: Tokens;
  readonly quotes: readonly Span[];
  readonly names: readonly NamedSpan[];
  /** Whether the English lexicon applies; without it there are names and signs only. */
  readonly english: boolean;
}

export interface NamedSpan extends Span {
  readonly label: Label;
}

/** A word, a sign, or a whole quote or name taken as one unit. */
export interface Item extends Span {
  readonly type: 'word' | 'sign' | 'quote' | 'name';
  /** Lower-case; empty for quotes. */
  readonly lower: string;
  readonly capital: boolean;
  /** Number of the quote or the name in the paragraph, else -1. */
  readonly index: number;
  /** Number of its sentence in the paragraph. */
  readonly sentence: number;
  /** What the lexicon tells about a word; nothing for other items. */
  readonly facts: WordFacts;
}

/** The items of a paragraph outside its quotes, each quote and each name as one of them, whatever tokens they cut. */
export function outlineOf(paragraph: Paragraph): readonly Item[] {
  const { text, tokens, quotes, names } = paragraph;
  const { count, starts, ends } = tokens;
  const draft: Draft = { paragraph, items: [], open: undefined };
  let [quote, name, done, quoted] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    for (; quote < quotes.length && quotes[quote]!.start < end; quote++) {
      const unit = quotes[quote]!;
      // A quote that was never closed goes on behind those inside it. A nickname's name comes again behind it.
      quoted = Math.max(quoted, unit.end);
      done = quoted;
      addUnit(draft, { type: 'quote', start: unit.start, end: unit.end, index: quote });
    }
    while (name < names.length && names[name]!.end <= Math.max(start, done)) name++;
    if (start < done) continue;
    if (name < names.length && end > names[name]!.start) {
      done = names[name]!.end;
      addUnit(draft, { type: 'name', start: names[name]!.start, end: done, index: name });
    } else {
      const type = charClass(text.charCodeAt(start)) < Char.symbol ? 'word' : 'sign';
      addUnit(draft, { type, start, end, index: -1 });
    }
  }
  endUnit(draft);
  return draft.items;
}

/** Whether the item is a possessive’s end: ’s or a bare apostrophe. */
export function isPossessiveEnd(item: Item | undefined): boolean {
  return item !== undefined && item.type === 'sign' && POSSESSIVE_ENDS.has(item.lower);
}

const POSSESSIVE_ENDS: ReadonlySet<string> = new Set(["'s", '’s', "'", '’']);

interface Draft {
  readonly paragraph: Paragraph;
  readonly items: Item[];
  /** The last unit, which grows while hyphens follow. */
  open: Unit | undefined;
}

interface Unit {
  readonly start: number;
  end: number;
  type: Item['type'];
  index: number;
}

/** Begins a unit; the parts of a hyphenated word are one item, a name in one ('Trump-brokered') is no name. */
function addUnit(draft: Draft, unit: Unit): void {
  const { open } = draft;
  if (open && open.end === unit.start && hyphenates(draft.paragraph.text, open, unit)) {
    open.type = 'word';
    open.end = unit.end;
    open.index = -1;
    return;
  }
  endUnit(draft);
  draft.open = unit;
}

/** Adds the open unit to the items. */
function endUnit({ paragraph: { text, english }, items, open }: Draft): void {
  if (!open) return;
  const { type, start, end, index } = open;
  const capital = charClass(text.charCodeAt(start)) === Char.upper;
  let lower = '';
  let facts = UNKNOWN;
  if (type === 'name') lower = text.slice(start, end).toLowerCase();
  else if (type !== 'quote') {
    const word = wordAt(text, start, end);
    lower = word.lower;
    if (english && type === 'word') facts = word.facts;
  }
  const last = items[items.length - 1];
  const sentence = last ? last.sentence + (breaksAfter(text, items, type === 'quote' || capital) ? 1 : 0) : 0;
  items.push({ type, start, end, lower, capital, index, sentence, facts });
}

/** Whether a hyphen ties the unit to the last one. */
function hyphenates(text: string, last: Unit, { type, start }: Unit): boolean {
  if (last.type === 'quote' || type === 'quote') return false;
  return text[start - 1] === '-' ? last.type === 'word' : text[start] === '-' && last.type !== 'sign';
}

/** Whether a sentence ends at the last item so far, given whether the next item could begin one. */
function breaksAfter(text: string, items: readonly Item[], opens: boolean): boolean {
  const last = items[items.length - 1]!;
  if (!opens || last.type === 'word' || last.type === 'name') return false;
  if (last.type === 'quote') return /[.!?…][\s”"’'»“」]*$/.test(text.slice(last.end - 4, last.end));
  if (!FINAL.has(last.lower[0]!)) return false;
  const word = items[items.length - 2];
  if (last.lower !== '.' || !word || word.end !== last.start) return true;
  if (word.type === 'sign') return true;
  return !ABBREVIATIONS.has(text.slice(word.start, word.end)) && word.end - word.start > 1;
}

const FINAL: ReadonlySet<string> = new Set('.!?…');
