import type { Entity, Quote } from '../model.ts';
import type { Cache } from './cache.ts';
import type { Layout } from './layout.ts';
import type { Steps } from './steps.ts';

export interface SpeakersInput {
  readonly text: string;
  readonly layout: Layout;
  readonly quotes: readonly Quote[];
  readonly entities: readonly Entity[];
  readonly cache: Cache;
}

export interface SpeakersResult {
  /** The quotes with kinds settled, statements joined and speakers named. */
  readonly quotes: readonly Quote[];
  /** The entities with the pronouns and role phrases that were resolved added to their mentions. */
  readonly entities: readonly Entity[];
}

/** First cut: the nearest person named before the quote. */
export function* findSpeakers(input: SpeakersInput): Steps<SpeakersResult> {
  const named = input.entities
    .filter((entity) => entity.label === 'PERSON')
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .sort((a, b) => a.mention.start - b.mention.start);
  const quotes = input.quotes.map((quote): Quote => {
    const last = named.findLast(({ mention }) => mention.end <= quote.start) ?? named[0];
    if (!last) return quote;
    const { entity, mention } = last;
    return { ...quote, speaker: { name: entity.name, entity: entity.id, mention, via: 'name', confidence: 0.5 } };
  });
  yield;
  return { quotes, entities: input.entities };
}
