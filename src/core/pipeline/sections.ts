import type { Section } from '../model.ts';
import { type Block, isRunningText, type Layout } from './layout.ts';
import { type About, aboutOf } from './sections/about.ts';
import { contentReader } from './sections/content.ts';
import { draftsOf } from './sections/drafts.ts';
import { chooseKeywords } from './sections/topic.ts';
import { pacer, type Steps } from './steps.ts';

/**
 * The article as a whole under its headline, then a section from each heading or time stamp to the next of its level or
 * above, and inside long stretches without headings one for each change of topic that is likely enough to be shown.
 */
export function* findSections(text: string, layout: Layout): Steps<readonly Section[]> {
  const { blocks } = layout;
  const contentOf = contentReader();
  const drafts = yield* draftsOf(layout, text.length, contentOf);
  const about: About[] = [];
  const isLong = pacer(READ);
  for (const draft of drafts) {
    about.push(aboutOf(blocks, draft, contentOf));
    if (isLong(LEAST + draft.end - draft.start)) yield;
  }
  const keywords = yield* chooseKeywords(
    about.map(({ topic }) => topic),
    MOST_KEYWORDS,
  );
  const wordsBefore = sumWords(blocks);
  const sections: Section[] = [];
  const isDue = pacer(PAUSE);
  for (let i = 0; i < drafts.length; i++) {
    const { start, end, level, head, origin, first, last } = drafts[i]!;
    const heading = head && (head.title ?? { start: head.start, end: head.end });
    const { gist } = about[i]!;
    sections.push({
      start,
      end,
      level,
      ...(heading && { heading }),
      origin,
      title: heading ? onOneLine(text.slice(heading.start, heading.end)) : titleOf(keywords[i]!),
      keywords: keywords[i]!,
      ...(gist && { gist }),
      words: wordsBefore[last]! - wordsBefore[first]!,
    });
    if (isDue()) yield;
  }
  return sections;
}

const MOST_KEYWORDS = 6;
/** Characters of the sections read in one step; each counts as some more, for the work on the shortest. */
const READ = 20_000;
const LEAST = 200;
/** Sections put together in one step. */
const PAUSE = 512;

function onOneLine(title: string): string {
  return /\s\s|[^\S ]/.test(title) ? title.replace(/\s+/g, ' ') : title;
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
