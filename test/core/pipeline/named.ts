import type { Entity, Label } from '../../../src/core/model.ts';

/**
 * The text and the entities of an article whose names are marked, `[Lena Ortiz]` a person, `[ORG:Bank]` another label;
 * the same last word is the same entity.
 */
export function parseNamed(marked: string): { text: string; entities: Entity[] } {
  let text = '';
  const entities = new Map<string, Entity>();
  for (const [, plain, label, name] of marked.matchAll(/([^[]+)|\[(?:([A-Z]+):)?([^\]]+)\]/g)) {
    if (name) {
      const key = name.split(' ').at(-1)!;
      const old = entities.get(key);
      const mentions = [
        ...(old?.mentions ?? []),
        { start: text.length, end: text.length + name.length, kind: 'name' as const },
      ];
      const longest = old && old.name.length > name.length ? old.name : name;
      entities.set(key, { id: key, label: (label ?? 'PERSON') as Label, name: longest, aliases: [], mentions });
    }
    text += plain ?? name;
  }
  return { text, entities: [...entities.values()] };
}
