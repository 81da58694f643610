import type { Label, Span } from '../model.ts';
import type { Cache } from './cache.ts';
import type { Layout } from './layout.ts';
import type { Steps } from './steps.ts';

/** The learned model of names, made from the weights file. */
export interface NameModel {
  readonly weights: Int8Array;
}

/** A name found in the text, before mentions are joined into entities. */
export interface LabelledSpan extends Span {
  readonly label: Label;
  /** For dates, times, amounts: the value in a standard form. */
  readonly value?: string;
}

/** First cut: runs of capitalised words inside a sentence. */
export function* findMentions(
  text: string,
  layout: Layout,
  _model: NameModel | undefined,
  _cache: Cache,
): Steps<readonly LabelledSpan[]> {
  const found: LabelledSpan[] = [];
  for (const block of layout.blocks) {
    if (block.role === 'paragraph') {
      for (const match of text.slice(block.start, block.end).matchAll(/(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*/g)) {
        const start = block.start + match.index;
        found.push({ start, end: start + match[0].length, label: match[0].includes(' ') ? 'PERSON' : 'PLACE' });
      }
    }
    yield;
  }
  return found;
}
