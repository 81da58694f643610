import { stemsOf } from '../layout/words.ts';
import { type Cohesion, cohesionOf, cutGain, cutProbabilities } from './cohesion.ts';

/** A paragraph as the search for topic boundaries sees it. */
export interface Unit {
  readonly text: string;
  /** Content words in order. */
  readonly stems: readonly string[];
  readonly names: ReadonlySet<string>;
}

/** A unit from a paragraph's text on one line and its content words. */
export function unitOf(text: string, stems: readonly string[] = stemsOf(text)): Unit {
  const head = text.slice(0, NAMED);
  const names = new Set([...head.matchAll(NAME)].flatMap(([name]) => name.split(/\s+/)));
  for (const name of /^["“‘]?(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+)/u.exec(head)?.[1]?.split(/\s+/) ?? [])
    names.add(name);
  return { text, stems, names };
}

/**
 * What speaks for a new story or topic at each unit: a drop in lexical cohesion, and how openings read. They name
 * people in full, give days and places and refer to nothing before them.
 */
export function openingFeatures(units: readonly Unit[]) {
  const lists = units.map(({ stems }) => stems);
  const cohesion = cohesionOf(lists, 0.4);
  const loose = cutProbabilities(cohesion, 1.5);
  const strict = cutProbabilities(cohesion, 3);
  const smooth = cutProbabilities(cohesionOf(lists, 1), 2);
  const sets = units.map(({ stems }) => new Set(stems));
  return units.map((unit, i) => ({
    loose: loose[i]!,
    strict: strict[i]!,
    smooth: smooth[i]!,
    nearby: Math.max(loose[i - 1] ?? 0, loose[i + 1] ?? 0),
    nearbyStrict: Math.max(strict[i - 1] ?? 0, strict[i + 1] ?? 0),
    nearbySmooth: Math.max(smooth[i - 1] ?? 0, smooth[i + 1] ?? 0),
    ...gainFeatures(cohesion, i),
    ...formFeatures(unit),
    ...referenceFeatures(units, i),
    ...overlapFeatures(sets, i),
    ...previousFeatures(units[i - 1]),
    nextSize: Math.min(600, units[i + 1]?.text.length ?? 0) / 600,
    nextItem: Number(ITEM.test(units[i + 1]?.text ?? '')),
  }));
}

const NAMED = 600;
const NAME = /(?<=[\p{Ll}\d,;:’'”")] )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu;
const ITEM = /^(?:[-*•–—]|\(?\w{1,2}[.)])\s/;

/** What a cut here gains in the narrow and in the wide, and how much more than a cut one paragraph off. */
function gainFeatures(cohesion: Cohesion, i: number) {
  const gain = (at: number, reach: number) => cutGain(cohesion, at, reach) / Math.log(cohesion.words + 2);
  const beside = (reach: number) => Math.max(gain(i - 1, reach), i + 1 < cohesion.units ? gain(i + 1, reach) : 0);
  const [narrow, middle, wide] = [gain(i, 2), gain(i, 4), gain(i, 8)];
  return { gain1: gain(i, 1), narrow, middle, wide, peak2: narrow - beside(2), peak4: middle - beside(4) };
}

function formFeatures({ text, stems }: Unit) {
  const head = text.slice(0, 240);
  const first = /[.!?]["”’)]*\s/.exec(head);
  const sentence = first ? head.slice(0, first.index + 1) : head;
  const opening = head.slice(0, 60);
  const is = (pattern: RegExp, of = sentence) => Number(pattern.test(of));
  return {
    size: Math.min(600, text.length) / 600,
    stems: Math.min(60, stems.length) / 60,
    sentence: sentence.length / 240,
    item: is(ITEM, text),
    lower: is(/^\p{Ll}/u, text),
    quote: is(/^["“‘'«„]/, text),
    number: is(/^\d/, text),
    dateline: is(/^\p{Lu}[\p{Lu}\p{L} .,/()’'-]{2,60}(?:\([^)]{2,30}\))?\s?[-–—]{1,2}\s/u, opening),
    pronoun: is(/^["“‘]?(?:he|she|they|it|his|her|their|its|him|them)\b/i, opening),
    demonstrative: is(/^(?:this|that|these|those|such|both|another|other|some|many|most|one|here|there)\b/i, opening),
    conjunction: is(
      /^(?:but|and|or|so|yet|also|however|still|then|because|nor|plus|meanwhile|instead|despite|although|though|even|while)\b/i,
      opening,
    ),
    sequence: is(
      /^(?:first|second|third|finally|next|last|later|earlier|afterwards?|since|until|before|for example|in addition|additionally|as a result|once)\b/i,
      opening,
    ),
    preposition: is(/^(?:in|on|at|by|from|for|with|as|after|under|over|according|among|when|if|to|during)\b/i, opening),
    we: is(/^(?:we|our|us)\b/i, opening),
    me: is(/^(?:i|my)\b/i, opening),
    you: is(/^(?:you|your|if you)\b/i, opening),
    the: is(/^the\b/i, opening),
    a: is(/^an?\b/i, opening),
    wh: is(/^(?:who|what|why|how|when|where)\b/i, opening),
    back: is(/\b(?:he|she|his|her|they|their|them|him)\b/i, sentence.slice(0, 80)),
    backThe: is(/\b(?:this|these|those|the (?:same|other|latter|former))\b/i, sentence.slice(0, 80)),
    also: is(/\b(?:also|too|however|therefore|likewise|added|adds|continued|meanwhile)\b/i),
    said: is(/\b(?:said|says|told)\b/i),
    saidSurname: is(
      /(?:^|["”] )(?:(?:Mr|Mrs|Ms|Dr|Sir|Prof)\.? )?\p{Lu}[\p{L}’'-]+ (?:said|says|added|told|noted)\b/u,
      head,
    ),
    will: is(/\b(?:will|would|has been|have been|announced|launched|unveiled|agreed|plans?)\b/i),
    day: is(
      /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|this (?:week|month|year|morning)|last (?:week|month|year|night))\b/i,
    ),
    month: is(/\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i),
    age: is(/, \d{1,2},|\baged \d|\b\d{1,2}-year-old\b/),
    bracket: is(/\(\p{Lu}{2,}\)/u, head),
    fullName: is(/\p{Lu}[\p{Ll}’'-]+ \p{Lu}[\p{Ll}’'-]+/u, sentence.slice(1)),
  };
}

/** Names in the unit that came up just before, that came up at all, that are new and come up again. */
function referenceFeatures(units: readonly Unit[], i: number) {
  const { names } = units[i]!;
  const count = (from: number, to: number) => {
    let found = 0;
    for (const name of names) if (units.slice(Math.max(0, from), to).some((other) => other.names.has(name))) found++;
    return found;
  };
  const [near, before, after] = [count(i - 2, i), count(i - 8, i), count(i + 1, i + 6)];
  const share = (part: number) => (names.size === 0 ? 0 : part / names.size);
  return {
    names: Math.min(8, names.size) / 8,
    oldNear: share(near),
    old: share(before),
    fresh: Math.min(6, names.size - before) / 6,
    again: share(after),
  };
}

/** Content words shared with what is before and after, and how far what is before shares words with what is after. */
function overlapFeatures(sets: readonly ReadonlySet<string>[], i: number) {
  const own = sets[i]!;
  const share = (of: ReadonlySet<string>, from: number, to: number) => {
    const others = sets.slice(Math.max(0, from), Math.max(0, to));
    let found = 0;
    for (const stem of of) if (others.some((other) => other.has(stem))) found++;
    return of.size === 0 ? 0 : found / of.size;
  };
  const [before, before3, before8] = [share(own, i - 1, i), share(own, i - 3, i), share(own, i - 8, i)];
  const [after, after3] = [share(own, i + 1, i + 2), share(own, i + 1, i + 4)];
  return {
    before,
    before3,
    before8,
    after,
    after3,
    contrast: after3 - before3,
    across: share(sets[i + 1] ?? new Set(), i - 3, i),
    across2: share(sets[i + 2] ?? new Set(), i - 3, i),
  };
}

function previousFeatures(previous: Unit | undefined) {
  const text = previous?.text ?? '';
  return {
    previousSize: Math.min(600, text.length) / 600,
    previousItem: Number(ITEM.test(text)),
    previousQuote: Number(/["”’]\s*$/.test(text)),
    previousColon: Number(/:\s*$/.test(text)),
    previousStop: Number(/[.!?…]["”’)]*\s*$/.test(text)),
    previousCall: Number(
      /\b(?:contact|email|sign up|register|visit|follow|subscribe|comment|stay tuned|let us know|more information|learn more|join us|apply|forward to)\b/i.test(
        text.slice(-200),
      ),
    ),
  };
}
