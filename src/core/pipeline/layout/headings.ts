import { contextReader, interviewReader, type Surroundings } from './heading-context.ts';

/** The features of a line that may be a heading; their names and order are always the same. */
export function featureReader(surroundings: Surroundings) {
  const context = contextReader(surroundings);
  return {
    names: (i: number) => [...Object.keys(surroundings.shapes[i]!.line!), ...Object.keys(context(i))],
    values: (i: number) => [...Object.values(surroundings.shapes[i]!.line!), ...Object.values(context(i))],
  };
}

/** Tells whether a line without certain markup is a heading. */
export function headingJudge(
  surroundings: Surroundings,
  score: (values: readonly number[]) => number,
): (i: number) => boolean {
  const features = featureReader(surroundings);
  const isAsked = interviewReader(surroundings);
  return (i) => {
    if (!surroundings.shapes[i]!.line || isAsked(i)) return false;
    return score(features.values(i)) > LEAST;
  };
}

/** The logit from which a line counts as a heading: the best in cross-validation on all three sets. */
const LEAST = -0.4;
