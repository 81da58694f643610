import { Char, charClass } from '../text/chars.ts';
import { HASH_START, hashOf, hashStep, mix } from './hash.ts';

/** What the model knows of a word by itself; all but `flags`, `gazetteer` and the clusters are hashes. */
export const Field = {
  exact: 0,
  check: 1,
  /** In lower case, digits of numbers as 0. */
  lower: 2,
  /** 'Xx' for 'Trump': runs of capitals, small letters and digits. */
  shape: 3,
  longShape: 4,
  prefix2: 5,
  prefix3: 6,
  prefix4: 7,
  suffix1: 8,
  suffix2: 9,
  suffix3: 10,
  suffix4: 11,
  /** Word clusters, from coarse to fine; 0: unknown word. */
  coarse: 12,
  middle: 13,
  fine: 14,
  /** Bits of {@link Listed}. */
  gazetteer: 15,
  /** Bits of {@link Flag}. */
  flags: 16,
  /** Length in code units, at most 6. */
  length: 17,
  /** As it would be written inside a sentence: all-caps words longer than acronyms in title case. */
  listed: 18,
  /** From 1 for the most frequent words to 15; 0: unknown word. */
  rarity: 19,
} as const;
export const FIELDS = 20;

/**
 * `particle`: joins the words of persons' names; `connector`: may stand small inside any name; `opener`: no name by
 * itself, though written with a capital at the start of a sentence; `tail`: a mark or number that may end a name;
 * `listed`: written with a capital and on a list, or at the start of a listed name.
 */
export const Flag = {
  capital: 1,
  allCaps: 2,
  letters: 4,
  lower: 8,
  particle: 16,
  connector: 32,
  opener: 64,
  tail: 128,
  listed: 256,
} as const;
/** The number of bits that {@link Flag} takes. */
export const FLAG_BITS = 9;

/** What lists a name is on. `prefix`: a longer listed name begins so; `town`: a place of few people. */
export const Listed = {
  given: 1,
  family: 2,
  city: 4,
  country: 8,
  title: 16,
  group: 32,
  town: 64,
  organization: 128,
  prefix: 256,
} as const;
/** The number of bits that {@link Listed} takes. */
export const LISTED_BITS = 9;
/** Listed names have at most so many words. */
export const LONGEST_LISTED = 5;

/** Word lists that the model was trained with, keyed by hash: clusters by `lower`, names by {@link phraseHash}. */
export interface WordLists {
  /** Fine, middle and coarse cluster, each plus one, in bits 0-11, 12-20 and 21-25, and the word's rarity in 26-29. */
  readonly clusters: Lookup;
  readonly gazetteer: Lookup;
}

/** Numbers by hash: `get` gives 0 where there is none. */
export interface Lookup {
  get(hash: number): number;
}

/** Ids of the pseudo words before and after a sentence. */
export const SENTENCE_START = 0;
export const SENTENCE_END = 1;

/** The hash of a listed name of several words: that of its first words and the next, and whether a blank is between. */
export function phraseHash(first: number, next: number, glued: boolean): number {
  return mix(mix(first, glued ? 3 : 5), next);
}

const PARTICLES = new Set(
  'al bin van von de del der el ibn da dos la le di bint binti ben e du des ter den abu as ul ud do af'.split(' '),
);
const CONNECTORS = new Set(
  'of and for the on in to at a an with by from against o i d l y et und zu pour por en à ng nga s u es'.split(' '),
);

const OPENERS = new Set(
  (
    'The A An In It Its He She They We I You His Her Their This That These Those But And Or So Yet If When While As ' +
    'At On For From By With After Before Since Until There Here What Who Why How Some Many Most All Both Now Then ' +
    'Meanwhile However Officials Police Last Earlier'
  ).split(' '),
);

/**
 * The words met so far, each with its fields, so that what depends on a word alone is worked out once. A memo, not a
 * state: what it answers depends only on the word. An id is valid until the next {@link Words.trim}.
 */
export class Words {
  fields = new Int32Array(FIELDS * ROOM);
  /** The bits of {@link Flag} of each word, which are asked for most, side by side. */
  flags = new Uint16Array(ROOM);
  /** The field `lower` of each word, likewise. */
  lowers = new Int32Array(ROOM);
  count = 0;
  /** For each place the two hashes of its word and the word's id plus one, so that a look-up reads one stretch of memory. */
  private slots = new Int32Array(SLOT * 2 * ROOM);

  constructor(private readonly lists: WordLists) {
    this.addBoundaries();
  }

