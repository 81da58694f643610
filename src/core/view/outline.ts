import { type Analysis, type Entity, LABELS, type Section, type Span } from '../model.ts';
import { firstIndex } from '../text/lists.ts';
import { isFragment, type Statement, speakerKey, statements } from './items.ts';
import {
  at,
  distinct,
  entityRows,
  groupRow,
  labelRow,
  type Named,
  placeOf,
  type RowContext,
  sectionRows,
  speakerName,
  speakerRow,
  statementRows,
} from './rows.ts';
import { sameSpan, type TreeNode } from './tree.ts';
import { plain } from './words.ts';

/** What the tree shows and how. */
export interface OutlineOptions {
  readonly groupBy: 'kind' | 'section' | 'text';
  /** `text`: by first place in the text. Statements, mentions and sections are in text order always. */
  readonly sortBy: 'text' | 'name' | 'count';
  /** Only what holds these words, in its text or in the name of its speaker or entity. Empty: everything. */
  readonly filter: string;
  readonly quotes: boolean;
  readonly entities: boolean;
  readonly sections: boolean;
  /** Whether quoted fragments are listed and counted. */
  readonly fragments: boolean;
}

export interface OutlineInput extends RowContext {
  readonly options: OutlineOptions;
}

/** The tree's rows; those below the first are made when asked for. Kinds without findings have no row. */
export function outline(input: OutlineInput): readonly TreeNode[] {
  const found = select(input);
  if (input.options.groupBy === 'section') return bySection(found, input);
  if (input.options.groupBy === 'text') return inText(found, input);
  return byKind(found, input);
}

/** The article's statements that are counted. */
export function countedStatements(
  analysis: Analysis,
  options: Pick<OutlineOptions, 'fragments'>,
): readonly Statement[] {
  const all = statements(analysis);
  return options.fragments ? all : all.filter((statement) => !isFragment(statement));
}

/** The sections without the article as a whole, which its headline stands for. */
export function titled(analysis: Analysis): readonly Section[] {
  return analysis.sections.filter(({ origin }) => origin !== 'headline');
}

interface Found {
  readonly statements: readonly Statement[];
  readonly entities: readonly Entity[];
  readonly sections: readonly Section[];
}

function select(input: OutlineInput): Found {
  const { analysis, text, options } = input;
  const wanted = options.filter.trim().toLowerCase();
  const fits = (words: string) => words.toLowerCase().includes(wanted);
  const saysSo = ({ parts, speaker }: Statement) =>
    fits(speaker?.name ?? '') || parts.some(({ start, end }) => fits(text.slice(start, end)));
  return {
    statements: options.quotes ? countedStatements(analysis, options).filter((one) => !wanted || saysSo(one)) : [],
    entities: options.entities ? analysis.entities.filter(({ name, aliases }) => [name, ...aliases].some(fits)) : [],
    sections: options.sections ? titled(analysis).filter(({ title }) => fits(title)) : [],
  };
}

function byKind(found: Found, input: OutlineInput): readonly TreeNode[] {
  const { l10n } = input;
  const roots = [
    groupRow({
      id: 'quotes',
      label: l10n.t('Quotes'),
      icon: 'quote',
      context: 'quotes',
      count: found.statements.length,
      children: () => speakerRows('quotes', found.statements, input),
      holds: (span) => found.statements.some(({ parts }) => parts.some((part) => sameSpan(part, span))),
    }),
    groupRow({
      id: 'entities',
      label: l10n.t('Entities'),
      icon: 'symbol-class',
      context: 'entities',
      count: found.entities.length,
      children: () => labelRows('entities', found.entities, input),
      holds: (span) => found.entities.some((entity) => isNamed(entity, span)),
    }),
    groupRow({
      id: 'sections',
      label: l10n.t('Sections'),
      icon: 'list-tree',
      context: 'sections',
      count: found.sections.length,
      children: () => sectionRows('sections', found.sections, input),
      holds: (span) => found.sections.some((section) => sameSpan(placeOf(section), span)),
    }),
  ];
  return roots.filter(({ description }) => description !== '0').map((root) => ({ ...root, expanded: true }));
}

function speakerRows(parent: string, all: readonly Statement[], input: OutlineInput): readonly TreeNode[] {
  const groups = groupBy(all, ({ speaker }) => (speaker ? speakerKey(speaker) : ''));
  const nobody = groups.get('');
  groups.delete('');
  const rows = [...groups].map(([key, group]) => speakerRow(`${parent}/${key}`, group, input));
  const sorted = sortRows(rows, input.options.sortBy);
  return nobody ? [...sorted, speakerRow(`${parent}/`, nobody, input)] : sorted;
}

