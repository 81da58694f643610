import type { Analysis, Correctable, Entity, Mention, Quote, Section, Span } from '../model.ts';
import { lookOf } from './highlights.ts';
import type { Statement } from './items.ts';
import type { L10n } from './l10n.ts';
import { type Branch, nested } from './sections.ts';
import { sameSpan, type Target, type TreeNode } from './tree.ts';
import {
  labelGroupName,
  labelName,
  mentionCount,
  oneLine,
  plain,
  quoteCount,
  quoteKindName,
  sectionName,
  snippet,
  wordCount,
} from './words.ts';

/** What every row is made from. */
export interface RowContext {
  readonly uri: string;
  readonly analysis: Analysis;
  readonly text: string;
  readonly l10n: L10n;
}

/** A row for several findings: its label and the rows below it. */
export interface GroupRow {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly context: string;
  readonly count: number;
  readonly children: () => readonly TreeNode[];
  readonly holds: (span: Span) => boolean;
}

/** A row that stands for several findings and says how many. */
export function groupRow({ count, children, ...row }: GroupRow): TreeNode {
  return { ...row, count, description: String(count), children: once(children) };
}

/** The rows of all statements of one speaker, or of nobody. */
export function speakerRow(id: string, group: readonly Statement[], context: RowContext): TreeNode {
  const first = group[0];
  const speaker = first?.speaker;
  const name = speaker ? plain(speaker.name, 80) : context.l10n.t('Unattributed');
  return {
    ...groupRow({
      id,
      label: name,
      icon: speaker ? 'account' : 'question',
      context: speaker ? 'speaker' : 'nobody',
      count: group.length,
      children: () => statementRows(id, group, context, sectionTitle),
      holds: (span) => group.some((statement) => isPart(statement, span)),
    }),
    tooltip: `${name} · ${quoteCount(group.length, context.l10n)}`,
    ...(first && { target: at(first.parts[0], context) }),
  };
}

/** What stands behind a statement's words. */
export type Describe = (statement: Statement, context: RowContext) => string;

/** One row a statement; a statement in parts has a row for each below it. */
export function statementRows(
  parent: string,
  all: readonly Statement[],
  context: RowContext,
  describe: Describe,
): readonly TreeNode[] {
  const words = (statement: Statement) => oneLine(context.text, statement.parts[0], 60);
  return distinct(
    all,
    (statement) => `${parent}/${words(statement)}`,
    (statement, id) => {
      const { parts } = statement;
      const description = describe(statement, context);
      const tooltip = statementTooltip(statement, context);
      const row = { ...partRow(id, parts[0], context), tooltip };
      const corrected = parts.find((part) => part.corrected) ?? parts[0];
      if (parts.length === 1) return checked({ ...row, description }, corrected, context.l10n);
      const whole: TreeNode = {
        ...row,
        description: [context.l10n.t('{0} parts', parts.length), description].filter(Boolean).join(' · '),
        children: once(() => parts.map((part, i) => partRow(`${id}/${i}`, part, context))),
        holds: (span) => isPart(statement, span),
      };
      return checked(whole, corrected, context.l10n);
    },
  );
}

/** Describes a statement by the section it stands in. */
function sectionTitle({ parts: [first] }: Statement, { analysis, l10n }: RowContext): string {
  return sectionName(analysis, first, l10n);
}

/** Describes a statement by who makes it. */
export function speakerName({ speaker }: Statement, { l10n }: RowContext): string {
  return speaker ? plain(speaker.name, 80) : l10n.t('Unattributed');
}

/** An entity with those of its mentions that count. */
export interface Named {
  readonly entity: Entity;
  readonly mentions: readonly Mention[];
}

/** One row an entity with its mentions below it. */
export function entityRows(parent: string, entities: readonly Named[], context: RowContext): readonly TreeNode[] {
  return distinct(
    entities,
    ({ entity }) => `${parent}/${entity.id}`,
    ({ entity, mentions }, id) => {
      const first = mentions[0];
      const row: TreeNode = {
        ...groupRow({
          id,
          label: plain(entity.name, 80),
          icon: icon(entity.label),
          context: 'entity',
          count: mentions.length,
          children: () => mentions.map((mention, i) => mentionRow(`${id}/${i}`, mention, context)),
          holds: (span) => mentions.some((mention) => sameSpan(mention, span)),
        }),
        color: lookOf(entity.label),
        tooltip: entityTooltip(entity, mentions.length, context.l10n),
        ...(first && { target: at(first, context) }),
      };
      return checked(row, entity, context.l10n);
    },
  );
}

/** The row of a label with its entities below it. */
export function labelRow(
  row: Omit<GroupRow, 'label' | 'icon' | 'context'>,
  label: Entity['label'],
  l10n: L10n,
): TreeNode {
  return {
    ...groupRow({ ...row, label: labelGroupName(label, l10n), icon: icon(label), context: 'label' }),
    color: lookOf(label),
  };
}

/** One row a section, those of deeper levels below the one they are part of. */
export function sectionRows(parent: string, sections: readonly Section[], context: RowContext): readonly TreeNode[] {
  return branchRows(parent, nested(sections), context);
}

