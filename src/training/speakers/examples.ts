import { FeatureList } from '../../core/learned/ranker.ts';
import type { Entity, Quote, Span } from '../../core/model.ts';
import { createCache } from '../../core/pipeline/cache.ts';
import { findEntities } from '../../core/pipeline/entities.ts';
import { findLayout } from '../../core/pipeline/layout.ts';
import { findMentions, type NameModel } from '../../core/pipeline/mentions.ts';
import { findQuotes } from '../../core/pipeline/quotes.ts';
import { type Mentioned, mentionedBy, sceneAt } from '../../core/pipeline/speakers/answers.ts';
import type { Choice, Sought } from '../../core/pipeline/speakers/choice.ts';
import { eachChoice } from '../../core/pipeline/speakers/choices.ts';
import { factsOf } from '../../core/pipeline/speakers/facts.ts';
import { Namings } from '../../core/pipeline/speakers/namings.ts';
import { hasQuotes, type Parts, partsOf } from '../../core/pipeline/speakers/parts.ts';
import { Profiles } from '../../core/pipeline/speakers/profiles.ts';
import { profileOf } from '../../core/pipeline/speakers/window.ts';
import { Scenes } from '../../core/pipeline/speakers/windows.ts';
import type { SpeakersInput } from '../../core/pipeline/speakers.ts';
import { run } from '../../core/pipeline/steps.ts';
import type { GoldArticle, GoldQuote } from '../markup.ts';

/** A quote that the engine found in an article with gold annotations. */
export interface QuoteExample {
  readonly article: GoldArticle;
  readonly quote: Quote;
  /** The gold quote, `undefined` if it is nobody's words. */
  readonly gold: GoldQuote | undefined;
  readonly sought: Sought;
  readonly options: readonly Option[];
  readonly right: readonly boolean[];
}

/** A choice with its features, and where its mention stands in the article. */
export interface Option {
  readonly choice: Choice;
  readonly features: FeatureList;
  /** The mention's candidate; absent for the speaker of the quote before. */
  readonly mention: PlacedMention | undefined;
}

export interface PlacedMention {
  readonly mentioned: Mentioned;
  /** Number of its paragraph, and where that begins. */
  readonly paragraph: number;
  readonly offset: number;
  /** Its head in the article. */
  readonly head: Span;
}

/** What the engine found in an article, with the gold annotations beside it. */
export interface Findings {
  readonly article: GoldArticle;
  readonly input: SpeakersInput;
  readonly namings: Namings;
  readonly profiles: Profiles;
  readonly entities: readonly Entity[];
  readonly examples: readonly QuoteExample[];
}

/** The quotes of the article with the speakers to choose from, each marked right or wrong. */
export function examplesOf(article: GoldArticle, names: NameModel): Findings {
  const { text } = article;
  const cache = createCache();
  const layout = run(findLayout(text, cache));
  const entities = run(findEntities(run(findMentions(layout, names, cache)), cache));
  const quotes = run(findQuotes(text, layout));
  const input = { text, layout, quotes, entities, cache };
  const parts = run(partsOf(input));
  const scenes = new Scenes(input, parts);
  const examples: QuoteExample[] = [];
  let last: GoldQuote | undefined;
  const entityOf = ({ mentioned: { name }, paragraph }: PlacedMention) =>
    name < 0 ? undefined : entities[parts.names.entities[parts.firstName[paragraph]! + name]!];
  for (const paragraph of parts.blocks.keys()) {
    if (!hasQuotes(parts, paragraph)) continue;
    const window = scenes.window(paragraph);
    for (let q = 0; q < window.quotes.length; q++) {
      const quote = quotes[parts.firstQuote[paragraph]! + q]!;
      const gold = article.quotes.find((other) => likeness(quote, other) > 0.8);
      const sought = { window, q, profile: profileOf(window, q) };
      const options = optionsOf(sought, parts, paragraph);
      const right = gold
        ? surest(
            options.map((option) => isRight(option, gold, last)),
            options.map(({ mention }) => mention && tellingOf(mention, entityOf(mention), article, gold)),
          )
        : options.map(() => false);
      examples.push({ article, quote, gold, sought, options, right });
      if (gold) last = gold;
    }
  }
  const count = (i: number) => parts.firstName[i + 1]! - parts.firstName[i]!;
  const facts = parts.blocks.map((_, i) => factsOf(scenes.at(i), count(i)));
  const told = { input, parts, facts };
  return { article, input, namings: new Namings(told), profiles: new Profiles(told), entities, examples };
}

function optionsOf(sought: Sought, { offsets }: Parts, here: number): readonly Option[] {
  const options: Option[] = [];
  const features = new FeatureList();
  eachChoice(sought, features, (choice) => {
    const copy = features.copy();
    if (choice.candidate < 0) return void options.push({ choice, features: copy, mention: undefined });
    const scene = sceneAt(sought.window, choice.paragraph);
    const paragraph = here + choice.paragraph;
    const offset = offsets[paragraph]!;
    const { start, end } = scene.items[scene.candidates[choice.candidate]!.head]!;
    const mentioned = mentionedBy(scene, choice.candidate, choice.paragraph);
    const head = { start: start + offset, end: end + offset };
    options.push({ choice, features: copy, mention: { mentioned, paragraph, offset, head } });
  });
  return options;
}

/** Whether the entity is the one with this fullest name in the gold annotations: they share a mention. */
export function stands({ text, entities }: GoldArticle, entity: Entity, speaker: string): boolean {
  const named = entities.find((gold) => text.slice(gold.start, gold.end) === speaker);
  if (!named) return false;
  const same = entities.filter((gold) => gold === named || (named.key !== undefined && gold.key === named.key));
  return entity.mentions.some((mention) => same.some((gold) => mention.start < gold.end && gold.start < mention.end));
}

function isRight({ mention }: Option, gold: GoldQuote, last: GoldQuote | undefined): boolean {
  if (!gold.mention) return !mention && last !== undefined && last.speaker === gold.speaker;
  if (!mention) return last?.mention?.start === gold.mention.start;
  return mention.head.start < gold.mention.end && mention.head.end > gold.mention.start;
}

/**
 * Of the mentions that are right those that tell most of who it is: in 'its manager, Dana Cole,' the name, and not 'its'.
 */
function surest(right: readonly boolean[], telling: readonly (number | undefined)[]): readonly boolean[] {
  const most = Math.max(...telling.map((rank, i) => (right[i] ? (rank ?? 0) : 0)));
  return right.map((isRight, i) => isRight && (telling[i] ?? most) === most);
}

/** How much a mention within that of the gold tells of the speaker. */
function tellingOf(
  { mentioned }: PlacedMention,
  entity: Entity | undefined,
  article: GoldArticle,
  gold: GoldQuote,
): number {
  if (entity) return gold.speaker !== undefined && stands(article, entity, gold.speaker) ? 2 : 0;
  return mentioned.described?.type === 'his' ? 0 : 1;
}

/** The share of two spans together that is of both: 1 for the same, 0 for spans apart. (The Jaccard index.) */
export function likeness(a: Span, b: Span): number {
  return (
    Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
    (Math.max(a.end, b.end) - Math.min(a.start, b.start) || 1)
  );
}
