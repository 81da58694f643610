import type { Analysis, Boilerplate, Correctable, Entity, Quote, Section, Span, Speaker } from '../model.ts';
import { countWords, type Item, itemsAt, statements } from './items.ts';
import type { L10n } from './l10n.ts';
import {
  boilerplateName,
  labelName,
  mentionCount,
  oneLine,
  quoteCount,
  quoteKindName,
  sectionName,
  wordCount,
} from './words.ts';

/** What a hover says about one finding: plain text throughout, to be escaped by whoever shows it. */
export interface HoverBlock {
  readonly title: string;
  /** What the finding is, in a few words. */
  readonly kind: string;
  readonly facts: readonly string[];
  readonly actions: readonly HoverAction[];
  /** The finding's place. */
  readonly span: Span;
}

/** A command of ours, without the prefix, that acts on the finding. */
export interface HoverAction {
  readonly label: string;
  readonly command: string;
}

/** One block for every finding under the offset, the innermost first. */
export function hoverAt(analysis: Analysis, text: string, offset: number, l10n: L10n): readonly HoverBlock[] {
  const hover = { analysis, text, l10n };
  return itemsAt(analysis, offset).map((item) => blockOf(item, hover));
}

interface Context {
  readonly analysis: Analysis;
  readonly text: string;
  readonly l10n: L10n;
}

function blockOf(item: Item, context: Context): HoverBlock {
  switch (item.kind) {
    case 'mention':
      return entityBlock(item.entity, item.mention, context);
    case 'quote':
      return quoteBlock(item.quote, context);
    case 'boilerplate':
      return boilerplateBlock(item.boilerplate, context);
    case 'section':
      return sectionBlock(item.section, context);
  }
}

function quoteBlock(quote: Quote, { analysis, text, l10n }: Context): HoverBlock {
  const section = sectionName(analysis, quote, l10n);
  const speaks = quote.kind !== 'term';
  const words = wordCount(countWords(text.slice(quote.content.start, quote.content.end)), l10n);
  return {
    title: speaks ? (quote.speaker?.name ?? l10n.t('Unattributed')) : oneLine(text, quote.content, 60),
    kind: kindOf(quote, [quoteKindName(quote.kind, l10n), words], l10n),
    facts: [
      ...(quote.speaker ? [reason(quote.speaker, quote.cue, text, l10n)] : []),
      ...partsOf(quote, analysis, text, l10n),
      ...(section ? [l10n.t('Section: {0}', section)] : []),
    ],
    actions: [
      { label: l10n.t('Previous by Speaker'), command: 'previousQuoteBySpeaker' },
      { label: l10n.t('Next by Speaker'), command: 'nextQuoteBySpeaker' },
      { label: l10n.t('Change Speaker…'), command: 'changeSpeaker' },
      { label: l10n.t('Not a Quote'), command: 'notAQuote' },
      { label: l10n.t('Copy as Citation'), command: 'copyCitation' },
      ...undoOf(quote, l10n),
    ],
    span: quote,
  };
}

/** What a finding is, with a check if a reader corrected it. */
function kindOf({ corrected }: Correctable, facts: readonly string[], l10n: L10n): string {
  return [...facts, ...(corrected ? [l10n.t('✓ corrected')] : [])].join(' · ');
}

function undoOf({ corrected }: Correctable, l10n: L10n): readonly HoverAction[] {
  return corrected ? [{ label: l10n.t('Withdraw Correction'), command: 'undoCorrection' }] : [];
}

/** Why the speaker is the speaker, in words. */
function reason(speaker: Speaker, cue: Span | undefined, text: string, l10n: L10n): string {
  const { mention, via } = speaker;
  if (via === 'carried' || !mention) return l10n.t('Continues the statement above');
  const words = oneLine(text, mention, 60);
  const told = cue ? l10n.t('“{0}”', cueWords(cue, mention, text)) : undefined;
  const named = namedBy(via, words, l10n);
  return told && told !== l10n.t('“{0}”', words) ? `${named}: ${told}` : named;
}

