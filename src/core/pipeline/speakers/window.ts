import type { Span } from '../../model.ts';
import type { Item } from './outline.ts';
import { type Cue, firstAfter, type Scene } from './scene.ts';

/** A paragraph with quotes, and the paragraphs around it that may name their speakers. */
export interface Window {
  readonly here: Scene;
  readonly text: string;
  readonly quotes: readonly QuoteShape[];
  /** The nearest paragraphs before it, nearest first. */
  readonly before: readonly Scene[];
  readonly after: Scene | undefined;
  /** Paragraphs back to the one with the last quote before this paragraph; 0 if there is none near. */
  readonly lastQuoteBack: number;
  readonly english: boolean;
}

/** A quote of the paragraph; offsets are relative to it. */
export interface QuoteShape extends Span {
  readonly content: string;
  readonly kind: 'direct' | 'fragment';
  /** It continues a quote of the paragraph before by its marks. */
  readonly continues: boolean;
}

/** What the surroundings of a quote look like, whoever says it. */
export interface Profile {
  readonly quote: QuoteShape;
  /** Number of the quote's item. */
  readonly item: number;
  /** How a reporting word stands right behind the quote and right before it; 'none' if none does. */
  readonly tail: string;
  readonly head: string;
  /** Nothing but signs stands before it, after it, in the paragraph. */
  readonly first: boolean;
  readonly last: boolean;
  /** It begins its paragraph, and the paragraph before ends with a comma or a colon: 'Reed replied:'. */
  readonly introduced: boolean;
  /** Coarse class of the surroundings. */
  readonly group: 'tail' | 'head' | 'introduced' | 'alone' | 'fragment' | 'first' | 'inner';
}

/** The surroundings of the window's quote `q`. */
export function profileOf({ here, quotes, before }: Window, q: number): Profile {
  const item = here.quoteItems[q]!;
  const quote = quotes[q]!;
  const tail = tailOf(here, item);
  const head = headOf(here, item);
  const first = item < 4 && signsOnly(here.items, 0, item);
  const last = here.items.length - item <= 3 && signsOnly(here.items, item + 1, here.items.length);
  const end = before[0]?.items.at(-1)?.lower;
  const introduced = first && (end === ',' || end === ':');
  const group = groupOf({ quote, tail, head, first, last, introduced });
  return { quote, item, tail, head, first, last, introduced, group };
}

function groupOf({ quote, tail, head, first, last, introduced }: Omit<Profile, 'group' | 'item'>): Profile['group'] {
  if (tail !== 'none') return 'tail';
  if (head !== 'none') return 'head';
  if (introduced) return 'introduced';
  if (first && last) return 'alone';
  return quote.kind === 'fragment' ? 'fragment' : first ? 'first' : 'inner';
}

/** How the reporting verb right behind the quote is tied to its subject: '…,” Reed said', '…,” said Reed'. */
export function tailOf(scene: Scene, item: number): string {
  const { items, cues, candidates } = scene;
  const from = firstCueAfter(scene, item);
  for (const cue of cues.slice(from, from + 3)) {
    if (cue.item > item + 12) break;
    if (cue.subject < 0) continue;
    const start = Math.min(candidates[cue.subject]!.first, cue.item);
    if (start <= item || !signsOnly(items, item + 1, start)) continue;
    if (cue.form.strength === 'speech' || items[item + 1]!.lower === ',') return `${cue.form.strength}-${cue.tie}`;
  }
  return 'none';
}

/** How a colon or a reporting verb stands before the quote in its sentence. */
function headOf(scene: Scene, item: number): string {
  const before = scene.items[item - 1];
  if (!before || before.sentence !== scene.items[item]!.sentence) return 'none';
  if (before.lower === ':') return 'colon';
  const cue = scene.cues[firstCueAfter(scene, item) - 1];
  if (!cue || scene.items[cue.item]!.sentence !== before.sentence || quotesBetween(scene, cue.item, item) > 0)
    return 'none';
  const gap = item - 1 - cue.item;
  if (gap === 0) return `${cue.form.strength}-0`;
  if (before.lower === ',' && gap < 8) return `${cue.form.strength}-comma`;
  return `${cue.form.strength}-${gap < 5 ? '4' : 'far'}`;
}

/** The number of the first reporting word behind the item. */
export function firstCueAfter({ cues }: Scene, item: number): number {
  return firstAfter(cues, itemOfCue, item);
}

/** How many quotes stand strictly between the items. */
export function quotesBetween({ quoteItems }: Scene, from: number, to: number): number {
  return Math.max(0, firstAfter(quoteItems, itself, to - 1) - firstAfter(quoteItems, itself, from));
}

export function signsOnly(items: readonly Item[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (items[i]!.type !== 'sign') return false;
  return true;
}

function itemOfCue({ item }: Cue): number {
  return item;
}

function itself(item: number): number {
  return item;
}
