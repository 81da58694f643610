import type { Span } from '../model.ts';

/** Words between two quotation marks. The span includes the marks, `content` does not. */
export interface MarkedSpan extends Span {
  readonly content: Span;
  readonly family: MarkFamily;
  /** A mark is missing at the start or at the end. */
  readonly broken: boolean;
}

/** Marks that pair with each other. `double` holds “ ” " „ ‟ and two apostrophes or graves, `single` ‘ ’ ' ‚. */
export type MarkFamily = 'double' | 'single' | 'guillemet' | 'angle' | 'corner' | 'corner2';

/** Which marks an article uses for speech; the other ones stand for words inside it. */
export type MarkStyle = 'double' | 'single';

/** The marked spans of one paragraph and its loose ends; offsets are relative to the paragraph. */
export interface ParagraphMarks {
  /** In text order, not nested. */
  readonly spans: readonly MarkedSpan[];
  /** A mark opened here and not closed: the next paragraph may go on. */
  readonly open?: OpenMark;
  /** A closing mark before any opening one: it may end what the paragraph before opened. */
  readonly close?: Span;
}

export interface OpenMark extends Span {
  readonly family: MarkFamily;
}

/**
 * Pairs the quotation marks of one paragraph. The outermost pair counts, marks inside it are left alone. A mark's place
 * between blanks and letters tells whether it opens or closes; its shape decides only where the place does not, so
 * that marks typed the wrong way round still pair. Linear in the length of the paragraph.
 */
export function pairMarks(text: string, style: MarkStyle): ParagraphMarks {
  const marks = scanMarks(text);
  const pairing: Pairing = { text, marks, style, spans: [] };
  let i = 0;
  while (i < marks.length) i = pairFrom(pairing, i);
  const { spans, open, close } = pairing;
  return { spans, ...(open && { open }), ...(close && { close }) };
}

