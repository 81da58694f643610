import { feature } from '../../learned/ranker.ts';
import { type Candidate, type Cue, firstAfter, ownsSpeech, type Scene } from './scene.ts';
import { firstCueAfter, type Profile, profileOf, quotesBetween, signsOnly, tailOf, type Window } from './window.ts';

/** One possible answer to who says a quote. */
export interface Choice {
  /** Paragraphs from the quote's to the mention's: 0, -1, -2, 1. */
  readonly paragraph: number;
  /** Number of the candidate in its paragraph; -1: the speaker of the quote before. */
  readonly candidate: number;
  readonly features: readonly string[];
}

/** How many candidates on each side of a quote, and before it in other paragraphs, are thought of. */
const NEAR = 9;
const FAR = 6;

/** All choices for the window's quote `q` with the features that the ranker weighs. */
export function choicesOf(window: Window, q: number, profile: Profile = profileOf(window, q)): readonly Choice[] {
  const { here, before, after, lastQuoteBack } = window;
  const choices: Choice[] = [];
  const ties = tiesOf(here, profile.item);
  const middle = firstAfter(here.candidates, headOf, profile.item);
  for (let k = Math.max(0, middle - NEAR); k < Math.min(here.candidates.length, middle + NEAR); k++) {
    choices.push({ paragraph: 0, candidate: k, features: hereFeatures(here, profile, k, ties) });
  }
  // Where a reporting verb stands right behind the quote, nobody in another paragraph says it.
  if (profile.group !== 'tail') {
    for (const [i, scene] of before.entries()) addFar(choices, scene, profile, -1 - i);
    if (after && profile.last) addFar(choices, after, profile, 1);
  }
  if (q > 0 || lastQuoteBack > 0)
    choices.push({ paragraph: 0, candidate: -1, features: carryFeatures(window, profile, q) });
  return choices;
}

function headOf({ head }: Candidate): number {
  return head;
}

type Ties = ReadonlyMap<number, readonly string[]>;

function hereFeatures(scene: Scene, { item }: Profile, k: number, ties: Ties): string[] {
  const { items, candidates } = scene;
  const candidate = candidates[k]!;
  const after = candidate.head > item;
  const side = after ? 'after' : 'before';
  const [from, to] = after ? [item + 1, candidate.first] : [candidate.head + 1, item];
  const quotes = quotesBetween(scene, Math.min(item, candidate.head), Math.max(item, candidate.head));
  const rivals = after
    ? rivalsIn(scene, item, k)
    : rivalsIn(scene, candidate.head, firstAfter(candidates, headOf, item));
  const sentences = Math.abs(items[item]!.sentence - items[candidate.head]!.sentence);
  const features = [
    side,
    feature(feature(side, 'type'), candidate.type),
    feature(feature(side, 'distance'), bucket(to - from)),
    feature(feature(side, 'sentences'), Math.min(3, sentences)),
    feature(feature(side, 'quotes'), Math.min(2, quotes)),
    feature(feature(side, 'rivals'), Math.min(3, rivals)),
  ];
  if (quotes === 0 && rivals === 0) features.push(feature(side, 'nearest'));
  if (to - from < 4 && signsOnly(items, from, to))
    features.push(feature(feature(side, 'touches'), signAt(scene, from, to)));
  if (candidate.possessive) features.push('possessive');
  if (opensSentence(scene, candidate)) features.push('opens sentence');
  if (candidate.first === 0) features.push('opens paragraph');
  if (candidate.preposition === 'to' && items[candidate.first - 2]?.lower === 'according') {
    features.push(feature(feature('according', side), `${Math.min(1, sentences)} ${Math.min(1, quotes)}`));
  }
  if (ownsSpeech(scene, candidate))
    features.push(feature(feature('owner', side), `${Math.min(1, sentences)} ${bucket(to - from)}`));
  features.push(...(ties.get(k) ?? NO_TIES));
  return features;
}

const NO_TIES: readonly string[] = ['no cue'];

/** How many possible new speakers stand behind item `from` and before candidate `k`. */
function rivalsIn({ candidates, rivalsBefore }: Scene, from: number, k: number): number {
  return Math.max(0, rivalsBefore[k]! - rivalsBefore[firstAfter(candidates, headOf, from)]!);
}

