import type { Label } from '../../model.ts';
import type { Steps } from '../steps.ts';
import { type Call, type Group, PAUSE } from './calls.ts';
import { type Form, leading } from './forms.ts';
import type { Spelling } from './spelling.ts';

/**
 * Joins forms into things: gives each call its group. Names of several words come first: each is a thing, unless it
 * varies one before it ('Donald J. Trump'). Then each call by a short form goes to a longer name it is part of: the last
 * one before it in the text, or else the first after it; so two people with one surname stay apart. What has no longer
 * name is a thing of its own.
 */
export function* joinForms(forms: Iterable<Form>): Steps<void> {
  const index = new NameIndex();
  const short: Form[] = [];
  let done = 0;
  for (const form of forms) {
    if (form.calls[0]!.use.spelling.words.length < 2) {
      short.push(form);
      continue;
    }
    const join = joinLong(form, index);
    for (const call of form.calls) {
      join(call);
      if (++done % PAUSE === 0) yield;
    }
  }
  for (const form of short) {
    const join = joinShort(form, index);
    for (const call of form.calls) {
      join(call);
      if (++done % PAUSE === 0) yield;
    }
  }
}

/** Gives the calls of a name of several words a thing: the one that the name varies, or a new one. */
function joinLong(form: Form, index: NameIndex): (call: Call) => void {
  const { label, words, parts } = leading(form);
  const group = index.variedBy(label, words) ?? { label, words };
  if (words.length > group.words.length) group.words = words;
  index.name(group, form);
  return (call) => {
    call.group = group;
    for (const part of parts) index.add(label, part, call);
  };
}

function joinShort(form: Form, index: NameIndex): (call: Call) => void {
  const spelling = leading(form);
  const expansion = form.calls.findLast((call) => call.expansion !== undefined)?.expansion;
  const whole = expansion === undefined ? undefined : index.groupOf(expansion);
  const hosts = whole ? undefined : index.callsOf(spelling);
  const own: Group = { label: spelling.label, words: spelling.words };
  return (call) => {
    call.group = whole ?? hostOf(hosts, startOf(call)) ?? own;
  };
}

/** Where the text calls things by names that share a part. */
interface Calls {
  readonly list: Call[];
  sorted: boolean;
}

/** So many of the calls that share a part are compared, the latest first. */
const COMPARED = 8;

/** Finds groups by parts of their names. */
class NameIndex {
  readonly #byKey = new Map<string, Group>();
  readonly #byPart = new Map<Label, Map<string, Calls>>();

  name(group: Group, { key }: Form): void {
    this.#byKey.set(key, group);
  }

  add(label: Label, part: string, call: Call): void {
    let parts = this.#byPart.get(label);
    if (!parts) {
      parts = new Map();
      this.#byPart.set(label, parts);
    }
    const calls = parts.get(part);
    if (calls) calls.list.push(call);
    else parts.set(part, { list: [call], sorted: false });
  }

  groupOf(key: string): Group | undefined {
    return this.#byKey.get(key);
  }

  /** The group a name of several words is another spelling of. */
  variedBy(label: Label, words: readonly string[]): Group | undefined {
    const part = label === 'PERSON' ? words.at(-1)! : words.join(' ');
    const list = this.#byPart.get(label)?.get(part)?.list ?? [];
    for (let i = list.length - 1; i >= 0 && i >= list.length - COMPARED; i--) {
      const group = list[i]!.group!;
      if (label !== 'PERSON' || isSamePerson(group.words, words)) return group;
    }
    return undefined;
  }

  /** Where the groups that a short form may belong to are called. A word that is no place may be a person's surname. */
  callsOf({ label, key }: Spelling): readonly Call[] | undefined {
    const calls =
      this.#byPart.get(label)?.get(key) ?? (label === 'PLACE' ? undefined : this.#byPart.get('PERSON')?.get(key));
    if (!calls) return undefined;
    if (!calls.sorted) calls.list.sort((a, b) => startOf(a) - startOf(b));
    calls.sorted = true;
    return calls.list;
  }
}

/** The group that a short form at `offset` belongs to: the one named last before it, else the first after it. */
function hostOf(calls: readonly Call[] | undefined, offset: number): Group | undefined {
  if (!calls) return undefined;
  const next = firstAtOrAfter(calls, offset);
  return (calls[next - 1] ?? calls[next])?.group;
}

/** 'donald j trump' and 'donald trump', 'd trump', 'salman' at the end of 'mohammed bin salman'; not 'melania trump'. */
function isSamePerson(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = long.length;
  for (const word of [...short].reverse()) {
    do at--;
    while (at >= 0 && long[at] !== word && !(at === 0 && isInitialOf(word, long[0]!)));
    if (at < 0) return false;
  }
  return true;
}

function isInitialOf(a: string, b: string): boolean {
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}

function firstAtOrAfter(calls: readonly Call[], offset: number): number {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(calls[middle]!) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function startOf({ offset, use }: Call): number {
  return offset + use.start;
}
