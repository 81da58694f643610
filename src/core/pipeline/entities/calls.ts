import type { LabelledPassage } from '../labelled.ts';
import { pacer, type Steps } from '../steps.ts';
import { abbreviates } from './acronyms.ts';
import { isSameUse, type NameUse, usesOf } from './uses.ts';

/** The namings of something in an article, in text order: a *call* is the number of one of them. */
export interface Calls {
  readonly uses: readonly NameUse[];
  /** For acronyms in brackets: the key of the name right before them that they stand for. */
  readonly expansions: ReadonlyMap<number, string>;
}

/** The same, with the offsets in the article at which the passages of the uses begin. */
export interface PlacedCalls extends Calls {
  readonly offsets: readonly number[];
}

/** Names, or paragraphs, looked at in one step. */
export const PAUSE = 128;

/** The namings of an article. */
export function* callsOf(passages: readonly LabelledPassage[]): Steps<PlacedCalls> {
  const uses: NameUse[] = [];
  const offsets: number[] = [];
  const expansions = new Map<number, string>();
  const isDue = pacer(PAUSE);
  for (let i = 0; i < passages.length; i++) {
    const { passage, start, spans } = passages[i]!;
    if (spans.length > 0) {
      for (const use of passage.within('uses', [spans], () => usesOf(passage.text, spans))) {
        const before = uses.at(-1);
        const end = before && offsets.at(-1)! + before.span.end;
        const expansion = before && expansionOf(use, before, { offset: start, end: end! });
        if (expansion !== undefined) expansions.set(uses.length, expansion);
        uses.push(use);
        offsets.push(start);
      }
    }
    if (isDue(1 + spans.length)) yield;
  }
  return { uses, offsets, expansions };
}

/** Whether the same calls come in the same order, wherever they stand: they then name the same things. */
export function* areSame(calls: Calls, others: Calls): Steps<boolean> {
  if (calls.uses.length !== others.uses.length || calls.expansions.size !== others.expansions.size) return false;
  for (const [call, expansion] of calls.expansions) if (others.expansions.get(call) !== expansion) return false;
  for (let call = 0; call < calls.uses.length; call++) {
    if (!isSameUse(calls.uses[call]!, others.uses[call]!)) return false;
    if (call % PAUSE === 0) yield;
  }
  return true;
}

interface Surroundings {
  readonly offset: number;
  /** Where the name before ends. */
  readonly end: number;
}

/** The key of the name before an acronym in brackets, if it is right before and may be what the acronym stands for. */
function expansionOf({ beside, spelling }: NameUse, before: NameUse, { offset, end }: Surroundings) {
  const { bracket } = beside;
  if (bracket === undefined || end < offset + bracket || !before.spelling.isLong) return undefined;
  return abbreviates(spelling.key, before.spelling.key) ? before.spelling.key : undefined;
}