/** The first sign between the items, if it is one of those that matter. */
function signAt({ items }: Scene, from: number, to: number): string {
  const sign = from < to ? items[from]!.lower[0]! : '';
  return ',.:;—–-?!(“"'.includes(sign) ? sign : 'other';
}

function opensSentence({ items }: Scene, { first, head }: Candidate): boolean {
  return first === 0 || items[first - 1]!.sentence !== items[head]!.sentence;
}

/** The candidate's part in its sentence. */
export function standingOf(scene: Scene, candidate: Candidate): string {
  const { items } = scene;
  if (candidate.type === 'his') return 'his';
  if (candidate.possessive) return 'possessive';
  if (candidate.preposition) return 'oblique';
  const before = items[candidate.first - 1];
  const next = items[candidate.head + 1];
  if (before?.lower === ',' && next?.lower === ',') return 'commas';
  if (next?.type === 'word' && (FINITE.has(next.lower) || next.lower.endsWith('ed') || next.lower.endsWith('s')))
    return 'subject';
  if (opensSentence(scene, candidate)) return 'first';
  return next?.lower === ',' ? 'comma' : 'other';
}

const FINITE: ReadonlySet<string> = new Set('is was are were has had have will would who can could'.split(' '));

/** The features of each candidate that reporting words near the item tie to it as their subject or object. */
function tiesOf(scene: Scene, item: number): Ties {
  const ties = new Map<number, string[]>();
  const add = (k: number, features: readonly string[]) => {
    const known = ties.get(k);
    if (known) known.push(...features.filter((name) => !known.includes(name)));
    else ties.set(k, [...features]);
  };
  const at = firstCueAfter(scene, item);
  for (let c = Math.max(0, at - 10); c < Math.min(scene.cues.length, at + 6); c++) {
    const cue = scene.cues[c]!;
    if (cue.subject >= 0) add(cue.subject, tieFeatures(scene, item, cue, c - at));
    const object = firstAfter(scene.candidates, headOf, cue.item);
    if (scene.candidates[object]?.first === cue.item + 1 && object !== cue.subject) {
      add(object, [feature('object', cue.form.lemma === 'tell' ? 'tell' : cue.form.strength)]);
    }
  }
  return ties;
}

function tieFeatures(scene: Scene, item: number, cue: Cue, rank: number): string[] {
  const { items, candidates } = scene;
  const { form, tie } = cue;
  const after = cue.item > item;
  const [from, to] = after ? [item + 1, Math.min(cue.item, candidates[cue.subject]!.first)] : [cue.item + 1, item];
  const quotes = Math.min(1, quotesBetween(scene, Math.min(item, cue.item), Math.max(item, cue.item)));
  const same = items[cue.item]!.sentence === items[item]!.sentence ? 'same' : 'other';
  const signs = to - from < 4 && to >= from && signsOnly(items, from, to);
  const gap = signs ? `signs ${signAt(scene, from, to)}` : bucket(to - from);
  const order = Math.min(3, after ? rank : -rank - 1);
  const that = !after && items[from]?.lower === 'that' ? 'that' : 'plain';
  const before = items[item - 1]?.lower;
  const side = feature(after ? 'tail' : 'head', form.strength);
  const place = feature(feature(side, same), quotes);
  const features = [
    feature(side, tie),
    feature(feature(place, 'gap'), gap),
    feature(feature(feature(place, 'order'), order), that),
    feature(feature(place, 'mark'), before === ':' || before === ',' ? before : 'none'),
  ];
  if (form.participle) features.push(feature(feature(side, 'participle'), same));
  if (form.lemma === 'say' || form.lemma === 'tell') features.push(feature(place, form.lemma));
  return features;
}

