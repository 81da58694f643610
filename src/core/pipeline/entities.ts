import type { Entity, Label, Mention } from '../model.ts';
import { type Call, formsOf, type Group, PAUSE } from './entities/forms.ts';
import { joinForms } from './entities/join.ts';
import type { LabelledPassage } from './labelled.ts';
import type { Steps } from './steps.ts';

/** Joins names, dates and amounts into entities, see {@link joinForms}. In the order of first mention. */
export function* findEntities(passages: readonly LabelledPassage[]): Steps<readonly Entity[]> {
  const forms = yield* formsOf(passages);
  yield* joinForms(forms);
  const calls = new Map<Group, Call[]>();
  let done = 0;
  for (const call of forms.calls) {
    const known = calls.get(call.group!);
    if (known) known.push(call);
    else calls.set(call.group!, [call]);
    if (++done % PAUSE === 0) yield;
  }
  const taken = new Set<string>();
  const entities: Entity[] = [];
  for (const [group, own] of calls) {
    entities.push(entityOf(group, own, taken));
    if (++done % PAUSE === 0) yield;
  }
  return entities;
}

function entityOf(group: Group, calls: readonly Call[], taken: Set<string>): Entity {
  const label = labelOf(group, calls);
  const spellings = new Set<string>();
  const mentions: Mention[] = [];
  for (const { start, end, use } of calls) {
    spellings.add(use.spelling.name);
    mentions.push({ start, end, kind: 'name' });
  }
  const name = fullest(spellings);
  spellings.delete(name);
  const { value } = calls[0]!.use;
  return {
    id: freeId(label, value ?? group.words.join('-'), taken),
    label,
    name,
    aliases: [...spellings],
    mentions,
    ...(value && { value }),
  };
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

/** The longest spelling; of equally many words the one that is not in capitals only. */
function fullest(spellings: ReadonlySet<string>): string {
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
