import { namesIn } from '../layout/name-words.ts';
import type { Features } from '../layout/trees.ts';
import { contentOf } from '../layout/words.ts';
import type { Steps } from '../steps.ts';
import { type Cohesion, cohesionOf, cutGain, cutProbabilities } from './cohesion.ts';
import { type Occurrences, occurrencesOf } from './occurrences.ts';

/** A paragraph as the search for topic boundaries sees it. */
export interface Unit {
  readonly text: string;
  /** Content words in order. */
  readonly stems: readonly number[];
  /** Names, see {@link namesIn}. */
  readonly names: readonly number[];
}

/** A unit from a paragraph's text on one line and the stems of its content words. */
export function unitOf(text: string, stems: readonly number[] = contentOf(text).stems): Unit {
  return { text, stems, names: namesIn(text.slice(0, NAMED)) };
}

/**
 * Makes a function that tells what speaks for a new story or topic at a unit: a drop in lexical cohesion, and how openings
 * read. They name people in full, give days and places and refer to nothing before them.
 */
export function* openingReader(units: readonly Unit[]): Steps<(i: number) => Features> {
  const stems = occurrencesOf(units.map((unit) => unit.stems));
  const names = occurrencesOf(units.map((unit) => unit.names));
  yield;
  const sharp = yield* cohesionOf(stems, 0.4);
  const soft = yield* cohesionOf(stems, 1);
  const loose = cutProbabilities(sharp, 1.5);
  const strict = cutProbabilities(sharp, 3);
  const smooth = cutProbabilities(soft, 2);
  return (i: number): Features => [
    {
      loose: loose[i]!,
      strict: strict[i]!,
      smooth: smooth[i]!,
      nearby: Math.max(loose[i - 1] ?? 0, loose[i + 1] ?? 0),
      nearbyStrict: Math.max(strict[i - 1] ?? 0, strict[i + 1] ?? 0),
      nearbySmooth: Math.max(smooth[i - 1] ?? 0, smooth[i + 1] ?? 0),
    },
    gainFeatures(sharp, i),
    formFeatures(units[i]!),
    referenceFeatures(names, i),
    overlapFeatures(stems, i),
    previousFeatures(units[i - 1]),
    {
      nextSize: Math.min(600, units[i + 1]?.text.length ?? 0) / 600,
      nextItem: Number(ITEM.test(units[i + 1]?.text ?? '')),
    },
  ];
}

/** Characters of a paragraph in which names are sought. */
const NAMED = 600;
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
function referenceFeatures(names: Occurrences, i: number) {
  const size = names.different(i);
  const before = names.shared(i, i - 8, i);
  const share = (part: number) => (size === 0 ? 0 : part / size);
  return {
    names: Math.min(8, size) / 8,
    oldNear: share(names.shared(i, i - 2, i)),
    old: share(before),
    fresh: Math.min(6, size - before) / 6,
    again: share(names.shared(i, i + 1, i + 6)),
  };
}

/** Content words shared with what is before and after, and how far what is before shares words with what is after. */
function overlapFeatures(stems: Occurrences, i: number) {
  const share = (of: number, from: number, to: number) =>
    stems.different(of) === 0 ? 0 : stems.shared(of, from, to) / stems.different(of);
  const [before, before3, before8] = [share(i, i - 1, i), share(i, i - 3, i), share(i, i - 8, i)];
  const [after, after3] = [share(i, i + 1, i + 2), share(i, i + 1, i + 4)];
  return {
    before,
    before3,
    before8,
    after,
    after3,
    contrast: after3 - before3,
    across: share(i + 1, i - 3, i),
    across2: share(i + 2, i - 3, i),
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
