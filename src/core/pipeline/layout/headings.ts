import type { Passage } from '../passage.ts';
import type { Steps } from '../steps.ts';
import { contextReader, interviewReader, REACH, type Surroundings } from './heading-context.ts';
import type { Shape } from './shape.ts';
import { type StretchInput, stretchReader } from './stretches.ts';
import type { TreeScorer } from './trees.ts';
import { stemsOf } from './words.ts';

export interface JudgeInput extends StretchInput {
  readonly shapes: readonly Shape[];
}

/** The features of a line that may be a heading; their names and order are always the same. */
export function featureReader(surroundings: Surroundings) {
  const context = contextReader(surroundings);
  return {
    names: (i: number) => [...Object.keys(surroundings.shapes[i]!.line!), ...Object.keys(context(i))],
    values: (i: number) => [...Object.values(surroundings.shapes[i]!.line!), ...Object.values(context(i))],
  };
}

/** Tells whether a line without certain markup is a heading. */
export function* headingJudge(input: JudgeInput, score: TreeScorer): Steps<(i: number) => boolean> {
  const { shapes, passages } = input;
  const surroundings = { ...input, stems: stemsReader(input) };
  const features = featureReader(surroundings);
  const isAsked = interviewReader(surroundings);
  const around = yield* stretchReader(input, REACH + 1);
  const judge = (i: number) => !isAsked(i) && score(features.values(i)) > LEAST;
  return (i) => shapes[i]!.line !== undefined && passages[i]!.within('heading', around(i), () => judge(i));
}

/** The logit from which a line counts as a heading: the best in cross-validation on all three sets. */
const LEAST = -0.4;

/** The content words of a paragraph's opening. */
function stemsReader({ passages }: JudgeInput): (i: number) => ReadonlySet<string> {
  const stemsIn = ({ text }: Passage) => new Set(stemsOf(text.slice(0, OPENING).replaceAll('\r\n', '\n')));
  return (i) => {
    const passage = passages[i];
    return passage ? passage.alone('stems', () => stemsIn(passage)) : NONE;
  };
}

const OPENING = 800;
const NONE: ReadonlySet<string> = new Set();
