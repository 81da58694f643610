import { readFileSync } from 'node:fs';
import { HashMap32, hashOf } from '../../core/learned/hash.ts';
import { Listed, LONGEST_LISTED, listedForm, phraseHash, type WordLists } from '../../core/learned/words.ts';
import { NATIONS, POLITICAL, RELIGIONS } from '../../core/lexicon/en/nations.ts';
import { TITLES } from '../../core/lexicon/en/titles.ts';
import { findTokens } from '../../core/text/tokens.ts';
import { cities, countries, personNames, regions } from './packages.ts';

/** The word lists as they go into the weights file, by hash. */
export interface ListEntries {
  readonly clusters: ReadonlyMap<number, number>;
  readonly gazetteer: ReadonlyMap<number, number>;
}

/** Compiles the lists from the word clusters and the packages named in CORPORA.md. */
export function compileLists(): ListEntries {
  return { clusters: readClusters(), gazetteer: compileGazetteer() };
}

export function wordListsOf({ clusters, gazetteer }: ListEntries): WordLists {
  return { clusters: mapOf(clusters), gazetteer: mapOf(gazetteer) };
}

function mapOf(entries: ReadonlyMap<number, number>): HashMap32 {
  const map = new HashMap32(entries.size);
  for (const [hash, value] of entries) map.set(hash, value);
  return map;
}

/** Lines of word, fine, middle and coarse cluster, the most frequent word first; packed as {@link WordLists} tells. */
function readClusters(): Map<number, number> {
  const clusters = new Map<number, number>();
  for (const [i, line] of readFileSync('src/training/entities/word-clusters.tsv', 'utf8').split('\n').entries()) {
    const [word, fine, middle, coarse] = line.split('\t').map((part, k) => (k === 0 ? part : Number(part) + 1));
    const rarity = Math.floor(Math.log2(i + 1)) + 1;
    if (coarse) clusters.set(hashOf(word as string), pack(rarity, [Number(coarse), Number(middle), Number(fine)]));
  }
  return clusters;
}

function pack(rarity: number, [coarse, middle, fine]: readonly [number, number, number]): number {
  return (rarity << 26) | (coarse << 21) | (middle << 12) | fine;
}

/** Places of fewer people are towns; many of them are namesakes of common words and surnames. */
const SMALLEST_CITY = 15_000;

function compileGazetteer(): Map<number, number> {
  const gazetteer = new Map<number, number>();
  const add = (name: string, list: number) => addName(gazetteer, name, list);
  const { given, family } = personNames();
  for (const name of given) add(name, Listed.given);
  for (const name of family) add(name, Listed.family);
  for (const { name, population } of cities()) add(name, population < SMALLEST_CITY ? Listed.town : Listed.city);
  for (const name of knownNames('places')) add(name, Listed.city);
  for (const name of knownNames('organizations')) add(name, Listed.organization);
  for (const name of countries()) add(name, Listed.country);
  for (const name of regions()) add(name, Listed.city);
  for (const [nation, words] of NATIONS) {
    add(nation, Listed.country);
    for (const word of words) addPlural(word, (form) => !NATIONS.has(form) && add(form, Listed.group));
  }
  for (const group of [...RELIGIONS, ...POLITICAL]) addPlural(group, (form) => add(form, Listed.group));
  for (const title of TITLES) add(title, Listed.title);
  return gazetteer;
}

/** The names in one of our own lists: lines of a kind, a colon, and names parted by commas. */
function knownNames(list: string): string[] {
  const lines = readFileSync(`src/training/entities/${list}.txt`, 'utf8').split('\n');
  const names = lines.filter((line) => !line.startsWith('#')).map((line) => line.slice(line.indexOf(':') + 1));
  return names.flatMap((line) => line.split(',').map((name) => name.trim())).filter(Boolean);
}

function addPlural(word: string, add: (form: string) => unknown): void {
  add(word);
  if (!/(?:s|sh|ch|ese)$/.test(word)) add(word.endsWith('man') ? word.replace(/man$/, 'men') : `${word}s`);
}

function addName(gazetteer: Map<number, number>, name: string, list: number): void {
  const { count, starts, ends } = findTokens(name);
  if (count === 0 || count > LONGEST_LISTED || name.length < 2) return;
  const mark = (hash: number, bits: number) => gazetteer.set(hash, (gazetteer.get(hash) ?? 0) | bits);
  const wordAt = (i: number) => hashOf(listedForm(name.slice(starts[i], ends[i])));
  let hash = wordAt(0);
  for (let i = 1; i < count; i++) {
    mark(hash, Listed.prefix);
    hash = phraseHash(hash, wordAt(i), starts[i] === ends[i - 1]);
  }
  mark(hash, list);
}
