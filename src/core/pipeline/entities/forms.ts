import type { Label } from '../../model.ts';
import type { Steps } from '../steps.ts';
import { type Call, PAUSE } from './calls.ts';
import type { Spelling } from './spelling.ts';

/** The calls of an article that are written alike, but for capitals, marks and accents; in text order. */
export interface Form {
  readonly key: string;
  readonly calls: Call[];
}

/** The forms of an article's names, in the order of their first calls. */
export function* formsOf(calls: readonly Call[]): Steps<Iterable<Form>> {
  const forms = new Map<string, Form>();
  let done = 0;
  for (const call of calls) {
    const { key } = call.use.spelling;
    const form = forms.get(key);
    if (form) form.calls.push(call);
    else forms.set(key, { key, calls: [call] });
    if (++done % PAUSE === 0) yield;
  }
  return forms.values();
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
