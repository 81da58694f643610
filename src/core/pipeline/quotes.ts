import type { Quote, QuoteKind, Span } from '../model.ts';
import {
  countStyles,
  type MarkedSpan,
  type MarkStyle,
  type OpenMark,
  type ParagraphMarks,
  pairMarks,
} from '../text/marks.ts';
import type { Block, Layout } from './layout.ts';
import type { Steps } from './steps.ts';

/**
 * Finds the words in quotation marks; a quote that runs over paragraphs is one statement in parts. Kinds are told by
 * shape only: which of the quotes are nobody's words is for the speakers' stage to settle.
 */
export function* findQuotes(text: string, layout: Layout): Steps<readonly Quote[]> {
  const blocks = layout.blocks.filter((block) => block.role !== 'boilerplate');
  const styles = yield* findStyles(blocks);
  const draft: Draft = { text, quotes: [] };
  let work = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const style = styles[i]!;
    const marks = block.passage.within('marks', [style], () => {
      work += block.passage.text.length;
      return readMarks(block.passage.text, style);
    });
    addParagraph(draft, block, marks);
    if (++work < STEP) continue;
    work = 0;
    yield;
  }
  endCarry(draft, false);
  return draft.quotes;
}

/** Work in one step: characters read and blocks walked over. */
const STEP = 1024;

/** The marks of a paragraph, its spans with the kind of quote that they are. */
interface ReadMarks extends ParagraphMarks {
  readonly spans: readonly (MarkedSpan & Part)[];
}

/** Most paragraphs have no marks, and share what is known of them. */
const NO_MARKS: ReadMarks = { spans: [] };
const NO_STYLES = { double: 0, single: 0 };

function readMarks(text: string, style: MarkStyle): ReadMarks {
  const marks = pairMarks(text, style);
  if (marks.spans.length === 0 && !marks.open && !marks.close) return NO_MARKS;
  const kind = ({ content }: MarkedSpan) => kindOf(text.slice(content.start, content.end));
  return { ...marks, spans: marks.spans.map((span) => ({ ...span, kind: kind(span) })) };
}

/** How many characters after a block still tell its style: what is added later leaves the block alone. */
const LOOK_AHEAD = 2000;

/** The style of each block: marks of a kind that end speech more often than the others up to there are its own. */
function* findStyles(blocks: readonly Block[]): Steps<readonly MarkStyle[]> {
  const sum = { double: 0, single: 0 };
  const styles: MarkStyle[] = [];
  let work = 0;
  for (const block of blocks) {
    while (styles.length < blocks.length && blocks[styles.length]!.end + LOOK_AHEAD <= block.start) {
      styles.push(leading(sum));
    }
    const counts = block.passage.alone('mark-styles', () => {
      work += block.passage.text.length;
      const counts = countStyles(block.passage.text);
      return counts.double + counts.single > 0 ? counts : NO_STYLES;
    });
    sum.double += counts.double;
    sum.single += counts.single;
    if (++work < STEP) continue;
    work = 0;
    yield;
  }
  while (styles.length < blocks.length) styles.push(leading(sum));
  return styles;
}

function leading({ double, single }: { readonly double: number; readonly single: number }): MarkStyle {
  return single > double ? 'single' : 'double';
}

interface Draft {
  readonly text: string;
  readonly quotes: Quote[];
  /** The quote that the paragraph before opened and did not close. */
  carry?: Carry | undefined;
}

interface Carry {
  readonly block: Block;
  readonly open: OpenMark;
  /** Number of the statement it goes on with, if it does. */
  readonly statement: number | undefined;
}

function addParagraph(draft: Draft, block: Block, marks: ReadMarks): void {
  if (marks === NO_MARKS && !draft.carry && block.role !== 'quote') return;
  const family = draft.carry?.open.family;
  const first = marks.spans[0] ?? marks.open;
  const reopens = first !== undefined && family === first.family && leads(draft.text, block, first.start);
  const ends = marks.close !== undefined && family !== undefined;
  const statement = endCarry(draft, reopens || ends);
  if (ends && marks.close) {
    const { start, end } = marks.close;
    addOpen(draft, block, { start: 0, end, content: { start: 0, end: start } }, statement);
  }
  for (const span of marks.spans) addQuote(draft, block, span, reopens && span === first ? statement : undefined);
  if (block.role === 'quote' && marks.spans.length === 0 && !marks.open && !ends) addBlock(draft, block);
  // A mark inside what the paragraph before opened and this one closes opens nothing of its own.
  const isInside = ends && marks.open !== undefined && marks.open.start < marks.close!.end;
  if (marks.open && !isInside) {
    draft.carry = { block, open: marks.open, statement: reopens && marks.open === first ? statement : undefined };
  }
}

