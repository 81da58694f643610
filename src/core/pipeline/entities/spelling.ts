import type { Label } from '../../model.ts';
import { acronymsOf } from './acronyms.ts';

/** A name as it is written, and what tells which other names it may stand for. */
export interface Spelling {
  readonly label: Label;
  /** As written, with one blank between words. */
  readonly name: string;
  /** The words by which it is compared, see {@link wordsOfName}. */
  readonly words: readonly string[];
  /** {@link words} with blanks between. */
  readonly key: string;
  /** The whole and the parts by which a name of several words is called for short; empty for one word. */
  readonly parts: readonly string[];
}

/** The spelling of a name of this label. */
export function spellingOf(name: string, label: Label): Spelling {
  const known = spellings.get(name);
  if (known?.label === label) return known;
  const words = wordsOfName(name, label);
  const parts = words.length < 2 ? NO_PARTS : [...new Set([...partsOf(label, words), ...acronymsOf(words)])];
  const made = { label, name: name.replace(/\s+/g, ' '), words, key: words.join(' '), parts };
  if (spellings.size >= MOST) spellings.clear();
  spellings.set(name, made);
  return made;
}

const NO_PARTS: readonly string[] = [];

/** The names met last: most names of an article come up again. */
const spellings = new Map<string, Spelling>();
const MOST = 10_000;

/**
 * The words by which two spellings of a name are compared: small letters without accents, periods and apostrophes,
 * hyphens as blanks; without what varies (a leading 'the', 'Inc.' of companies, the plural of peoples).
 */
function wordsOfName(name: string, label: Label): readonly string[] {
  const plain = isPlain(name) ? name.toLowerCase() : withoutMarks(name);
  const words = isPlain(name) ? plain.split(' ') : plain.split(/[\s\p{Pd}/,]+/u).filter(Boolean);
  if (words.length > 1 && words[0] === 'the') words.shift();
  if (label === 'ORG') while (words.length > 1 && COMPANY_ENDINGS.has(words.at(-1)!)) words.pop();
  if (label === 'NORP') words.push(singular(words.pop() ?? ''));
  return words.length > 0 ? words : [plain];
}

/** Whether a name is words of the letters a to z, with one blank between. */
function isPlain(name: string): boolean {
  return /^[a-z]+(?: [a-z]+)*$/i.test(name);
}

function withoutMarks(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}.'’‘`]/gu, '')
    .toLowerCase();
}

const COMPANY_ENDINGS = new Set(
  'inc corp corporation co company ltd limited llc plc ag sa nv gmbh spa bhd pte'.split(' '),
);

function singular(word: string): string {
  return word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The whole name and the parts by which it is called for short. */
function partsOf(label: Label, words: readonly string[]): string[] {
  const tails = words.slice(1).map((_, i) => words.slice(i + 1).join(' '));
  const heads = words.slice(1).map((_, i) => words.slice(0, i + 1).join(' '));
  const whole = words.join(' ');
  if (label === 'PERSON') return [whole, ...words, ...tails];
  if (label === 'ORG') return [whole, ...heads, ...tails.slice(0, -1)];
  return label === 'PLACE' && KINDS_OF_PLACE.has(words.at(-1)!) ? [whole, heads.at(-1)!] : [whole];
}

const KINDS_OF_PLACE = new Set('city dc state province region county district federation republic oblast'.split(' '));
