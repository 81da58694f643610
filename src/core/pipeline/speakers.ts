import weights from '../learned/speakers.json' with { type: 'json' };
import type { Entity, Quote } from '../model.ts';
import { type Answer, answersOf, createModel, type SpeakerModel } from './speakers/answers.ts';
import { addNamings, type Read } from './speakers/namings.ts';
import { type Parts, type PartsInput, partsOf } from './speakers/parts.ts';
import type { Naming } from './speakers/profiles.ts';
import { adoptRepeated } from './speakers/repeats.ts';
import { addReported } from './speakers/reported.ts';
import { createResolver } from './speakers/resolver.ts';
import { type Draft, settle } from './speakers/settle.ts';
import { quotesBack, Scenes, windowContext } from './speakers/windows.ts';
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
  const article = yield* partsOf(input);
  const scenes = new Scenes(input, article);
  const { namings, answers } = yield* read({ input, article, scenes }, model);
  const draft: Draft = {
    input,
    article,
    resolver: createResolver(namings, model.resolver),
    quotes: [...input.quotes],
    found: new Map(),
    doubtful: new Map(),
  };
  const reported: Quote[] = [];
  for (const [paragraph, given] of answers.entries()) {
    const { firstQuote } = article.parts[paragraph]!;
    for (const [i, answer] of given.entries()) settle(draft, paragraph, firstQuote + i, answer);
    if (input.indirect) addReported(reported, draft, paragraph, scenes);
    if (given.length > 0 || input.indirect) yield;
  }
  yield* adoptRepeated(draft);
  return { quotes: inOrder(draft.quotes, reported), entities: withMentions(input.entities, draft.found) };
}

/** All quotes in text order, the outer of two that begin together first. */
function inOrder(quotes: readonly Quote[], reported: readonly Quote[]): readonly Quote[] {
  return reported.length === 0 ? quotes : [...quotes, ...reported].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What the paragraphs tell: who is named in them, and an answer for each of their quotes. */
interface Told {
  readonly namings: readonly Naming[];
  readonly answers: readonly (readonly Answer[])[];
}

/** Characters of paragraphs that are read in one step. */
const PAUSE = 2000;

function* read(reading: Read, model: SpeakerModel): Steps<Told> {
  const { article, scenes } = reading;
  const namings: Naming[] = [];
  const answers: (readonly Answer[])[] = [];
  let length = 0;
  for (const [i, part] of article.parts.entries()) {
    addNamings(namings, reading, i);
    answers.push(part.endQuote > part.firstQuote ? answersAt(article, i, scenes, model) : NO_ANSWERS);
    length += part.block.end - part.block.start;
    if (length < PAUSE) continue;
    length = 0;
    yield;
  }
  return { namings, answers };
}

const NO_ANSWERS: readonly Answer[] = [];

function answersAt(article: Parts, paragraph: number, scenes: Scenes, model: SpeakerModel): readonly Answer[] {
  const { passage } = article.parts[paragraph]!.block;
  return passage.within('answers', [model, ...windowContext(article, paragraph)], () =>
    answersOf(scenes.window(paragraph, quotesBack(article, paragraph)), model),
  );
}

function withMentions(entities: readonly Entity[], found: Draft['found']): readonly Entity[] {
  return entities.map((entity) => {
    const more = found.get(entity.id)?.values();
    return more ? { ...entity, mentions: [...entity.mentions, ...more].sort((a, b) => a.start - b.start) } : entity;
  });
}
