import type { Entity, Span } from '../../model.ts';
import type { Description } from './description.ts';
import type { NameFacts, SceneFacts } from './facts.ts';
import type { Parts, PartsInput } from './parts.ts';

/** A naming of an entity with what the words around it tell. */
export interface Naming extends Span {
  readonly entity: Entity;
  /** Number of its paragraph. */
  readonly paragraph: number;
  /** Number of the name in its paragraph; of someone without a name -1 and less. */
  readonly number: number;
  readonly facts: NameFacts;
  /** What a pronoun or a role phrase without a name tells. */
  readonly described?: Description;
  /** Where the entity is named, if it is a pronoun or a role phrase that was found to stand for it. */
  readonly named?: Naming;
}

/** An article with what each of its paragraphs tells of those named in it. */
export interface Facts {
  readonly input: Pick<PartsInput, 'text' | 'entities'>;
  readonly parts: Parts;
  readonly facts: readonly SceneFacts[];
}

/** The namings of entities and of people and bodies without names in an article, put together where they are asked for. */
export class Namings {
  readonly #article: Facts;
  readonly #known: (readonly Naming[] | undefined)[] = [];

  constructor(article: Facts) {
    this.#article = article;
  }

  /** Those in a paragraph, in text order. */
  of(paragraph: number): readonly Naming[] {
    const known = this.#known[paragraph];
    if (known) return known;
    const made = namingsOf(this.#article, paragraph);
    this.#known[paragraph] = made;
    return made;
  }

  /** The entity of the naming with this number in the paragraph, and its own number, -1 for those without names. */
  entityAt(paragraph: number, number: number): { readonly entity: Entity; readonly number: number } {
    const { input, parts, facts } = this.#article;
    if (number >= 0) {
      const e = parts.names.entities[parts.firstName[paragraph]! + number]!;
      return { entity: input.entities[e]!, number: e };
    }
    const { start, end, described } = facts[paragraph]!.subjects[-1 - number]!;
    const offset = parts.offsets[paragraph]!;
    return { entity: unnamed(input.text, { start: start + offset, end: end + offset }, described), number: -1 };
  }
}

function namingsOf({ input, parts, facts }: Facts, paragraph: number): readonly Naming[] {
  if (paragraph >= facts.length) return [];
  const { firstName, names } = parts;
  const told = facts[paragraph]!;
  const offset = parts.offsets[paragraph]!;
  const found: Naming[] = [];
  for (let n = firstName[paragraph]!; n < firstName[paragraph + 1]!; n++) {
    const number = n - firstName[paragraph]!;
    const entity = input.entities[names.entities[n]!]!;
    found.push({ start: names.starts[n]!, end: names.ends[n]!, entity, paragraph, number, facts: told.names[number]! });
  }
  if (told.subjects.length === 0) return found;
  for (const [i, { start, end, described, facts }] of told.subjects.entries()) {
    const span = { start: start + offset, end: end + offset };
    found.push({ ...span, entity: unnamed(input.text, span, described), paragraph, number: -1 - i, facts, described });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A person or a body without a name as an entity without an id; several people are no person. */
function unnamed(text: string, { start, end }: Span, { type }: Description): Entity {
  const label = type === 'role' || type === 'he' ? 'PERSON' : type === 'body' ? 'ORG' : 'NORP';
  return { id: '', label, name: text.slice(start, end).replace(/\s+/g, ' '), aliases: [], mentions: [] };
}
