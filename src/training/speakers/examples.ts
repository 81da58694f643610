import type { Entity, Quote, Span } from '../../core/model.ts';
import { createCache } from '../../core/pipeline/cache.ts';
import { findEntities } from '../../core/pipeline/entities.ts';
import { findLayout } from '../../core/pipeline/layout.ts';
import { findMentions, type NameModel } from '../../core/pipeline/mentions.ts';
import { findQuotes } from '../../core/pipeline/quotes.ts';
import { type Choice, choicesOf } from '../../core/pipeline/speakers/choices.ts';
import type { Naming } from '../../core/pipeline/speakers/profiles.ts';
import { type Profile, profileOf, type Window } from '../../core/pipeline/speakers/window.ts';
import { namingsIn, type Part, type Place, partsOf, placesIn } from '../../core/pipeline/speakers/windows.ts';
import type { SpeakersInput } from '../../core/pipeline/speakers.ts';
import { run } from '../../core/pipeline/steps.ts';
import type { GoldArticle, GoldQuote } from '../markup.ts';

/** A quote that the engine found in an article with gold annotations. */
export interface QuoteExample {
  readonly article: GoldArticle;
  readonly quote: Quote;
  /** The gold quote, `undefined` if it is nobody's words. */
  readonly gold: GoldQuote | undefined;
  readonly parts: readonly Part[];
  readonly place: Place;
  readonly window: Window;
  /** Number of the quote in its window. */
  readonly at: number;
  readonly profile: Profile;
  readonly choices: readonly Choice[];
  readonly right: readonly boolean[];
}

/** What the engine found in an article, with the gold annotations beside it. */
export interface Findings {
  readonly article: GoldArticle;
  readonly input: SpeakersInput;
  readonly namings: readonly Naming[];
  readonly entities: readonly Entity[];
  readonly examples: readonly QuoteExample[];
}

/** The quotes of the article with the speakers to choose from, each marked right or wrong. */
export function examplesOf(article: GoldArticle, names: NameModel): Findings {
  const { text } = article;
  const cache = createCache();
  const layout = run(findLayout(text, cache));
  const entities = run(findEntities(run(findMentions(layout, names)), cache));
  const quotes = run(findQuotes(text, layout));
  const examples: QuoteExample[] = [];
  let last: GoldQuote | undefined;
  const input = { text, layout, quotes, entities, cache };
  const parts = run(partsOf(input));
  for (const place of placesIn(input, parts)) {
    const window = place.window();
    for (const [at, number] of place.quotes.entries()) {
      const quote = quotes[number]!;
      const gold = article.quotes.find((other) => overlap(quote, other) > 0.8);
      const profile = profileOf(window, at);
      const choices = choicesOf(window, at, profile);
      const right = choices.map((choice) => gold !== undefined && isRight({ parts, place, choice, gold, last }));
      examples.push({ article, quote, gold, parts, place, window, at, profile, choices, right });
      if (gold) last = gold;
    }
  }
  const namings = parts.flatMap((part, i) => namingsIn(input, part, i));
  return { article, input, namings, entities, examples };
}

/** Whether the entity is the one with this fullest name in the gold annotations: they share a mention. */
export function stands({ text, entities }: GoldArticle, entity: Entity, speaker: string): boolean {
  const named = entities.find((gold) => text.slice(gold.start, gold.end) === speaker);
  if (!named) return false;
  const same = entities.filter((gold) => gold === named || (named.key !== undefined && gold.key === named.key));
  return entity.mentions.some((mention) => same.some((gold) => mention.start < gold.end && gold.start < mention.end));
}

interface Judged {
  readonly parts: readonly Part[];
  readonly place: Place;
  readonly choice: Choice;
  readonly gold: GoldQuote;
  /** The gold quote before it. */
  readonly last: GoldQuote | undefined;
}

function isRight({ parts, place, choice, gold, last }: Judged): boolean {
  if (!gold.mention) return choice.candidate < 0 && last !== undefined && last.speaker === gold.speaker;
  if (choice.candidate < 0) return last?.mention?.start === gold.mention.start;
  const part = parts[place.paragraph + choice.paragraph]!;
  const scene = part.scene();
  const head = scene.items[scene.candidates[choice.candidate]!.head]!;
  return part.block.start + head.start < gold.mention.end && part.block.start + head.end > gold.mention.start;
}

function overlap(a: Span, b: Span): number {
  return (
    Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
    (Math.max(a.end, b.end) - Math.min(a.start, b.start) || 1)
  );
}
