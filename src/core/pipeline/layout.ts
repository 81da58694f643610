import model from '../learned/headings.json' with { type: 'json' };
import type { Boilerplate, Span } from '../model.ts';
import type { Cache } from './cache.ts';
import { type Block, isRunningText } from './layout/block.ts';
import { HEADING_REACH, headingJudge } from './layout/headings.ts';
import { Judged, type ReadText, readText } from './layout/read.ts';
import { rolesOf } from './layout/roles.ts';
import { type TreeScorer, treeScorer } from './layout/trees.ts';
import { pacer, type Steps } from './steps.ts';

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
  const read = yield* readText(text, cache, HEADING_REACH);
  const { paragraphs, passages, shapes, evidence } = read;
  const language = evidence.language();
  const isHeading = headingReader(read, score);
  const blocks = yield* rolesOf({ text, paragraphs, passages, shapes, language, cache, isHeading });
  const headline = blocks.find((block) => block.role === 'headline')?.title;
  const boilerplate: Boilerplate[] = [];
  let words = 0;
  const isDue = pacer(PAUSE);
  for (const block of blocks) {
    const { start, end, kind } = block;
    if (kind) boilerplate.push({ start, end, kind });
    if (isRunningText(block)) words += block.words ?? 0;
    if (isDue()) yield;
  }
  return { language, ...(headline && { headline }), blocks, boilerplate, words };
}

/** Blocks summed up in one step. */
const PAUSE = 8192;

/** Makes a function that tells whether a line is a heading, judged once and kept. */
function headingReader({ judged, ...read }: ReadText, score: TreeScorer): (i: number) => boolean {
  const judge = headingJudge(read, score);
  return (i) => {
    if (judged[i] === Judged.not) judged[i] = judge(i) ? Judged.yes : Judged.no;
    return judged[i] === Judged.yes;
  };
}
