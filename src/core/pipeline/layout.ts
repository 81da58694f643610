import model from '../learned/headings.json' with { type: 'json' };
import type { Boilerplate, Span } from '../model.ts';
import { lineSteps } from '../text/lines.ts';
import type { Cache } from './cache.ts';
import { type Block, isRunningText } from './layout/block.ts';
import { languageOf } from './layout/language.ts';
import { rolesOf } from './layout/roles.ts';
import { type Shape, shapeOf } from './layout/shape.ts';
import { type TreeScorer, treeScorer } from './layout/trees.ts';
import { paragraphSteps, unwrapped } from './layout/wrap.ts';
import type { Steps } from './steps.ts';

const SCORE = treeScorer(model);

export { type Block, type BlockRole, isRunningText } from './layout/block.ts';

/** How the text is laid out: its blocks in text order, gaps between them are blank. */
export interface Layout {
  /** ISO 639-1 code of the article's language; 'und' if it cannot be told. */
  readonly language: string;
  /** The headline's words without markup. */
  readonly headline?: Span;
  readonly blocks: readonly Block[];
  readonly boilerplate: readonly Boilerplate[];
  /** Words of running text: paragraphs, lists and block quotes. */
  readonly words: number;
}

/**
 * Cuts the text into blocks and tells what each is: lines, then hard-wrapped paragraphs, then roles from shapes. `score`
 * gives the logit that a line without markup is a heading.
 */
export function* findLayout(text: string, cache: Cache, score: TreeScorer = SCORE): Steps<Layout> {
  const lines = yield* lineSteps(text);
  const paragraphs = yield* paragraphSteps(text, lines);
  const passages = yield* cache.passages(text, paragraphs);
  const shapes: Shape[] = [];
  for (const passage of passages) {
    shapes.push(passage.alone('shape', () => shapeOf(unwrapped(passage.text))));
    yield;
  }
  const language = languageOf(shapes.map((shape) => shape.language));
  const blocks = yield* rolesOf({ text, paragraphs, passages, shapes, language, cache, score });
  const headline = blocks.find((block) => block.role === 'headline')?.title;
  const boilerplate = blocks.flatMap(({ start, end, kind }) => (kind ? [{ start, end, kind }] : []));
  const words = blocks.reduce((sum, block) => sum + (isRunningText(block) ? (block.words ?? 0) : 0), 0);
  return { language, ...(headline && { headline }), blocks, boilerplate, words };
}
