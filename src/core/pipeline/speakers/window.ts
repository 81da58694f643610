import { combined, numbered } from '../../learned/ranker.ts';
import type { Span } from '../../model.ts';
import type { Item } from './outline.ts';
import { type Cue, firstAfter, type Scene, TIES } from './scene.ts';

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
  /** Its place in its paragraph. */
  readonly own: Place;
  /** Its place behind what leads up to it: in its own paragraph, or at the end of the one before if that introduces it. */
  readonly lead: Place;
  /** How a reporting word stands right behind the quote and right before it: numbers of {@link TAILS} and {@link HEADS}. */
  readonly tail: number;
  readonly head: number;
  /** Nothing but signs stands before it, after it, in the paragraph. */
  readonly first: boolean;
  readonly last: boolean;
  /** It begins its paragraph, and the paragraph before leads up to it: 'Reed replied:'. */
  readonly introduced: boolean;
  /** Number of the coarse class of the surroundings among {@link GROUPS}. */
  readonly group: number;
}

/** A paragraph with a quote, of which it holds at least what leads up to it. */
export interface Place {
  readonly scene: Scene;
  /** Number of the quote's item. */
  readonly item: number;
  /** The quote ends with a full stop, and so does most likely its sentence. */
  readonly closed: boolean;
}

/** How sure a reporting word is about words: see `CueForm`. */
export const STRENGTHS = ['speech', 'weak'] as const;

/** How a reporting word may stand right behind a quote; 0: none does. */
export const TAILS: readonly string[] = ['none', ...combined(STRENGTHS, TIES).map((name) => name.replace(' ', '-'))];

/** How a colon or a reporting word may stand before a quote in its sentence; 0: none does. */
export const HEADS: readonly string[] = [
  'none',
  'colon',
  ...combined(STRENGTHS, ['0', 'comma', '4', 'far']).map((name) => name.replace(' ', '-')),
];

/** Classes of the surroundings of a quote: the groups of the ranker's weights. */
export const GROUPS = ['tail', 'head', 'introduced', 'alone', 'fragment', 'first', 'inner'] as const;
const GROUP = numbered(GROUPS);
const TIE = numbered(TIES);

/** The surroundings of the window's quote `q`. */
export function profileOf({ here, quotes, before }: Window, q: number): Profile {
  const quote = quotes[q]!;
  const own = placeOf(here, q, quote);
  const { item } = own;
  const tail = tailOf(own);
  const first = item < 4 && signsOnly(here.items, 0, item);
  const last = here.items.length - item <= 3 && signsOnly(here.items, item + 1, here.items.length);
  const introduction = first && tail === 0 && before[0] ? introductionOf(before[0], here.items[item]!) : undefined;
  const lead = introduction ?? own;
  const introduced = introduction !== undefined;
  const head = headOf(lead);
  const group = GROUP[groupOf({ quote, tail, head, first, last, introduced })];
  return { quote, item, own, lead, tail, head, first, last, introduced, group };
}

/** The place of quote `q` of a paragraph. */
export function placeOf(scene: Scene, q: number, { content }: QuoteShape): Place {
  return { scene, item: scene.quoteItems[q]!, closed: CLOSED.test(content.slice(-4)) };
}

const CLOSED = /[^.]\.[\s”"’']*$/;

/** The paragraph with the quote of the next one put at its end, if it breaks off before it: 'Reed replied:', 'Reed said'. */
function introductionOf(scene: Scene, quote: Item): Place | undefined {
  const { items, quoteItems } = scene;
  const last = items.at(-1);
  if (!last || !(last.lower === ',' || last.lower === ':' || last.facts.cue?.strength === 'speech')) return undefined;
  const item = items.length;
  const whole = [...items, { ...quote, sentence: last.sentence }];
  return { scene: { ...scene, items: whole, quoteItems: [...quoteItems, item] }, item, closed: true };
}

function groupOf(profile: Omit<Profile, 'group' | 'item' | 'own' | 'lead'>): (typeof GROUPS)[number] {
  const { quote, tail, head, first, last, introduced } = profile;
  if (tail > 0) return 'tail';
  if (head > 0) return 'head';
  if (introduced) return 'introduced';
  if (first && last) return 'alone';
  return quote.kind === 'fragment' ? 'fragment' : first ? 'first' : 'inner';
}

/** How the reporting verb right behind the quote is tied to its subject: '…,” Reed said', '…,” said Reed'. */
export function tailOf(place: Place): number {
  const { scene, item } = place;
  const { items, cues, candidates } = scene;
  const from = firstCueAfter(scene, item);
  for (let c = from; c < Math.min(cues.length, from + 3); c++) {
    const cue = cues[c]!;
    if (cue.item > item + 12) break;
    if (cue.subject < 0) continue;
    const start = Math.min(candidates[cue.subject]!.first, cue.item);
    if (start <= item || !signsOnly(items, item + 1, start)) continue;
    if (isInNextSentence(place, cue)) break;
    if (cue.form.strength === 'weak' && items[item + 1]!.lower !== ',') continue;
    return 1 + strengthOf(cue) * TIES.length + TIE[cue.tie];
  }
  return 0;
}

/** Whether a full stop stands between the quote and a reporting word behind it with its subject: '“…”. Reed said'. */
export function isInNextSentence({ scene, item, closed }: Place, { item: verb, subject, tie }: Cue): boolean {
  const { items, candidates } = scene;
  if (closed && tie !== 'inverted') return true;
  const end = Math.min(verb, candidates[subject]?.first ?? verb);
  for (let i = item + 1; i < Math.min(end, item + 4); i++) if (items[i]!.lower === '.') return true;
  return false;
}

/** How a colon or a reporting verb stands before the quote in its sentence. */
function headOf({ scene, item }: Place): number {
  const before = scene.items[item - 1];
  if (!before || before.sentence !== scene.items[item]!.sentence) return 0;
  if (before.lower === ':') return 1;
  const cue = scene.cues[firstCueAfter(scene, item) - 1];
  if (!cue || scene.items[cue.item]!.sentence !== before.sentence || quotesBetween(scene, cue.item, item) > 0) return 0;
  const gap = item - 1 - cue.item;
  const place = gap === 0 ? 0 : before.lower === ',' && gap < 8 ? 1 : gap < 5 ? 2 : 3;
  return 2 + strengthOf(cue) * 4 + place;
}

/** Number of the word's strength among {@link STRENGTHS}. */
export function strengthOf({ form }: Cue): number {
  return form.strength === 'speech' ? 0 : 1;
}

/** The number of the first reporting word behind the item. */
export function firstCueAfter({ cueItems }: Scene, item: number): number {
  return firstAfter(cueItems, item);
}

/** How many quotes stand strictly between the items. */
export function quotesBetween({ quoteItems }: Scene, from: number, to: number): number {
  return Math.max(0, firstAfter(quoteItems, to - 1) - firstAfter(quoteItems, from));
}

export function signsOnly(items: readonly Item[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (items[i]!.type !== 'sign') return false;
  return true;
}
