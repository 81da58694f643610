import type { Section } from '../../model.ts';
import { type Block, isRunningText, type Layout } from '../layout.ts';
import { pacer, type Steps } from '../steps.ts';
import type { ContentReader } from './content.ts';
import { cutsOf, FEWEST, topicScores } from './inferred.ts';

/** Where a section stands, before it is known what it is about. */
export interface Draft extends Opener {
  readonly end: number;
  /** Number of the block after its last. */
  readonly last: number;
}

interface Opener {
  readonly start: number;
  readonly level: number;
  /** The block that heads it; absent for inferred sections. */
  readonly head?: Block | undefined;
  readonly origin: Section['origin'];
  /** Number of its first block. */
  readonly first: number;
}

/** The sections of a text so many characters long, in text order. */
export function* draftsOf({ blocks }: Layout, length: number, contentOf: ContentReader): Steps<readonly Draft[]> {
  const drafts = yield* nested(yield* openersOf(blocks, contentOf), length, blocks.length);
  const head = blocks.find(({ role }) => role === 'headline');
  const whole = { start: 0, end: length, first: 0, last: blocks.length };
  if (head) drafts.push({ ...whole, level: 0, head, origin: 'headline' });
  return drafts.reverse();
}

/** Blocks or openers looked at in one step. */
const PAUSE = 2048;

/** The places where sections begin. */
function* openersOf(blocks: readonly Block[], contentOf: ContentReader): Steps<Opener[]> {
  const openers: Opener[] = [];
  const isDue = pacer(PAUSE);
  let from = 0;
  for (let i = 0; i <= blocks.length; i++) {
    if (isDue()) yield;
    const block = blocks[i];
    if (block && block.role !== 'heading' && block.role !== 'time') continue;
    for (const opener of yield* inferredIn({ blocks, from, to: i, above: openers.at(-1), contentOf }))
      openers.push(opener);
    if (!block) break;
    const origin = block.role === 'time' ? 'time' : 'heading';
    openers.push({ start: block.start, level: block.level ?? 1, head: block, origin, first: i });
    from = i + 1;
  }
  return openers;
}

interface Stretch {
  readonly blocks: readonly Block[];
  readonly from: number;
  readonly to: number;
  /** The section that the stretch would be part of. */
  readonly above: Opener | undefined;
  readonly contentOf: ContentReader;
}

/** Sections inferred in a stretch of blocks without headings; none if no change of topic is likely. */
function* inferredIn({ blocks, from, to, above, contentOf }: Stretch): Steps<readonly Opener[]> {
  if (to - from < FEWEST) return NONE;
  const prose: number[] = [];
  for (let i = from; i < to; i++) if (isRunningText(blocks[i]!)) prose.push(i);
  if (prose.length < FEWEST) return NONE;
  const passages = prose.map((i) => blocks[i]!.passage);
  const cuts = cutsOf(yield* topicScores(passages, contentOf)).map((i) => prose[i]!);
  if (cuts.length > 0 && !above) cuts.unshift(prose[0]!);
  const level = (above?.level ?? 0) + 1;
  return cuts.map((first) => ({ start: blocks[first]!.start, level, origin: 'inferred', first }));
}

const NONE: readonly Opener[] = [];

/** Openers with their ends, where the next section of the same level or above begins; the last one first. */
function* nested(openers: readonly Opener[], length: number, blocks: number): Steps<Draft[]> {
  const drafts: Draft[] = [];
  const following: Opener[] = [];
  const isDue = pacer(PAUSE);
  for (let i = openers.length - 1; i >= 0; i--) {
    const { start, level, head, origin, first } = openers[i]!;
    while (following.length > 0 && following.at(-1)!.level > level) following.pop();
    const next = following.at(-1);
    drafts.push({ start, end: next?.start ?? length, level, head, origin, first, last: next?.first ?? blocks });
    following.push(openers[i]!);
    if (isDue()) yield;
  }
  return drafts;
}
