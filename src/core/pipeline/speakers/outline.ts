import { ABBREVIATIONS } from '../../lexicon/en/abbreviations.ts';
import type { Label, Span } from '../../model.ts';
import { Char, charClass } from '../../text/chars.ts';
import type { Tokens } from '../../text/tokens.ts';
import { UNKNOWN, type WordFacts, wordFacts } from './words.ts';

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
export function outlineOf({ text, tokens, quotes, names, english }: Paragraph): readonly Item[] {
  const { count, starts, ends } = tokens;
  const items: Item[] = [];
  let [quote, name, done] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [start, end] = [starts[i]!, ends[i]!];
    for (; quote < quotes.length && quotes[quote]!.start < end; quote++) {
      done = quotes[quote]!.end;
      addItem(text, items, { type: 'quote', start: quotes[quote]!.start, end: done, index: quote });
    }
    while (name < names.length && names[name]!.end <= Math.max(start, done)) name++;
    if (start < done) continue;
    if (name < names.length && end > names[name]!.start) {
      done = names[name]!.end;
      addItem(text, items, { type: 'name', start: names[name]!.start, end: done, index: name });
    } else {
      const type = charClass(text.charCodeAt(start)) < Char.symbol ? 'word' : 'sign';
      addItem(text, items, { type, start, end, index: -1 });
    }
  }
  return english ? items : items.map((item) => ({ ...item, facts: UNKNOWN }));
}

/** Whether the item is a possessive’s end: ’s or a bare apostrophe. */
export function isPossessiveEnd(item: Item | undefined): boolean {
  return item !== undefined && item.type === 'sign' && POSSESSIVE_ENDS.has(item.lower);
}

const POSSESSIVE_ENDS: ReadonlySet<string> = new Set(["'s", '’s', "'", '’']);

type Unit = Pick<Item, 'start' | 'end' | 'type' | 'index'>;

/** Adds the unit; the parts of a hyphenated word are one item, a name in one ('Trump-brokered') is no name. */
function addItem(text: string, items: Item[], { type, start, end, index }: Unit): void {
  const last = items[items.length - 1];
  if (last && last.end === start && hyphenates(text, last, type, start)) {
    const lower = text.slice(last.start, end).toLowerCase();
    const { sentence, capital } = last;
    items[items.length - 1] = {
      type: 'word',
      start: last.start,
      end,
      lower,
      capital,
      index: -1,
      sentence,
      facts: wordFacts(lower),
    };
    return;
  }
  const capital = charClass(text.charCodeAt(start)) === Char.upper;
  const lower = type === 'quote' ? '' : lowered(text.slice(start, end), type === 'name' || capital);
  const sentence = last ? last.sentence + (breaksAfter(text, items, type === 'quote' || capital) ? 1 : 0) : 0;
  items.push({ type, start, end, lower, capital, index, sentence, facts: wordFacts(type === 'word' ? lower : '') });
}

/** The word in lower case; one that begins with a small letter is taken as it is, which is faster. */
function lowered(word: string, capital: boolean): string {
  return capital ? word.toLowerCase() : word;
}

function hyphenates(text: string, last: Item, type: Item['type'], start: number): boolean {
  if (last.type === 'quote' || type === 'quote') return false;
  return text[start - 1] === '-' ? last.type === 'word' : text[start] === '-' && last.type !== 'sign';
}

/** Whether a sentence ends at the last item so far, given whether the next item could begin one. */
function breaksAfter(text: string, items: readonly Item[], opens: boolean): boolean {
  const last = items[items.length - 1]!;
  if (!opens || last.type === 'word' || last.type === 'name') return false;
  if (last.type === 'quote') return /[.!?…][\s”"’'»“」]*$/.test(text.slice(last.end - 4, last.end));
  if (!/^[.!?…]+$/.test(last.lower)) return false;
  const word = items[items.length - 2];
  if (last.lower !== '.' || !word || word.end !== last.start) return true;
  if (word.type === 'sign') return true;
  return !ABBREVIATIONS.has(text.slice(word.start, word.end)) && word.end - word.start > 1;
}
