import type { Block } from '../layout.ts';
import type { Passage } from '../passage.ts';

/** A paragraph as a turn in a talk. */
export interface Turn {
  readonly block: Block;
  readonly shape: TurnShape;
}

/** What a paragraph by itself tells about talk. */
export interface TurnShape {
  /** The words before a colon at its beginning, with offsets relative to the paragraph. */
  readonly label: Label | undefined;
  /** It may be a question on a line of its own. */
  readonly asks: boolean;
  /** All of it is set in bold: an interviewer's words, even where they do not ask. */
  readonly bold: boolean;
}

export interface Label {
  readonly name: string;
  readonly start: number;
  /** Where what is said begins. */
  readonly behind: number;
}

/** What the paragraph tells about talk; {@link NO_TALK} for nearly all. */
export function turnShapeOf(passage: Passage): TurnShape {
  return passage.alone('turn', () => shapeOf(passage.text));
}

/** Neither a label nor a question. */
export const NO_TALK: TurnShape = { label: undefined, asks: false, bold: false };

/** Whether someone is spoken to in the paragraph's first words. */
export function addresses({ block }: Turn): boolean {
  return /\byou(?:r|’re|'re)?\b/i.test(block.passage.text.slice(0, LONGEST_QUESTION));
}

/** Whether someone speaks of himself in them. */
export function confesses({ block }: Turn): boolean {
  return /\b(?:I|we|my|our|me)\b/i.test(block.passage.text.slice(0, LONGEST_QUESTION));
}

/** 'Edith Marsh: ', '**Q:** ', '__EM__: ', 'Tom Hale (Daily Star): ': up to five words with capitals, or small ones of names. */
const LABEL =
  /^[*_]{0,2}(\p{Lu}[\p{L}.'’-]{0,24}(?: (?:\p{Lu}[\p{L}.'’-]{0,24}|d[aeio]s?|de[lnr]|v[ao]n|l[ae]|y|bin|ibn|al)){0,4})(?: \([^()\n]{1,40}\))?[*_]{0,2}:[*_]{0,2}\s+(?=\S)/u;

function shapeOf(text: string): TurnShape {
  const [whole, name] = LABEL.exec(text.slice(0, LONGEST_QUESTION)) ?? [];
  const label = whole && name ? { name, start: text.indexOf(name), behind: whole.length } : undefined;
  const short = text.length < LONGEST_QUESTION;
  const asks = short && /^[*_]{0,3}[\p{Lu}\p{N}¿]/u.test(text) && /\?[*_]{0,3}$/.test(text);
  const bold = short && /^(\*\*|__)[^*_]+\1$/.test(text);
  return label || asks || bold ? { label, asks, bold } : NO_TALK;
}

/** Characters of a question; longer paragraphs are told by their first ones. */
const LONGEST_QUESTION = 300;
