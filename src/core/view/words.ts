import type { Analysis, BoilerplateKind, Label, QuoteKind, Span } from '../model.ts';
import { sectionAt } from './items.ts';
import type { L10n } from './l10n.ts';

/** The name of a label, for one entity: 'Person'. */
export function labelName(label: Label, l10n: L10n): string {
  const names: Record<Label, string> = {
    PERSON: l10n.t('Person'),
    ORG: l10n.t('Organisation'),
    PLACE: l10n.t('Place'),
    NORP: l10n.t('Group'),
    EVENT: l10n.t('Event'),
    PRODUCT: l10n.t('Product'),
    WORK_OF_ART: l10n.t('Work'),
    LAW: l10n.t('Law'),
    DATE: l10n.t('Date'),
    TIME: l10n.t('Time'),
    MONEY: l10n.t('Money'),
    PERCENT: l10n.t('Percentage'),
    QUANTITY: l10n.t('Quantity'),
  };
  return names[label];
}

/** The name of a label, for all its entities: 'Persons'. */
export function labelGroupName(label: Label, l10n: L10n): string {
  const names: Record<Label, string> = {
    PERSON: l10n.t('Persons'),
    ORG: l10n.t('Organisations'),
    PLACE: l10n.t('Places'),
    NORP: l10n.t('Groups'),
    EVENT: l10n.t('Events'),
    PRODUCT: l10n.t('Products'),
    WORK_OF_ART: l10n.t('Works'),
    LAW: l10n.t('Laws'),
    DATE: l10n.t('Dates'),
    TIME: l10n.t('Times'),
    MONEY: l10n.t('Amounts of money'),
    PERCENT: l10n.t('Percentages'),
    QUANTITY: l10n.t('Quantities'),
  };
  return names[label];
}

/** The name of a quote's kind: 'Direct quote'. */
export function quoteKindName(kind: QuoteKind, l10n: L10n): string {
  const names: Record<QuoteKind, string> = {
    direct: l10n.t('Direct quote'),
    fragment: l10n.t('Quoted fragment'),
    block: l10n.t('Block quote'),
    indirect: l10n.t('Indirect quote'),
    term: l10n.t('Term in quotation marks'),
  };
  return names[kind];
}

/** The name of a kind of boilerplate: 'Byline'. */
export function boilerplateName(kind: BoilerplateKind, l10n: L10n): string {
  const names: Record<BoilerplateKind, string> = {
    byline: l10n.t('Byline'),
    dateline: l10n.t('Dateline'),
    prompt: l10n.t('Prompt'),
    copyright: l10n.t('Copyright notice'),
    credit: l10n.t('Credit'),
    caption: l10n.t('Caption'),
  };
  return names[kind];
}

/** '1 word', '12 words'. */
export function wordCount(count: number, l10n: L10n): string {
  return count === 1 ? l10n.t('1 word') : l10n.t('{0} words', count);
}

/** '1 mention', '12 mentions'. */
export function mentionCount(count: number, l10n: L10n): string {
  return count === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', count);
}

/** '1 quote', '12 quotes'. */
export function quoteCount(count: number, l10n: L10n): string {
  return count === 1 ? l10n.t('1 quote') : l10n.t('{0} quotes', count);
}

/** The text of a span on one line, cut after `limit` characters. As {@link plain}. */
export function oneLine(text: string, { start, end }: Span, limit = Number.POSITIVE_INFINITY): string {
  // A look a little past the limit suffices, however long the span is.
  const reach = Math.min(end, start + 2 * limit + 20);
  const words = plain(text.slice(start, reach), limit);
  return reach < end && !words.endsWith('…') ? `${words}…` : words;
}

/** '1 entity', '12 entities'. */
export function entityCount(count: number, l10n: L10n): string {
  return count === 1 ? l10n.t('1 entity') : l10n.t('{0} entities', count);
}

/** The title of the section that a span is in; the lead's has none of its own. Empty where there are no sections. */
export function sectionName(analysis: Analysis, span: Span, l10n: L10n): string {
  const section = sectionAt(analysis, span.start);
  if (section?.origin === 'headline') return l10n.t('Lead');
  return section ? plain(section.title, 80) : '';
}

/**
 * Words on one line: blanks are joined, and control and direction characters, which could reorder or hide what stands
 * around them, are taken out. What is longer than `limit` characters ends with '…'.
 */
export function plain(words: string, limit = Number.POSITIVE_INFINITY): string {
  const clean = visible(words).trim();
  if (clean.length <= limit) return clean;
  const characters = Array.from(clean);
  if (characters.length <= limit) return clean;
  const cut = characters.slice(0, limit).join('');
  const blank = cut.lastIndexOf(' ');
  return `${(blank > cut.length / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}

/** The words around a span on its line, with the span's place in them. */
export function snippet(text: string, span: Span): { readonly label: string; readonly stress: Span } {
  const before =
    text
      .slice(Math.max(0, span.start - 24), span.start)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const after = text.slice(span.end, span.end + 40).split(/[\r\n]/, 1)[0] ?? '';
  const lead = before.length < 24 ? before : `…${before.slice(before.indexOf(' ') + 1)}`;
  const tail = after.length < 40 ? after : `${after.slice(0, Math.max(0, after.lastIndexOf(' ')))}…`;
  const shownLead = visible(lead).trimStart();
  const shown = oneLine(text, span, 80);
  const label = `${shownLead}${shown}${visible(tail).trimEnd()}`;
  return { label, stress: { start: shownLead.length, end: shownLead.length + shown.length } };
}

function visible(words: string): string {
  return words.replace(UNSEEN, '').replace(/\s+/g, ' ');
}

const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}]|(?!\s)\p{Cc}/gu;
