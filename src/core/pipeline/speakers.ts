import weights from '../learned/speakers.json' with { type: 'json' };
import type { Entity, Mention, Quote, Speaker } from '../model.ts';
import { reportedIn } from './indirect/find.ts';
import { isRunningText } from './layout.ts';
import { type Answer, answersOf, createModel, type SpeakerModel } from './speakers/answers.ts';
import { addToProfiles, type Naming, type Profiles } from './speakers/profiles.ts';
import { referenceTo } from './speakers/resolve.ts';
import { createResolver, type Resolver } from './speakers/resolver.ts';
import { namingsIn, type Part, type PartsInput, type Place, partsOf, placesIn } from './speakers/windows.ts';
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

/** Below this probability a speaker is not named. */
const THRESHOLD = 0.3;

/** Below this probability words in marks are nobody's: most short quotes in news are someone's all the same. */
const SPOKEN = 0.4;

/**
 * Settles which words in marks are anyone's and who says them. A linear model ranks the mentions around each quote, a
 * second one finds what pronouns and role phrases stand for, in text order: a quote may continue the one before.
 */
export function* findSpeakers(input: SpeakersInput, model: SpeakerModel = MODEL): Steps<SpeakersResult> {
  const parts = yield* partsOf(input);
  const namings: Naming[] = [];
  const profiles: Profiles = new Map();
  for (const [i, part] of parts.entries()) {
    for (const naming of namingsIn(input, part, i)) {
      namings.push(naming);
      addToProfiles(profiles, naming);
    }
    yield;
  }
  const draft: Draft = {
    input,
    parts,
    resolver: createResolver({ namings, profiles }, model.resolver),
    quotes: [...input.quotes],
    reported: [],
    heard: 0,
    found: new Map(),
    doubtful: new Map(),
  };
  for (const place of placesIn(input, parts)) {
    yield* addReported(draft, place.paragraph);
    const answers = place.passage.within('answers', [model, ...place.context], () => answersOf(place.window(), model));
    for (const [i, number] of place.quotes.entries()) settle(draft, place, number, answers[i]!);
    yield;
  }
  yield* addReported(draft, parts.length);
  yield* adoptRepeated(draft);
  return { quotes: inOrder(draft), entities: withMentions(input.entities, draft.found) };
}

interface Draft {
  readonly input: SpeakersInput;
  readonly parts: readonly Part[];
  readonly resolver: Resolver;
  readonly quotes: Quote[];
  /** What is reported without marks in the first `heard` paragraphs. */
  readonly reported: Quote[];
  heard: number;
  /** The references resolved, by the id of their entity and their offset. */
  readonly found: Map<string, Map<number, Mention>>;
  /** What would be said of quotes taken as terms if they were someone's words, by their numbers. */
  readonly doubtful: Map<number, Quote>;
  /** The last quote with a speaker. */
  last?: Quote;
}

/** Adds what the paragraphs up to `to` report without marks. The resolver learns nothing from their speakers. */
function* addReported(draft: Draft, to: number): Steps<void> {
  const { input, parts, quotes, reported } = draft;
  if (!input.indirect) return;
  const onlooker: Draft = { ...draft, resolver: { ...draft.resolver, resolve: draft.resolver.guess } };
  for (; draft.heard < to; draft.heard++) {
    const { block, key, scene } = parts[draft.heard]!;
    if (!isRunningText(block) && block.role !== 'headline') continue;
    for (const { parts, ...told } of block.passage.within('reported', [key], () => reportedIn(scene()))) {
      const statement = quotes.length + reported.length;
      for (const { start, end } of parts) {
        const span = { start: start + block.start, end: end + block.start };
        const cue = { start: told.cue.start + block.start, end: told.cue.end + block.start };
        const quote: Quote = { ...span, kind: 'indirect', content: span, statement, cue };
        const answer = { ...told, paragraph: 0, candidate: told.speaker < 0 ? undefined : told.speaker, spoken: 1 };
        reported.push(attributed(onlooker, { paragraph: draft.heard }, quote, answer));
      }
    }
    yield;
  }
}

/** All quotes in text order, the outer of two that begin together first. */
function inOrder({ quotes, reported }: Draft): readonly Quote[] {
  return reported.length === 0 ? quotes : [...quotes, ...reported].sort((a, b) => a.start - b.start || b.end - a.end);
}

function settle(draft: Draft, place: Place, number: number, answer: Answer): void {
  const quote = draft.quotes[number]!;
  const settled = answer.candidate === -1 ? continued(draft, quote, answer) : attributed(draft, place, quote, answer);
  if (answer.spoken < SPOKEN && quote.kind !== 'block') {
    draft.quotes[number] = { ...quote, kind: 'term' };
    draft.doubtful.set(number, settled);
    return;
  }
  draft.quotes[number] = joined(draft.last, settled);
  if (!settled.speaker) return;
  draft.last = draft.quotes[number];
  if (answer.candidate !== -1) draft.resolver.remember(keyOf(settled.speaker), place.paragraph + answer.paragraph);
}

