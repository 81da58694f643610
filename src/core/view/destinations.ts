import type { Analysis, Span } from '../model.ts';
import type { L10n } from './l10n.ts';
import { icon, placeOf } from './rows.ts';
import { labelName, oneLine, plain, quoteKindName, wordCount } from './words.ts';

/** A place one can go to by name. */
export interface Destination {
  readonly kind: 'quote' | 'entity' | 'section';
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly span: Span;
}

/** Everything one can go to: sections first, then entities, then quotes, each in text order. */
export function destinations(analysis: Analysis, text: string, l10n: L10n): readonly Destination[] {
  return [
    ...analysis.sections.map(
      (section): Destination => ({
        kind: 'section',
        label: plain(section.title, 120),
        description: wordCount(section.words, l10n),
        icon: icon(section.origin),
        span: placeOf(section),
      }),
    ),
    ...analysis.entities.flatMap(({ name, label, mentions: [first] }): Destination[] =>
      first
        ? [
            {
              kind: 'entity',
              label: plain(name, 80),
              description: labelName(label, l10n),
              icon: icon(label),
              span: first,
            },
          ]
        : [],
    ),
    ...analysis.quotes.map(
      (quote): Destination => ({
        kind: 'quote',
        label: oneLine(text, quote, 100),
        description: quote.speaker ? plain(quote.speaker.name, 80) : quoteKindName(quote.kind, l10n),
        icon: icon(quote.kind),
        span: quote,
      }),
    ),
  ];
}
