import { writeFileSync } from 'node:fs';
import { scoreOf } from '../../core/learned/linear.ts';
import { nameFeatures } from '../../core/pipeline/speakers/gender.ts';
import { personGenders } from '../entities/packages.ts';
import { fitYesNo, rounded } from './fit.ts';

const WEIGHTS = 'src/core/learned/genders.json';

/**
 * Fits the model that tells the gender of a name by its letters, writes its weights and prints how often it is right on
 * names it has not seen: on a tenth of them, with weights fitted on the rest.
 */
export function trainGenders(): void {
  const all = examples();
  const seen = all.filter((_, i) => i % 10 > 0);
  const weights = fitted(seen);
  const unseen = all.filter((_, i) => i % 10 === 0);
  const sure = unseen.filter(({ features }) => Math.abs(scoreOf(weights, features)) > 1);
  const right = (list: typeof unseen) =>
    list.filter(({ features, yes }) => scoreOf(weights, features) > 0 === yes).length / list.length;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `genders of ${unseen.length} unseen names: ${percent(right(unseen))}; of the ${percent(sure.length / unseen.length)} it is sure of ${percent(right(sure))}`,
  );
  writeFileSync(WEIGHTS, `${JSON.stringify(fitted(all))}\n`);
}

interface GenderExample {
  readonly features: readonly string[];
  /** Whether it is a man's name. */
  readonly yes: boolean;
}

function fitted(examples: readonly GenderExample[]): Record<string, number> {
  return rounded(fitYesNo(examples, { passes: 12, decay: 0.004, atLeast: 4 }), 0.25);
}

/** Names in no particular order; given names alone, and family names that have two forms with a neutral given name. */
function examples(): GenderExample[] {
  const { given, family } = personGenders();
  const found = given.map(({ name, male }) => ({ features: nameFeatures(name, undefined), yes: male }));
  const families = family.map(({ name, male }) => ({
    features: nameFeatures('', name).filter((feature) => feature.startsWith('~')),
    yes: male,
  }));
  return [...found, ...families];
}
