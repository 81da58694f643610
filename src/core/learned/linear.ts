/** Weights of a linear model by the name of the feature; features without a weight count nothing. */
export type Weights = Readonly<Record<string, number>>;

/** The sum of the features' weights. */
export function scoreOf(weights: Weights, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return sum;
}

/** Probabilities that are proportional to the exponentials of the scores. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The probability of yes that a logistic model gives the features. */
export function probability(weights: Weights, features: readonly string[]): number {
  return 1 / (1 + Math.exp(-scoreOf(weights, features)));
}
