import type { Passage } from '../passage.ts';
import { contextReader, interviewReader, type Overlaps, REACH, type Surroundings } from './heading-context.ts';
import { type LineFeatures, lineFeatures } from './heading-line.ts';
import type { Shape } from './shape.ts';
import type { Features, TreeScorer } from './trees.ts';
import { contentOf } from './words.ts';
import { type Paragraphs, unwrapped } from './wrap.ts';

/** How many paragraphs on each side decide whether a line is a heading. */
export const HEADING_REACH = REACH + 1;

export interface JudgeInput {
  readonly paragraphs: Paragraphs;
  readonly passages: readonly Passage[];
  readonly shapes: readonly Shape[];
  /** Features of lines that are known already, by the number of the paragraph. */
  readonly features: ReadonlyMap<number, LineFeatures>;
}

/** The features of a line that may be a heading; their names and order are always the same. */
export function featureReader(surroundings: Surroundings) {
  const context = contextReader(surroundings);
  return (i: number, line: LineFeatures, overlaps: Overlaps): Features => [line, context(i, overlaps)];
}

/** Makes a function that tells whether a line without certain markup is a heading. */
export function headingJudge({ paragraphs, passages, shapes, ...read }: JudgeInput, score: TreeScorer) {
  const surroundings = { paragraphs, shapes, stems: stemsReader(passages) };
  const features = featureReader(surroundings);
  const isAsked = interviewReader(surroundings);
  const lineOf = (i: number) =>
    read.features.get(i) ?? lineFeatures(unwrapped(passages[i]!.text), shapes[i]!.boilerplate);
  return (i: number): boolean => {
    if (!shapes[i]!.style || isAsked(i)) return false;
    const line = lineOf(i);
    // Most lines are none, whatever words they share with their neighbours.
    return score(features(i, line, 'unknown'), LEAST) > LEAST && score(features(i, line, 'read'), LEAST) > LEAST;
  };
}

/** The logit from which a line counts as a heading: the best in cross-validation on all three sets. */
const LEAST = -0.4;

/** The content words of a paragraph's opening; those read last are kept, as neighbours are asked for together. */
function stemsReader(passages: readonly Passage[]): (i: number) => ReadonlySet<number> {
  const known = new Map<number, ReadonlySet<number>>();
  return (i) => {
    const passage = passages[i];
    if (!passage) return NO_STEMS;
    const stems = known.get(i) ?? openingStems(passage);
    if (known.size > KEPT) known.clear();
    known.set(i, stems);
    return stems;
  };
}

/** Characters of an opening. */
const OPENING = 800;
const KEPT = 16;
const NO_STEMS: ReadonlySet<number> = new Set();

function openingStems({ text }: Passage): ReadonlySet<number> {
  return new Set(contentOf(text.length > OPENING ? text.slice(0, OPENING) : text).stems);
}
