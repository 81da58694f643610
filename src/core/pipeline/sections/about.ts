import type { Span } from '../../model.ts';
import { type Block, isRunningText } from '../layout.ts';
import type { ContentReader } from './content.ts';
import type { Draft } from './drafts.ts';
import { type Topic, topicOf } from './topic.ts';

/** What a section is about. */
export interface About {
  readonly topic: Topic;
  /** Where the sentence stands that tells it. */
  readonly gist?: Span;
}

/** How far into a section its topic is read, in characters and in paragraphs. */
const READ = 20_000;
const READ_BLOCKS = 100;

/** Reads what the section is about in its first paragraphs. */
export function aboutOf(blocks: readonly Block[], draft: Draft, contentOf: ContentReader): About {
  const { start, first, last, head } = draft;
  const read: Block[] = [];
  for (let i = first; i < last && i < first + READ_BLOCKS && blocks[i]!.end <= start + READ; i++) {
    if (isRunningText(blocks[i]!)) read.push(blocks[i]!);
  }
  const title = head && titleIn(head);
  const context = [head?.passage, title?.start, title?.end, ...read.map(({ passage }) => passage)];
  const topic = blocks[first]!.passage.within('topic', context, () => {
    const paragraphs = read.map(({ passage }) => ({ passage, content: contentOf(passage) }));
    return topicOf(paragraphs, head && title ? head.passage.text.slice(title.start, title.end) : '');
  });
  if (!topic.gist) return { topic };
  const { paragraph, start: from, end } = topic.gist;
  const offset = read[paragraph]!.start;
  return { topic, gist: { start: offset + from, end: offset + end } };
}

/** The title's words in the passage of the block that heads a section. */
function titleIn({ title, start, end }: Block): Span {
  return title ? { start: title.start - start, end: title.end - start } : { start: 0, end: end - start };
}