/** Where a section's row leads: to its heading, or to its start if it has none. */
export function placeOf({ heading, start }: Section): Span {
  return heading ?? { start, end: start };
}

/** The target of a row. */
export function at({ start, end }: Span, { uri }: RowContext): Target {
  return { uri, start, end };
}

/** The name of the product icon for a kind of quote, a label or the origin of a section. */
export function icon(kind: Quote['kind'] | Entity['label'] | Section['origin']): string {
  return ICONS[kind];
}

/** Makes a row for each member; members that would share an id get a number behind it. */
export function distinct<T>(
  members: readonly T[],
  idOf: (member: T) => string,
  row: (member: T, id: string) => TreeNode,
): readonly TreeNode[] {
  const seen = new Map<string, number>();
  return members.map((member) => {
    const id = idOf(member);
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return row(member, count === 0 ? id : `${id}#${count}`);
  });
}

function partRow(id: string, part: Quote, context: RowContext): TreeNode {
  return {
    id,
    label: oneLine(context.text, part, 60),
    icon: icon(part.kind),
    color: part.kind === 'fragment' ? 'fragment' : 'quote',
    context: 'quote',
    target: at(part, context),
  };
}

function statementTooltip(statement: Statement, context: RowContext): string {
  const { parts } = statement;
  const section = sectionTitle(statement, context);
  return [
    ...parts.map((part) => oneLine(context.text, part, 600)),
    `${speakerName(statement, context)} · ${quoteKindName(parts[0].kind, context.l10n)}`,
    ...(section ? [context.l10n.t('Section: {0}', section)] : []),
  ].join('\n');
}

function entityTooltip({ name, label, aliases }: Entity, count: number, l10n: L10n): string {
  const line = `${plain(name)} · ${labelName(label, l10n)} · ${mentionCount(count, l10n)}`;
  return aliases.length > 0 ? `${line}\n${l10n.t('Also: {0}', aliases.map((alias) => plain(alias)).join(', '))}` : line;
}

function mentionRow(id: string, mention: Mention, context: RowContext): TreeNode {
  const { analysis, text, l10n } = context;
  const description = sectionName(analysis, mention, l10n);
  return {
    id,
    ...snippet(text, mention),
    description,
    icon: 'location',
    context: 'mention',
    target: at(mention, context),
  };
}

function branchRows(parent: string, branches: readonly Branch[], context: RowContext): readonly TreeNode[] {
  return distinct(
    branches,
    ({ section }) => `${parent}/${section.title}`,
    (branch, id) => {
      const { section, below } = branch;
      const row = sectionRow(id, section, context);
      if (below.length === 0) return row;
      return {
        ...row,
        expanded: true,
        children: once(() => branchRows(id, below, context)),
        holds: (span) => below.some((inner) => leadsTo(inner, span)),
      };
    },
  );
}

function sectionRow(id: string, section: Section, context: RowContext): TreeNode {
  const { l10n } = context;
  const title = plain(section.title, 120);
  const about = section.keywords.map((word) => plain(word)).join(', ');
  const row: TreeNode = {
    id,
    label: title,
    description: wordCount(section.words, l10n),
    tooltip: [title, wordCount(section.words, l10n), ...(about ? [l10n.t('About: {0}', about)] : [])].join('\n'),
    icon: icon(section.origin),
    context: section.heading ? 'section' : 'inferredSection',
    target: at(placeOf(section), context),
  };
  return checked(row, section, l10n);
}

/** The row with a check if a reader corrected what it stands for. */
function checked(row: TreeNode, { corrected }: Correctable, l10n: L10n): TreeNode {
  if (!corrected) return row;
  return {
    ...row,
    description: ['✓', row.description].filter(Boolean).join(' '),
    tooltip: `${row.tooltip ?? row.label}\n${l10n.t('Corrected by hand')}`,
  };
}

function leadsTo({ section, below }: Branch, span: Span): boolean {
  return sameSpan(placeOf(section), span) || below.some((inner) => leadsTo(inner, span));
}

/** Makes the rows at the first call and keeps them, so that a row is the same object whenever it is asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function isPart(statement: Statement, span: Span): boolean {
  return statement.parts.some((part) => sameSpan(part, span));
}

const ICONS: Readonly<Record<Quote['kind'] | Entity['label'] | Section['origin'], string>> = {
  term: 'quote',
  direct: 'quote',
  fragment: 'quote',
  block: 'quote',
  indirect: 'comment',
  PERSON: 'person',
  ORG: 'organization',
  PLACE: 'globe',
  NORP: 'flag',
  EVENT: 'calendar',
  PRODUCT: 'package',
  WORK_OF_ART: 'book',
  LAW: 'law',
  DATE: 'calendar',
  TIME: 'clock',
  MONEY: 'credit-card',
  PERCENT: 'percentage',
  QUANTITY: 'graph',
  headline: 'bookmark',
  heading: 'bookmark',
  time: 'clock',
  inferred: 'sparkle',
};
