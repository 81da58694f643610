import type { Entity, Section } from '../model.ts';
import type { Cache } from './cache.ts';
import type { Layout } from './layout.ts';
import type { Steps } from './steps.ts';

export interface SectionsInput {
  readonly text: string;
  readonly layout: Layout;
  readonly entities: readonly Entity[];
  readonly cache: Cache;
}

/** First cut: a section from each heading to the next. */
export function* findSections({ text, layout }: SectionsInput): Steps<readonly Section[]> {
  const headings = layout.blocks.filter((block) => block.role === 'heading');
  yield;
  return headings.map((heading, i) => {
    const end = headings[i + 1]?.start ?? text.length;
    const body = text.slice(heading.end, end);
    return {
      start: heading.start,
      end,
      title: text.slice(heading.start, heading.end),
      level: heading.level ?? 1,
      heading: { start: heading.start, end: heading.end },
      origin: 'heading',
      keywords: [],
      words: body.split(/\s+/).filter(Boolean).length,
    };
  });
}