/** Adds the candidates of another paragraph that are worth a thought. */
function addFar(choices: Choice[], scene: Scene, profile: Profile, paragraph: number): void {
  const { candidates } = scene;
  const count = paragraph === -1 ? FAR : FAR / 2;
  const [from, to] = paragraph < 0 ? [Math.max(0, candidates.length - count), candidates.length] : [0, count];
  const lastCue = scene.cues.findLast((cue) => cue.subject >= 0 && cue.form.strength === 'speech')?.subject;
  const subjects = new Set(scene.cues.slice(-FAR).map((cue) => cue.subject));
  const considered = new Set([0, ...(lastCue === undefined ? [] : [lastCue])]);
  for (let k = from; k < to; k++) considered.add(k);
  for (const k of considered) {
    const candidate = candidates[k];
    if (!candidate || candidate.type === 'his' || candidate.type === 'you') continue;
    const features = farFeatures({ scene, profile, k, paragraph, isLastCue: k === lastCue, hasCue: subjects.has(k) });
    choices.push({ paragraph, candidate: k, features });
  }
}

interface Far {
  readonly scene: Scene;
  readonly profile: Profile;
  readonly k: number;
  readonly paragraph: number;
  readonly isLastCue: boolean;
  readonly hasCue: boolean;
}

function farFeatures({ scene, profile, k, paragraph, isLastCue, hasCue }: Far): string[] {
  const { items, candidates, rivalsBefore } = scene;
  const candidate = candidates[k]!;
  const side = paragraph > 0 ? 'next' : feature('back', -paragraph);
  const features = [
    side,
    feature(feature(side, 'type'), candidate.type),
    feature(feature(side, 'rivals'), Math.min(3, rivalsBefore[candidates.length]! - rivalsBefore[k + 1]!)),
    feature(feature(side, 'of'), Math.min(4, rivalsBefore[candidates.length]!)),
  ];
  const flag = (name: string) => features.push(feature(side, name));
  if (candidate.first === 0) flag('opens');
  if (isLastCue) flag('last cue');
  if (hasCue) flag('cue');
  if (items[candidate.head]!.sentence === items.at(-1)?.sentence) flag('last sentence');
  if (items[candidate.head]!.sentence === 0) flag('first sentence');
  const end = items.at(-1);
  if (end?.lower === ':' || end?.lower === ',' || end?.facts.cue) flag(isLastCue ? 'introduces by cue' : 'introduces');
  if (scene.quoteItems.length > 0) flag('has quotes');
  if (ownsSpeech(scene, candidate)) flag('owner');
  if (profile.first) flag('quote first');
  return features;
}

function carryFeatures(window: Window, profile: Profile, q: number): string[] {
  const { here, quotes, before, lastQuoteBack } = window;
  const { item, tail, head, first, last, quote } = profile;
  const features = ['carry', feature('carry tail', tail), feature('carry head', head)];
  if (quote.continues) features.push('carry continues');
  if (profile.introduced) features.push('carry introduced');
  const at = firstAfter(here.candidates, headOf, item);
  if (q === 0) {
    features.push(feature('carry back', lastQuoteBack), feature('carry before', Math.min(2, here.rivalsBefore[at]!)));
    if (first) features.push(last ? 'carry alone' : 'carry first');
    features.push(feature('carry names back', Math.min(2, before[0]?.rivalsBefore.at(-1) ?? 0)));
    return features;
  }
  const from = here.quoteItems[q - 1]!;
  features.push(
    'carry inside',
    feature('carry gap', bucket(item - from - 1)),
    feature('carry rivals', Math.min(2, rivalsIn(here, from, at))),
    feature('carry cues', Math.min(2, firstCueAfter(here, item) - firstCueAfter(here, from))),
    feature('carry sentences', Math.min(2, here.items[item]!.sentence - here.items[from]!.sentence)),
    feature(feature('carry kinds', quotes[q - 1]!.kind), quote.kind),
    feature('carry after', tailOf(here, from)),
  );
  if (item - from === 2 && here.items[from + 1]!.lower === 'and') features.push('carry and');
  return features;
}

/** Distances in items, coarser the longer they are. */
export function bucket(n: number): string {
  return n <= 3 ? BUCKETS[Math.max(0, n)]! : n <= 6 ? '6' : n <= 12 ? '12' : n <= 24 ? '24' : 'far';
}

const BUCKETS = ['0', '1', '2', '3'];
