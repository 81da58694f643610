import type { Analysis, Entity, Label, Mention, Quote, Span } from '../model.ts';
import { inOrder, overlap } from '../text/spans.ts';
import type { PlacedCorrection, Scope } from './corrections.ts';
import { findNames } from './names.ts';

/** The entity with a mention at the span. */
export function entityAt({ entities }: Analysis, span: Span): Entity | undefined {
  return entities.find((entity) => entity.mentions.some((mention) => overlap(mention, span)));
}

/** The entity known by that name or spelling; one with that very name before one that is also called so. */
export function namesake({ entities }: Analysis, name: string): Entity | undefined {
  const wanted = name.toLowerCase();
  const is = (spelling: string) => spelling.toLowerCase() === wanted;
  return entities.find((entity) => is(entity.name)) ?? entities.find((entity) => entity.aliases.some(is));
}

/** Takes out the mention, or the whole entity. */
export function rejectEntity(analysis: Analysis, span: Span, scope: Scope): Analysis {
  const wrong = entityAt(analysis, span);
  if (!wrong) return analysis;
  const mentions = scope === 'mention' ? wrong.mentions.filter((mention) => !overlap(mention, span)) : [];
  return replaced(analysis, [wrong], mentions.length > 0 ? [{ ...wrong, mentions }] : []);
}

interface ToMark {
  readonly text: string;
  readonly analysis: Analysis;
  readonly placed: PlacedCorrection;
  readonly label: Label;
  readonly scope: Scope;
}

/** Makes the words an entity: here, or wherever they stand. */
export function markEntity({ text, analysis, placed, label, scope }: ToMark): Analysis {
  const name = text.slice(placed.start, placed.end).replace(/\s+/g, ' ').trim();
  const here = { start: placed.start, end: placed.end };
  const elsewhere = scope === 'article' ? findNames(text, [name]).filter((span) => !overlap(span, here)) : [];
  const mentions = [here, ...elsewhere].map((span): Mention => ({ ...span, kind: 'name' }));
  return added(withoutMentions(analysis, mentions), entityOf({ name, label, mentions, corrected: placed.id }));
}

/** Gives the mention or the whole entity another label. */
export function relabel({ text, analysis, placed, label, scope }: ToMark): Analysis {
  const found = entityAt(analysis, placed);
  if (!found || found.label === label) return analysis;
  if (scope === 'mention') return markEntity({ text, analysis, placed, label, scope });
  const { label: _, ...rest } = found;
  const others = replaced(analysis, [found], []);
  return added(others, entityOf({ ...rest, label, corrected: placed.id }));
}

/** Joins the entity to the one of that name; if there is none, the name is its own from now on. */
export function mergeInto(analysis: Analysis, placed: PlacedCorrection, name: string): Analysis {
  const found = entityAt(analysis, placed);
  const into = namesake(analysis, name);
  if (!found || found === into) return analysis;
  if (!into) return rename(analysis, placed, name);
  return replaced(analysis, [found, into], [{ ...joined(into, found), corrected: placed.id }]);
}

/** Makes the mention an entity of its own, with an id that no other has. */
export function splitOff(text: string, analysis: Analysis, placed: PlacedCorrection): Analysis {
  const found = entityAt(analysis, placed);
  const mention = found?.mentions.find((one) => overlap(one, placed));
  if (!found || !mention || found.mentions.length < 2) return analysis;
  const left = { ...found, mentions: found.mentions.filter((one) => one !== mention) };
  const name = text.slice(mention.start, mention.end);
  const own = entityOf({ name, label: found.label, mentions: [mention], corrected: placed.id });
  const taken = new Set(analysis.entities.map((entity) => entity.id));
  return replaced(analysis, [found], [left, { ...own, id: unused(own.id, taken) }]);
}

/** Gives the entity another name; the old one stays as a spelling. */
export function rename(analysis: Analysis, placed: PlacedCorrection, name: string): Analysis {
  const found = entityAt(analysis, placed);
  if (!found || found.name === name) return analysis;
  const aliases = [found.name, ...found.aliases];
  const renamed = entityOf({ ...found, name, aliases, corrected: placed.id });
  return added(replaced(analysis, [found], []), renamed);
}

/** An entity made by hand, with the id that its name gives it. */
export function entityOf(parts: Omit<Entity, 'id' | 'aliases'> & { readonly aliases?: readonly string[] }): Entity {
  const aliases = (parts.aliases ?? []).filter((alias) => alias !== parts.name);
  return { ...parts, id: entityId(parts.label, parts.name), aliases: [...new Set(aliases)] };
}

/** Adds an entity, joined to the one with the same id if there is one. */
export function added(analysis: Analysis, entity: Entity): Analysis {
  const twin = analysis.entities.find(({ id }) => id === entity.id);
  if (!twin) return replaced(analysis, [], [entity]);
  return replaced(
    analysis,
    [twin],
    [{ ...joined(twin, entity), ...(entity.corrected && { corrected: entity.corrected }) }],
  );
}

/** Both as one, under the first one's name. */
export function joined(into: Entity, other: Entity): Entity {
  const spellings = [...into.aliases, other.name, ...other.aliases].filter((spelling) => spelling !== into.name);
  return { ...into, aliases: [...new Set(spellings)], mentions: inOrder([...into.mentions, ...other.mentions]) };
}

/** The analysis without the mentions that the spans overlap, and without entities that have no other. */
export function withoutMentions(analysis: Analysis, spans: readonly Span[]): Analysis {
  const entities = analysis.entities.flatMap((entity) => {
    const mentions = entity.mentions.filter((mention) => !spans.some((span) => overlap(mention, span)));
    if (mentions.length === entity.mentions.length) return entity;
    return mentions.length > 0 ? { ...entity, mentions } : [];
  });
  return { ...analysis, entities };
}

/** The analysis with other entities in the place of some; in the order of their first mentions. */
export function replaced(analysis: Analysis, old: readonly Entity[], fresh: readonly Entity[]): Analysis {
  const entities = [...analysis.entities.filter((entity) => !old.includes(entity)), ...fresh];
  const first = (entity: Entity) => entity.mentions[0]?.start ?? 0;
  return { ...analysis, entities: entities.sort((a, b) => first(a) - first(b)) };
}

/** Quotes follow their speakers' entities from one analysis to the next: to another name, to none if they are gone. */
export function keepSpeakers(before: Analysis, after: Analysis): Analysis {
  if (before.entities === after.entities) return after;
  const old = new Map(before.entities.map((entity) => [entity.id, entity]));
  const fresh = new Map(after.entities.map((entity) => [entity.id, entity]));
  const successor = (id: string) => {
    const first = old.get(id)?.mentions[0];
    return fresh.get(id) ?? (first && entityAt(after, first));
  };
  const quotes = after.quotes.map((quote): Quote => {
    const { speaker, ...rest } = quote;
    if (!speaker?.entity) return quote;
    const entity = successor(speaker.entity);
    return entity ? { ...rest, speaker: { ...speaker, entity: entity.id, name: entity.name } } : rest;
  });
  return { ...after, quotes };
}

function entityId(label: Label, name: string): string {
  const slug = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('-');
  return `${label.toLowerCase()}:${slug}`;
}

function unused(id: string, taken: ReadonlySet<string>): string {
  let number = 1;
  let candidate = id;
  while (taken.has(candidate)) candidate = `${id}-${++number}`;
  return candidate;
}