function labelRows(parent: string, all: readonly Entity[], input: OutlineInput): readonly TreeNode[] {
  const groups = groupBy(all, ({ label }) => label);
  return LABELS.flatMap((label) => {
    const group = groups.get(label);
    const id = `${parent}/${label}`;
    if (!group) return [];
    const children = () => sortRows(entityRows(id, group.map(whole), input), input.options.sortBy);
    const holds = (span: Span) => group.some((entity) => isNamed(entity, span));
    return [labelRow({ id, count: group.length, children, holds }, label, input.l10n)];
  });
}

/** One row a section, with the statements made and the entities named in it. */
function bySection(found: Found, input: OutlineInput): readonly TreeNode[] {
  const sections = titled(input.analysis);
  const lead = { start: 0, end: sections[0]?.start ?? input.text.length };
  const opening = { ...lead, title: input.l10n.t('Lead'), place: { start: 0, end: 0 } };
  const stretches = sections.map((section, i) => ({
    title: section.title,
    start: section.start,
    end: sections[i + 1]?.start ?? section.end,
    place: placeOf(section),
  }));
  const all = [opening, ...stretches];
  const said = byStretch(all, found.statements, ({ parts: [first] }) => first.start);
  const named = namedBy(all, found.entities);
  const rows = distinct(
    all.map((stretch, i) => ({ ...stretch, said: said[i] ?? [], named: named[i] ?? [] })),
    ({ title }) => `in/${title}`,
    ({ title, start, end, place, said, named }, id) => {
      const row = groupRow({
        id,
        label: plain(title, 120),
        icon: 'list-tree',
        context: 'section',
        count: said.length + named.length,
        children: () => [...statementRows(id, said, input, speakerName), ...entityRows(id, named, input)],
        holds: (span) => start <= span.start && span.start < end,
      });
      return { ...row, target: at(place, input), expanded: all.length <= MOST_OPEN };
    },
  );
  return rows.filter(({ description }) => description !== '0');
}

/** Sections that are open from the start; more of them are easier to survey closed. */
const MOST_OPEN = 30;

/** The members in each of the stretches, which follow each other from the start of the text, by where a member is. */
function byStretch<T>(stretches: readonly Span[], members: readonly T[], at: (member: T) => number): readonly T[][] {
  const groups: T[][] = stretches.map(() => []);
  for (const member of members) groups[indexAt(stretches, at(member))]?.push(member);
  return groups;
}

/** The entities named in each of the stretches, with their mentions there. */
function namedBy(stretches: readonly Span[], entities: readonly Entity[]): readonly (readonly Named[])[] {
  const groups: Named[][] = stretches.map(() => []);
  for (const entity of entities) {
    for (const [i, mentions] of groupBy(entity.mentions, ({ start }) => indexAt(stretches, start)))
      groups[i]?.push({ entity, mentions });
  }
  return groups;
}

/** The stretch that an offset is in; -1 if it is behind the last. */
function indexAt(stretches: readonly Span[], offset: number): number {
  const last = Math.max(0, firstIndex(stretches.length, (i) => stretches[i]!.start > offset) - 1);
  return offset < (stretches[last]?.end ?? 0) ? last : -1;
}

function whole(entity: Entity): Named {
  return { entity, mentions: entity.mentions };
}

/** Everything found as one list in text order. */
function inText(found: Found, input: OutlineInput): readonly TreeNode[] {
  const rows = [
    ...statementRows('text', found.statements, input, speakerName),
    ...entityRows('text', found.entities.map(whole), input),
    ...found.sections.flatMap((section) => sectionRows(`text/${section.start}`, [section], input)),
  ];
  return rows.sort((a, b) => (a.target?.start ?? 0) - (b.target?.start ?? 0));
}

function sortRows(rows: readonly TreeNode[], by: OutlineOptions['sortBy']): readonly TreeNode[] {
  if (by === 'name') return [...rows].sort((a, b) => a.label.localeCompare(b.label));
  if (by === 'count') return [...rows].sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
  return rows;
}

function groupBy<T, K>(members: readonly T[], keyOf: (member: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const member of members) {
    const group = groups.get(keyOf(member));
    if (group) group.push(member);
    else groups.set(keyOf(member), [member]);
  }
  return groups;
}

function isNamed(entity: Entity, span: Span): boolean {
  return entity.mentions.some((mention) => sameSpan(mention, span));
}
