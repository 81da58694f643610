import type { Quote, QuoteKind, Span } from '../../core/model.ts';
import { createModel, type SpeakerWeights } from '../../core/pipeline/speakers/answers.ts';
import { findSpeakers } from '../../core/pipeline/speakers.ts';
import { run } from '../../core/pipeline/steps.ts';
import { overlap } from '../../core/text/spans.ts';
import type { GoldQuote } from '../markup.ts';
import { type Findings, likeness, stands } from './examples.ts';

/** Counts of right ones among all, in the way of the quotes' figures in RESULTS.md. */
export interface Figures {
  gold: number;
  predicted: number;
  hits: number;
  mentions: [number, number];
  names: [number, number];
  /** Descriptions of what is wrong, for reading. */
  readonly errors: string[];
}

/** Compares what the speakers' stage makes of the findings with the gold annotations. */
export function evaluate(findings: readonly Findings[], weights: SpeakerWeights, kinds = MARKED): Figures {
  const figures: Figures = { gold: 0, predicted: 0, hits: 0, mentions: [0, 0], names: [0, 0], errors: [] };
  const model = createModel(weights);
  for (const found of findings) {
    const { quotes } = run(findSpeakers(found.input, model));
    const spoken = quotes.filter(({ kind }) => kinds.includes(kind));
    figures.gold += found.article.quotes.length;
    figures.predicted += spoken.length;
    const used = new Set<Quote>();
    for (const gold of found.article.quotes) {
      const quote = spoken.find((other) => likeness(gold, other) >= 0.8);
      if (quote) used.add(quote);
      count(figures, found, gold, quote);
    }
    for (const quote of spoken) if (!used.has(quote)) figures.errors.push(`INVENTED ${around(found, quote)}`);
  }
  return figures;
}

/** The kinds of quotes in marks, and of those without. */
const MARKED: readonly QuoteKind[] = ['direct', 'fragment', 'block'];
const REPORTED: readonly QuoteKind[] = ['indirect'];

/** The same for what is reported without marks, in the articles where all of it is annotated. */
export function evaluateIndirect(findings: readonly Findings[], weights: SpeakerWeights): Figures {
  const annotated = findings.filter(({ article }) => article.indirect.length > 0);
  const asQuotes = annotated.map(({ article, input, ...found }) => ({
    ...found,
    article: { ...article, quotes: article.indirect },
    input: { ...input, indirect: true },
  }));
  return evaluate(asQuotes, weights, REPORTED);
}

function count(figures: Figures, found: Findings, gold: GoldQuote, quote: Quote | undefined): void {
  if (quote) figures.hits++;
  else figures.errors.push(`MISSED ${around(found, gold)}`);
  const speaker = quote?.speaker;
  if (gold.mention) {
    const right = speaker?.mention !== undefined && overlap(speaker.mention, gold.mention);
    figures.mentions[0]++;
    if (right) figures.mentions[1]++;
    else if (quote) {
      const words = speaker?.mention ? found.article.text.slice(speaker.mention.start, speaker.mention.end) : 'nobody';
      figures.errors.push(`MENTION ${words} (${speaker?.via}) for ${gold.speaker}: ${around(found, quote)}`);
    }
  }
  if (gold.speaker) {
    const entity = found.entities.find(({ id }) => id === speaker?.entity);
    const right = entity ? stands(found.article, entity, gold.speaker) : sameRole(speaker?.name, gold.speaker);
    figures.names[0]++;
    if (right) figures.names[1]++;
    else if (quote)
      figures.errors.push(`NAME ${speaker?.name} (${speaker?.via}) for ${gold.speaker}: ${around(found, quote)}`);
  }
}

/** Whether the words of one role phrase are within the other's. */
export function sameRole(name: string | undefined, gold: string): boolean {
  if (!name) return false;
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => !/^(?:the|a|an)$/.test(word));
  const [a, b] = [new Set(words(name)), new Set(words(gold))];
  return [...a].every((word) => b.has(word)) || [...b].every((word) => a.has(word));
}

function around({ article: { id, text } }: Findings, { start, end }: Span): string {
  const quote = `[[${text.slice(start, Math.min(end, start + 70))}]]`;
  return `${id} ${text.slice(Math.max(0, start - 140), start)}${quote}${text.slice(end, end + 110)}`.replaceAll(
    '\n',
    '¶',
  );
}

/** The figures as one line of a table. */
export function render({ gold, predicted, hits, mentions, names }: Figures): string {
  const percent = (part: number, whole: number) => ((100 * part) / (whole || 1)).toFixed(1);
  const f1 = percent(2 * hits, gold + predicted);
  const [precision, recall] = [percent(hits, predicted), percent(hits, gold)];
  return `span F1 ${f1} (P ${precision}, R ${recall}), mention ${percent(mentions[1], mentions[0])}, name ${percent(names[1], names[0])}`;
}