/** How often speech seems to end with each style of marks in the text; an article's sums tell its {@link MarkStyle}. */
export function countStyles(text: string): { readonly double: number; readonly single: number } {
  const counts = { double: 0, single: 0 };
  for (const [mark] of text.matchAll(/[,.?!](?:["”“»]|''?|’(?!’))(?=\s|$)/g)) {
    counts[mark.endsWith('’') || (mark.endsWith("'") && mark.length === 2) ? 'single' : 'double']++;
  }
  return counts;
}

interface Mark extends Span {
  readonly glyph: string;
  readonly family: MarkFamily;
  readonly opens: boolean;
  readonly closes: boolean;
}

interface Pairing {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly style: MarkStyle;
  readonly spans: MarkedSpan[];
  open?: OpenMark;
  close?: Span;
}

const FAMILIES: Readonly<Record<string, MarkFamily>> = {
  '“': 'double',
  '”': 'double',
  '"': 'double',
  '„': 'double',
  '‟': 'double',
  '＂': 'double',
  "''": 'double',
  '``': 'double',
  '‘': 'single',
  '’': 'single',
  "'": 'single',
  '‚': 'single',
  '«': 'guillemet',
  '»': 'guillemet',
  '‹': 'angle',
  '›': 'angle',
  '「': 'corner',
  '」': 'corner',
  '『': 'corner2',
  '』': 'corner2',
};
const MARK = /''|``|[“”"„‟＂‘’'‚«»‹›「」『』]/g;
const OPENING = '“„‟‘‚«‹「『``';
const CLOSING = '”’»›」』';
const FREE_BEFORE = /[\s([{<>=/—–\-*_‘'“"«]/;
const FREE_AFTER = /[\s.,;:!?)\]}<>/—–\-*_’'”"»…]/;
const WORD = /[\p{L}\p{N}]/u;

function scanMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: glyph, index } of text.matchAll(MARK)) {
    const end = index + glyph.length;
    const family = FAMILIES[glyph]!;
    const before = text[index - 1] ?? ' ';
    const after = text[end] ?? ' ';
    if (isMeasure(before, after, glyph) || (before === '=' && glyph === '"')) {
      if (before === '=') marks.push({ start: index, end, glyph: '=', family, opens: true, closes: false });
      continue;
    }
    const opens = opensHere(before, after, glyph);
    const closes = closesHere(before, after, glyph);
    marks.push({ start: index, end, glyph, family, opens, closes });
  }
  return marks;
}

/** Feet, inches, minutes and seconds: 6'2", a 5" cut. */
function isMeasure(before: string, after: string, glyph: string): boolean {
  if (!/\d/.test(before) || CLOSING.includes(glyph) || OPENING.includes(glyph)) return false;
  return glyph === "'" ? /[\d\s"]/.test(after) : /[\s\p{L})x×-]/u.test(after);
}

function opensHere(before: string, after: string, glyph: string): boolean {
  const free = FREE_BEFORE.test(before);
  if (/\s/.test(after)) return free && OPENING.includes(glyph) && !/\S/.test(before);
  return free || /[「『]/.test(glyph);
}

function closesHere(before: string, after: string, glyph: string): boolean {
  if (/[」』]/.test(glyph)) return true;
  if (/\s/.test(before)) return CLOSING.includes(glyph) && /[\s.,;:]/.test(after);
  return FREE_AFTER.test(after);
}

/** Takes the mark at `i` as the first one outside any pair; returns the index of the next such mark. */
function pairFrom(pairing: Pairing, i: number): number {
  const mark = pairing.marks[i]!;
  if (mark.glyph === '=') return skipAttribute(pairing, i);
  return mark.family === 'single' ? pairSingle(pairing, i) : pairDouble(pairing, i);
}

/** The value of an attribute in a tag, `href="…"`, is no quote. */
function skipAttribute({ marks }: Pairing, i: number): number {
  return marks[i + 1]?.glyph === '"' ? i + 2 : i + 1;
}

function pairDouble(pairing: Pairing, i: number): number {
  const { marks, spans, text } = pairing;
  const first = marks[i]!;
  if (!canStart(pairing, i)) {
    if (spans.length === 0 && first.closes && !pairing.close) pairing.close = first;
    return i + 1;
  }
  let depth = 0;
  let last = i;
  for (let k = nextOf(marks, i); k < marks.length; k = nextOf(marks, k)) {
    last = k;
    const mark = marks[k]!;
    const inner = innerOpening(marks, k);
    if (inner === 'nested') depth++;
    else if (inner === 'anew') {
      const end = trimEnd(text, first.end, mark.start);
      spans.push(spanOf(first, { start: end, end }, true));
      return k;
    } else if (depth > 0) depth--;
    else {
      spans.push(spanOf(first, mark, false));
      return k + 1;
    }
  }
  pairing.open = { start: first.start, end: first.end, family: first.family };
  return last + 1;
}

/** Whether the mark may open a pair where none is open. */
function canStart({ marks, text }: Pairing, i: number): boolean {
  const mark = marks[i]!;
  if (mark.opens) return mark.glyph !== '”' || !mark.closes || mark.start === 0;
  const next = marks[nextOf(marks, i)];
  // Two closing ones in a row: the first is glued to the word before by mistake.
  if (mark.closes) return mark.glyph === '"' && next?.closes === true && !next.opens;
  // Blanks on both sides or letters on both sides: it opens if something later closes.
  const tight = WORD.test(text[mark.start - 1] ?? ' ');
  return next !== undefined && (next.closes || !next.opens) && !(tight && mark.glyph === '”');
}

/** What a mark means inside an open pair: a pair of its own, a new one (a mark was forgotten), or not an opening. */
function innerOpening(marks: readonly Mark[], k: number): 'nested' | 'anew' | undefined {
  const mark = marks[k]!;
  if (mark.closes || !mark.opens) return undefined;
  const first = nextOf(marks, k);
  const second = marks[nextOf(marks, first)];
  return marks[first]?.closes && second?.closes && !second.opens ? 'nested' : 'anew';
}

/** Index of the next mark of the same family, or the number of marks. */
function nextOf(marks: readonly Mark[], i: number): number {
  const family = marks[i]?.family;
  let k = i + 1;
  while (k < marks.length && marks[k]!.family !== family) k++;
  return k;
}

/** Words with an apostrophe for a left-out start: ’tis, ’em, ’90s. */
const ELISION =
  /^(?:tis|twas|twere|em|til|cause|bout|n|round|cos|tween|neath|ere|s|re|ve|ll|d|m|t|\d\ds?)(?![\p{L}\p{N}])/iu;

/** Pairs single marks only if the closing one is found: an apostrophe that looks like an opening mark opens nothing. */
function pairSingle(pairing: Pairing, i: number): number {
  const { marks, spans, style } = pairing;
  const first = marks[i]!;
  if (!opensSingle(pairing, first)) return i + 1;
  const { at, crosses } = findSingleClose(pairing, i);
  if (at === undefined) {
    if (first.start === 0 && (style === 'single' || first.glyph === '‘')) {
      pairing.open ??= { start: first.start, end: first.end, family: 'single' };
    }
    return i + 1;
  }
  if (crosses && style === 'double') return i + 1;
  spans.push(spanOf(first, marks[at]!, false));
  return at + 1;
}

/** The closing mark of the single mark `i`, sought up to the next one that opens, and whether double marks intervene. */
function findSingleClose(pairing: Pairing, i: number): { at: number | undefined; crosses: boolean } {
  const { marks } = pairing;
  let at: number | undefined;
  let crosses = false;
  for (let k = i + 1; k < marks.length; k++) {
    const mark = marks[k]!;
    if (mark.family === 'double') crosses ||= at === undefined;
    if (mark.family !== 'single') continue;
    if (opensSingle(pairing, mark)) break;
    const strength = closesSingle(pairing, mark, marks[i]!);
    if (strength) at ??= k;
    if (strength === 'sure') return { at: k, crosses };
  }
  return { at, crosses };
}

function opensSingle({ text, style }: Pairing, mark: Mark): boolean {
  if (!mark.opens || mark.closes || (mark.glyph === '’' && style === 'double' && mark.start > 0)) return false;
  return mark.glyph === '‘' || !ELISION.test(text.slice(mark.end, mark.end + 8));
}

/** A closing mark after a letter may be the apostrophe of a plural's possessive or of a dropped g: then only maybe. */
function closesSingle({ text }: Pairing, mark: Mark, first: Mark): 'sure' | 'maybe' | undefined {
  if (first.glyph === '‚') return mark.closes ? 'sure' : undefined;
  if (!mark.closes || mark.glyph === '‘' || mark.glyph === '‚' || mark.start <= first.end) return undefined;
  if (first.glyph === '‘' && mark.glyph === "'" && !/[,.!?]/.test(text[mark.start - 1]!)) return undefined;
  const tail = text.slice(mark.start - 2, mark.start);
  return /[sSzxn]$/.test(tail) && /^\s\p{L}/u.test(text.slice(mark.end, mark.end + 2)) ? 'maybe' : 'sure';
}

function spanOf(open: Mark, close: Span, broken: boolean): MarkedSpan {
  return {
    start: open.start,
    end: close.end,
    content: { start: open.end, end: close.start },
    family: open.family,
    broken,
  };
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1]!)) end--;
  return end;
}
