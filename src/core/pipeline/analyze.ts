import type { NameModel } from '../learned/model.ts';
import type { Analysis } from '../model.ts';
import { type Cache, createCache } from './cache.ts';
import { findEntities } from './entities.ts';
import { findInterviews } from './interviews.ts';
import { findLayout } from './layout.ts';
import { findMentions } from './mentions.ts';
import { findQuotes } from './quotes.ts';
import { findSections } from './sections.ts';
import { findSpeakers } from './speakers.ts';
import { run, type Steps } from './steps.ts';

export interface AnalyzeOptions {
  /** Goes into the result, so that a stale one can be told. Default 0. */
  readonly version?: number;
  /** The learned model of names; without it the analysis has no names. */
  readonly names?: NameModel | undefined;
  /** Whether what is reported without quotation marks is found too: 'she said that …'. Default: it is not. */
  readonly indirect?: boolean;
  /** Kept between analyses of the same article to make the next one fast. Default: an empty one. */
  readonly cache?: Cache;
  /** Told when a stage begins, to show progress or to time it. */
  readonly onStage?: (stage: Stage) => void;
}

/** The stages in the order they run. */
export const STAGES = ['layout', 'quotes', 'mentions', 'entities', 'speakers', 'sections'] as const;
export type Stage = (typeof STAGES)[number];

/** Finds quotes, entities and sections in an article's text. Never throws; unclear text yields fewer findings. */
export function analyze(text: string, options: AnalyzeOptions = {}): Analysis {
  return run(analyzeSteps(text, options));
}

/** The same as {@link analyze}, in steps that may be interrupted or abandoned at any yield. */
export function* analyzeSteps(text: string, options: AnalyzeOptions = {}): Steps<Analysis> {
  const { version = 0, names, indirect = false, cache = createCache(), onStage } = options;
  onStage?.('layout');
  const layout = yield* findLayout(text, cache);
  onStage?.('quotes');
  const marks = yield* findQuotes(text, layout);
  onStage?.('mentions');
  const mentions = yield* findMentions(layout, names, cache);
  onStage?.('entities');
  const entities = yield* findEntities(mentions, cache);
  onStage?.('speakers');
  const spoken = yield* findSpeakers({ text, layout, quotes: marks, entities, cache, indirect });
  const quotes = yield* findInterviews({ layout, entities: spoken.entities, quotes: spoken.quotes });
  onStage?.('sections');
  const sections = yield* findSections(text, layout);
  cache.sweep();
  return {
    version,
    language: layout.language,
    ...(layout.headline && { headline: layout.headline }),
    boilerplate: layout.boilerplate,
    sections,
    quotes,
    entities: spoken.entities,
    words: layout.words,
  };
}
