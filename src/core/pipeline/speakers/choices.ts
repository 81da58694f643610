import { combined, type FeatureList, FeatureSpace, numbered, upTo } from '../../learned/ranker.ts';
import { BUCKETS, bucket } from './buckets.ts';
import { isNounLike } from './phrases.ts';
import {
  CANDIDATE_TYPES,
  type Candidate,
  type Cue,
  firstAfter,
  opensSentence,
  ownsSpeech,
  type Scene,
  TIES,
} from './scene.ts';
import {
  firstCueAfter,
  HEADS,
  isInNextSentence,
  type Place,
  type Profile,
  placeOf,
  quotesBetween,
  STRENGTHS,
  signsOnly,
  strengthOf,
  TAILS,
  tailOf,
  type Window,
} from './window.ts';

/** One possible answer to who says a quote. */
export interface Choice {
  /** Paragraphs from the quote's to the mention's: 0, -1, -2, 1. */
  readonly paragraph: number;
  /** Number of the candidate in its paragraph; -1: the speaker of the quote before. */
  readonly candidate: number;
  /** What ties the candidate to the quote. */
  readonly relation: Relation;
}

/** What may tie a speaker to a quote: 'according to', words that are someone's, a reporting verb, nearness. */
export const RELATIONS = ['none', 'carry', 'far', 'accor', 'owner', 'near', 'cue'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The features of the choices. */
export const CHOICE_FEATURES = new FeatureSpace();

/** How many candidates on each side of a quote, and before it in other paragraphs, are thought of. */
const NEAR = 9;
const FAR = 6;

/**
 * Finds all choices for the window's quote `q`, and calls `take` for each when its features are in `features`, which are
 * replaced by those of the next one.
 */
export function eachChoice(sought: Sought, features: FeatureList, take: (choice: Choice) => void): void {
  const { window, q, profile } = sought;
  const { before, after, lastQuoteBack } = window;
  const { own, lead, introduced } = profile;
  eachNear(own, 0, features, take);
  if (introduced) eachNear(lead, -1, features, take);
  // Where a reporting verb stands right behind the quote, nobody in another paragraph says it.
  if (profile.tail === 0) {
    for (let i = introduced ? 1 : 0; i < before.length; i++)
      eachFar({ scene: before[i]!, profile, paragraph: -1 - i }, features, take);
    if (after && profile.last) eachFar({ scene: after, profile, paragraph: 1 }, features, take);
  }
  if (q === 0 && lastQuoteBack === 0) return;
  features.clear();
  addCarry(features, sought);
  take({ paragraph: 0, candidate: -1, relation: 'carry' });
}

/** The candidates on both sides of the quote in its own paragraph, or in the one so many away that leads up to it. */
function eachNear(place: Place, paragraph: number, features: FeatureList, take: (choice: Choice) => void): void {
  const { heads, candidates } = place.scene;
  const middle = firstAfter(heads, place.item);
  for (let k = Math.max(0, middle - NEAR); k < Math.min(candidates.length, middle + NEAR); k++) {
    features.clear();
    take({ paragraph, candidate: k, relation: addHere(features, place, k) });
  }
}

/** A quote of a window with its surroundings. */
export interface Sought {
  readonly window: Window;
  readonly q: number;
  readonly profile: Profile;
}

const SIDES = ['before', 'after'];
const TYPE = numbered(CANDIDATE_TYPES);
const TIE = numbered(TIES);
/** Signs that may stand between a quote and its speaker; the first one: none, the last one: any other. */
const SIGNS: readonly string[] = ['', ...',.:;—–-?!(“"', 'other'];

const HERE = {
  side: CHOICE_FEATURES.family(SIDES),
  type: CHOICE_FEATURES.family(SIDES, 'type', CANDIDATE_TYPES),
  distance: CHOICE_FEATURES.family(SIDES, 'distance', BUCKETS),
  sentences: CHOICE_FEATURES.family(SIDES, 'sentences', upTo(3)),
  quotes: CHOICE_FEATURES.family(SIDES, 'quotes', upTo(2)),
  rivals: CHOICE_FEATURES.family(SIDES, 'rivals', upTo(3)),
  nearest: CHOICE_FEATURES.family(SIDES, 'nearest'),
  touches: CHOICE_FEATURES.family(SIDES, 'touches', SIGNS),
  possessive: CHOICE_FEATURES.one('possessive'),
  opensSentence: CHOICE_FEATURES.one('opens sentence'),
  opensParagraph: CHOICE_FEATURES.one('opens paragraph'),
  according: CHOICE_FEATURES.family('according', SIDES, upTo(1), upTo(1)),
  owner: CHOICE_FEATURES.family('owner', SIDES, upTo(1), BUCKETS),
  noCue: CHOICE_FEATURES.one('no cue'),
  oblique: CHOICE_FEATURES.family(SIDES, 'oblique', upTo(2)),
  modifier: CHOICE_FEATURES.family(SIDES, 'modifier'),
  reported: CHOICE_FEATURES.family('reported', STRENGTHS, ['plain', 'tied']),
  tiedType: CHOICE_FEATURES.family(SIDES, RELATIONS, 'type', CANDIDATE_TYPES),
};
const RELATION = numbered(RELATIONS);

/** Adds the features of candidate `k` of the paragraph with the quote; tells what ties it to the quote. */
function addHere(features: FeatureList, place: Place, k: number): Relation {
  const { scene, item } = place;
  const { items, candidates, heads } = scene;
  const candidate = candidates[k]!;
  const { first, head } = candidate;
  const after = head > item;
  const side = after ? 1 : 0;
  const from = after ? item + 1 : head + 1;
  const to = after ? first : item;
  const quotes = after ? quotesBetween(scene, item, head) : quotesBetween(scene, head, item);
  const rivals = after ? rivalsIn(scene, item, k) : rivalsIn(scene, head, firstAfter(heads, item));
  const sentences = Math.abs(items[item]!.sentence - items[head]!.sentence);
  features.add(HERE.side(side));
  features.add(HERE.type(side, TYPE[candidate.type]));
  features.add(HERE.distance(side, bucket(to - from)));
  features.add(HERE.sentences(side, Math.min(3, sentences)));
  features.add(HERE.quotes(side, Math.min(2, quotes)));
  features.add(HERE.rivals(side, Math.min(3, rivals)));
  if (quotes === 0 && rivals === 0) features.add(HERE.nearest(side));
  if (to - from < 4 && signsOnly(items, from, to)) features.add(HERE.touches(side, signAt(scene, from, to)));
  if (candidate.possessive) features.add(HERE.possessive);
  if (opensSentence(scene, candidate)) features.add(HERE.opensSentence);
  if (first === 0) features.add(HERE.opensParagraph);
  const according = candidate.preposition === 'to' && items[first - 2]?.lower === 'according';
  if (according) features.add(HERE.according(side, Math.min(1, sentences), Math.min(1, quotes)));
  const owner = ownsSpeech(scene, candidate);
  if (owner) features.add(HERE.owner(side, Math.min(1, sentences), bucket(to - from)));
  const tied = addTies(features, place, k);
  if (!tied) features.add(HERE.noCue);
  if (candidate.preposition) features.add(HERE.oblique(side, Math.min(2, sentences)));
  if (isModifier(scene, candidate)) features.add(HERE.modifier(side));
  const reporter = after || sentences > 0 ? undefined : reporterOf(scene, k);
  if (reporter) features.add(HERE.reported(strengthOf(reporter), tied ? 1 : 0));
  const relation = according ? 'accor' : owner ? 'owner' : tied ? 'cue' : 'near';
  features.add(HERE.tiedType(side, RELATION[relation], TYPE[candidate.type]));
  return relation;
}

/** Whether the candidate is a name in front of a noun: 'the Cole video'. */
function isModifier({ items }: Scene, { first, head, name }: Candidate): boolean {
  const next = items[head + 1];
  return name >= 0 && items[first]!.facts.determiner && next !== undefined && isNounLike(next) && !next.facts.cue;
}

/** The surest reporting word in whose clause the candidate stands: 'said' of 'the mayor' in 'Reed said the mayor was “…”'. */
function reporterOf({ items, cues, cueItems, candidates }: Scene, k: number): Cue | undefined {
  const { first, head } = candidates[k]!;
  const { sentence } = items[head]!;
  let reporter: Cue | undefined;
  for (let c = firstAfter(cueItems, first - 1) - 1; c >= 0 && items[cues[c]!.item]!.sentence === sentence; c--) {
    const cue = cues[c]!;
    if (cue.subject < 0 || cue.subject === k) continue;
    if (cue.form.strength === 'speech') return cue;
    reporter ??= cue;
  }
  return reporter;
}

/** How many possible new speakers stand behind item `from` and before candidate `k`. */
function rivalsIn({ heads, rivalsBefore }: Scene, from: number, k: number): number {
  return Math.max(0, rivalsBefore[k]! - rivalsBefore[firstAfter(heads, from)]!);
}

/** Number of the first sign between the items among {@link SIGNS}. */
function signAt({ items }: Scene, from: number, to: number): number {
  if (from >= to) return 0;
  const sign = SIGNS.indexOf(items[from]!.lower[0]!);
  return sign < 0 ? SIGNS.length - 1 : sign;
}

/** A side of the quote, 'later' behind its sentence, the verb's strength, whether it is in the quote's sentence, quotes between them. */
const PLACES = combined(['head', 'tail', 'later'], STRENGTHS, ['same', 'other'], upTo(1));
const GAPS = [...SIGNS.map((sign) => `signs ${sign}`), ...BUCKETS];
const VERB_SIDES = combined(['head', 'tail', 'later'], STRENGTHS);
const MARKS = [':', ',', 'none'];

const TIED = {
  tie: CHOICE_FEATURES.family(VERB_SIDES, TIES),
  gap: CHOICE_FEATURES.family(PLACES, 'gap', GAPS),
  order: CHOICE_FEATURES.family(PLACES, 'order', upTo(3), ['plain', 'that']),
  mark: CHOICE_FEATURES.family(PLACES, 'mark', MARKS),
  participle: CHOICE_FEATURES.family(VERB_SIDES, 'participle', ['same', 'other']),
  lemma: CHOICE_FEATURES.family(PLACES, ['say', 'tell']),
  object: CHOICE_FEATURES.family('object', [...STRENGTHS, 'tell']),
};

/** Adds the features of each reporting word near the item that has candidate `k` for its subject or object. */
function addTies(features: FeatureList, place: Place, k: number): boolean {
  const { scene, item } = place;
  const { cues } = scene;
  const at = firstCueAfter(scene, item);
  const before = features.count;
  for (let c = Math.max(0, at - 10); c < Math.min(cues.length, at + 6); c++) {
    const cue = cues[c]!;
    if (cue.subject === k) addTie({ features, place, cue, rank: c - at }, before);
    if (cue.object === k) features.addOnce(TIED.object(cue.form.lemma === 'tell' ? 2 : strengthOf(cue)), before);
  }
  return features.count > before;
}

interface Tie {
  readonly features: FeatureList;
  readonly place: Place;
  readonly cue: Cue;
  /** How many reporting words stand between it and the quote, negative before the quote. */
  readonly rank: number;
}

function addTie({ features, place, cue, rank }: Tie, start: number): void {
  const { scene, item } = place;
  const { items, candidates } = scene;
  const { form, tie } = cue;
  const after = cue.item > item;
  const from = after ? item + 1 : cue.item + 1;
  const to = after ? Math.min(cue.item, candidates[cue.subject]!.first) : item;
  const quotes = after ? quotesBetween(scene, item, cue.item) : quotesBetween(scene, cue.item, item);
  const other = items[cue.item]!.sentence === items[item]!.sentence ? 0 : 1;
  const signs = to - from < 4 && to >= from && signsOnly(items, from, to);
  const gap = signs ? signAt(scene, from, to) : SIGNS.length + bucket(to - from);
  const that = !after && items[from]?.lower === 'that' ? 1 : 0;
  const before = items[item - 1]?.lower;
  const side = (after ? (isInNextSentence(place, cue) ? 4 : 2) : 0) + strengthOf(cue);
  const where = (side * 2 + other) * 2 + Math.min(1, quotes);
  const add = (feature: number) => features.addOnce(feature, start);
  add(TIED.tie(side, TIE[tie]));
  add(TIED.gap(where, gap));
  add(TIED.order(where, Math.min(3, after ? rank : -rank - 1), that));
  if (!after) add(TIED.mark(where, before === ':' ? 0 : before === ',' ? 1 : 2));
  if (form.participle) add(TIED.participle(side, other));
  if (form.lemma === 'say' || form.lemma === 'tell') add(TIED.lemma(where, form.lemma === 'say' ? 0 : 1));
}

/** A paragraph before or behind the one with the quote. */
interface FarScene {
  readonly scene: Scene;
  readonly profile: Profile;
  readonly paragraph: number;
}

/** The candidates of another paragraph that are worth a thought. */
function eachFar(far: FarScene, features: FeatureList, take: (choice: Choice) => void): void {
  const { scene, paragraph } = far;
  const { candidates, cues } = scene;
  const count = paragraph === -1 ? FAR : FAR / 2;
  const from = paragraph < 0 ? Math.max(0, candidates.length - count) : 0;
  const to = paragraph < 0 ? candidates.length : count;
  const lastCue = cues.findLast((cue) => cue.subject >= 0 && cue.form.strength === 'speech')?.subject ?? -1;
  const consider = (k: number) => {
    const type = candidates[k]?.type;
    if (type === undefined || type === 'his' || type === 'you') return;
    features.clear();
    addFar(features, far, k, lastCue);
    take({ paragraph, candidate: k, relation: 'far' });
  };
  consider(0);
  if (lastCue > 0) consider(lastCue);
  for (let k = from; k < to; k++) if (k > 0 && k !== lastCue) consider(k);
}

const FAR_SIDES = ['next', 'back 1', 'back 2'];

const FAR_AWAY = {
  side: CHOICE_FEATURES.family(FAR_SIDES),
  type: CHOICE_FEATURES.family(FAR_SIDES, 'type', CANDIDATE_TYPES),
  rivals: CHOICE_FEATURES.family(FAR_SIDES, 'rivals', upTo(3)),
  of: CHOICE_FEATURES.family(FAR_SIDES, 'of', upTo(4)),
  opens: CHOICE_FEATURES.family(FAR_SIDES, 'opens'),
  lastCue: CHOICE_FEATURES.family(FAR_SIDES, 'last cue'),
  cue: CHOICE_FEATURES.family(FAR_SIDES, 'cue'),
  lastSentence: CHOICE_FEATURES.family(FAR_SIDES, 'last sentence'),
  firstSentence: CHOICE_FEATURES.family(FAR_SIDES, 'first sentence'),
  introduces: CHOICE_FEATURES.family(FAR_SIDES, ['introduces', 'introduces by cue']),
  hasQuotes: CHOICE_FEATURES.family(FAR_SIDES, 'has quotes'),
  owner: CHOICE_FEATURES.family(FAR_SIDES, 'owner'),
  quoteFirst: CHOICE_FEATURES.family(FAR_SIDES, 'quote first'),
};

function addFar(features: FeatureList, { scene, profile, paragraph }: FarScene, k: number, lastCue: number): void {
  const { items, candidates, rivalsBefore, quoteItems } = scene;
  const candidate = candidates[k]!;
  const { sentence } = items[candidate.head]!;
  const end = items[items.length - 1]!;
  const side = paragraph > 0 ? 0 : -paragraph;
  const rivals = rivalsBefore[candidates.length]!;
  features.add(FAR_AWAY.side(side));
  features.add(FAR_AWAY.type(side, TYPE[candidate.type]));
  features.add(FAR_AWAY.rivals(side, Math.min(3, rivals - rivalsBefore[k + 1]!)));
  features.add(FAR_AWAY.of(side, Math.min(4, rivals)));
  if (candidate.first === 0) features.add(FAR_AWAY.opens(side));
  if (k === lastCue) features.add(FAR_AWAY.lastCue(side));
  if (isSubject(scene, k)) features.add(FAR_AWAY.cue(side));
  if (sentence === end.sentence) features.add(FAR_AWAY.lastSentence(side));
  if (sentence === 0) features.add(FAR_AWAY.firstSentence(side));
  if (end.lower === ':' || end.lower === ',' || end.facts.cue)
    features.add(FAR_AWAY.introduces(side, k === lastCue ? 1 : 0));
  if (quoteItems.length > 0) features.add(FAR_AWAY.hasQuotes(side));
  if (ownsSpeech(scene, candidate)) features.add(FAR_AWAY.owner(side));
  if (profile.first) features.add(FAR_AWAY.quoteFirst(side));
}

/** Whether the candidate is the subject of one of the paragraph's last reporting words. */
function isSubject({ cues }: Scene, k: number): boolean {
  for (let c = Math.max(0, cues.length - FAR); c < cues.length; c++) if (cues[c]!.subject === k) return true;
  return false;
}

const CARRY = {
  carry: CHOICE_FEATURES.one('carry'),
  tail: CHOICE_FEATURES.family('carry tail', TAILS),
  head: CHOICE_FEATURES.family('carry head', HEADS),
  continues: CHOICE_FEATURES.one('carry continues'),
  introduced: CHOICE_FEATURES.one('carry introduced'),
  back: CHOICE_FEATURES.family('carry back', upTo(3)),
  before: CHOICE_FEATURES.family('carry before', upTo(2)),
  opens: CHOICE_FEATURES.family(['carry first', 'carry alone']),
  namesBack: CHOICE_FEATURES.family('carry names back', upTo(2)),
  inside: CHOICE_FEATURES.one('carry inside'),
  gap: CHOICE_FEATURES.family('carry gap', BUCKETS),
  rivals: CHOICE_FEATURES.family('carry rivals', upTo(2)),
  cues: CHOICE_FEATURES.family('carry cues', upTo(2)),
  sentences: CHOICE_FEATURES.family('carry sentences', upTo(2)),
  kinds: CHOICE_FEATURES.family('carry kinds', ['direct', 'fragment'], ['direct', 'fragment']),
  after: CHOICE_FEATURES.family('carry after', TAILS),
  and: CHOICE_FEATURES.one('carry and'),
};

/** Adds the features of the quote's being a further part of what the quote before says. */
function addCarry(features: FeatureList, sought: Sought): void {
  const { profile, q } = sought;
  features.add(CARRY.carry);
  features.add(CARRY.tail(profile.tail));
  features.add(CARRY.head(profile.head));
  if (profile.quote.continues) features.add(CARRY.continues);
  if (profile.introduced) features.add(CARRY.introduced);
  if (q === 0) addCarryFromBefore(features, sought);
  else addCarryInside(features, sought);
}

function addCarryFromBefore(features: FeatureList, { window, profile }: Sought): void {
  const { here, before, lastQuoteBack } = window;
  const { item, first, last } = profile;
  features.add(CARRY.back(lastQuoteBack));
  features.add(CARRY.before(Math.min(2, here.rivalsBefore[firstAfter(here.heads, item)]!)));
  if (first) features.add(CARRY.opens(last ? 1 : 0));
  features.add(CARRY.namesBack(Math.min(2, before[0]?.rivalsBefore.at(-1) ?? 0)));
}

function addCarryInside(features: FeatureList, { window, profile, q }: Sought): void {
  const { here, quotes } = window;
  const { item, quote } = profile;
  const from = here.quoteItems[q - 1]!;
  const kind = (shape: typeof quote) => (shape.kind === 'direct' ? 0 : 1);
  features.add(CARRY.inside);
  features.add(CARRY.gap(bucket(item - from - 1)));
  features.add(CARRY.rivals(Math.min(2, rivalsIn(here, from, firstAfter(here.heads, item)))));
  features.add(CARRY.cues(Math.min(2, firstCueAfter(here, item) - firstCueAfter(here, from))));
  features.add(CARRY.sentences(Math.min(2, here.items[item]!.sentence - here.items[from]!.sentence)));
  features.add(CARRY.kinds(kind(quotes[q - 1]!), kind(quote)));
  features.add(CARRY.after(tailOf(placeOf(here, q - 1, quotes[q - 1]!))));
  if (item - from === 2 && here.items[from + 1]!.lower === 'and') features.add(CARRY.and);
}
