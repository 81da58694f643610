import type { Passage } from '../passage.ts';
import type { Steps } from '../steps.ts';
import { contextReader, interviewReader, REACH, type Surroundings } from './heading-context.ts';
import type { Shape } from './shape.ts';
import { type StretchInput, stretchReader } from './stretches.ts';
import type { TreeScorer } from './trees.ts';
import { contentOf } from './words.ts';

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

/** The content words of a paragraph's opening; those read last are kept, as neighbours are asked for together. */
function stemsReader({ passages }: JudgeInput): (i: number) => ReadonlySet<number> {
  const known = new Map<number, ReadonlySet<number>>();
  return (i) => {
    const passage = passages[i];
    if (!passage) return NONE;
    const stems = known.get(i) ?? openingStems(passage);
    if (known.size > KEPT) known.clear();
    known.set(i, stems);
    return stems;
  };
}

/** Characters of an opening. */
const OPENING = 800;
const KEPT = 16;
const NONE: ReadonlySet<number> = new Set();

function openingStems({ text }: Passage): ReadonlySet<number> {
  return new Set(contentOf(text.length > OPENING ? text.slice(0, OPENING) : text).stems);
}
