import weights from '../learned/speakers.json' with { type: 'json' };
import type { Entity, Mention, Quote } from '../model.ts';
import { inOrder } from '../text/spans.ts';
import { createModel, type SpeakerModel } from './speakers/answers.ts';
import { Namings } from './speakers/namings.ts';
import type { PartsInput } from './speakers/parts.ts';
import { Profiles } from './speakers/profiles.ts';
import { type KeptReading, kept, type Reading, readSteps, retold } from './speakers/read.ts';
import { type Heard, Referrals } from './speakers/referrals.ts';
import { adoptRepeated } from './speakers/repeats.ts';
import { addReported } from './speakers/reported.ts';
import { createResolver } from './speakers/resolver.ts';
import { type Draft, settle } from './speakers/settle.ts';
import type { Steps } from './steps.ts';

export interface SpeakersInput extends PartsInput {
  /** Whether what is reported without quotation marks is found too. It changes nothing of the quotes in marks. */
  readonly indirect?: boolean;
}

export interface SpeakersResult {
  /** The quotes with kinds settled, statements joined and speakers named. */
  readonly quotes: readonly Quote[];
  /** The entities with the pronouns and role phrases that were resolved added to their mentions. */
  readonly entities: readonly Entity[];
}

const MODEL = createModel(weights);

/**
 * Settles which words in marks are anyone's and who says them. A linear model ranks the mentions around each quote, a
 * second one finds what pronouns and role phrases stand for, in text order: a quote may continue the one before.
 */
export function* findSpeakers(input: SpeakersInput, model: SpeakerModel = MODEL): Steps<SpeakersResult> {
  const { indirect = false } = input;
  const last = input.cache.recall<Kept>('speakers');
  const reading = yield* readSteps(input, { model, indirect }, last?.reading);
  const changed = last && retold(last.reading, reading, input);
  const article = { input, parts: reading.parts, facts: reading.facts };
  const namings = new Namings(article);
  const profiles = changed?.size === 0 && last?.profiles.isRead ? last.profiles : new Profiles(article);
  const before =
    changed && last?.indirect === indirect ? { ...reading.takeover, heard: last.heard, retold: changed } : undefined;
  const resolver = createResolver({ namings, profiles }, model);
  const referrals = new Referrals({ resolver, namings, parts: reading.parts, before });
  const draft: Draft = {
    input,
    parts: reading.parts,
    referrals,
    quotes: [...input.quotes],
    found: new Map(),
    doubtful: new Map(),
  };
  const reported = yield* settleAll(draft, reading, referrals);
  yield* adoptRepeated(draft);
  yield;
  const { heard } = referrals;
  input.cache.keep('speakers', { reading: kept(reading, input, model), heard, profiles, indirect } satisfies Kept);
  const quotes = reported.length === 0 ? draft.quotes : inOrder([...draft.quotes, ...reported]);
  yield;
  return { quotes, entities: withMentions(input.entities, draft.found) };
}

/** Quotes settled in one step. */
const PAUSE = 16;

/** Settles all quotes in text order; gives what is reported without marks. */
function* settleAll(draft: Draft, { answers, sayings }: Reading, referrals: Referrals): Steps<readonly Quote[]> {
  const { firstQuote } = draft.parts;
  const reported: Quote[] = [];
  const onlooker: Draft = { ...draft, referrals: referrals.onlooker };
  let settled = 0;
  for (let i = 0; i < answers.length; i++) {
    const given = answers[i]!;
    referrals.enter(i);
    for (let k = 0; k < given.length; k++) {
      settle(draft, i, firstQuote[i]! + k, given[k]!);
      if (++settled % PAUSE === 0) yield;
    }
    if (sayings[i]) addReported(reported, onlooker, i, sayings[i]!);
    referrals.leave();
  }
  return reported;
}

/** The entities with more mentions, still in the order of first mention: 'the mayor' may stand before the name. */
function withMentions(entities: readonly Entity[], found: Draft['found']): readonly Entity[] {
  const all = entities.slice();
  let isInOrder = true;
  for (const [number, more] of found) {
    const entity = entities[number]!;
    const mentions = apart([...entity.mentions, ...more.values()]);
    isInOrder &&= mentions[0]!.start === entity.mentions[0]!.start;
    all[number] = { ...entity, mentions };
  }
  return isInOrder ? all : all.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
}

/** The mentions in text order without what a name stands in: 'Leader of the Opposition Ann Lee' is named already. */
function apart(mentions: Mention[]): readonly Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions.sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last && mention.start < last.end) {
      if (mention.kind !== 'name') continue;
      kept.pop();
    }
    kept.push(mention);
  }
  return kept;
}

/** What is kept for the next analysis of the article. */
interface Kept {
  readonly reading: KeptReading;
  readonly heard: readonly Heard[];
  readonly profiles: Profiles;
  readonly indirect: boolean;
}
