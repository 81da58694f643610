import { type FeatureList, FeatureSpace, numbered, upTo } from '../../learned/ranker.ts';
import { JUDGING_VERBS } from '../../lexicon/en/cues.ts';
import { MEANING_WORDS, NAMED_THINGS } from '../../lexicon/en/terms.ts';
import { BUCKETS, bucket } from './buckets.ts';
import { type Choice, RELATIONS } from './choice.ts';
import { cueLemmas } from './cues.ts';
import type { Item } from './outline.ts';
import { CANDIDATE_TYPES, firstAfter } from './scene.ts';
import { HEADS, type Place, type Profile, STRENGTHS, strengthOf, TAILS, type Window } from './window.ts';

/** The ranker's best choice for a quote and its probability. */
export interface Best {
  readonly choice: Choice | undefined;
  readonly certainty: number;
}

/** Signs and words next to a quote that tell what it is. */
const SIGNS = ",.:;—–-?!()[]’'";
const KIND_WORDS = [
  ...new Set(
    `the a an his her their its this that as is was are were be been called dubbed titled entitled named nicknamed termed known word
    words term phrase book film song show album poem novel play movie episode documentary article essay on of in to for by
    with and or said says means meaning so-called label sign slogan read reads saying from not like about than him it them`
      .trim()
      .split(/\s+/),
  ),
];
const SHAPES = [
  ...SIGNS,
  ...KIND_WORDS,
  'sign',
  'word',
  'Word',
  'verb',
  'quote',
  'speech noun',
  'start',
  'end',
  'name',
] as const;
const SHAPE: Readonly<Record<string, number>> = numbered(SHAPES);
const SHAPE_OF_WORD: ReadonlyMap<string, number> = new Map(KIND_WORDS.map((word) => [word, SHAPE[word]!]));
const ENDS = ['none', ...'.,!?…'];
const NAMING =
  'named called dubbed titled entitled nicknamed known labelled labeled billed christened termed listed marked'.split(
    ' ',
  );
const RELATION = numbered(RELATIONS);
const LEMMAS = cueLemmas();
const LEMMA = numbered(LEMMAS);
const SUBJECTS = [...CANDIDATE_TYPES, 'none'] as const;
const SUBJECT = numbered(SUBJECTS);

/** The features of quotes as words of someone or as terms. */
export const KIND_FEATURES = new FeatureSpace();

const QUOTE = {
  bias: KIND_FEATURES.one('bias'),
  words: KIND_FEATURES.family('words', BUCKETS),
  tail: KIND_FEATURES.family('tail', TAILS),
  head: KIND_FEATURES.family('head', HEADS),
  before: KIND_FEATURES.family('before', SHAPES),
  next: KIND_FEATURES.family('next', SHAPES),
  end: KIND_FEATURES.family('end', ENDS),
  certainty: KIND_FEATURES.family('certainty', upTo(5)),
  relation: KIND_FEATURES.family('relation', RELATIONS),
  relationHead: KIND_FEATURES.family('relation', RELATIONS, HEADS),
  size: KIND_FEATURES.family('size', RELATIONS, BUCKETS),
  title: KIND_FEATURES.family('title', BUCKETS),
  titleBehind: KIND_FEATURES.family('title behind', SHAPES),
  titleBefore: KIND_FEATURES.family('title before', SHAPES),
  ends: KIND_FEATURES.family('ends', ENDS, SHAPES),
  behindThing: KIND_FEATURES.one('behind a named thing'),
  beforeThing: KIND_FEATURES.one('before a named thing'),
  explained: KIND_FEATURES.one('explained'),
  explainedSize: KIND_FEATURES.family('explained', BUCKETS),
  capital: KIND_FEATURES.one('capital'),
  capitalSize: KIND_FEATURES.family('capital', BUCKETS),
  short: KIND_FEATURES.family('short', SHAPES, SHAPES),
  firstPerson: KIND_FEATURES.one('first person'),
  verbal: KIND_FEATURES.one('verbal'),
  whole: KIND_FEATURES.one('whole'),
  first: KIND_FEATURES.one('first'),
  introduced: KIND_FEATURES.one('introduced'),
  single: KIND_FEATURES.one('single'),
  singleSize: KIND_FEATURES.family('single', BUCKETS),
  nickname: KIND_FEATURES.one('nickname'),
  naming: KIND_FEATURES.family('naming', NAMING),
  namingWords: KIND_FEATURES.family('naming words', BUCKETS),
  verb: KIND_FEATURES.family('verb', LEMMAS),
  subject: KIND_FEATURES.family('verb subject', SUBJECTS),
  judged: KIND_FEATURES.one('judged'),
  judgedShape: KIND_FEATURES.family('judged', SHAPES),
  verbGap: KIND_FEATURES.family('verb', STRENGTHS, BUCKETS),
};

