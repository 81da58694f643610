import type { Label } from '../../model.ts';
import type { LabelledSpan } from '../labelled.ts';
import { abbreviates, acronymsOf } from './acronyms.ts';
import type { Form } from './forms.ts';

/** The mentions of one thing, with its label and the words of its fullest form. */
export interface Group {
  readonly label: Label;
  words: readonly string[];
  readonly mentions: LabelledSpan[];
}

/**
 * Joins forms into things. Names of several words come first: each is a thing, unless it varies one before it ('Donald
 * J. Trump'). Then each mention of a short form goes to a longer name it is part of: the last one before it in the text,
 * or else the first after it; so two people with one surname stay apart. What has no longer name is a thing of its own.
 */
export function joinForms(text: string, forms: readonly Form[]): readonly Group[] {
  const groups: Group[] = [];
  const index = new NameIndex();
  const short = forms.filter((form) => !joinLong(form, index, groups));
  const introduced = introducedAcronyms(text, forms);
  for (const form of short) {
    const expansion = introduced.get(form.key);
    const own: LabelledSpan[] = [];
    const calls = expansion ? undefined : index.callsOf(form);
    const whole = expansion && index.groupOf(expansion);
    for (const mention of form.mentions) {
      const host = calls ? hostOf(calls, mention.start) : whole;
      (host?.mentions ?? own).push(mention);
    }
    if (own.length > 0) groups.push({ label: form.label, words: form.words, mentions: own });
  }
  return groups;
}

/** Makes a thing of a name of several words, or adds it to the one it varies. False for short forms. */
function joinLong(form: Form, index: NameIndex, groups: Group[]): boolean {
  if (form.words.length < 2) return false;
  const varied = index.variedBy(form);
  const group = varied ?? { label: form.label, words: form.words, mentions: [] };
  group.mentions.push(...form.mentions);
  if (form.words.length > group.words.length) group.words = form.words;
  if (!varied) groups.push(group);
  index.add(group, form);
  return true;
}

/** Where the text calls groups by names that share a part. */
interface Calls {
  readonly list: { readonly start: number; readonly group: Group }[];
  sorted: boolean;
}

/** So many of the groups that share a part are compared, the latest first. */
const COMPARED = 8;

/** Finds groups by parts of their names. */
class NameIndex {
  private readonly byKey = new Map<string, Group>();
  private readonly byPart = new Map<string, Calls>();

  add(group: Group, { label, words, key, mentions }: Form): void {
    this.byKey.set(key, group);
    const parts = new Set([...partsOf(label, words), ...acronymsOf(words)]);
    for (const part of parts) {
      const calls = this.byPart.get(`${label} ${part}`) ?? { list: [], sorted: false };
      this.byPart.set(`${label} ${part}`, calls);
      for (const { start } of mentions) calls.list.push({ start, group });
    }
  }

  groupOf({ key }: Form): Group | undefined {
    return this.byKey.get(key);
  }

  /** The group a name of several words is another spelling of. */
  variedBy({ label, words }: Form): Group | undefined {
    const part = label === 'PERSON' ? words.at(-1) : words.join(' ');
    const recent = this.byPart.get(`${label} ${part}`)?.list.slice(-COMPARED) ?? [];
    return recent.findLast(({ group }) => label !== 'PERSON' || isSamePerson(group.words, words))?.group;
  }

  /** Where the groups that a short form may belong to are called. A word that is no place may be a person's surname. */
  callsOf({ label, key }: Form): Calls['list'] | undefined {
    const calls =
      this.byPart.get(`${label} ${key}`) ?? (label === 'PLACE' ? undefined : this.byPart.get(`PERSON ${key}`));
    if (!calls) return undefined;
    if (!calls.sorted) calls.list.sort((a, b) => a.start - b.start);
    calls.sorted = true;
    return calls.list;
  }
}

/** The group that a short form at `offset` belongs to: the one named last before it, else the first after it. */
function hostOf(calls: Calls['list'], offset: number): Group | undefined {
  const next = firstAtOrAfter(calls, offset);
  return (calls[next - 1] ?? calls[next])?.group;
}

/** The whole name and the parts by which it is called for short. */
function partsOf(label: Label, words: readonly string[]): string[] {
  const tails = words.slice(1).map((_, i) => words.slice(i + 1).join(' '));
  const heads = words.slice(1).map((_, i) => words.slice(0, i + 1).join(' '));
  const whole = words.join(' ');
  if (label === 'PERSON') return [whole, ...words, ...tails];
  if (label === 'ORG') return [whole, ...heads, ...tails.slice(0, -1)];
  return label === 'PLACE' && KINDS_OF_PLACE.has(words.at(-1)!) ? [whole, heads.at(-1)!] : [whole];
}

const KINDS_OF_PLACE = new Set('city dc state province region county district federation republic oblast'.split(' '));

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

function firstAtOrAfter(calls: Calls['list'], offset: number): number {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (calls[middle]!.start >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Between a name and its acronym there is less: a blank, a bracket, perhaps a mark. */
const LONGEST_BRACKET = 6;

/** Acronyms in brackets after the name they stand for: 'Dhaka Stock Exchange (DSE)'. From the acronym's key to the name. */
function introducedAcronyms(text: string, forms: readonly Form[]): Map<string, Form> {
  const all = forms.flatMap((form) => form.mentions.map((mention) => ({ form, mention })));
  all.sort((a, b) => a.mention.start - b.mention.start);
  const introduced = new Map<string, Form>();
  for (const [i, { form, mention }] of all.entries()) {
    const before = all[i - 1];
    if (!before || form.words.length !== 1 || before.form.words.length < 2) continue;
    if (mention.start - before.mention.end >= LONGEST_BRACKET) continue;
    const between = text.slice(before.mention.end, mention.start);
    const bracketed = /^\s*\(["“‘']?$/.test(between) && /[)"”’']/.test(text[mention.end] ?? '');
    if (bracketed && abbreviates(form.key, before.form.words)) introduced.set(form.key, before.form);
  }
  return introduced;
}
