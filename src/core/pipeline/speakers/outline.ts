import { ABBREVIATIONS } from '../../lexicon/en/abbreviations.ts';
import type { Label, Span } from '../../model.ts';
import { findTokens } from '../../text/tokens.ts';

/** A paragraph as the search for speakers sees it; offsets are relative to it. */
export interface Paragraph {
  readonly text: string;
  readonly quotes: readonly Span[];
  readonly names: readonly NamedSpan[];
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
}

/** The items of a paragraph outside its quotes, each quote and each name as one of them. */
export function outlineOf(paragraph: Paragraph): readonly Item[] {
  const items: Item[] = [];
  for (const unit of units(paragraph)) addItem(paragraph.text, items, unit);
  return items;
}

type Unit = Pick<Item, 'start' | 'end' | 'type' | 'index'>;

/** Each quote comes exactly once, whatever tokens its edges cut. */
function* units({ text, quotes, names }: Paragraph): Iterable<Unit> {
  const { count, starts, ends } = findTokens(text);
  let [quote, name, done] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [start, end] = [starts[i]!, ends[i]!];
    for (; quote < quotes.length && quotes[quote]!.start < end; quote++) {
      done = quotes[quote]!.end;
      yield { start: quotes[quote]!.start, end: done, type: 'quote', index: quote };
    }
    while (name < names.length && names[name]!.end <= Math.max(start, done)) name++;
    if (start < done) continue;
    if (name < names.length && end > names[name]!.start) {
      done = names[name]!.end;
      yield { start: names[name]!.start, end: done, type: 'name', index: name };
    } else yield { start, end, type: /[\p{L}\p{N}]/u.test(text[start]!) ? 'word' : 'sign', index: -1 };
  }
}

/** Adds the unit; the parts of a hyphenated word are one item, a name in one ('Trump-brokered') is no name. */
function addItem(text: string, items: Item[], unit: Unit): void {
  const last = items.at(-1);
  const hyphenated = last && last.end === unit.start && last.type !== 'quote' && unit.type !== 'quote';
  if (hyphenated && (text[unit.start] === '-' || text[unit.start - 1] === '-') && last.end - last.start > 0) {
    if (last.type !== 'sign' || text[unit.start - 1] === '-') {
      const lower = text.slice(last.start, unit.end).toLowerCase();
      items[items.length - 1] = { ...last, type: 'word', end: unit.end, lower, index: -1 };
      return;
    }
  }
  const capital = /\p{Lu}/u.test(text[unit.start]!);
  const lower = unit.type === 'quote' ? '' : text.slice(unit.start, unit.end).toLowerCase();
  const sentence = last ? last.sentence + (breaksAfter(text, items, unit.type === 'quote' || capital) ? 1 : 0) : 0;
  items.push({ ...unit, lower, capital, sentence });
}

/** Whether a sentence ends at the last item so far, given whether the next item could begin one. */
function breaksAfter(text: string, items: readonly Item[], opens: boolean): boolean {
  const last = items.at(-1)!;
  if (!opens) return false;
  if (last.type === 'quote') return /[.!?…][\s”"’'»“」]*$/.test(text.slice(last.end - 4, last.end));
  if (last.type !== 'sign' || !/^[.!?…]+$/.test(last.lower)) return false;
  const word = items.at(-2);
  if (last.lower !== '.' || !word || word.end !== last.start) return true;
  return !ABBREVIATIONS.has(text.slice(word.start, word.end)) && word.end - word.start > 1;
}
