import type { Label, Span } from '../../model.ts';
import { hashStep } from '../../text/word-table.ts';
import { copyOf } from '../passage.ts';

/** A name as it is written, and what tells which other names it may stand for. */
export interface Spelling {
  readonly label: Label;
  /** As written, with one blank between words. */
  readonly name: string;
  /** The words by which it is compared, with one blank between them; see {@link keyOf}. */
  readonly key: string;
  /** Whether the key is of several words. */
  readonly isLong: boolean;
}

/** The spelling of the name of this label at a span of a text. */
export function spellingAt(text: string, { start, end }: Span, label: Label): Spelling {
  const place = placeOf(text, start, end);
  const last = spellings[place];
  if (last?.label === label && last.name.length === end - start && text.startsWith(last.name, start)) return last;
  const made = makeSpelling(copyOf(text.slice(start, end)), label);
  spellings[place] = made;
  return made;
}

/**
 * Spellings met last, each at the place that the hash of its name tells until another needs it. Names come up again in
 * an article, at each key stroke too, and then share one spelling.
 */
const spellings: (Spelling | undefined)[] = new Array(2 ** 12).fill(undefined);

function placeOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = hashStep(hash, text.charCodeAt(i));
  return (hash ^ (hash >>> 15)) & (spellings.length - 1);
}

function makeSpelling(name: string, label: Label): Spelling {
  const isPlain = PLAIN.test(name);
  const key = keyOf(isPlain ? name.toLowerCase() : withoutMarks(name), label);
  return { label, name: isPlain ? name : name.replace(/\s+/g, ' '), key, isLong: key.includes(' ') };
}

/** Words of the letters a to z, with one blank between. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/i;

/** Small letters without accents, periods and apostrophes; hyphens, strokes and commas as blanks, never two together. */
function withoutMarks(name: string): string {
  const isAscii = /^[\0-\x7f]*$/.test(name);
  const letters = isAscii ? name.replace(/[.'`]/g, '') : name.normalize('NFD').replace(/[\p{M}.'’‘`]/gu, '');
  const plain = letters.toLowerCase();
  return plain.replace(isAscii ? /[\s\-/,]+/g : /[\s\p{Pd}/,]+/gu, ' ').trim() || plain;
}

/**
 * The words by which a name, given in small letters, is compared: without what varies (a leading 'the', 'Inc.' of
 * companies, the plural of peoples).
 */
function keyOf(words: string, label: Label): string {
  let key = words.startsWith('the ') ? words.slice('the '.length) : words;
  if (label === 'ORG') {
    for (let end = key.lastIndexOf(' '); end > 0 && COMPANY_ENDINGS.has(key.slice(end + 1)); end = key.lastIndexOf(' '))
      key = key.slice(0, end);
  }
  if (label === 'NORP' && /[^s]s$/.test(key) && key.length - key.lastIndexOf(' ') > 5) key = key.slice(0, -1);
  return key;
}

const COMPANY_ENDINGS = new Set(
  'inc corp corporation co company ltd limited llc plc ag sa nv gmbh spa bhd pte'.split(' '),
);
