import type { Annotation, NoteContent } from './annotation.ts';
import { tagsOf } from './annotation.ts';

/** What a reader typed: the hashtags at its end are the note's tags, the rest is its comment. */
export function parseNote(typed: string): NoteContent {
  const end = /(?:(?:^|\s+)#[\p{L}\p{N}_-]+)+\s*$/u.exec(typed);
  const comment = (end ? typed.slice(0, end.index) : typed).trim();
  const tags = [...(end?.[0] ?? '').matchAll(/#([\p{L}\p{N}_-]+)/gu)].map((match) => match[1]!);
  return { comments: comment ? [comment] : [], tags: [...new Set(tags)] };
}

/** How often each tag is used, the most used first, then by name. */
export function tagCounts(
  annotations: readonly Annotation[],
): readonly { readonly tag: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const tag of annotations.flatMap(tagsOf)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}

/** Number of a tag's colour, from 1 to `colors`, the same in every article (FNV-1a); 0 for a note without tags. */
export function tagColor(tag: string | undefined, colors: number): number {
  if (tag === undefined) return 0;
  let hash = 0x811c9dc5;
  for (const character of tag.toLowerCase()) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return 1 + ((hash >>> 0) % colors);
}
