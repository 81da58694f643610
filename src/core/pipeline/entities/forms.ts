import type { Label, Span } from '../../model.ts';
import type { LabelledPassage } from '../labelled.ts';
import type { Steps } from '../steps.ts';
import { abbreviates } from './acronyms.ts';
import type { Spelling } from './spelling.ts';
import { LONGEST_BRACKET, type NameUse, usesOf } from './uses.ts';

/** One thing that is named: its label and the words of its fullest name. */
export interface Group {
  readonly label: Label;
  words: readonly string[];
}

/** One naming of something, and what it turns out to name. */
export interface Call extends Span {
  readonly use: NameUse;
  group?: Group;
}

/** The calls of an article that are written alike, but for capitals, marks and accents; in text order. */
export interface Form {
  readonly key: string;
  readonly calls: Call[];
}

/** All names of an article. */
export interface Forms {
  readonly calls: readonly Call[];
  /** By their keys, in the order of their first calls. */
  readonly forms: ReadonlyMap<string, Form>;
  /** For acronyms that the text introduces in brackets: the key of the name they stand for. */
  readonly expansions: ReadonlyMap<string, string>;
}

/** Paragraphs, or names, looked at in one step. */
export const PAUSE = 256;

/** Groups names by the words they are compared by. */
export function* formsOf(passages: readonly LabelledPassage[]): Steps<Forms> {
  const calls: Call[] = [];
  const forms = new Map<string, Form>();
  const expansions = new Map<string, string>();
  let edge = 0;
  for (const [i, { passage, start, spans }] of passages.entries()) {
    for (const use of passage.within('uses', spans, () => usesOf(passage.text, spans))) {
      const { key } = use.spelling;
      const call: Call = { start: start + use.start, end: start + use.end, use };
      const before = calls.at(-1);
      if (before && isBracketed(call, before, use.bracket === 0 ? edge : start + (use.bracket ?? use.end))) {
        const { spelling } = before.use;
        if (abbreviates(key, spelling.words)) expansions.set(key, spelling.key);
      }
      const form = forms.get(key);
      if (form) form.calls.push(call);
      else forms.set(key, { key, calls: [call] });
      calls.push(call);
    }
    edge = start + passage.text.length;
    if (i % PAUSE === 0) yield;
  }
  return { calls, forms, expansions };
}

/** Whether a name of several words and the bracket with the call in it stand side by side. */
function isBracketed(call: Call, before: Call, bracket: number): boolean {
  const close = before.end >= bracket && call.start - before.end < LONGEST_BRACKET;
  return close && before.use.spelling.words.length > 1;
}

/** The spelling that speaks for a form: the first with the label most of its calls have; at a tie the earliest. */
export function leading({ calls }: Form): Spelling {
  const first = calls[0]!.use.spelling;
  if (calls.every(({ use }) => use.spelling.label === first.label)) return first;
  const counts = new Map<Label, number>();
  for (const { use } of calls) counts.set(use.spelling.label, (counts.get(use.spelling.label) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const [label] = [...counts].find(([, count]) => count === most)!;
  return calls.find(({ use }) => use.spelling.label === label)!.use.spelling;
}