/** Adds the features that tell words of someone from a term in marks. */
export function addKindFeatures(features: FeatureList, window: Window, best: Best, profile: Profile): void {
  const { items } = window.here;
  const { quote, item, lead, tail, head, first, last } = profile;
  const { content } = quote;
  const before = lead.scene.items[lead.item - 1];
  const next = items[item + 1];
  const count = countWords(content);
  const size = bucket(count);
  const relation = RELATION[best.choice?.relation ?? 'none'];
  const isNickname = before?.type === 'name' && next?.type === 'name';
  features.add(QUOTE.bias);
  features.add(QUOTE.words(size));
  features.add(QUOTE.tail(tail));
  features.add(QUOTE.head(head));
  const right = next ? shapeOf(next) : SHAPE.end!;
  const end = Math.max(0, ENDS.indexOf(content.trimEnd().at(-1) ?? ''));
  features.add(QUOTE.before(shapeBefore(lead, isNickname)));
  features.add(QUOTE.next(right));
  features.add(QUOTE.end(end));
  if (end > 0) features.add(QUOTE.ends(end, right));
  features.add(QUOTE.certainty(Math.round(best.certainty * 5)));
  features.add(QUOTE.relation(relation));
  features.add(QUOTE.relationHead(relation, head));
  features.add(QUOTE.size(relation, size));
  if (count < 13 && isTitleCase(content)) {
    features.add(QUOTE.title(size));
    features.add(QUOTE.titleBehind(before ? shapeOf(before) : SHAPE.start!));
    features.add(QUOTE.titleBefore(right));
  }
  if (/^\P{L}{0,3}\p{Lu}/u.test(content)) {
    features.add(QUOTE.capital);
    features.add(QUOTE.capitalSize(size));
  }
  if (count < 4 && next) features.add(QUOTE.short(shapeOf(next), before ? shapeOf(before) : SHAPE.start!));
  if (FIRST_PERSON.test(content)) features.add(QUOTE.firstPerson);
  if (VERBAL.test(content)) features.add(QUOTE.verbal);
  if (first) features.add(last ? QUOTE.whole : QUOTE.first);
  if (profile.introduced) features.add(QUOTE.introduced);
  if ("'‘‚’".includes(window.text[quote.start]!)) {
    features.add(QUOTE.single);
    features.add(QUOTE.singleSize(size));
  }
  if (isNickname) features.add(QUOTE.nickname);
  if (before && NAMED_THINGS.has(before.lower)) features.add(QUOTE.behindThing);
  if (next && NAMED_THINGS.has(next.lower)) features.add(QUOTE.beforeThing);
  if (isExplained(items, item)) {
    features.add(QUOTE.explained);
    features.add(QUOTE.explainedSize(size));
  }
  addNaming(features, lead, size);
  addVerb(features, lead);
}

/** Whether the words behind the quote tell what it means: '“…” in builders’ slang means', '“…,” the group’s word for'. */
function isExplained(items: readonly Item[], item: number): boolean {
  const { sentence } = items[item]!;
  for (let i = item + 1; i < Math.min(items.length, item + 8) && items[i]!.sentence === sentence; i++) {
    if (items[i]!.type === 'quote') return false;
    if (MEANING_WORDS.has(items[i]!.lower)) return true;
  }
  return false;
}

/** 'named their boat “…”': what follows is a name. */
function addNaming(features: FeatureList, { scene: { items }, item }: Place, size: number): void {
  for (let i = item - 1; i >= Math.max(0, item - 6) && items[i]!.sentence === items[item]!.sentence; i--) {
    const naming = NAMING.indexOf(items[i]!.lower);
    if (naming < 0) continue;
    features.add(QUOTE.naming(naming));
    features.add(QUOTE.namingWords(size));
    return;
  }
}

/** The verb before the quote in its sentence: 'calls it “…”' gives someone's words. */
function addVerb(features: FeatureList, { scene, item }: Place): void {
  const { items, cues, cueItems, candidates } = scene;
  const cue = cues[firstAfter(cueItems, item) - 1];
  if (!cue || items[cue.item]!.sentence !== items[item]!.sentence) return;
  const { lemma } = cue.form;
  features.add(QUOTE.verb(LEMMA[lemma]!));
  features.add(QUOTE.subject(SUBJECT[candidates[cue.subject]?.type ?? 'none']));
  if (JUDGING_VERBS.has(lemma) && item - cue.item < 8 && cue.subject >= 0) {
    features.add(QUOTE.judged);
    features.add(QUOTE.judgedShape(shapeOf(items[item - 1]!)));
  }
  features.add(QUOTE.verbGap(strengthOf(cue), bucket(item - cue.item - 1)));
}

const FIRST_PERSON = /\b(?:I|we|my|our|me|us|you|your)\b/i;
const VERBAL =
  /\b(?:is|are|was|were|am|be|been|have|has|had|do|does|did|will|would|can|could|should|must|may|might|let|get|go|make|need|want|think|know|believe)\b|n[’']t\b|[’'](?:re|ve|ll|m)\b/i;

/** Words of the content between blanks, as far as their number matters. */
function countWords(content: string): number {
  return content.split(/\s+/, 40).filter(Boolean).length;
}

function isTitleCase(content: string): boolean {
  const long = content.split(/\s+/).filter((word) => word.length > 3);
  return long.length > 0 && long.every((word) => /^\P{L}*\p{Lu}/u.test(word));
}

function shapeBefore({ scene: { items }, item }: Place, isNickname: boolean): number {
  const before = items[item - 1];
  if (before?.sentence !== items[item]!.sentence) return SHAPE.start!;
  return isNickname ? SHAPE.name! : shapeOf(before);
}

/** Number of the item's shape among {@link SHAPES}. */
function shapeOf({ type, lower, facts, capital }: Item): number {
  if (type === 'sign') return SIGNS.includes(lower[0]!) ? SHAPE[lower[0]!]! : SHAPE.sign!;
  if (type !== 'word') return type === 'name' ? SHAPE.word! : SHAPE.quote!;
  if (facts.speechNoun) return SHAPE['speech noun']!;
  const known = SHAPE_OF_WORD.get(lower);
  if (known !== undefined) return known;
  return capital ? SHAPE.Word! : lower.endsWith('ed') || lower.endsWith('ing') ? SHAPE.verb! : SHAPE.word!;
}
