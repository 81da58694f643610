import type { Analysis, Entity, Quote, Section, Span } from '../../src/core/model.ts';

/** What is wrong with an analysis of `text` by the model's own words; empty if nothing is. */
export function faultsOf(text: string, analysis: Analysis): string[] {
  return [
    ...spansOf(analysis).flatMap(([name, span]) => misplaced(text, name, span)),
    ...faultsOfQuotes(analysis),
    ...faultsOfEntities(analysis.entities),
    ...faultsOfSections(analysis.sections),
    ...apart('boilerplate', analysis.boilerplate),
    ...unless(Number.isInteger(analysis.words) && analysis.words >= 0, 'words is no count'),
    ...unless(/^[a-z]{2}$|^und$/.test(analysis.language), `language '${analysis.language}' is no code`),
  ];
}

/** Every span of an analysis, with the name of its place. */
function spansOf(analysis: Analysis): [string, Span][] {
  const found: [string, Span][] = [];
  const visit = (name: string, value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(name, item);
    else if (value && typeof value === 'object') {
      if ('start' in value) found.push([name, value as unknown as Span]);
      for (const [key, child] of Object.entries(value)) visit(`${name}.${key}`, child);
    }
  };
  visit('analysis', analysis);
  return found;
}

function misplaced(text: string, name: string, { start, end }: Span): string[] {
  const inside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
  if (!inside) return [`${name} ${start}-${end} is not inside the text`];
  return [
    ...unless(start < end || name === 'analysis.quotes.content', `${name} ${start}-${end} is empty`),
    ...unless(!splits(text, start) && !splits(text, end), `${name} ${start}-${end} cuts a character or a line end`),
  ];
}

/** Whether the offset lies inside a surrogate pair or between CR and LF. */
function splits(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  const pair = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return pair || (before === 0x0d && after === 0x0a);
}

function faultsOfQuotes({ quotes, entities }: Analysis): string[] {
  const ids = new Set(entities.map((entity) => entity.id));
  return [...nested('quotes', quotes), ...quotes.flatMap((quote) => faultsOfQuote(quote, ids))];
}

function faultsOfQuote(quote: Quote, ids: ReadonlySet<string>): string[] {
  const { speaker, content } = quote;
  const at = `quote ${quote.start}-${quote.end}`;
  return [
    ...unless(contains(quote, content), `${at} does not hold its content`),
    ...unless(Number.isInteger(quote.statement), `${at} has no statement`),
    ...unless(!speaker || (speaker.confidence >= 0 && speaker.confidence <= 1), `${at}: confidence is no probability`),
    ...unless(speaker?.name.trim() !== '', `${at}: the speaker has no name`),
    ...unless(!speaker?.entity || ids.has(speaker.entity), `${at}: the speaker's entity is not in the analysis`),
  ];
}

function faultsOfEntities(entities: readonly Entity[]): string[] {
  const ids = entities.map((entity) => entity.id);
  const names = entities.flatMap((entity) => entity.mentions.filter((mention) => mention.kind === 'name'));
  const inOrder = [...names].sort((a, b) => a.start - b.start);
  return [
    ...unless(new Set(ids).size === ids.length, `two entities share an id: ${repeated(ids)}`),
    ...apart('names', inOrder),
    ...entities.flatMap((entity) => [
      ...unless(entity.mentions.length > 0, `${entity.id} has no mention`),
      ...unless(entity.name.trim() !== '', `${entity.id} has no name`),
      ...unless(!entity.aliases.includes(entity.name), `${entity.id} has its name as alias`),
      ...apart(`mentions of ${entity.id}`, entity.mentions),
    ]),
    ...ordered('entities', entities.map((entity) => entity.mentions[0]!).filter(Boolean)),
  ];
}

function faultsOfSections(sections: readonly Section[]): string[] {
  return [
    ...nested('sections', sections),
    ...sections.flatMap((section) => [
      ...unless(section.level >= 0, `section ${section.start} has level ${section.level}`),
      ...unless(section.keywords.length <= 6, `section ${section.start} has ${section.keywords.length} keywords`),
      ...unless(section.title.trim() !== '', `section ${section.start} has no title`),
      ...unless(!section.heading || contains(section, section.heading), `section ${section.start}: heading outside`),
      ...unless(!section.gist || contains(section, section.gist), `section ${section.start}: gist outside`),
    ]),
  ];
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function ordered(name: string, spans: readonly Span[]): string[] {
  const at = spans.findIndex((span, i) => i > 0 && spans[i - 1]!.start > span.start);
  return unless(at < 0, `${name} are out of order at ${spans[at]?.start}`);
}

/** In text order, and none overlaps the next. */
function apart(name: string, spans: readonly Span[]): string[] {
  const at = spans.findIndex((span, i) => i > 0 && spans[i - 1]!.end > span.start);
  return unless(at < 0, `${name} overlap at ${spans[at]?.start}`);
}

/** In text order, and two spans that overlap are nested. */
function nested(name: string, spans: readonly Span[]): string[] {
  const open: Span[] = [];
  for (const span of spans) {
    while (open.length > 0 && open.at(-1)!.end <= span.start) open.pop();
    if (open.length > 0 && !contains(open.at(-1)!, span)) return [`${name} cross at ${span.start}`];
    open.push(span);
  }
  return ordered(name, spans);
}

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, i) => ids.indexOf(id) < i);
}

function unless(fine: boolean, fault: string): string[] {
  return fine ? [] : [fault];
}
