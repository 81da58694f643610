import type { Analysis, Quote, Section, Span } from '../model.ts';
import { type Statement, statements } from './items.ts';
import type { L10n } from './l10n.ts';
import { plain } from './words.ts';

export interface CitationInput {
  readonly analysis: Analysis;
  readonly text: string;
  /** What the article is called where it is kept: its file's name. */
  readonly source: string;
  readonly l10n: L10n;
}

/** The quote's whole statement with its speaker and its source, on one line: “…” […] “…” — Speaker, “Headline”, file. */
export function citation(quote: Quote, input: CitationInput): string {
  const { speaker, kind } = quote;
  const parts: readonly Quote[] = kind === 'term' ? [quote] : (statementOf(quote, input.analysis)?.parts ?? [quote]);
  const words = parts.map((part) => plain(wordsOf(part, input.text))).join(' […] ');
  return `${words} — ${[speaker?.name ?? input.l10n.t('Unattributed'), ...sourceOf(input)].join(', ')}`;
}

/** The statements made in a section as a list, under its title; empty if there are none. */
export function quotesOfSection(section: Section, input: CitationInput): string {
  const said = statements(input.analysis).filter(({ parts: [first] }) => isIn(first, section));
  if (said.length === 0) return '';
  const lines = said.map(({ parts, speaker }) => {
    const words = parts.map((part) => plain(wordsOf(part, input.text))).join(' […] ');
    return `- ${words} — ${speaker?.name ?? input.l10n.t('Unattributed')}`;
  });
  return [plain(section.title), ...lines, ''].join('\n');
}

function statementOf(quote: Quote, analysis: Analysis): Statement | undefined {
  return statements(analysis).find(({ parts }) => parts.includes(quote));
}

function sourceOf({ analysis: { headline }, text, source }: CitationInput): readonly string[] {
  return [...(headline ? [`“${plain(text.slice(headline.start, headline.end))}”`] : []), source];
}

/** The quote as it stands, its marks with it. */
function wordsOf({ start, end }: Span, text: string): string {
  return text.slice(start, end);
}

function isIn(span: Span, { start, end }: Span): boolean {
  return start <= span.start && span.end <= end;
}
