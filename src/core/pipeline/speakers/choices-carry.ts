import { type FeatureList, upTo } from '../../learned/ranker.ts';
import { BUCKETS, bucket } from './buckets.ts';
import { CHOICE_FEATURES, type Sought } from './choice.ts';
import { firstAfter, rivalsIn } from './scene.ts';
import { firstCueAfter, HEADS, placeOf, TAILS, tailOf } from './window.ts';

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
export function addCarry(features: FeatureList, sought: Sought): void {
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
