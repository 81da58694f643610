import type { Entity, Label, Mention } from '../model.ts';
import type { Cache } from './cache.ts';
import { areSame, type Calls, callsOf, PAUSE } from './entities/calls.ts';
import type { Group } from './entities/forms.ts';
import { joinCalls } from './entities/join.ts';
import type { NameUse } from './entities/uses.ts';
import type { LabelledPassage } from './labelled.ts';
import type { Steps } from './steps.ts';

/** Joins names, dates and amounts into entities, see {@link joinCalls}. In the order of first mention. */
export function* findEntities(passages: readonly LabelledPassage[], cache: Cache): Steps<readonly Entity[]> {
  const { uses, offsets, expansions } = yield* callsOf(passages);
  const calls: Calls = { uses, expansions };
  const last = cache.recall<Joined>('entities');
  const joined = last && (yield* areSame(calls, last.calls)) ? last : yield* join(calls);
  cache.keep('entities', joined);
  const mentions: Mention[][] = joined.things.map(({ uses }) => new Array(uses));
  const filled = new Int32Array(mentions.length);
  for (let call = 0; call < uses.length; call++) {
    const { start, end } = uses[call]!.span;
    const offset = offsets[call]!;
    const thing = joined.numbers[call]!;
    mentions[thing]![filled[thing]!++] = { start: offset + start, end: offset + end, kind: 'name' };
    if (call % PAUSE === 0) yield;
  }
  const entities: Entity[] = [];
  for (const { id, label, name, aliases, value } of joined.things) {
    const thing = { id, label, name, aliases, mentions: mentions[entities.length]! };
    if (entities.push(value ? { ...thing, value } : thing) % PAUSE === 0) yield;
  }
  return entities;
}

/** What all calls of an article name. */
interface Joined {
  readonly calls: Calls;
  readonly things: readonly Thing[];
  /** For each call the number of its thing. */
  readonly numbers: Int32Array;
}

interface Thing extends Pick<Entity, 'id' | 'label' | 'name' | 'aliases'> {
  readonly value: string | undefined;
  /** How many calls name it. */
  readonly uses: number;
}

function* join(calls: Calls): Steps<Joined> {
  const groups = yield* joinCalls(calls);
  const numbers = new Int32Array(groups.length);
  const named: Group[] = [];
  for (let call = 0; call < groups.length; call++) {
    const group = groups[call]!;
    if (group.number < 0) group.number = named.push(group) - 1;
    group.uses.push(calls.uses[call]!);
    numbers[call] = group.number;
    if (call % PAUSE === 0) yield;
  }
  const taken = new Set<string>();
  const things: Thing[] = [];
  for (const group of named) {
    things.push(thingOf(group, taken));
    if (things.length % PAUSE === 0) yield;
  }
  return { calls, things, numbers };
}

function thingOf(group: Group, taken: Set<string>): Thing {
  const { uses } = group;
  const label = labelOf(group);
  const spellings = spellingsOf(uses);
  const name = fullest(spellings);
  const { value } = uses[0]!.span;
  const id = freeId(label, value ?? group.key.replaceAll(' ', '-'), taken);
  const aliases = spellings.length === 1 ? NO_ALIASES : spellings.filter((spelling) => spelling !== name);
  return { id, label, name, aliases, value, uses: uses.length };
}

const NO_ALIASES: readonly string[] = [];

/**
 * The label of a group. What is called 'the X' by itself and elsewhere 'an X' is no place: places take 'the' always or
 * never, and 'a' at no time.
 */
function labelOf({ label, uses }: Group): Label {
  if (label !== 'PLACE' || uses.length < 2 || !uses.every(({ beside }) => beside.article)) return label;
  const alone = uses.some(({ beside }) => beside.article === 'the' && beside.closed);
  return alone && uses.some(({ beside }) => beside.article === 'a') ? 'PRODUCT' : label;
}

/** How a thing is spelled, each spelling once. */
function spellingsOf(uses: readonly NameUse[]): readonly string[] {
  const { name } = uses[0]!.spelling;
  const isOne = uses.every(({ spelling }) => spelling.name === name);
  return isOne ? [name] : [...new Set(uses.map(({ spelling }) => spelling.name))];
}

/** The longest spelling; of equally many words the one that is not in capitals only. */
function fullest(spellings: readonly string[]): string {
  const [first, ...others] = spellings;
  if (others.length === 0) return first!;
  const rank = (name: string) =>
    name.split(/[\s\p{Pd}]/u).length * 2 + (name === name.toUpperCase() && name.length > 5 ? 0 : 1);
  return others.reduce(
    (best, name) => (rank(name) > rank(best) || (rank(name) === rank(best) && name.length > best.length) ? name : best),
    first!,
  );
}

function freeId(label: Label, words: string, taken: Set<string>): string {
  const id = `${label.toLowerCase()}:${words}`;
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}
