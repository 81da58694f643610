import { BOILERPLATE, FOREIGN_PROMPT } from '../../lexicon/boilerplate.ts';
import type { BoilerplateKind } from '../../model.ts';
import { countWords } from '../../text/words.ts';
import { type LanguageEvidence, languageEvidence } from './language.ts';
import { type Markup, markupOf } from './markup.ts';

/** What a paragraph's own text tells about it, whatever stands around it. */
export interface Shape {
  readonly words: number;
  readonly markup: Markup | undefined;
  /** The kind of boilerplate its words speak for. */
  readonly boilerplate: BoilerplateKind | undefined;
  /** Whether it is a time stamp, alone or with a title, as live blogs set above their entries. */
  readonly stamp: boolean;
  readonly language: LanguageEvidence;
}

/** The shape of a paragraph's text. */
export function shapeOf(text: string): Shape {
  return {
    words: countWords(text),
    markup: markupOf(text),
    boilerplate: text.length <= LONGEST_BOILERPLATE ? boilerplateKind(text) : undefined,
    stamp: text.length <= LONGEST_STAMP && STAMP.test(text),
    language: languageEvidence(text),
  };
}

const LONGEST_BOILERPLATE = 400;
const LONGEST_STAMP = 120;
const STAMP =
  /^(?:\*\*)?\(?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|BST|UTC|E[SD]?T|C[ES]?S?T|[A-Z]{3,4}))?\)?(?:\*\*)?(?:\s?[:|—–-]\s?\S.*[^.]|\s?[:|—–-])?$/;

function boilerplateKind(text: string): BoilerplateKind | undefined {
  const bare = text.replace(/^[\s*_[(>•-]+(?=\p{L})|[\s*_\])]+$/gu, '');
  const line = bare || text;
  return (
    BOILERPLATE.find(([, pattern]) => pattern.test(line))?.[0] ?? (FOREIGN_PROMPT.test(line) ? 'prompt' : undefined)
  );
}
