import type { Analysis, Label, Span } from '../model.ts';

/** How a span is shown; each kind has a look of its own in the editor. */
export const HIGHLIGHT_KINDS = [
  'quote',
  'fragment',
  'indirect',
  'term',
  'person',
  'organisation',
  'place',
  'group',
  'other',
  'heading',
  'boilerplate',
] as const;
export type HighlightKind = (typeof HIGHLIGHT_KINDS)[number];

export interface HighlightOptions {
  readonly quotes: boolean;
  readonly entities: boolean;
  readonly sections: boolean;
  readonly boilerplate: boolean;
  /** Whether terms in marks (titles, scare quotes) are shown. */
  readonly terms: boolean;
  /** The labels of the entities that are shown. */
  readonly labels: readonly string[];
}

/** The spans of each kind in text order; a kind with nothing to show has an empty list. */
export type Highlights = Readonly<Record<HighlightKind, readonly Span[]>>;

/** What is shown in the text. Of an entity only its names are, role phrases and pronouns are left plain. */
export function highlights(analysis: Analysis | undefined, options: HighlightOptions): Highlights {
  const spans = Object.fromEntries(HIGHLIGHT_KINDS.map((kind) => [kind, []])) as unknown as Record<
    HighlightKind,
    Span[]
  >;
  if (!analysis) return spans;
  if (options.quotes) {
    for (const quote of analysis.quotes) {
      if (quote.kind !== 'term' || options.terms) spans[QUOTE_LOOKS[quote.kind]].push(quote);
    }
  }
  if (options.entities) {
    const labels = new Set(options.labels);
    for (const entity of analysis.entities) {
      if (!labels.has(entity.label)) continue;
      for (const mention of entity.mentions) if (mention.kind === 'name') spans[lookOf(entity.label)].push(mention);
    }
  }
  if (options.sections) for (const { heading } of analysis.sections) if (heading) spans.heading.push(heading);
  if (options.boilerplate) spans.boilerplate.push(...analysis.boilerplate);
  return spans;
}

/** The look of an entity's underline. */
export function lookOf(label: Label): HighlightKind {
  return LABEL_LOOKS[label] ?? 'other';
}

/** Whether two lists hold the same spans in the same order. */
export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, i) => span.start === b[i]?.start && span.end === b[i]?.end);
}

const QUOTE_LOOKS = {
  direct: 'quote',
  block: 'quote',
  fragment: 'fragment',
  indirect: 'indirect',
  term: 'term',
} as const;

const LABEL_LOOKS: Partial<Record<Label, HighlightKind>> = {
  PERSON: 'person',
  ORG: 'organisation',
  PLACE: 'place',
  NORP: 'group',
};
