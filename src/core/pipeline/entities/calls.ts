import type { Label } from '../../model.ts';
import type { LabelledPassage } from '../labelled.ts';
import { pacer, type Steps } from '../steps.ts';
import { abbreviates } from './acronyms.ts';
import { isSameUse, LONGEST_BRACKET, type NameUse, usesOf } from './uses.ts';

/** One naming of something in the article. */
export interface Call {
  readonly use: NameUse;
  /** Offset of its passage. */
  readonly offset: number;
  /** For an acronym in brackets: the key of the name right before it that it stands for. */
  readonly expansion: string | undefined;
  /** What it turns out to name. */
  group: Group | undefined;
}

/** One thing that is named: its label and the words of its fullest name. */
export interface Group {
  readonly label: Label;
  words: readonly string[];
}

/** Names, or paragraphs, looked at in one step. */
export const PAUSE = 128;

const NO_USES: readonly NameUse[] = [];

/** The namings of an article in text order. */
export function* callsOf(passages: readonly LabelledPassage[]): Steps<readonly Call[]> {
  const calls: Call[] = [];
  const isDue = pacer(PAUSE);
  let edge = 0;
  for (let i = 0; i < passages.length; i++) {
    const { passage, start, spans } = passages[i]!;
    const uses = spans.length === 0 ? NO_USES : passage.within('uses', [spans], () => usesOf(passage.text, spans));
    for (const use of uses) {
      const expansion =
        use.bracket === undefined ? undefined : expansionOf(use, { offset: start, edge, before: calls.at(-1) });
      calls.push({ use, offset: start, expansion, group: undefined });
    }
    edge = start + passage.text.length;
    if (isDue(1 + uses.length)) yield;
  }
  return calls;
}

/** Whether the same calls come in the same order, wherever they stand: they then name the same things. */
export function* areSame(calls: readonly Call[], others: readonly Call[]): Steps<boolean> {
  if (calls.length !== others.length) return false;
  for (let i = 0; i < calls.length; i++) {
    const { use, expansion } = calls[i]!;
    if (expansion !== others[i]!.expansion || !isSameUse(use, others[i]!.use)) return false;
    if (i % PAUSE === 0) yield;
  }
  return true;
}

interface Surroundings {
  readonly offset: number;
  /** Where the passage before ends. */
  readonly edge: number;
  readonly before: Call | undefined;
}

function expansionOf({ start, bracket, spelling }: NameUse, { offset, edge, before }: Surroundings) {
  if (bracket === undefined || !before || before.use.spelling.words.length < 2) return undefined;
  const end = before.offset + before.use.end;
  const close = end >= (bracket === 0 ? edge : offset + bracket) && offset + start - end < LONGEST_BRACKET;
  return close && abbreviates(spelling.key, before.use.spelling.words) ? before.use.spelling.key : undefined;
}
