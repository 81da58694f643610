import type { Analysis, Section, Span } from '../model.ts';
import { statements } from './items.ts';
import type { L10n } from './l10n.ts';
import { entityCount, plain, quoteCount, wordCount } from './words.ts';

/** '87 words · 3 quotes · 12 entities': what is in a section. */
export function sectionFigures(analysis: Analysis, section: Section, l10n: L10n): string {
  const within = ({ start }: Span) => section.start <= start && start < section.end;
  const quotes = statements(analysis).filter(({ parts: [first] }) => within(first)).length;
  const entities = analysis.entities.filter(({ mentions }) => mentions.some(within)).length;
  return [wordCount(section.words, l10n), quoteCount(quotes, l10n), entityCount(entities, l10n)].join(' · ');
}

/** The end of each pronoun or description that stands for a quote's speaker, with the speaker's name. */
export function spokenFor(analysis: Analysis | undefined): readonly { readonly name: string; readonly end: number }[] {
  const names = new Map<number, string>();
  for (const { speaker } of analysis?.quotes ?? []) {
    if (!speaker?.mention || !speaker.entity || (speaker.via !== 'pronoun' && speaker.via !== 'noun')) continue;
    names.set(speaker.mention.end, plain(speaker.name, 40));
  }
  return [...names].map(([end, name]) => ({ name, end }));
}