function namedBy(via: Speaker['via'], words: string, l10n: L10n): string {
  if (via === 'pronoun') return l10n.t('From the pronoun “{0}”', words);
  if (via === 'noun') return l10n.t('From the words “{0}”', words);
  return l10n.t('From the name “{0}”', words);
}

/** The cue and the speaker as they stand in the text, or with a gap if much stands between them. */
function cueWords(cue: Span, mention: Span, text: string): string {
  const [first, last] = cue.start <= mention.start ? [cue, mention] : [mention, cue];
  if (last.end - first.start <= 80) return oneLine(text, { start: first.start, end: Math.max(first.end, last.end) });
  return `${oneLine(text, first, 40)} … ${oneLine(text, last, 40)}`;
}

function partsOf(quote: Quote, analysis: Analysis, text: string, l10n: L10n): readonly string[] {
  const parts: readonly Quote[] = statements(analysis).find(({ parts }) => parts.includes(quote))?.parts ?? [];
  if (parts.length < 2) return [];
  const words = parts.reduce((sum, part) => sum + countWords(text.slice(part.content.start, part.content.end)), 0);
  return [
    l10n.t('Part {0} of {1} of a statement of {2}', parts.indexOf(quote) + 1, parts.length, wordCount(words, l10n)),
  ];
}

function entityBlock(entity: Entity, mention: Span, { text, l10n }: Context): HoverBlock {
  const named = entity.mentions.filter(({ kind }) => kind === 'name').length;
  const others = entity.mentions.length - named;
  const shown = oneLine(text, mention, 60);
  return {
    title: entity.name,
    kind: kindOf(entity, [labelName(entity.label, l10n)], l10n),
    facts: [
      others > 0
        ? l10n.t('{0} by name, {1} by pronoun or description', mentionCount(named, l10n), others)
        : mentionCount(named, l10n),
      ...(entity.value && entity.value !== entity.name ? [l10n.t('Stands for {0}', entity.value)] : []),
      ...(entity.aliases.length > 0 ? [l10n.t('Also: {0}', entity.aliases.slice(0, 6).join(', '))] : []),
      ...(shown !== entity.name && !entity.aliases.includes(shown) ? [l10n.t('Here: “{0}”', shown)] : []),
    ],
    actions: [
      { label: l10n.t('Previous Mention'), command: 'previousMention' },
      { label: l10n.t('Next Mention'), command: 'nextMention' },
      { label: l10n.t('Change Type…'), command: 'changeLabel' },
      { label: l10n.t('Not an Entity'), command: 'notAnEntity' },
      { label: l10n.t('Rename…'), command: 'renameEntity' },
      { label: l10n.t('Merge…'), command: 'mergeEntities' },
      ...undoOf(entity, l10n),
    ],
    span: mention,
  };
}

function sectionBlock(section: Section, { analysis, l10n }: Context): HoverBlock {
  const quotes = statements(analysis).filter(
    ({ parts: [first] }) => first.start >= section.start && first.end <= section.end,
  );
  return {
    title: section.title,
    kind: kindOf(section, [l10n.t('Section')], l10n),
    facts: [
      `${wordCount(section.words, l10n)} · ${quoteCount(quotes.length, l10n)}`,
      ...(section.keywords.length > 0 ? [l10n.t('About: {0}', section.keywords.join(', '))] : []),
    ],
    actions: [
      { label: l10n.t('Previous Section'), command: 'previousSection' },
      { label: l10n.t('Next Section'), command: 'nextSection' },
      { label: l10n.t('Copy Quotes'), command: 'copyQuotesOfSection' },
      { label: l10n.t('Not a Heading'), command: 'notAHeading' },
      ...undoOf(section, l10n),
    ],
    span: section.heading ?? section,
  };
}

function boilerplateBlock(boilerplate: Boilerplate, { l10n }: Context): HoverBlock {
  return {
    title: boilerplateName(boilerplate.kind, l10n),
    kind: l10n.t('Not part of the article'),
    facts: [l10n.t('In no count')],
    actions: [],
    span: boilerplate,
  };
}
