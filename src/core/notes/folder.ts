import { type Analysis, type Entity, LABELS, type Label, type Mention } from '../model.ts';
import { added, entityOf, joined, keepSpeakers, replaced, withoutMentions } from './entities.ts';
import { asList, isObject, type JsonObject, withKeyOrder } from './json.ts';
import type { Versions } from './merge.ts';
import { findNames } from './names.ts';

/** What readers know of a name in every article of the folder. */
export interface KnownName {
  readonly name: string;
  readonly label?: Label;
  readonly aliases: readonly string[];
}

/** The folder's `.annotations/entities.json`. */
export interface FolderNames {
  readonly entities: readonly KnownName[];
  /** Words that are no entity in any article. */
  readonly ignored: readonly string[];
  /** The file as it was read, with what we do not know. */
  readonly source: JsonObject;
}

export const NO_NAMES: FolderNames = { entities: [], ignored: [], source: {} };

/** Reads the folder's names; `undefined` if the file is not JSON (then it must not be written over). */
export function parseNames(text: string): FolderNames | undefined {
  if (text.trim() === '') return NO_NAMES;
  try {
    const source = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (!isObject(source)) return undefined;
    const ignored = asList(source.ignored).filter((word) => typeof word === 'string');
    return { entities: asList(source.entities).flatMap((known) => readKnown(known) ?? []), ignored, source };
  } catch {
    return undefined;
  }
}

/** Writes the folder's names: two-space JSON, LF, sorted; entries and properties we do not know are kept. */
export function renderNames({ entities, ignored, source }: FolderNames): string {
  const old = asList(source.entities);
  const strange = old.filter((known) => !readKnown(known));
  const known = sorted(entities.map((one) => one.name)).map((name) => {
    const { label, aliases } = entities.find((one) => one.name === name)!;
    const before = old.find((one) => isObject(one) && one.name === name) as JsonObject | undefined;
    const fresh = { ...before, name, ...(label && { label }), aliases: sorted(aliases) };
    return withKeyOrder(fresh, ['name', 'label', 'aliases']);
  });
  const all = { format: 1, ...source, entities: [...known, ...strange], ignored: sorted(ignored) };
  return `${JSON.stringify(withKeyOrder(all, ['format', 'entities', 'ignored']), null, 2)}\n`;
}

/** The names with one more known name; the entry that has it already, as a name or an alias, is completed. */
export function withKnown(names: FolderNames, known: KnownName): FolderNames {
  const spellings = new Set([known.name, ...known.aliases]);
  const related = names.entities.filter((one) =>
    [one.name, ...one.aliases].some((spelling) => spellings.has(spelling)),
  );
  const aliases = new Set([...known.aliases, ...related.flatMap((one) => [one.name, ...one.aliases])]);
  aliases.delete(known.name);
  const label = known.label ?? related.find((one) => one.label)?.label;
  const entities = names.entities.filter((one) => !related.includes(one));
  const ignored = names.ignored.filter((word) => !spellings.has(word));
  return {
    ...names,
    ignored,
    entities: [...entities, { name: known.name, ...(label && { label }), aliases: [...aliases] }],
  };
}

/** The names with one more word that is no entity anywhere. */
export function withIgnored(names: FolderNames, word: string): FolderNames {
  const entities = names.entities
    .filter((known) => known.name !== word)
    .map((known) => ({ ...known, aliases: known.aliases.filter((alias) => alias !== word) }));
  return { ...names, entities, ignored: [...new Set([...names.ignored, word])] };
}

/**
 * Joins two versions of a folder's names, name by name: what only one side changed since `base` is as that side has it;
 * where both changed a name, it is as `mine` has it with the aliases of both.
 */
