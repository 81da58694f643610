import type { FeatureList } from '../../learned/ranker.ts';
import type { Choice, Sought } from './choice.ts';
import { addCarry } from './choices-carry.ts';
import { eachFar } from './choices-far.ts';
import { eachNear } from './choices-near.ts';

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
