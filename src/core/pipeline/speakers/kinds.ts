import { softmax } from '../../learned/linear.ts';
import { feature } from '../../learned/ranker.ts';
import { JUDGING_VERBS } from '../../lexicon/en/cues.ts';
import { bucket, type Choice } from './choices.ts';
import type { Item } from './outline.ts';
import { type Cue, firstAfter, type Scene } from './scene.ts';
import type { Profile, Window } from './window.ts';

/** The ranker's best choice for a quote and its probability. */
export interface Best {
  readonly choice: Choice | undefined;
  readonly certainty: number;
}

/** The most probable of the choices, given their scores by the ranker. */
export function bestOf(choices: readonly Choice[], scores: readonly number[]): Best {
  const shares = softmax(scores);
  let best = 0;
  for (let i = 1; i < shares.length; i++) if (shares[i]! > shares[best]!) best = i;
  return { choice: choices[best], certainty: shares[best] ?? 0 };
}

/** Features that tell words of someone from a term in marks. */
export function kindFeatures(window: Window, { choice, certainty }: Best, profile: Profile): string[] {
  const { items } = window.here;
  const { quote, item, tail, head, first, last } = profile;
  const [before, next] = [items[item - 1], items[item + 1]];
  const count = quote.content.split(/\s+/, 40).filter(Boolean).length;
  const size = bucket(count);
  const relation = relationOf(choice);
  const isNickname = before?.type === 'name' && next?.type === 'name';
  const features = [
    'bias',
    feature('words', size),
    feature('tail', tail),
    feature('head', head),
    feature('before', before?.sentence !== items[item]!.sentence ? 'start' : isNickname ? 'name' : shapeOf(before)),
    feature('next', next ? shapeOf(next) : 'end'),
    feature('end', endOf(quote.content)),
    feature('certainty', Math.round(certainty * 5)),
    feature('relation', relation),
    feature(feature('relation', relation), head),
    feature(feature('size', relation), size),
  ];
  if (count < 13 && isTitleCase(quote.content)) features.push(feature('title', size));
  if (/^\P{L}{0,3}\p{Lu}/u.test(quote.content)) features.push('capital', feature('capital', size));
  if (count < 4 && next) features.push(feature(feature('short', shapeOf(next)), before ? shapeOf(before) : 'start'));
  if (FIRST_PERSON.test(quote.content)) features.push('first person');
  if (VERBAL.test(quote.content)) features.push('verbal');
  if (first) features.push(last ? 'whole' : 'first');
  if (profile.introduced) features.push('introduced');
  if ("'‘‚’".includes(window.text[quote.start]!)) features.push('single', feature('single', size));
  if (isNickname) features.push('nickname');
  features.push(...cueFeatures(window.here, item, size));
  return features;
}

/** The verb before the quote in its sentence: 'calls it “…”' gives someone's words, 'named their boat “…”' a name. */
function cueFeatures({ items, cues, candidates }: Scene, item: number, size: string): string[] {
  const features: string[] = [];
  for (let i = item - 1; i >= Math.max(0, item - 6) && items[i]!.sentence === items[item]!.sentence; i--) {
    if (!NAMING.has(items[i]!.lower)) continue;
    features.push(feature('naming', items[i]!.lower), feature('naming words', size));
    break;
  }
  const cue = cues[firstAfter(cues, itemOf, item) - 1];
  if (!cue || items[cue.item]!.sentence !== items[item]!.sentence) return features;
  const subject = candidates[cue.subject]?.type ?? 'none';
  features.push(feature('verb', cue.form.lemma), feature('verb subject', subject));
  if (JUDGING_VERBS.has(cue.form.lemma) && item - cue.item < 8 && cue.subject >= 0) {
    features.push('judged', feature('judged', shapeOf(items[item - 1]!)));
  }
  features.push(feature(feature('verb', cue.form.strength), bucket(item - cue.item - 1)));
  return features;
}

function itemOf({ item }: Cue): number {
  return item;
}

const NAMING: ReadonlySet<string> = new Set(
  'named called dubbed titled entitled nicknamed known labelled labeled billed christened termed listed marked'.split(
    ' ',
  ),
);

/** What ties the chosen speaker to the quote. */
function relationOf(choice: Choice | undefined): string {
  if (!choice) return 'none';
  if (choice.candidate < 0) return 'carry';
  if (choice.paragraph !== 0) return 'far';
  const telling = choice.features.find((name) => name.startsWith('owner') || name.startsWith('according'));
  return telling ? telling.slice(0, 5) : choice.features.includes('no cue') ? 'near' : 'cue';
}

const FIRST_PERSON = /\b(?:I|we|my|our|me|us|you|your)\b/i;
const VERBAL =
  /\b(?:is|are|was|were|am|be|been|have|has|had|do|does|did|will|would|can|could|should|must|may|might|let|get|go|make|need|want|think|know|believe)\b|n[’']t\b|[’'](?:re|ve|ll|m)\b/i;

function endOf(content: string): string {
  const last = content.trimEnd().at(-1) ?? '';
  return '.,!?…'.includes(last) ? last : 'none';
}

function isTitleCase(content: string): boolean {
  const long = content.split(/\s+/).filter((word) => word.length > 3);
  return long.length > 0 && long.every((word) => /^\P{L}*\p{Lu}/u.test(word));
}

function shapeOf({ type, lower, facts, capital }: Item): string {
  if (type === 'sign') return SIGNS.has(lower[0]!) ? lower[0]! : 'sign';
  if (type !== 'word') return type === 'name' ? 'word' : type;
  if (facts.speechNoun) return 'speech noun';
  if (KIND_WORDS.has(lower)) return lower;
  return capital ? 'Word' : /(?:ed|ing)$/.test(lower) ? 'verb' : 'word';
}

const SIGNS: ReadonlySet<string> = new Set(",.:;—–-?!()[]’'");
const KIND_WORDS: ReadonlySet<string> = new Set(
  `the a an his her their its this that as is was are were be called dubbed titled entitled named nicknamed termed known word
  words term phrase book film song show album poem novel play movie episode documentary article essay on of in to for by
  with and or said says means meaning so-called label sign slogan read reads saying from not like about than him it them`
    .trim()
    .split(/\s+/),
);
