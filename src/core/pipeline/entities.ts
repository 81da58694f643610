import type { Entity, Mention } from '../model.ts';
import type { Cache } from './cache.ts';
import type { Layout } from './layout.ts';
import type { LabelledSpan } from './mentions.ts';
import type { Steps } from './steps.ts';

/** First cut: mentions with the same words are one entity; a single word joins the longer name that ends with it. */
export function* findEntities(
  text: string,
  _layout: Layout,
  mentions: readonly LabelledSpan[],
  _cache: Cache,
): Steps<readonly Entity[]> {
  const names = [...new Set(mentions.map((m) => text.slice(m.start, m.end)))];
  const fullest = (name: string) => names.find((other) => other.endsWith(` ${name}`)) ?? name;
  const groups = new Map<string, LabelledSpan[]>();
  for (const mention of mentions) {
    const name = fullest(text.slice(mention.start, mention.end));
    groups.set(name, [...(groups.get(name) ?? []), mention]);
  }
  yield;
  return [...groups].map(([name, group]) => {
    const label = group.find((m) => text.slice(m.start, m.end) === name)?.label ?? 'PERSON';
    const spellings = new Set(group.map((m) => text.slice(m.start, m.end)));
    spellings.delete(name);
    return {
      id: `${label.toLowerCase()}:${name.toLowerCase().replaceAll(' ', '-')}`,
      label,
      name,
      aliases: [...spellings],
      mentions: group.map(({ start, end }): Mention => ({ start, end, kind: 'name' })),
    };
  });
}
