import type { Entity, Span } from '../../model.ts';
import { factsOf } from './facts.ts';
import type { Parts, PartsInput } from './parts.ts';
import type { Naming } from './profiles.ts';
import type { Scenes } from './windows.ts';

/** An article that is being read. */
export interface Read {
  readonly input: PartsInput;
  readonly article: Parts;
  readonly scenes: Scenes;
}

/** Adds all namings of entities and of people without names in the paragraph, in text order, with what is told about them. */
export function addNamings(namings: Naming[], { input, article, scenes }: Read, paragraph: number): void {
  const { parts, names } = article;
  const { block, key, firstName, endName } = parts[paragraph]!;
  const count = endName - firstName;
  const facts = block.passage.within('facts', [key], () => factsOf(scenes.at(paragraph), count));
  const { roles } = facts;
  let next = 0;
  const addRolesBefore = (offset: number) => {
    for (; next < roles.length && roles[next]!.start + block.start < offset; next++) {
      const { start, end, facts } = roles[next]!;
      const span = { start: start + block.start, end: end + block.start };
      namings.push({ ...span, entity: unnamed(input.text, span), paragraph, facts });
    }
  };
  for (let i = 0; i < count; i++) {
    const n = firstName + i;
    const start = names.starts[n]!;
    addRolesBefore(start);
    namings.push({ start, end: names.ends[n]!, entity: names.entities[n]!, paragraph, facts: facts.names[i]! });
  }
  addRolesBefore(block.end);
}

/** A person without a name as an entity without an id. */
function unnamed(text: string, { start, end }: Span): Entity {
  return { id: '', label: 'PERSON', name: text.slice(start, end).replace(/\s+/g, ' '), aliases: [], mentions: [] };
}
