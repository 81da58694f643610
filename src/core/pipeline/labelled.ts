import type { Label, Span } from '../model.ts';

/** A name, date or amount found in the text, before mentions are joined into entities. */
export interface LabelledSpan extends Span {
  readonly label: Label;
  /** For dates, times, amounts: the value in a standard form. */
  readonly value?: string;
}
