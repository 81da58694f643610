import { type Analysis, type Entity, LABELS, type Label, type Quote, type Section, type Span } from '../model.ts';

const LABEL_NAMES: Readonly<Record<Label, string>> = {
  PERSON: 'Persons',
  ORG: 'Organisations',
  PLACE: 'Places',
  NORP: 'Groups',
  EVENT: 'Events',
  PRODUCT: 'Products',
  WORK_OF_ART: 'Works',
  LAW: 'Laws',
  DATE: 'Dates',
  TIME: 'Times',
  MONEY: 'Money',
  PERCENT: 'Percentages',
  QUANTITY: 'Quantities',
};

/** Longest line of a statement in UTF-16 code units; longer ones are cut. */
const LINE = 100;

/**
 * The analysis as plain text for a terminal: the sections with their statements by speaker, then the entities by type
 * with the number of their mentions. Terms in marks are left out, since nobody says them.
 */
export function renderOutline(text: string, analysis: Analysis): string {
  const spoken = analysis.quotes.filter((quote) => quote.kind !== 'term');
  const placed = bySection(analysis.sections, spoken);
  const title = analysis.headline ? `${oneLine(text, analysis.headline)}\n` : '';
  const parts = [
    title + counts(analysis, new Set(spoken.map(({ statement }) => statement)).size),
    renderSpeakers(text, placed.get(undefined) ?? [], ''),
    ...analysis.sections.map((section) => renderSection(text, section, placed.get(section) ?? [])),
    renderEntities(analysis.entities),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** 'one quote' or '3 quotes'. */
function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

function counts({ words, entities, sections }: Analysis, quotes: number): string {
  return [
    count(words, 'word'),
    count(quotes, 'quote'),
    count(entities.length, 'entity', 'entities'),
    count(sections.filter(({ level }) => level > 0).length, 'section'),
  ].join(', ');
}

/** The quotes of each section without those of the sections inside it; under `undefined` those before the first. */
function bySection(sections: readonly Section[], quotes: readonly Quote[]): Map<Section | undefined, Quote[]> {
  let begun = 0;
  return groupBy(quotes, ({ start }) => {
    while ((sections[begun]?.start ?? Number.POSITIVE_INFINITY) <= start) begun++;
    return sections[begun - 1];
  });
}

function renderSection(text: string, section: Section, quotes: readonly Quote[]): string {
  if (section.level === 0) return renderSpeakers(text, quotes, '');
  const indent = '  '.repeat(section.level - 1);
  const heading = `${indent}${section.title} (${count(section.words, 'word')})`;
  return [heading, renderSpeakers(text, quotes, `${indent}  `)].filter(Boolean).join('\n');
}

function renderSpeakers(text: string, quotes: readonly Quote[], indent: string): string {
  const bySpeaker = groupBy(quotes, (quote) => quote.speaker?.name ?? 'Unattributed');
  const lines = [...bySpeaker].flatMap(([speaker, theirs]) => [
    `${indent}${speaker}`,
    ...[...groupBy(theirs, (quote) => quote.statement).values()].map(
      (parts) => `${indent}  ${renderStatement(text, parts)}`,
    ),
  ]);
  return lines.join('\n');
}

function renderStatement(text: string, parts: readonly Quote[]): string {
  const line = parts.map((part) => oneLine(text, part)).join(' … ');
  return line.length <= LINE ? line : `${line.slice(0, line.lastIndexOf(' ', LINE - 1))} …`;
}

function renderEntities(entities: readonly Entity[]): string {
  const byLabel = groupBy(entities, (entity) => entity.label);
  const lines = LABELS.flatMap((label) => {
    const names = byLabel.get(label)?.map(({ name, mentions }) => `${name} (${mentions.length})`);
    return names ? [`${LABEL_NAMES[label]}: ${names.join(', ')}`] : [];
  });
  return lines.join('\n');
}

function oneLine(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ').trim();
}

/** `Map.groupBy`, which Node 20 does not have. */
function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
