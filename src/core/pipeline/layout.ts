import type { Boilerplate, Span } from '../model.ts';
import type { Cache } from './cache.ts';
import type { Steps } from './steps.ts';

/** What a block of lines is in the article. */
export type BlockRole = 'headline' | 'heading' | 'paragraph' | 'list' | 'quote' | 'boilerplate' | 'time';

/** A paragraph or a line that stands alone; the span holds no line end at its edges. */
export interface Block extends Span {
  readonly role: BlockRole;
  /** For headings: 1 for a top section. */
  readonly level?: number;
  /** For headings: the title's words without markup. */
  readonly title?: Span;
}

/** How the text is laid out: its blocks in text order, gaps between them are blank. */
export interface Layout {
  readonly language: string;
  readonly headline?: Span;
  readonly blocks: readonly Block[];
  readonly boilerplate: readonly Boilerplate[];
  readonly words: number;
}

/** First cut: each line is a block; a short line without a final stop that has a longer one after it is a heading. */
export function* findLayout(text: string, _cache: Cache): Steps<Layout> {
  const blocks: Block[] = [];
  const boilerplate: Boilerplate[] = [];
  let words = 0;
  const lines = [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)];
  for (const [i, line] of lines.entries()) {
    const span = { start: line.index, end: line.index + line[0].length };
    const next = lines[i + 1]?.[0].length ?? 0;
    const short = line[0].length < 80 && !/[.,;:!?”"]\s*$/.test(line[0]) && next > line[0].length;
    const foreign = !/[A-Za-z]/.test(line[0]);
    if (foreign) {
      blocks.push({ ...span, role: 'boilerplate' });
      boilerplate.push({ ...span, kind: 'prompt' });
    } else if (short) blocks.push({ ...span, role: i === 0 ? 'headline' : 'heading', level: 1, title: span });
    else blocks.push({ ...span, role: 'paragraph' });
    if (!foreign) words += line[0].split(/\s+/).length;
    yield;
  }
  const first = blocks[0];
  return { language: 'en', ...(first?.role === 'headline' && { headline: first }), blocks, boilerplate, words };
}
