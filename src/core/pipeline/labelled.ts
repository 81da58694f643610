import type { Label, Span } from '../model.ts';
import type { Passage } from './passage.ts';

/** A name, date or amount found in the text, before mentions are joined into entities. */
export interface LabelledSpan extends Span {
  readonly label: Label;
  /** For dates, times, amounts: the value in a standard form. */
  readonly value?: string;
}

/** What was found in a passage; its spans are relative to it, in text order, and the same list while nothing changes. */
export interface LabelledPassage {
  readonly passage: Passage;
  /** Offset of the passage in the article. */
  readonly start: number;
  readonly spans: readonly LabelledSpan[];
}
