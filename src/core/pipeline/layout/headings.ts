import type { Passage } from '../passage.ts';
import { contextReader, interviewReader, type Overlaps, REACH, type Surroundings } from './heading-context.ts';
import { type LineFeatures, lineFeatures } from './heading-line.ts';
import { capitalsIn, namesIn } from './name-words.ts';
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
  const surroundings = {
    paragraphs,
    shapes,
    stems: openingReader(passages, (opening) => contentOf(opening).stems),
    names: openingReader(passages, namesIn),
    capitals: (i: number) => capitalsIn(unwrapped(passages[i]!.text)),
  };
  const features = featureReader(surroundings);
  const isAsked = interviewReader(surroundings);
  const lineOf = (i: number) =>
    read.features.get(i) ?? lineFeatures(unwrapped(passages[i]!.text), shapes[i]!.boilerplate);
  return (i: number): boolean => {
    if (!shapes[i]!.style || isAsked(i)) return false;
    const line = lineOf(i);
    if (line.endsColon && line.said) return false;
    const isName = line.names && !line.wh && !line.gerund && !line.article;
    const least = isName && isAlone(shapes, i) ? LEAST_ALONE : LEAST;
    // Most lines are none, whatever words they share with their neighbours.
    return score(features(i, line, 'unknown'), least) > least && score(features(i, line, 'read'), least) > least;
  };
}

/** Whether nothing around looks like a heading but the line itself and, at the start, the headline. */
function isAlone(shapes: readonly Shape[], i: number): boolean {
  for (let j = Math.max(1, i - REACH); j <= i + REACH && j < shapes.length; j++) {
    if (j !== i && shapes[j]!.headish) return false;
  }
  return true;
}

/** The logit that what may be the name of someone in a picture needs where no other line looks like a heading. */
const LEAST_ALONE = 1.5;

/** The logit from which a line counts as a heading: the lowest at which hardly any is false in cross-validation. */
const LEAST = -0.6;

/** Reads words of the paragraphs' openings; those read last are kept, as neighbours are asked for together. */
function openingReader(passages: readonly Passage[], read: (opening: string) => readonly number[]) {
  const known = new Map<number, ReadonlySet<number>>();
  return (i: number): ReadonlySet<number> => {
    const passage = passages[i];
    if (!passage) return NO_WORDS;
    const words = known.get(i) ?? new Set(read(openingOf(passage)));
    if (known.size > KEPT) known.clear();
    known.set(i, words);
    return words;
  };
}

/** Characters of a paragraph in which words are sought that a line near it shares. */
export const OPENING = 800;
const KEPT = 16;
const NO_WORDS: ReadonlySet<number> = new Set();

function openingOf({ text }: Passage): string {
  return text.length > OPENING ? text.slice(0, OPENING) : text;
}
