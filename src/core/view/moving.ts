import type { Analysis, Span } from '../model.ts';
import { mentionAt, quoteAt, quotesBySameSpeaker } from './items.ts';

/** What one can step through with *next* and *previous*. */
export type StopKind = 'annotation' | 'quote' | 'speaker' | 'mention' | 'section';
export type Direction = 'next' | 'previous';

/**
 * The places to stop at, in text order. For `speaker` the quotes of the speaker at the offset, for `mention` the
 * mentions of the entity there; none if there is no such thing at the offset.
 */
export function stops(analysis: Analysis, kind: StopKind, offset: number): readonly Span[] {
  switch (kind) {
    case 'annotation':
      return [...quotes(analysis), ...names(analysis), ...headings(analysis)].sort((a, b) => a.start - b.start);
    case 'quote':
      return quotes(analysis);
    case 'speaker': {
      const quote = quoteAt(analysis, offset);
      return quote ? quotesBySameSpeaker(analysis, quote) : [];
    }
    case 'mention':
      return mentionAt(analysis, offset)?.entity.mentions ?? [];
    case 'section':
      return headings(analysis);
  }
}

export interface Step {
  readonly from: number;
  readonly direction: Direction;
  /** Whether the first stop follows the last. */
  readonly wrap: boolean;
}

/** The stop after or before an offset; `undefined` at the end if steps do not wrap, and where there are no stops. */
export function step(places: readonly Span[], { from, direction, wrap }: Step): Span | undefined {
  if (direction === 'next') return places.find((place) => place.start > from) ?? (wrap ? places[0] : undefined);
  return places.findLast((place) => place.start < from) ?? (wrap ? places.at(-1) : undefined);
}

function quotes(analysis: Analysis): readonly Span[] {
  return analysis.quotes.filter((quote) => quote.kind !== 'term');
}

function names(analysis: Analysis): readonly Span[] {
  return analysis.entities.flatMap((entity) => entity.mentions.filter((mention) => mention.kind === 'name'));
}

function headings(analysis: Analysis): readonly Span[] {
  return analysis.sections.map((section) => section.heading ?? { start: section.start, end: section.start });
}
