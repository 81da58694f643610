import type { Entity, Mention, Quote, Speaker } from '../../model.ts';
import type { Answer, Mentioned } from './answers.ts';
import type { Description } from './description.ts';
import type { Parts } from './parts.ts';
import type { Referents } from './referrals.ts';

/** Below this probability a speaker is not named. */
const THRESHOLD = 0.3;

/** Below this probability words in marks are nobody's: most short quotes in news are someone's all the same. */
const SPOKEN = 0.4;

/** Below this one they stay nobody's even where someone says the same elsewhere. */
const HARDLY = 0.05;

/** The quotes of an article while they are being settled, in text order. */
export interface Draft {
  readonly input: { readonly text: string; readonly entities: readonly Entity[] };
  readonly parts: Parts;
  readonly referrals: Referents;
  readonly quotes: Quote[];
  /** The references resolved, by the number of their entity and their offset. */
  readonly found: Map<number, Map<number, Mention>>;
  /** What would be said of quotes taken as terms if they were someone's words, by their numbers. */
  readonly doubtful: Map<number, Quote>;
  /** The last quote with a speaker. */
  last?: Quote;
}

/** Settles the quote with this number: whether it is anyone's words, and whose. */
export function settle(draft: Draft, paragraph: number, number: number, answer: Answer): void {
  const quote = draft.quotes[number]!;
  const isCarried = answer.speaker === 'carried';
  const settled = isCarried ? continued(draft, quote, answer) : attributed(draft, quote, paragraph, answer);
  if (answer.spoken < SPOKEN && quote.kind !== 'block') {
    draft.quotes[number] = { ...quote, kind: 'term' };
    if (answer.spoken > HARDLY) draft.doubtful.set(number, settled);
    return;
  }
  draft.quotes[number] = joined(draft.last, settled);
  if (!settled.speaker) return;
  draft.last = draft.quotes[number];
  if (answer.speaker && answer.speaker !== 'carried') {
    draft.referrals.remember(keyOf(settled.speaker), paragraph + answer.speaker.paragraph);
  }
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

/** The quote with who is mentioned as its speaker, given the number of its paragraph. */
export function attributed(draft: Draft, quote: Quote, here: number, { speaker, confidence, cue }: Answer): Quote {
  if (!speaker || speaker === 'carried' || confidence < THRESHOLD) return quote;
  const paragraph = here + speaker.paragraph;
  const start = draft.parts.offsets[paragraph]!;
  const who = speaker.described
    ? referred(draft, speaker, speaker.described, paragraph)
    : named(draft, speaker, paragraph);
  if (!who) return quote;
  return {
    ...quote,
    ...(cue && { cue: { start: cue.start + start, end: cue.end + start } }),
    speaker: { ...who, confidence: confidence * who.confidence },
  };
}

function named({ input, parts }: Draft, { name }: Mentioned, paragraph: number): Speaker {
  const { names, firstName } = parts;
  const n = firstName[paragraph]! + name;
  const entity = input.entities[names.entities[n]!]!;
  const mention = { start: names.starts[n]!, end: names.ends[n]! };
  return { name: entity.name, entity: entity.id, mention, via: 'name', confidence: 1 };
}

/** Whom the reference stands for, or its own words; a possessive alone, 'its', names nobody. */
function referred(
  draft: Draft,
  { start, end }: Mentioned,
  described: Description,
  paragraph: number,
): Speaker | undefined {
  const offset = draft.parts.offsets[paragraph]!;
  const mention = { start: start + offset, end: end + offset };
  const via = described.pronoun ? 'pronoun' : 'noun';
  const { number, entity, confidence } = draft.referrals.resolve({ ...described, ...mention, paragraph });
  if (!entity && described.type === 'his') return undefined;
  const name = entity?.name ?? draft.input.text.slice(mention.start, mention.end).replace(/\s+/g, ' ');
  if (!entity?.id) return { name, mention, via, confidence };
  const mentions = draft.found.get(number) ?? new Map<number, Mention>();
  if (!mentions.has(mention.start)) mentions.set(mention.start, { ...mention, kind: via });
  draft.found.set(number, mentions);
  return { name, entity: entity.id, mention, via, confidence };
}
