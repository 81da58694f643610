import type { Entity, Label, Mention } from '../model.ts';
import type { Cache } from './cache.ts';
import { areSame, type Call, callsOf, type Group, PAUSE } from './entities/calls.ts';
import { formsOf } from './entities/forms.ts';
import { joinForms } from './entities/join.ts';
import type { LabelledPassage } from './labelled.ts';
import type { Steps } from './steps.ts';

/** Joins names, dates and amounts into entities, see {@link joinForms}. In the order of first mention. */
export function* findEntities(passages: readonly LabelledPassage[], cache: Cache): Steps<readonly Entity[]> {
  const calls = yield* callsOf(passages);
  const last = cache.recall<Joined>('entities');
  const joined = last && (yield* areSame(calls, last.calls)) ? last : yield* join(calls);
  cache.keep('entities', joined);
  const mentions: Mention[][] = joined.things.map(() => []);
  for (let i = 0; i < calls.length; i++) {
    const { use, offset } = calls[i]!;
    mentions[joined.numbers[i]!]!.push({ start: offset + use.start, end: offset + use.end, kind: 'name' });
    if (i % PAUSE === 0) yield;
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
  readonly calls: readonly Call[];
  readonly things: readonly Thing[];
  /** For each call the number of its thing. */
  readonly numbers: Int32Array;
}

type Thing = Omit<Entity, 'mentions' | 'value'> & { readonly value: string | undefined };

function* join(calls: readonly Call[]): Steps<Joined> {
  yield* joinForms(yield* formsOf(calls));
  const groups = new Map<Group, { readonly number: number; readonly calls: Call[] }>();
  const numbers = new Int32Array(calls.length);
  for (let i = 0; i < calls.length; i++) {
    const call = calls[i]!;
    const group = groups.get(call.group!) ?? { number: groups.size, calls: [] };
    if (group.calls.push(call) === 1) groups.set(call.group!, group);
    numbers[i] = group.number;
    if (i % PAUSE === 0) yield;
  }
  const taken = new Set<string>();
  const things: Thing[] = [];
  for (const [group, own] of groups) {
    things.push(thingOf(group, own.calls, taken));
    if (things.length % PAUSE === 0) yield;
  }
  return { calls, things, numbers };
}

function thingOf(group: Group, calls: readonly Call[], taken: Set<string>): Thing {
  const label = labelOf(group, calls);
  const spellings = spellingsOf(calls);
  const name = fullest(spellings);
  const { value } = calls[0]!.use;
  const id = freeId(label, value ?? group.words.join('-'), taken);
  return { id, label, name, aliases: spellings.filter((spelling) => spelling !== name), value };
}

/**
 * The label of a group. What is called 'the X' by itself and elsewhere 'an X' is no place: places take 'the' always or
 * never, and 'a' at no time.
 */
function labelOf({ label }: Group, calls: readonly Call[]): Label {
  if (label !== 'PLACE' || calls.length < 2 || !calls.every(({ use }) => use.article)) return label;
  const alone = calls.some(({ use }) => use.article === 'the' && use.closed);
  return alone && calls.some(({ use }) => use.article === 'a') ? 'PRODUCT' : label;
}

/** How a thing is spelled, each spelling once. */
function spellingsOf(calls: readonly Call[]): readonly string[] {
  const { name } = calls[0]!.use.spelling;
  const isOne = calls.every(({ use }) => use.spelling.name === name);
  return isOne ? [name] : [...new Set(calls.map(({ use }) => use.spelling.name))];
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