  /** The id of the word `text.slice(start, end)`. */
  intern(text: string, start: number, end: number): number {
    let exact = HASH_START;
    let check = 0;
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      exact = hashStep(exact, code);
      check = (Math.imul(check, 31) + code) | 0;
    }
    const { slots } = this;
    let slot = placeOf(exact, slots);
    for (; slots[slot + 2] !== 0; slot = (slot + SLOT) & (slots.length - 1)) {
      if (slots[slot] === exact && slots[slot + 1] === check) return slots[slot + 2]! - 1;
    }
    const id = this.add(text.slice(start, end), exact, check);
    slots[slot] = exact;
    slots[slot + 1] = check;
    slots[slot + 2] = id + 1;
    if (this.count * SLOT * 2 > slots.length) this.rehash(slots.length * 2);
    return id;
  }

  /** Forgets all words once there are many, so that a hostile article cannot fill the memory. True if it did. */
  trim(): boolean {
    if (this.count < MOST_WORDS) return false;
    this.count = 0;
    this.slots.fill(0);
    this.addBoundaries();
    return true;
  }

  private addBoundaries(): void {
    this.intern('<S>', 0, 3);
    this.intern('</S>', 0, 4);
  }

  private add(word: string, exact: number, check: number): number {
    const id = this.count++;
    if (this.count > this.flags.length) this.grow();
    const fields = this.fields.subarray(id * FIELDS, (id + 1) * FIELDS);
    describeWord(word, this.lists, fields);
    fields[Field.exact] = exact;
    fields[Field.check] = check;
    this.lowers[id] = fields[Field.lower]!;
    this.flags[id] = fields[Field.flags]! | (fields[Field.gazetteer] === 0 ? 0 : Flag.listed);
    return id;
  }

  private grow(): void {
    const { fields, flags, lowers } = this;
    this.fields = new Int32Array(fields.length * 2);
    this.fields.set(fields);
    this.flags = new Uint16Array(flags.length * 2);
    this.flags.set(flags);
    this.lowers = new Int32Array(lowers.length * 2);
    this.lowers.set(lowers);
  }

  private rehash(size: number): void {
    this.slots = new Int32Array(size);
    for (let id = 0; id < this.count; id++) {
      const exact = this.fields[id * FIELDS + Field.exact]!;
      let slot = placeOf(exact, this.slots);
      while (this.slots[slot + 2] !== 0) slot = (slot + SLOT) & (size - 1);
      this.slots[slot] = exact;
      this.slots[slot + 1] = this.fields[id * FIELDS + Field.check]!;
      this.slots[slot + 2] = id + 1;
    }
  }
}

/** So many words have room from the start: more than an article has; the system gives memory only for those that are met. */
const ROOM = 2 ** 15;
const MOST_WORDS = 60_000;
/** Numbers of a place in the table of words; three are used. */
const SLOT = 4;

/** Where the search for a word begins; the table's size is a power of two. */
function placeOf(exact: number, slots: Int32Array): number {
  return (Math.imul(exact, 0x9e3779b1) >>> 3) & (slots.length - SLOT);
}

function describeWord(word: string, lists: WordLists, out: Int32Array): void {
  const lower = word.toLowerCase();
  const flags = flagsOf(word, lower);
  out[Field.lower] = hashOf(charClass(word.charCodeAt(0)) === Char.digit ? lower.replace(/\p{N}/gu, '0') : lower);
  describeShape(word, out);
  for (let n = 2; n <= 4; n++) out[Field.prefix2 + n - 2] = hashOf(lower.slice(0, n));
  for (let n = 1; n <= 4; n++) out[Field.suffix1 + n - 1] = hashOf(lower.slice(-n));
  const cluster = lists.clusters.get(out[Field.lower]!);
  out[Field.fine] = cluster & 0xfff;
  out[Field.middle] = (cluster >> 12) & 0x1ff;
  out[Field.coarse] = (cluster >> 21) & 0x1f;
  out[Field.rarity] = cluster >> 26;
  out[Field.listed] = hashOf(listedForm(word));
  out[Field.gazetteer] = flags & Flag.capital ? lists.gazetteer.get(out[Field.listed]!) : 0;
  out[Field.flags] = flags | joiningFlags(word) | tailFlag(word);
  out[Field.length] = Math.min(word.length, 6);
}

/** A word as lists have it: 'Nato' for 'NATO', for capitals that may be those of a headline; short acronyms as they are. */
export function listedForm(word: string): string {
  return word.length > 3 && word === word.toUpperCase() ? word[0] + word.slice(1).toLowerCase() : word;
}

function joiningFlags(word: string): number {
  if (OPENERS.has(word)) return Flag.opener;
  if (PARTICLES.has(word)) return Flag.particle | Flag.connector;
  return CONNECTORS.has(word) ? Flag.connector : 0;
}

/** Numbers, letters without case, and marks that belong to names: 'Inc.', 'OPEC+', 'CPI(M)'. */
function tailFlag(word: string): number {
  const first = charClass(word.charCodeAt(0));
  return first === Char.digit || first === Char.letter || '.)+!'.includes(word[0]!) ? Flag.tail : 0;
}

function flagsOf(word: string, lower: string): number {
  const first = charClass(word.charCodeAt(0));
  const letters = first >= Char.lower && first <= Char.letter;
  if (first !== Char.upper) return (letters ? Flag.letters : 0) | (first === Char.lower ? Flag.lower : 0);
  const allCaps = word.length > 1 && word !== lower && word === word.toUpperCase();
  return Flag.letters | Flag.capital | (allCaps ? Flag.allCaps : 0);
}

function describeShape(word: string, out: Int32Array): void {
  let short = HASH_START;
  let long = HASH_START;
  let last = 0;
  for (let i = 0; i < word.length && i < 40; i++) {
    const found = charClass(word.charCodeAt(i));
    const sort = found === Char.letter ? Char.lower : found === Char.symbol ? word.charCodeAt(i) + 16 : found;
    if (i < 8) long = hashStep(long, sort);
    if (sort !== last) short = hashStep(short, sort);
    last = sort;
  }
  out[Field.shape] = hashStep(short, word.length > 3 ? 1 : 0);
  out[Field.longShape] = long;
}
