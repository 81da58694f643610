import type { Span } from '../../../src/core/model.ts';
import { copied, join, replace, slice, type Tracked, written } from './tracked.ts';

/** Random numbers from 0 up to, not including, `limit`. */
export type Random = (limit: number) => number;

/** Mulberry32: the same numbers for the same seed everywhere. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** One to six edits of an article as its author, another program or a branch switch may make; `other` lends its words. */
export function edited(article: Tracked, other: string, random: Random): Tracked {
  let text = article;
  for (let left = 1 + random(6); left > 0; left--) text = EDITS[random(EDITS.length)]!(text, other, random);
  return text;
}

type Edit = (text: Tracked, other: string, random: Random) => Tracked;

const EDITS: readonly Edit[] = [
  insertWords,
  insertParagraph,
  deleteWords,
  deleteSentence,
  deleteParagraph,
  moveParagraph,
  duplicateParagraph,
  reword,
  reword,
  changeCase,
  changeMarks,
  reflow,
];

function insertWords(text: Tracked, other: string, random: Random): Tracked {
  const at = anyOf(spans(text, /\S+/g), random);
  const source = anyOf([...other.matchAll(/\S+(?: \S+){0,11}/g)], random);
  return at && source ? replace(text, { start: at.end, end: at.end }, written(` ${source[0]}`)) : text;
}

function insertParagraph(text: Tracked, other: string, random: Random): Tracked {
  const at = anyOf(paragraphs(text), random);
  const source = anyOf([...other.matchAll(/\S.*/g)], random);
  return at && source ? replace(text, { start: at.start, end: at.start }, written(`${source[0]}\n`)) : text;
}

function deleteWords(text: Tracked, _other: string, random: Random): Tracked {
  return without(text, anyOf(spans(text, /\S+(?: \S+){0,4}/g), random));
}

function deleteSentence(text: Tracked, _other: string, random: Random): Tracked {
  return without(text, anyOf(spans(text, /[^\s.][^.\n]*\.?/g), random));
}

function deleteParagraph(text: Tracked, _other: string, random: Random): Tracked {
  const found = anyOf(paragraphs(text), random);
  return without(text, found && { start: found.start, end: Math.min(text.text.length, found.end + 1) });
}

function moveParagraph(text: Tracked, _other: string, random: Random): Tracked {
  const found = anyOf(paragraphs(text), random);
  if (!found) return text;
  const rest = without(text, { start: found.start, end: Math.min(text.text.length, found.end + 1) });
  const to = anyOf(paragraphs(rest), random)?.start ?? 0;
  return replace(rest, { start: to, end: to }, join(slice(text, found), written('\n')));
}

/** Of two alike side by side nobody can tell which is the copy: there it is the second. */
function duplicateParagraph(text: Tracked, _other: string, random: Random): Tracked {
  const found = anyOf(paragraphs(text), random);
  const to = anyOf(paragraphs(text), random)?.start;
  if (!found || to === undefined) return text;
  const copy = copied(slice(text, found));
  if (to === found.start) return replace(text, { start: found.end, end: found.end }, join(written('\n'), copy));
  return replace(text, { start: to, end: to }, join(copy, written('\n')));
}

/** Replaces one word in ten to one in three of a paragraph. */
function reword(text: Tracked, other: string, random: Random): Tracked {
  const found = anyOf(paragraphs(text), random);
  if (!found) return text;
  const share = 3 + random(8);
  const words = [...other.matchAll(/\p{L}{3,}/gu)];
  const inside = spans(text, /\p{L}+/gu).filter((word) => word.start >= found.start && word.end <= found.end);
  return inside.reverse().reduce((changed, word) => {
    const by = random(share) === 0 ? anyOf(words, random)?.[0] : undefined;
    return by ? replace(changed, word, written(by)) : changed;
  }, text);
}

function changeCase(text: Tracked, _other: string, random: Random): Tracked {
  const found = anyOf(spans(text, /[^\s.][^.\n]*\.?/g), random);
  if (!found) return text;
  const words = text.text.slice(found.start, found.end);
  const changed = random(2) === 0 ? words.toUpperCase() : words.toLowerCase();
  if (changed.length !== words.length) return text;
  return { ...text, text: text.text.slice(0, found.start) + changed + text.text.slice(found.end) };
}

function changeMarks(text: Tracked, _other: string, random: Random): Tracked {
  const straight = text.text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
  const curly = text.text
    .replace(/(?<!\S)"/g, '“')
    .replaceAll('"', '”')
    .replaceAll("'", '’');
  return { ...text, text: random(2) === 0 ? straight : curly };
}

/** Wraps all lines at a width, or one paragraph's into one line: blanks become line ends or the reverse. */
function reflow(text: Tracked, _other: string, random: Random): Tracked {
  const width = 50 + random(50);
  let column = 0;
  const wrapped = text.text.replace(/[^\S\n]|\n|[^\s]+/g, (piece) => {
    if (piece === '\n') column = 0;
    else if (column > width && piece === ' ') {
      column = 0;
      return '\n';
    } else column += piece.length;
    return piece;
  });
  return { ...text, text: wrapped };
}

function paragraphs(text: Tracked): Span[] {
  return spans(text, /\S.*/g);
}

function spans({ text }: Tracked, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

function without(text: Tracked, span: Span | undefined): Tracked {
  return span ? replace(text, span, written('')) : text;
}

function anyOf<T>(list: readonly T[], random: Random): T | undefined {
  return list[random(list.length)];
}
