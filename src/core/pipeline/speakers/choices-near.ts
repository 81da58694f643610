import { combined, type FeatureList, numbered, upTo } from '../../learned/ranker.ts';
import { BUCKETS, bucket } from './buckets.ts';
import { CHOICE_FEATURES, type Choice, RELATIONS, type Relation, TYPE } from './choice.ts';
import { isNounLike } from './phrases.ts';
import {
  CANDIDATE_TYPES,
  type Candidate,
  type Cue,
  firstAfter,
  opensSentence,
  ownsSpeech,
  rivalsIn,
  type Scene,
  TIES,
} from './scene.ts';
import {
  firstCueAfter,
  isInNextSentence,
  type Place,
  quotesBetween,
  STRENGTHS,
  signsOnly,
  strengthOf,
} from './window.ts';

/** The candidates on both sides of the quote in its own paragraph, or in the one so many away that leads up to it. */
export function eachNear(place: Place, paragraph: number, features: FeatureList, take: (choice: Choice) => void): void {
  const { heads, candidates } = place.scene;
  const middle = firstAfter(heads, place.item);
  for (let k = Math.max(0, middle - NEAR); k < Math.min(candidates.length, middle + NEAR); k++) {
    features.clear();
    take({ paragraph, candidate: k, relation: addHere(features, place, k) });
  }
}

/** How many candidates on each side of a quote are thought of. */
const NEAR = 9;

const SIDES = ['before', 'after'];
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
