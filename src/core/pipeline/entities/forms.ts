import type { Label } from '../../model.ts';
import type { Steps } from '../steps.ts';
import { type Calls, PAUSE } from './calls.ts';
import type { Spelling } from './spelling.ts';
import type { NameUse } from './uses.ts';

/** The calls of an article that are written alike, but for capitals, marks and accents. */
export interface Form {
  /** In text order; at least one. */
  readonly calls: number[];
  /** The names of several words that may be called so for short. */
  longer: LongForm[] | undefined;
}

/** A name of several words that things are called by. */
export interface LongForm {
  readonly calls: readonly number[];
  readonly label: Label;
  readonly group: Group;
}

/** One thing that is named. */
export interface Group {
  readonly label: Label;
  /** That of its fullest name. */
  key: string;
  /** How it is named, in text order: filled when all calls have their groups. */
  readonly uses: NameUse[];
  /** Its place among the things in the order of first mention; -1 until its first use is there. */
  number: number;
}

/** A thing by that name, without its uses. */
export function newGroup(label: Label, key: string): Group {
  return { label, key, uses: [], number: -1 };
}

/** The forms of an article's names by their keys, in the order of their first calls. */
export function* formsOf({ uses }: Calls): Steps<ReadonlyMap<string, Form>> {
  const forms = new Map<string, Form>();
  for (let call = 0; call < uses.length; call++) {
    const { key } = uses[call]!.spelling;
    const form = forms.get(key);
    if (form) form.calls.push(call);
    else forms.set(key, { calls: [call], longer: undefined });
    if (call % PAUSE === 0) yield;
  }
  return forms;
}

/** The spelling that speaks for a form: the first with the label most of its calls have; at a tie the earliest. */
export function leading({ calls }: Form, { uses }: Calls): Spelling {
  const first = uses[calls[0]!]!.spelling;
  if (calls.every((call) => uses[call]!.spelling.label === first.label)) return first;
  const counts = new Map<Label, number>();
  for (const call of calls) {
    const { label } = uses[call]!.spelling;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const [label] = [...counts].find(([, count]) => count === most)!;
  return uses[calls.find((call) => uses[call]!.spelling.label === label)!]!.spelling;
}