/** A Markdown block quote that no marks open or close is a quote as a whole, but for the line that signs it. */
function addBlock({ text, quotes }: Draft, block: Block): void {
  const { start } = block;
  let end = start + (SIGNED.exec(text.slice(start, block.end))?.index ?? block.end - start);
  while (end > start && /[>\s]/.test(text[end - 1]!)) end--;
  const lead = /^(?:>|\s){0,8}/.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0;
  if (start + lead >= end) return;
  quotes.push({ start, end, kind: 'block', content: { start: start + lead, end }, statement: quotes.length });
}

/** What says who wrote what stands above or before it: '> — Edith Marsh', '> We dug. — Edith Marsh'. */
const SIGNED = /(?:\n[> \t]{0,8}|(?<=[.!?…”"]) )(?:[—–―]|--?)[ *_]{0,4}\p{Lu}[^\n.!?]{1,80}$/u;

/** Whether nothing but blanks and list or emphasis signs stands before the offset in the block. */
function leads(text: string, block: Block, offset: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(block.start, block.start + Math.min(offset, 8))) && offset < 8;
}

/** So many characters after an unclosed mark are likely to be a quote all the same; a line end counts as one. */
const LONG_UNCLOSED = 60;

/** Takes the carried quote up to the end of its paragraph; gives the number of its statement if it is one. */
function endCarry(draft: Draft, continued: boolean): number | undefined {
  const { carry } = draft;
  draft.carry = undefined;
  if (!carry) return undefined;
  const { block, open, statement } = carry;
  const end = block.end - block.start;
  const unclosed = draft.text.slice(block.start + open.start, block.end).replaceAll('\r\n', '\n');
  const whole = leads(draft.text, block, open.start) || unclosed.length > LONG_UNCLOSED;
  if (!continued && !whole && statement === undefined) return undefined;
  const content = { start: open.end, end };
  return addOpen(draft, block, { start: open.start, end, content }, statement);
}

/** A quote with offsets in its block. Without a kind it has no words. */
interface Part extends Span {
  readonly content: Span;
  readonly kind: QuoteKind | undefined;
}

/** The same as {@link addQuote} for one that a paragraph leaves open. */
function addOpen(draft: Draft, block: Block, part: Omit<Part, 'kind'>, statement: number | undefined) {
  const { start, end } = part.content;
  const kind = kindOf(draft.text.slice(block.start + start, block.start + end));
  return addQuote(draft, block, { ...part, kind }, statement);
}

/**
 * Adds the quote unless there is nothing but signs in it; it opens a statement of its own unless given the number of
 * another. Gives the number of its statement.
 */
function addQuote(draft: Draft, block: Block, part: Part, statement: number | undefined): number | undefined {
  if (!part.kind) return undefined;
  const content = { start: block.start + part.content.start, end: block.start + part.content.end };
  const quote: Quote = {
    start: block.start + part.start,
    end: block.start + part.end,
    kind: part.kind,
    content,
    statement: statement ?? draft.quotes.length,
  };
  insert(draft.quotes, quote);
  return quote.statement;
}

/** Puts the quote before those inside it: one that was never closed is known last. */
function insert(quotes: Quote[], quote: Quote): void {
  let at = quotes.length;
  while (at > 0 && quotes[at - 1]!.start > quote.start) at--;
  quotes.splice(at, 0, quote);
}

/** A clause or more has a sentence's shape, or is longer than phrases are. Nothing if there is no word in it. */
function kindOf(content: string): QuoteKind | undefined {
  const head = content.slice(0, HEAD);
  if (!/[\p{L}\p{N}]/u.test(head)) return undefined;
  const words = head.split(/\s+/, 10).length;
  const sentence = /^[^\p{L}]*\p{Lu}/u.test(head) && /[.,!?…]\s*$/.test(content.slice(-TAIL));
  return words > 8 || (sentence && words > 2) ? 'direct' : 'fragment';
}

/** So many characters at the start and at the end of a quote tell its kind: a million may stand one in the other. */
const HEAD = 120;
const TAIL = 20;
