import type { Entity, Label, Mention } from '../model.ts';
import type { Cache } from './cache.ts';
import { formsOf } from './entities/forms.ts';
import { type Group, joinForms } from './entities/join.ts';
import type { LabelledSpan } from './labelled.ts';
import type { Layout } from './layout.ts';
import type { Steps } from './steps.ts';

/** Joins mentions into entities: names by {@link joinForms}, dates and amounts by their value. In order of first mention. */
export function* findEntities(
  text: string,
  _layout: Layout,
  mentions: readonly LabelledSpan[],
  _cache: Cache,
): Steps<readonly Entity[]> {
  const forms = formsOf(text, mentions);
  yield;
  const groups = joinForms(text, forms).map((group) => ({ ...group, label: labelOf(text, group) }));
  yield;
  const taken = new Set<string>();
  const sorted = groups.map((group) => ({ ...group, mentions: inOrder(group.mentions) }));
  sorted.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
  return sorted.map((group) => entityOf(text, group, taken));
}

/**
 * The label of a group. What is called 'the X' by itself and elsewhere 'an X' is no place: places take 'the' always or
 * never, and 'a' at no time.
 */
function labelOf(text: string, { label, mentions }: Group): Label {
  if (label !== 'PLACE' || mentions.length < 2) return label;
  const before = mentions.map(({ start }) => /\b(?:the|an?)\s$/i.exec(text.slice(Math.max(0, start - 4), start))?.[0]);
  const alone = mentions.some(({ end }, i) => /^the/i.test(before[i] ?? '') && /[^\s\p{L}’']/u.test(text[end] ?? ''));
  return alone && before.every(Boolean) && before.some((word) => /^an?\s/i.test(word!)) ? 'PRODUCT' : label;
}

function inOrder(mentions: readonly LabelledSpan[]): LabelledSpan[] {
  return [...mentions].sort((a, b) => a.start - b.start);
}

function entityOf(text: string, { label, words, mentions }: Group, taken: Set<string>): Entity {
  const written = new Set(mentions.map(({ start, end }) => text.slice(start, end)));
  const spellings = [...new Set([...written].map((spelling) => spelling.replace(/\s+/g, ' ')))];
  const name = fullest(spellings);
  const value = mentions[0]!.value;
  return {
    id: freeId(label, value ? [value] : words, taken),
    label,
    name,
    aliases: spellings.filter((spelling) => spelling !== name),
    mentions: mentions.map(({ start, end }): Mention => ({ start, end, kind: 'name' })),
    ...(value && { value }),
  };
}

/** The longest spelling; of equally many words the one that is not in capitals only. */
function fullest(spellings: readonly string[]): string {
  const rank = (name: string) =>
    name.split(/[\s\p{Pd}]/u).length * 2 + (name === name.toUpperCase() && name.length > 5 ? 0 : 1);
  return spellings.reduce((best, name) =>
    rank(name) > rank(best) || (rank(name) === rank(best) && name.length > best.length) ? name : best,
  );
}

function freeId(label: Label, words: readonly string[], taken: Set<string>): string {
  const id = `${label.toLowerCase()}:${words.join('-')}`;
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}
