import type { Entity, Section } from '../model.ts';
import type { Cache } from './cache.ts';
import { type Block, isRunningText, type Layout } from './layout.ts';
import type { Steps } from './steps.ts';

export interface SectionsInput {
  readonly text: string;
  readonly layout: Layout;
  readonly entities: readonly Entity[];
  readonly cache: Cache;
}

/** A section from each heading or time stamp to the next of its level or above. */
export function* findSections({ text, layout }: SectionsInput): Steps<readonly Section[]> {
  const openers = layout.blocks.filter(({ role }) => role === 'heading' || role === 'time');
  const wordsBefore = sumWords(layout.blocks);
  const sections: Section[] = [];
  const following: Block[] = [];
  for (const opener of openers.reverse()) {
    const level = opener.level ?? 1;
    while (following.length > 0 && (following.at(-1)!.level ?? 1) > level) following.pop();
    const closer = following.at(-1);
    following.push(opener);
    const title = opener.title ?? opener;
    sections.push({
      start: opener.start,
      end: closer?.start ?? text.length,
      title: text.slice(title.start, title.end).replace(/\s+/g, ' '),
      level,
      heading: { start: title.start, end: title.end },
      origin: opener.role === 'time' ? 'time' : 'heading',
      keywords: [],
      words: (wordsBefore.get(closer) ?? 0) - (wordsBefore.get(opener) ?? 0),
    });
    yield;
  }
  const whole = headlineSection(text, layout);
  return [...(whole ? [whole] : []), ...sections.reverse()];
}

/** The article as a whole under its headline, so that its lead, too, has a section, and outlines have a root. */
function headlineSection(text: string, { headline, words }: Layout): Section | undefined {
  if (!headline) return undefined;
  const title = text.slice(headline.start, headline.end).replace(/\s+/g, ' ');
  return { start: 0, end: text.length, title, level: 0, heading: headline, origin: 'headline', keywords: [], words };
}

/** Words of running text before each block, and (under `undefined`) in the whole article. */
function sumWords(blocks: readonly Block[]): Map<Block | undefined, number> {
  const before = new Map<Block | undefined, number>();
  let sum = 0;
  for (const block of blocks) {
    before.set(block, sum);
    if (isRunningText(block)) sum += block.words ?? 0;
  }
  return before.set(undefined, sum);
}
