import type { Analysis, Quote, Section, Span } from '../model.ts';
import { inOrder, overlap } from '../text/spans.ts';
import type { PlacedCorrection } from './corrections.ts';
import { keepSpeakers, markEntity, mergeInto, namesake, rejectEntity, relabel, rename, splitOff } from './entities.ts';

/**
 * The analysis as the reader corrected it, in the order of the corrections. One that finds nothing to correct (the
 * machine no longer finds that quote) changes nothing. What was corrected carries the annotation's id.
 */
export function applyCorrections(text: string, analysis: Analysis, corrections: readonly PlacedCorrection[]): Analysis {
  return corrections.reduce((corrected, one) => keepSpeakers(corrected, apply(text, corrected, one)), analysis);
}

function apply(text: string, analysis: Analysis, placed: PlacedCorrection): Analysis {
  const { correction } = placed;
  switch (correction.action) {
    case 'reject':
      if (correction.finding === 'quote') return rejectQuote(analysis, placed);
      if (correction.finding === 'heading') return rejectHeading(analysis, placed);
      return rejectEntity(analysis, placed, correction.scope);
    case 'mark':
      if (correction.finding === 'quote') return markQuote({ text, analysis, placed, speaker: correction.name });
      if (correction.finding === 'heading') return markHeading(text, analysis, placed);
      return markEntity({ text, analysis, placed, ...correction });
    case 'label':
      return relabel({ text, analysis, placed, ...correction });
    case 'speaker':
      return changeSpeaker(analysis, placed, correction.name);
    case 'merge':
      return mergeInto(analysis, placed, correction.name);
    case 'split':
      return splitOff(text, analysis, placed);
    case 'rename':
      return rename(analysis, placed, correction.name);
  }
}

function rejectQuote(analysis: Analysis, span: Span): Analysis {
  const wrong = quoteAt(analysis, span);
  return wrong ? { ...analysis, quotes: analysis.quotes.filter((quote) => quote !== wrong) } : analysis;
}

interface ToMarkQuote {
  readonly text: string;
  readonly analysis: Analysis;
  readonly placed: PlacedCorrection;
  readonly speaker: string | undefined;
}

function markQuote({ text, analysis, placed, speaker }: ToMarkQuote): Analysis {
  const { start, end, id } = placed;
  const words = text.slice(start, end);
  const opening = /^["'“”„«»‘’]/.test(words) ? 1 : 0;
  const closing = end - start > opening && /["'“”«»‘’]$/.test(words) ? 1 : 0;
  const content = { start: start + opening, end: end - closing };
  const kind = words.split(/\s+/).length > LONGEST_FRAGMENT ? 'direct' : 'fragment';
  const statement = analysis.quotes.reduce((highest, quote) => Math.max(highest, quote.statement), -1) + 1;
  const quote: Quote = { start, end, kind, content, statement, corrected: id };
  const others = analysis.quotes.filter((other) => !overlap(other, placed) || isAround(other, placed));
  const marked = { ...analysis, quotes: inOrder([...others, quote]) };
  return speaker === undefined ? marked : changeSpeaker(marked, placed, speaker);
}

/** Words; longer quotes marked by hand count as direct ones. */
const LONGEST_FRAGMENT = 4;

/** Changes the speaker of the whole statement that the quote is part of. */
function changeSpeaker(analysis: Analysis, placed: PlacedCorrection, name: string): Analysis {
  const found = quoteAt(analysis, placed);
  if (!found) return analysis;
  const entity = namesake(analysis, name);
  const speaker = {
    name: entity?.name ?? name,
    ...(entity && { entity: entity.id }),
    via: 'name' as const,
    confidence: 1,
  };
  const quotes = analysis.quotes.map((quote): Quote => {
    if (quote.statement !== found.statement) return quote;
    const { speaker: _, ...unattributed } = quote;
    return { ...unattributed, ...(name && { speaker }), corrected: placed.id };
  });
  return { ...analysis, quotes };
}

function rejectHeading(analysis: Analysis, span: Span): Analysis {
  const at = analysis.sections.findIndex(({ heading }) => heading && overlap(heading, span));
  const wrong = analysis.sections[at];
  if (!wrong) return analysis;
  const sections = analysis.sections.filter((section) => section !== wrong);
  const before = sections[at - 1];
  if (before && before.end <= wrong.start) {
    sections[at - 1] = { ...before, end: wrong.end, words: before.words + wrong.words };
  }
  return { ...analysis, sections };
}

/** The line becomes the heading of what follows it, up to the next section. */
function markHeading(text: string, analysis: Analysis, placed: PlacedCorrection): Analysis {
  const heading = { start: placed.start, end: placed.end };
  const others = analysis.sections.filter((section) => section.start !== heading.start);
  const around = others.findLast((section) => section.start < heading.start && heading.start < section.end);
  const next = others.find((section) => section.start > heading.start);
  const end = Math.min(around?.end ?? text.length, next?.start ?? text.length);
  const words = wordsIn(text, { start: heading.end, end });
  const section: Section = {
    start: heading.start,
    end,
    title: text.slice(heading.start, heading.end).trim(),
    level: around?.level ?? 1,
    heading,
    origin: 'heading',
    keywords: [],
    words,
    corrected: placed.id,
  };
  const shortened = others.map((other) =>
    other === around ? { ...other, end: heading.start, words: Math.max(0, other.words - words) } : other,
  );
  return { ...analysis, sections: inOrder([...shortened, section]) };
}

/**
 * The quote the span is on: the one that it shares most with, of several the shortest. A quote may stand inside an answer
 * or inside what is reported.
 */
function quoteAt({ quotes }: Analysis, span: Span): Quote | undefined {
  const shared = (quote: Quote) => Math.min(quote.end, span.end) - Math.max(quote.start, span.start);
  const length = (quote: Quote) => quote.end - quote.start;
  const touched = quotes.filter((quote) => overlap(quote, span));
  return touched.sort((a, b) => shared(b) - shared(a) || length(a) - length(b))[0];
}

/** Whether the quote is an answer or what is reported with more than the span in it: other quotes may stand inside. */
function isAround({ kind, start, end }: Quote, span: Span): boolean {
  const around = start <= span.start && span.end <= end && end - start > span.end - span.start;
  return around && (kind === 'block' || kind === 'indirect');
}

function wordsIn(text: string, { start, end }: Span): number {
  return text.slice(start, end).split(/\s+/).filter(Boolean).length;
}
