import type { Block } from '../layout.ts';
import type { Passage } from '../passage.ts';

/** A paragraph as a turn in a talk. */
export interface Turn extends TurnShape {
  readonly block: Block;
}

/** What a paragraph by itself tells about talk. */
export interface TurnShape {
  /** The words before a colon at its beginning, with offsets relative to the paragraph. */
  readonly label: Label | undefined;
  /** It may be a question on a line of its own. */
  readonly asks: boolean;
  /** All of it is set in bold: an interviewer's words, even where they do not ask. */
  readonly bold: boolean;
  /** Someone is spoken to. */
  readonly addresses: boolean;
  /** Someone speaks of himself. */
  readonly confesses: boolean;
}

export interface Label {
  readonly name: string;
  readonly start: number;
  /** Where what is said begins. */
  readonly behind: number;
}

/** The paragraph as a turn. */
export function turnOf(block: Block): Turn {
  return { block, ...block.passage.alone('turn', () => shapeOf(block.passage)) };
}

/** 'Edith Marsh: ', '**Q:** ', '__EM__: ', 'Tom Hale (Daily Star): ': up to five words with capitals, or small ones of names. */
const LABEL =
  /^[*_]{0,2}(\p{Lu}[\p{L}.'’-]{0,24}(?: (?:\p{Lu}[\p{L}.'’-]{0,24}|d[aeio]s?|de[lnr]|v[ao]n|l[ae]|y|bin|ibn|al)){0,4})(?: \([^()\n]{1,40}\))?[*_]{0,2}:[*_]{0,2}\s+(?=\S)/u;

function shapeOf({ text }: Passage): TurnShape {
  const head = text.slice(0, LONGEST_QUESTION);
  const short = text.length < LONGEST_QUESTION;
  const [whole, name] = LABEL.exec(head) ?? [];
  return {
    label: whole && name ? { name, start: text.indexOf(name), behind: whole.length } : undefined,
    asks: short && /^[*_]{0,3}[\p{Lu}\p{N}¿]/u.test(text) && /\?[*_]{0,3}$/.test(text),
    bold: short && /^(\*\*|__)[^*_]+\1$/.test(text),
    addresses: /\byou(?:r|’re|'re)?\b/i.test(head),
    confesses: /\b(?:I|we|my|our|me)\b/i.test(head),
  };
}

/** Characters of a question; longer paragraphs are told by their first ones. */
const LONGEST_QUESTION = 300;
