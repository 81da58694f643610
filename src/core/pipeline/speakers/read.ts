import type { Entity } from '../../model.ts';
import { isRunningText } from '../layout.ts';
import { pacer, type Steps } from '../steps.ts';
import { type Answer, answersOf, type SpeakerModel } from './answers.ts';
import { factsOf, type NameFacts, type SceneFacts } from './facts.ts';
import { contextOf, hasQuotes, isEnglish, type Parts, type PartsInput, partsOf } from './parts.ts';
import { type Attributed, sayingsIn } from './reported.ts';
import { asBefore, type Before, compare, NOTHING, type Takeover } from './takeover.ts';
import { NEAR, Scenes, windowContext } from './windows.ts';

/** What each paragraph tells, from its own words and those around it. */
export interface Reading {
  readonly parts: Parts;
  /** Stand for all that was found in a paragraph before: the same objects while nothing of that changes. */
  readonly keys: readonly object[];
  readonly facts: readonly SceneFacts[];
  /** An answer for each quote of the paragraph. */
  readonly answers: readonly (readonly Answer[])[];
  /** What is reported without marks, where it is asked for. */
  readonly sayings: readonly (readonly Attributed[])[];
  /** Which of the paragraphs are as they were. */
  readonly takeover: Takeover;
}

/** A reading kept for the next analysis of the article. */
export interface KeptReading extends Omit<Reading, 'parts' | 'takeover'> {
  readonly before: Before;
  readonly model: SpeakerModel;
  readonly english: boolean;
}

/** What a reading depends on besides the article. */
export interface ReadOptions {
  readonly model: SpeakerModel;
  /** Whether what is reported without marks is sought. */
  readonly indirect: boolean;
}

/** Reads what is new in the article and takes over the rest of the last reading. */
export function* readSteps(
  input: PartsInput,
  { model, indirect }: ReadOptions,
  last: KeptReading | undefined,
): Steps<Reading> {
  const parts = yield* partsOf(input);
  const kept = last?.model === model && last.english === isEnglish(input) ? last : undefined;
  const takeover = kept ? yield* compare(kept.before, parts, input.entities) : NOTHING;
  const count = parts.blocks.length;
  const old = (i: number) => (i < takeover.first ? i : i >= takeover.rest ? i - takeover.shift : -1);
  const keys = new Array<object>(count);
  const isDue = pacer(PAUSE);
  for (let i = 0; i < count; i++) {
    const was = kept?.keys[old(i)];
    keys[i] = was ?? keyOf(input, parts, i);
    if (isDue(was ? KEPT : FOUND)) yield;
  }
  const reader: Reader = { parts, keys, model, scenes: new Scenes(input, parts) };
  const facts = new Array<SceneFacts>(count);
  const answers = new Array<readonly Answer[]>(count);
  const sayings = new Array<readonly Attributed[]>(indirect ? count : 0);
  for (let i = 0; i < count; i++) {
    const was = old(i);
    facts[i] = kept?.facts[was] ?? factsAt(reader, i);
    const isSameAround = i + 1 < takeover.first || i - NEAR >= takeover.rest;
    answers[i] = (isSameAround ? kept?.answers[was] : undefined) ?? answersAt(reader, i);
    if (indirect) sayings[i] = kept?.sayings[was] ?? sayingsAt(reader, i);
    if (isDue(was < 0 || !isSameAround ? parts.blocks[i]!.passage.text.length : KEPT)) yield;
  }
  return { parts, keys, facts, answers, sayings, takeover };
}

/** The reading to be kept. */
export function kept(reading: Reading, input: PartsInput, model: SpeakerModel): KeptReading {
  const { parts, keys, facts, answers, sayings } = reading;
  return { before: asBefore(parts, input.entities), model, english: isEnglish(input), keys, facts, answers, sayings };
}

/** Characters that are read in one step; a paragraph that is taken over, or found again, counts as so many. */
const PAUSE = 2000;
const KEPT = 2;
const FOUND = 20;

interface Reader {
  readonly parts: Parts;
  readonly keys: readonly object[];
  readonly model: SpeakerModel;
  readonly scenes: Scenes;
}

