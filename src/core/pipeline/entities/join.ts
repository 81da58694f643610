import type { Label } from '../../model.ts';
import { firstIndex } from '../../text/lists.ts';
import type { Steps } from '../steps.ts';
import { type Calls, PAUSE } from './calls.ts';
import { type Form, formsOf, type Group, type LongForm, leading, newGroup } from './forms.ts';
import { lastWord, partsOf } from './parts.ts';

/**
 * Tells which thing each call names. Calls written alike name the same. Names of several words come first: each is a
 * thing, unless it varies one before it ('Donald J. Trump'). Then each call by a short form goes to a longer name it is
 * part of: the last one before it in the text, or else the first after it; so two people with one surname stay apart.
 * What has no longer name is a thing of its own.
 */
export function* joinCalls(calls: Calls): Steps<readonly Group[]> {
  const forms = yield* formsOf(calls);
  const groups: Group[] = new Array(calls.uses.length);
  const people: People = new Map();
  let done = 0;
  for (const [key, form] of forms) {
    if (!isLong(form, calls)) continue;
    const long = longFormOf(form, leading(form, calls).label, { key, people });
    for (const part of partsOf(long.label, key)) {
      addPart(forms.get(part), long);
      if (long.label === 'PERSON') addTo(people, part, long);
    }
    for (const call of form.calls) {
      groups[call] = long.group;
      if (++done % PAUSE === 0) yield;
    }
  }
  for (const [key, form] of forms) {
    if (isLong(form, calls)) continue;
    const { label } = leading(form, calls);
    const expanded = expansionOf(form, calls);
    const own = expanded === undefined ? newGroup(label, key) : groups[forms.get(expanded)!.calls[0]!]!;
    const hosts = expanded === undefined ? hostsOf(form, label) : undefined;
    for (const call of form.calls) {
      groups[call] = hosts ? groups[hostOf(hosts, call)]! : own;
      if (++done % PAUSE === 0) yield;
    }
  }
  return groups;
}

/** Persons' names of several words by each of their words. */
type People = Map<string, LongForm[]>;

function addTo(people: People, word: string, long: LongForm): void {
  const named = people.get(word);
  if (!named) people.set(word, [long]);
  else if (named.at(-1) !== long) named.push(long);
}

function isLong({ calls: [first] }: Form, { uses }: Calls): boolean {
  return uses[first!]!.spelling.isLong;
}

/** A name of several words with the thing it names: the one that the name varies, or a new one. */
function longFormOf(form: Form, label: Label, { key, people }: { key: string; people: People }): LongForm {
  const varied =
    label === 'PERSON'
      ? samePersonAmong(people.get(lastWord(key)), key)
      : form.longer?.findLast((long) => long.label === label)?.group;
  if (varied && countBlanks(key) > countBlanks(varied.key)) varied.key = key;
  return { calls: form.calls, label, group: varied ?? newGroup(label, key) };
}

/** Tells the form that is written like a part of a longer name, if there is one. */
function addPart(form: Form | undefined, long: LongForm): void {
  if (!form) return;
  if (!form.longer) form.longer = [long];
  else if (form.longer.at(-1) !== long) form.longer.push(long);
}

/** What the last call of a form that was introduced in brackets stands for. */
function expansionOf({ calls }: Form, { expansions }: Calls): string | undefined {
  if (expansions.size === 0) return undefined;
  const call = calls.findLast((call) => expansions.has(call));
  return call === undefined ? undefined : expansions.get(call);
}

/** The calls by names that a short form may stand for, in text order. A word that is no place may be a surname. */
function hostsOf({ longer }: Form, label: Label): readonly number[] | undefined {
  if (!longer) return undefined;
  let hosts = longer.filter((long) => long.label === label);
  if (hosts.length === 0 && label !== 'PLACE') hosts = longer.filter((long) => long.label === 'PERSON');
  if (hosts.length < 2) return hosts[0]?.calls;
  return hosts.flatMap(({ calls }) => calls).sort((a, b) => a - b);
}

/** The host that a short call belongs to: the last before it, else the first after it. */
function hostOf(hosts: readonly number[], call: number): number {
  return hosts[Math.max(0, firstIndex(hosts.length, (i) => hosts[i]! >= call) - 1)]!;
}

/** So many of the calls by names that share a word are compared, the latest first. */
const COMPARED = 8;

function samePersonAmong(family: readonly LongForm[] | undefined, key: string): Group | undefined {
  if (!family) return undefined;
  let compared = 0;
  for (let i = family.length - 1; i >= 0 && compared < COMPARED; i--) {
    const { group, calls } = family[i]!;
    if (isSamePerson(group.key.split(' '), key.split(' '))) return group;
    compared += calls.length;
  }
  return undefined;
}

/** 'donald j trump' and 'donald trump', 'd trump', 'salman' at the end of 'mohammed bin salman'; not 'melania trump'. */
function isSamePerson(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = long.length;
  for (let i = short.length - 1; i >= 0; i--) {
    const word = short[i]!;
    do at--;
    while (at >= 0 && long[at] !== word && !(at === 0 && isInitialOf(word, long[0]!)));
    if (at < 0) return false;
  }
  return true;
}

function isInitialOf(a: string, b: string): boolean {
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}

function countBlanks(key: string): number {
  let count = 0;
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) count++;
  return count;
}
