import model from '../learned/openings.json' with { type: 'json' };
import type { Entity, Section, Span } from '../model.ts';
import type { Cache } from './cache.ts';
import { treeScorer } from './layout/trees.ts';
import { type Block, isRunningText, type Layout } from './layout.ts';
import { FEWEST, topicScores } from './sections/inferred.ts';
import { chooseKeywords, type Topic, topicOf } from './sections/topic.ts';
import type { Steps } from './steps.ts';

const score = treeScorer(model);

export interface SectionsInput {
  readonly text: string;
  readonly layout: Layout;
  readonly entities: readonly Entity[];
  readonly cache: Cache;
}

/**
 * The article as a whole under its headline, then a section from each heading or time stamp to the next of its level or
 * above, and inside long stretches without headings one for each change of topic that is likely enough to be shown.
 */
export function* findSections({ text, layout, cache }: SectionsInput): Steps<readonly Section[]> {
  const drafts = nested(yield* draftsOf(text, layout.blocks, cache), text.length, layout.blocks.length);
  const { headline } = layout;
  if (headline)
    drafts.unshift({
      start: 0,
      end: text.length,
      level: 0,
      heading: headline,
      origin: 'headline',
      first: 0,
      last: layout.blocks.length,
    });
  const topics: Topic[] = [];
  for (const draft of drafts) {
    topics.push(cachedTopic(text, layout.blocks, draft, cache));
    yield;
  }
  const keywords = chooseKeywords(topics, MOST_KEYWORDS);
  const wordsBefore = sumWords(layout.blocks);
  return drafts.map(({ first, last, ...draft }, i): Section => {
    const gist = topics[i]!.gist;
    const heading = draft.heading && text.slice(draft.heading.start, draft.heading.end).replace(/\s+/g, ' ');
    return {
      ...draft,
      title: heading ?? titleOf(keywords[i]!),
      keywords: keywords[i]!,
      ...(gist && { gist: { start: draft.start + gist.start, end: draft.start + gist.end } }),
      words: wordsBefore[last]! - wordsBefore[first]!,
    };
  });
}

const MOST_KEYWORDS = 6;
/** How far into a section its topic is read, in characters and in paragraphs. */
const READ = 20_000;
const READ_BLOCKS = 100;

interface Opener {
  readonly start: number;
  readonly level: number;
  readonly heading?: Span;
  readonly origin: Section['origin'];
  /** Number of its first block. */
  readonly first: number;
}

interface Draft extends Opener {
  readonly end: number;
  /** Number of the block after its last. */
  readonly last: number;
}

/** The places where sections begin. */
function* draftsOf(text: string, blocks: readonly Block[], cache: Cache): Steps<Opener[]> {
  const openers: Opener[] = [];
  let from = 0;
  for (let i = 0; i <= blocks.length; i++) {
    const block = blocks[i];
    if (block && block.role !== 'heading' && block.role !== 'time') continue;
    openers.push(...(yield* inferredIn({ text, blocks, from, to: i, above: openers.at(-1), cache })));
    if (!block) break;
    const heading = block.title ?? { start: block.start, end: block.end };
    const origin = block.role === 'time' ? 'time' : 'heading';
    openers.push({ start: block.start, level: block.level ?? 1, heading, origin, first: i });
    from = i + 1;
  }
  return openers;
}

interface Stretch {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly from: number;
  readonly to: number;
  /** The section that the stretch would be part of. */
  readonly above: Opener | undefined;
  readonly cache: Cache;
}

/** Sections inferred in a stretch of blocks without headings; none if no change of topic is likely. */
function* inferredIn({ text, blocks, from, to, above, cache }: Stretch): Steps<Opener[]> {
  const prose: number[] = [];
  for (let i = from; i < to; i++) if (isRunningText(blocks[i]!)) prose.push(i);
  if (prose.length < FEWEST) return [];
  const texts = prose.map((i) => text.slice(blocks[i]!.start, blocks[i]!.end).replace(/\s*[\r\n]+\s*/g, ' '));
  const scores = yield* topicScores(texts, score, cache);
  const cuts = prose.filter((_, i) => i > 0 && scores[i]! > 0);
  if (cuts.length > 0 && !above) cuts.unshift(prose[0]!);
  const level = (above?.level ?? 0) + 1;
  return cuts.map((first) => ({ start: blocks[first]!.start, level, origin: 'inferred', first }));
}

/** Openers with their ends: where the next section of the same level or above begins. */
function nested(openers: readonly Opener[], length: number, blocks: number): Draft[] {
  const drafts: Draft[] = [];
  const following: Opener[] = [];
  for (const opener of openers.toReversed()) {
    while (following.length > 0 && following.at(-1)!.level > opener.level) following.pop();
    const next = following.at(-1);
    drafts.push({ ...opener, end: next?.start ?? length, last: next?.first ?? blocks });
    following.push(opener);
  }
  return drafts.reverse();
}

function cachedTopic(
  text: string,
  blocks: readonly Block[],
  { start, end, first, last, heading }: Draft,
  cache: Cache,
) {
  const own = text.slice(start, Math.min(end, start + READ));
  const spans: Span[] = [];
  for (const block of blocks.slice(first, Math.min(last, first + READ_BLOCKS))) {
    if (isRunningText(block) && block.end <= start + own.length)
      spans.push({ start: block.start - start, end: block.end - start });
  }
  const title = heading ? text.slice(heading.start, heading.end) : '';
  const key = `${title}\0${spans.map((span) => `${span.start}-${span.end}`).join(' ')}\0${own}`;
  return cache.get('sections.topic', key, () => topicOf(own, spans, title));
}

/** A title for a section without heading, from its strongest words. */
function titleOf(keywords: readonly string[]): string {
  const title = keywords.slice(0, 3).join(', ') || '…';
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Words of running text before each block, by its number, and in the whole article. */
function sumWords(blocks: readonly Block[]): number[] {
  const before = [0];
  for (const block of blocks) before.push(before.at(-1)! + (isRunningText(block) ? (block.words ?? 0) : 0));
  return before;
}