function keyOf(input: PartsInput, parts: Parts, i: number): object {
  return parts.blocks[i]!.passage.within('part', contextOf(input, parts, i), () => ({}));
}

function factsAt({ parts, keys, scenes }: Reader, i: number): SceneFacts {
  const count = parts.firstName[i + 1]! - parts.firstName[i]!;
  return parts.blocks[i]!.passage.within('facts', [keys[i]], () => factsOf(scenes.at(i), count));
}

function answersAt({ parts, keys, scenes, model }: Reader, i: number): readonly Answer[] {
  if (!hasQuotes(parts, i)) return NO_ANSWERS;
  const context = [model, ...windowContext(parts, keys, i)];
  return parts.blocks[i]!.passage.within('answers', context, () => answersOf(scenes.window(i), model));
}

const NO_ANSWERS: readonly Answer[] = [];

function sayingsAt({ parts, keys, scenes }: Reader, i: number): readonly Attributed[] {
  const block = parts.blocks[i]!;
  if (!isRunningText(block) && block.role !== 'headline') return NO_SAYINGS;
  return block.passage.within('reported', [keys[i]], () => sayingsIn(scenes.at(i)));
}

const NO_SAYINGS: readonly Attributed[] = [];

/** So many new paragraphs are compared with those that stood there before; more are a new article. */
const COMPARED = 200;

/**
 * The numbers of the entities of which the article tells something else than it did; `undefined` if too much of it is
 * new to say.
 */
export function retold(last: KeptReading, reading: Reading, { entities }: PartsInput): ReadonlySet<number> | undefined {
  const { parts, facts, takeover } = reading;
  const { first, rest, shift } = takeover;
  if (rest > parts.blocks.length || rest - first > COMPARED || rest - shift - first > COMPARED) return undefined;
  const now = tellings({ parts, facts, entities }, first, rest);
  const was = tellings(
    { parts: last.before.parts, facts: last.facts, entities: last.before.entities },
    first,
    rest - shift,
  );
  const changed = new Set<string>();
  for (const [id, told] of now) if (!isSameTelling(told, was.get(id))) changed.add(id);
  for (const id of was.keys()) if (!now.has(id)) changed.add(id);
  if (changed.size === 0) return NOBODY;
  return new Set(entities.flatMap(({ id }, e) => (changed.has(id) ? [e] : [])));
}

const NOBODY: ReadonlySet<number> = new Set();

interface Told {
  readonly parts: Pick<Parts, 'firstName' | 'names'>;
  readonly facts: readonly SceneFacts[];
  readonly entities: readonly Entity[];
}

/** What the paragraphs from `first` up to, not including, `end` tell of each entity, by its id. */
function tellings({ parts, facts, entities }: Told, first: number, end: number): ReadonlyMap<string, Telling> {
  const found = new Map<string, { entity: Entity; facts: NameFacts[] }>();
  for (let i = first; i < end; i++) {
    const from = parts.firstName[i]!;
    for (let n = from; n < parts.firstName[i + 1]!; n++) {
      const entity = entities[parts.names.entities[n]!]!;
      const telling = found.get(entity.id) ?? { entity, facts: [] };
      telling.facts.push(facts[i]!.names[n - from]!);
      found.set(entity.id, telling);
    }
  }
  return found;
}

interface Telling {
  readonly entity: Entity;
  readonly facts: readonly NameFacts[];
}

function isSameTelling(a: Telling, b: Telling | undefined): boolean {
  if (!b || a.facts.length !== b.facts.length) return false;
  if (a.entity.name !== b.entity.name || a.entity.label !== b.entity.label) return false;
  return a.facts.every((facts, i) => isSameFacts(facts, b.facts[i]!));
}

function isSameFacts(a: NameFacts, b: NameFacts): boolean {
  if (a === b) return true;
  if (a.gender !== b.gender || a.pronoun !== b.pronoun || a.roles.length !== b.roles.length) return false;
  return a.roles.every((role, i) => role === b.roles[i]);
}
