import model from '../learned/openings.json' with { type: 'json' };
import type { Entity, Section, Span } from '../model.ts';
import type { Cache } from './cache.ts';
import { treeScorer } from './layout/trees.ts';
import { type ContentWords, contentOf } from './layout/words.ts';
import { type Block, isRunningText, type Layout } from './layout.ts';
import { copyOf, type Passage } from './passage.ts';
import { cutsOf, FEWEST, topicScores } from './sections/inferred.ts';
import { chooseKeywords, type Topic, topicOf } from './sections/topic.ts';
import type { Steps } from './steps.ts';

const score = treeScorer(model);

export interface SectionsInput {
  readonly text: string;
  readonly layout: Layout;
  readonly entities: readonly Entity[];
  readonly cache: Cache;
}

interface Reading extends SectionsInput {
  readonly contentOf: (passage: Passage) => ContentWords;
}

/**
 * The article as a whole under its headline, then a section from each heading or time stamp to the next of its level or
 * above, and inside long stretches without headings one for each change of topic that is likely enough to be shown.
 */
export function* findSections(input: SectionsInput): Steps<readonly Section[]> {
  const { text, layout } = input;
  const reading = { ...input, contentOf: contentReader() };
  const drafts = nested(yield* draftsOf(reading), text.length, layout.blocks.length);
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
  const about: About[] = [];
  for (const draft of drafts) {
    about.push(aboutOf(reading, draft));
    yield;
  }
  const keywords = yield* chooseKeywords(
    about.map(({ topic }) => topic),
    MOST_KEYWORDS,
  );
  const wordsBefore = sumWords(layout.blocks);
  return drafts.map(({ start, end, level, heading, origin, first, last }, i): Section => {
    const { gist } = about[i]!;
    return {
      start,
      end,
      level,
      ...(heading && { heading }),
      origin,
      title: heading ? onOneLine(text.slice(heading.start, heading.end)) : titleOf(keywords[i]!),
      keywords: keywords[i]!,
      ...(gist && { gist }),
      words: wordsBefore[last]! - wordsBefore[first]!,
    };
  });
}

function onOneLine(title: string): string {
  return /\s\s|[^\S ]/.test(title) ? title.replace(/\s+/g, ' ') : title;
}

const MOST_KEYWORDS = 6;
/** How far into a section its topic is read, in characters and in paragraphs. */
const READ = 20_000;
const READ_BLOCKS = 100;

interface Opener {
  readonly start: number;
  readonly level: number;
  readonly heading?: Span | undefined;
  readonly origin: Section['origin'];
  /** Number of its first block. */
  readonly first: number;
}

interface Draft extends Opener {
  readonly end: number;
  /** Number of the block after its last. */
  readonly last: number;
}

/** Reads the content words of a passage; keeps those read last, as topics and sections ask for the same ones. */
function contentReader(): (passage: Passage) => ContentWords {
  const known = new Map<Passage, ContentWords>();
  return (passage) => {
    const content = known.get(passage) ?? contentOf(passage.text);
    if (known.size >= REMEMBERED) known.clear();
    known.set(passage, content);
    return content;
  };
}

const REMEMBERED = 256;

/** The places where sections begin. */
function* draftsOf({ layout: { blocks }, contentOf }: Reading): Steps<Opener[]> {
  const openers: Opener[] = [];
  let from = 0;
  for (let i = 0; i <= blocks.length; i++) {
    const block = blocks[i];
    if (block && block.role !== 'heading' && block.role !== 'time') continue;
    openers.push(...(yield* inferredIn({ blocks, from, to: i, above: openers.at(-1), contentOf })));
    if (!block) break;
    const heading = block.title ?? { start: block.start, end: block.end };
    const origin = block.role === 'time' ? 'time' : 'heading';
    openers.push({ start: block.start, level: block.level ?? 1, heading, origin, first: i });
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
  readonly contentOf: (passage: Passage) => ContentWords;
}

/** Sections inferred in a stretch of blocks without headings; none if no change of topic is likely. */
function* inferredIn({ blocks, from, to, above, contentOf }: Stretch): Steps<Opener[]> {
  const prose: number[] = [];
  for (let i = from; i < to; i++) if (isRunningText(blocks[i]!)) prose.push(i);
  if (prose.length < FEWEST) return [];
  const passages = prose.map((i) => blocks[i]!.passage);
  const scores = yield* topicScores({ passages, score, contentOf });
  const cuts = cutsOf(scores).map((i) => prose[i]!);
  if (cuts.length > 0 && !above) cuts.unshift(prose[0]!);
  const level = (above?.level ?? 0) + 1;
  return cuts.map((first) => ({ start: blocks[first]!.start, level, origin: 'inferred', first }));
}

/** Openers with their ends: where the next section of the same level or above begins. */
function nested(openers: readonly Opener[], length: number, blocks: number): Draft[] {
  const drafts: Draft[] = [];
  const following: Opener[] = [];
  for (let i = openers.length - 1; i >= 0; i--) {
    const opener = openers[i]!;
    while (following.length > 0 && following.at(-1)!.level > opener.level) following.pop();
    const next = following.at(-1);
    const { start, level, heading, origin, first } = opener;
    drafts.push({ start, end: next?.start ?? length, level, heading, origin, first, last: next?.first ?? blocks });
    following.push(opener);
  }
  return drafts.reverse();
}

/** What the section is about, and where the sentence stands that tells it. */
function aboutOf({ text, layout: { blocks }, contentOf }: Reading, draft: Draft): About {
  const { start, first, last, heading } = draft;
  const read: Block[] = [];
  for (let i = first; i < last && i < first + READ_BLOCKS && blocks[i]!.end <= start + READ; i++) {
    if (isRunningText(blocks[i]!)) read.push(blocks[i]!);
  }
  const title = heading ? copyOf(text.slice(heading.start, heading.end)) : '';
  const passages = read.map(({ passage }) => passage);
  const topic = blocks[first]!.passage.within('topic', [title, ...passages], () => {
    return topicOf(
      passages.map((passage) => ({ passage, content: contentOf(passage) })),
      title,
    );
  });
  if (!topic.gist) return { topic };
  const { paragraph, start: from, end } = topic.gist;
  const offset = read[paragraph]!.start;
  return { topic, gist: { start: offset + from, end: offset + end } };
}

interface About {
  readonly topic: Topic;
  readonly gist?: Span;
}

/** A title for a section without heading, from its strongest words. */
function titleOf(keywords: readonly string[]): string {
  const title = keywords.slice(0, 3).join(', ') || '…';
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Words of running text before each block, by its number, and in the whole article. */
function sumWords(blocks: readonly Block[]): Int32Array {
  const before = new Int32Array(blocks.length + 1);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    before[i + 1] = before[i]! + (isRunningText(block) ? (block.words ?? 0) : 0);
  }
  return before;
}
