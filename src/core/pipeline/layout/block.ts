import type { BoilerplateKind, Span } from '../../model.ts';
import type { Passage } from '../passage.ts';

/** What a block of lines is in the article. `other`: code, tables and lines of mere marks, with nothing to read. */
export type BlockRole = 'headline' | 'heading' | 'paragraph' | 'list' | 'quote' | 'boilerplate' | 'time' | 'other';

/**
 * A paragraph or a line that stands alone; the span holds no blanks at its edges. A hard-wrapped paragraph is one
 * block over several lines.
 */
export interface Block extends Span {
  /** Its text, with what is kept of the work on it. */
  readonly passage: Passage;
  readonly role: BlockRole;
  /** For headings: 1 for a top section. */
  readonly level?: number | undefined;
  /** For headline, headings and time stamps: the title's words without markup. */
  readonly title?: Span | undefined;
  /** For boilerplate: what it is. Bylines, credits and captions hold names, prompts do not. */
  readonly kind?: BoilerplateKind | undefined;
  /** ISO 639-1 code of the block's language where it is not the article's; absent too if it cannot be told. */
  readonly language?: string | undefined;
  /** Words in it, of any role; absent: none counted. */
  readonly words?: number;
}

/** Whether a block's words count: the article's own prose, without headings. */
export function isRunningText({ role }: Block): boolean {
  return role === 'paragraph' || role === 'list' || role === 'quote';
}