export function mergeNames({ base, mine, theirs }: Versions<FolderNames>): FolderNames {
  const all = [...new Set([...theirs.entities, ...mine.entities].map(({ name }) => name))];
  const entities = all.flatMap((name) => {
    const [old, left, right] = [base, mine, theirs].map((names) => names.entities.find((one) => one.name === name));
    if (sameKnown(left, old)) return right ?? [];
    if (sameKnown(right, old) || !left || !right) return left ?? [];
    return { ...left, aliases: [...new Set([...left.aliases, ...right.aliases])] };
  });
  const ignored = new Set(theirs.ignored);
  for (const word of mine.ignored) if (!base.ignored.includes(word)) ignored.add(word);
  for (const word of base.ignored) if (!mine.ignored.includes(word)) ignored.delete(word);
  return { entities, ignored: [...ignored], source: theirs.source };
}

function sameKnown(a: KnownName | undefined, b: KnownName | undefined): boolean {
  return (
    a?.label === b?.label && !a === !b && sorted(a?.aliases ?? []).join('\n') === sorted(b?.aliases ?? []).join('\n')
  );
}

/** The analysis with what the folder knows: ignored words left out, known names found, joined and labelled. */
export function applyNames(text: string, analysis: Analysis, names: FolderNames): Analysis {
  if (names.entities.length === 0 && names.ignored.length === 0) return analysis;
  const ignored = new Set(names.ignored);
  const wrong = analysis.entities.flatMap((entity) =>
    entity.mentions.filter((mention) => mention.kind === 'name' && ignored.has(text.slice(mention.start, mention.end))),
  );
  const heeded = withoutMentions(analysis, wrong);
  const known = names.entities.reduce((all, name) => applyKnown(text, all, name), withMissing(text, heeded, names));
  return keepSpeakers(analysis, known);
}

/** Adds known names with a label where the machine found nothing. */
function withMissing(text: string, analysis: Analysis, { entities }: FolderNames): Analysis {
  const labelled = entities.filter((known) => known.label !== undefined);
  const taken = [...analysis.entities.flatMap((entity) => entity.mentions), ...analysis.boilerplate];
  taken.sort((a, b) => a.start - b.start);
  let at = 0;
  const missing = findNames(
    text,
    labelled.flatMap((known) => [known.name, ...known.aliases]),
  ).filter((span) => {
    while (at < taken.length && taken[at]!.end <= span.start) at++;
    return !(taken[at] && taken[at]!.start < span.end);
  });
  return labelled.reduce((all, known) => {
    const spellings = new Set([known.name, ...known.aliases]);
    const mentions = missing
      .filter((span) => spellings.has(span.name))
      .map(({ start, end }): Mention => ({ start, end, kind: 'name' }));
    return mentions.length > 0 ? added(all, entityOf({ name: known.name, label: known.label!, mentions })) : all;
  }, analysis);
}

/** Joins the entities that are called by one of the name's spellings under its name and label. */
function applyKnown(text: string, analysis: Analysis, known: KnownName): Analysis {
  const spellings = new Set([known.name, ...known.aliases]);
  const called = analysis.entities.filter(({ name, aliases }) => [name, ...aliases].some((one) => spellings.has(one)));
  const [first, ...others] = called;
  if (!first) return analysis;
  const all = others.reduce<Entity>(joined, first);
  const label = known.label ?? first.label;
  if (called.length === 1 && all.name === known.name && all.label === label) return analysis;
  const used = new Set(all.mentions.map((mention) => text.slice(mention.start, mention.end)));
  const aliases = [all.name, ...all.aliases].filter((alias) => used.has(alias));
  return added(replaced(analysis, called, []), entityOf({ ...all, name: known.name, label, aliases }));
}

function readKnown(value: unknown): KnownName | undefined {
  if (!isObject(value as JsonObject)) return undefined;
  const { name, label, aliases } = value as JsonObject;
  const known = LABELS.find((one) => one === label);
  if (typeof name !== 'string' || name === '' || (label !== undefined && !known)) return undefined;
  const spellings = asList(aliases).filter((alias) => typeof alias === 'string');
  return { name, ...(known && { label: known }), aliases: spellings };
}

function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
