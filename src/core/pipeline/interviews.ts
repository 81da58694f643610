import type { Entity, Quote, Span, Speaker } from '../model.ts';
import { inOrder } from '../text/spans.ts';
import { addresses, confesses, NO_TALK, type Turn, turnShapeOf } from './interviews/turns.ts';
import { askedPerson, labelledSpeaker, voicesOf } from './interviews/voices.ts';
import { isRunningText, type Layout } from './layout.ts';
import type { Steps } from './steps.ts';

export interface InterviewsInput {
  readonly layout: Layout;
  readonly entities: readonly Entity[];
  /** All other quotes. They stay as they are: what an answer quotes in marks is a quote of its own. */
  readonly quotes: readonly Quote[];
}

/**
 * Adds the answers of interviews and the turns of transcripts as block quotes: paragraphs behind labels, 'A: …' or
 * 'Edith Marsh: …', or behind questions on lines of their own. One label or question makes no interview: labels must
 * take turns, and questions be put to someone who answers in the first person.
 */
export function* findInterviews({ layout, entities, quotes }: InterviewsInput): Steps<readonly Quote[]> {
  yield;
  const turns: Turn[] = [];
  let talks = 0;
  for (const block of layout.blocks) {
    const shape = turnShapeOf(block.passage);
    if (turns.push({ block, shape }) % PAUSE === 0) yield;
    if (shape !== NO_TALK) talks++;
  }
  if (talks < FEWEST_TURNS) return quotes;
  const people = entities.filter(({ label }) => label === 'PERSON');
  yield;
  const labelled = yield* labelledAnswers(turns, people);
  yield;
  const answers = labelled.length > 0 ? labelled : answersToQuestions(turns, people);
  if (answers.length === 0) return quotes;
  yield;
  const statements = quotes.reduce((highest, { statement }) => Math.max(highest, statement), -1) + 1;
  const found = answers.flatMap(({ spans, speaker }, i) =>
    spans.map((span): Quote => {
      const quote = { ...span, kind: 'block' as const, content: span, statement: statements + i };
      return speaker ? { ...quote, speaker } : quote;
    }),
  );
  return inOrder([...quotes, ...found]);
}

/** Paragraphs looked at in one step. */
const PAUSE = 64;

interface Answer {
  readonly spans: readonly Span[];
  readonly speaker: Speaker | undefined;
}

/** Fewer labels or questions are no interview. */
const FEWEST_TURNS = 3;

/** What stands behind labels, but for those who ask, up to the next label. */
function* labelledAnswers(turns: readonly Turn[], people: readonly Entity[]): Steps<readonly Answer[]> {
  const voices = yield* voicesOf(turns, people);
  yield;
  const labelled = turns.flatMap(({ shape: { label } }, i) => (label && voices.has(label.name) ? [i] : []));
  if (labelled.length < FEWEST_TURNS) return [];
  const asked = askedPerson(turns, people, labelled[0]!);
  yield;
  return labelled.flatMap((i, k): Answer[] => {
    const { block, shape } = turns[i]!;
    const { label } = shape;
    const voice = voices.get(label!.name)!;
    if (voice === 'asks' || isMarked(turns[i]!)) return [];
    const mention = { start: block.start + label!.start, end: block.start + label!.start + label!.name.length };
    const first = { start: block.start + label!.behind, end: block.end };
    const next = turns[i + 1]?.shape.asks ? i + 1 : (labelled[k + 1] ?? i + 1);
    const spans = [first, ...paragraphs(turns, i + 1, next)];
    return [{ spans, speaker: voice === 'answers' ? asked : labelledSpeaker(voice, label!.name, mention) }];
  });
}

/** Whether what stands behind the label is in marks: it is a quote already. */
function isMarked({ block, shape: { label } }: Turn): boolean {
  return /["“„«‘']/.test(block.passage.text[label!.behind] ?? '');
}

/** What stands behind questions on lines of their own, if most of them speak to someone and most answers say 'I'. */
function answersToQuestions(turns: readonly Turn[], people: readonly Entity[]): readonly Answer[] {
  const inBold = turns.filter(({ shape: { bold, asks } }) => bold && asks).length >= FEWEST_TURNS;
  const asked: number[] = [];
  for (const [i, { shape }] of turns.entries()) {
    const next = turns[i + 1];
    const isQuestion = inBold ? shape.bold : shape.asks;
    // What follows a question is its answer, even if it ends with one.
    if (isQuestion && next && isRunningText(next.block) && asked.at(-1) !== i - 1) asked.push(i);
  }
  if (asked.length < FEWEST_TURNS) return [];
  const addressed = asked.filter((i) => addresses(turns[i]!)).length;
  const confessed = asked.filter((i) => confesses(turns[i + 1]!)).length;
  if (addressed * 2 < asked.length || confessed * 2 < asked.length) return [];
  const speaker = askedPerson(turns, people, asked[0]!);
  return asked.map((i, k) => ({ spans: paragraphs(turns, i + 1, asked[k + 1] ?? i + 2), speaker }));
}

/** The paragraphs of running text from number `from` up to `to`, but for questions. */
function paragraphs(turns: readonly Turn[], from: number, to: number): readonly Span[] {
  const spans: Span[] = [];
  for (let i = from; i < to && isRunningText(turns[i]!.block); i++) {
    const { start, end } = turns[i]!.block;
    if (turns[i]!.shape.asks && i > from) break;
    spans.push({ start, end });
  }
  return spans;
}