function keyOf({ entity, name }: Speaker): string {
  return entity ?? name;
}

/** Two full quotes that the same words attribute are parts of one statement. */
function joined(last: Quote | undefined, quote: Quote): Quote {
  const same = last?.speaker?.mention && last.speaker.mention.start === quote.speaker?.mention?.start;
  if (!same || !quote.speaker || quote.kind === 'fragment' || last.kind === 'fragment') return quote;
  return { ...quote, statement: last.statement, speaker: { ...quote.speaker, via: 'carried' } };
}

/** The quote as a further part of the statement before it. */
function continued({ last }: Draft, quote: Quote, { confidence }: Answer): Quote {
  if (!last?.speaker || confidence < THRESHOLD) return quote;
  const speaker: Speaker = { ...last.speaker, via: 'carried', confidence: confidence * last.speaker.confidence };
  return { ...quote, statement: last.statement, speaker };
}

function attributed(draft: Draft, place: Pick<Place, 'paragraph'>, quote: Quote, answer: Answer): Quote {
  if (answer.candidate === undefined || answer.confidence < THRESHOLD) return quote;
  const paragraph = place.paragraph + answer.paragraph;
  const part = draft.parts[paragraph]!;
  const { start: offset } = part.block;
  const shift = ({ start, end }: { start: number; end: number }) => ({ start: start + offset, end: end + offset });
  const cue = answer.cue && shift(answer.cue);
  const candidate = part.scene().candidates[answer.candidate]!;
  const name = part.names[candidate.name >= 0 ? candidate.name : candidate.apposed];
  const who = name
    ? { entity: name.entity, via: 'name' as const, confidence: 1 }
    : resolved(draft, part, paragraph, answer.candidate);
  const mention = name ? { start: name.start, end: name.end } : shift(candidate);
  const speaker: Speaker = {
    name: who.entity?.name ?? draft.input.text.slice(mention.start, mention.end).replace(/\s+/g, ' '),
    ...(who.entity?.id && { entity: who.entity.id }),
    mention,
    via: who.via,
    confidence: answer.confidence * who.confidence,
  };
  return { ...quote, ...(cue && { cue }), speaker };
}

function resolved(draft: Draft, part: Part, paragraph: number, candidate: number) {
  const reference = referenceTo(part.scene(), candidate, part.block.start, paragraph);
  const via = reference.pronoun ? ('pronoun' as const) : ('noun' as const);
  const { entity, confidence } = draft.resolver.resolve(reference);
  if (entity?.id) {
    const mentions = draft.found.get(entity.id) ?? new Map<number, Mention>();
    if (!mentions.has(reference.start))
      mentions.set(reference.start, { start: reference.start, end: reference.end, kind: via });
    draft.found.set(entity.id, mentions);
  }
  return { entity, via, confidence };
}

/** How many quotes of headings, and how many terms, are sought in the article's text. */
const SOUGHT = 40;

/**
 * A headline's quote that the text repeats has the speaker whom the text names. So has what looked like a term where
 * another quote of the one who would say it has the same words: 'ready to meet “anytime”' … '“I am ready, anytime,” he said'.
 */
function* adoptRepeated({ input: { text }, parts, quotes, doubtful }: Draft): Steps<void> {
  const titles = parts.filter(({ block }) => block.role === 'headline' || block.role === 'heading');
  const untold = titles.flatMap((part) => part.quotes.filter((q) => !quotes[q]!.speaker)).slice(0, SOUGHT);
  const wanting = new Set([...untold, ...[...doubtful.keys()].slice(0, SOUGHT)]);
  const said = wanting.size === 0 ? [] : quotes.filter(({ speaker }) => speaker);
  const words: string[] = [];
  for (const quote of said) {
    words.push(wordsOf(text, quote));
    yield;
  }
  for (const q of wanting) {
    yield;
    const wanted = wordsOf(text, quotes[q]!);
    const speaker = untold.includes(q) ? undefined : doubtful.get(q)?.speaker;
    if (wanted.trim() === '' || (!untold.includes(q) && !speaker)) continue;
    const repeats = (other: string, i: number) =>
      other.includes(wanted) && (!speaker || keyOf(speaker) === keyOf(said[i]!.speaker!));
    const found = said[words.findIndex(repeats)];
    if (!found) continue;
    const kind = quotes[q]!.kind === 'term' ? 'fragment' : quotes[q]!.kind;
    quotes[q] = { ...(doubtful.get(q) ?? quotes[q]!), kind, speaker: speaker ?? found.speaker! };
  }
}

/** The words of a quote in lower case with blanks around each. */
function wordsOf(text: string, { content }: Quote): string {
  const words = text
    .slice(content.start, content.end)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return ` ${words?.join(' ') ?? ''} `;
}

function withMentions(entities: readonly Entity[], found: Draft['found']): readonly Entity[] {
  return entities.map((entity) => {
    const more = found.get(entity.id)?.values();
    return more ? { ...entity, mentions: [...entity.mentions, ...more].sort((a, b) => a.start - b.start) } : entity;
  });
}
