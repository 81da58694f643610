import { BOILERPLATE, FOREIGN_PROMPT } from '../../lexicon/boilerplate.ts';
import type { BoilerplateKind } from '../../model.ts';
import { countWords } from '../../text/words.ts';
import { type LineFeatures, LONGEST_HEADING, lineFeatures } from './heading-line.ts';
import { type LanguageEvidence, languageEvidence, languageOf } from './language.ts';
import { BOLD_LEVEL, type Markup, markupOf } from './markup.ts';

/** What a paragraph's own text tells about it, whatever stands around it. */
export interface Shape {
  readonly words: number;
  readonly markup: Markup | undefined;
  /** The kind of boilerplate its words speak for. */
  readonly boilerplate: BoilerplateKind | undefined;
  /** Whether it is a time stamp, alone or with a title, as live blogs set above their entries. */
  readonly stamp: boolean;
  readonly language: LanguageEvidence;
  /** ISO 639-1 code of its own language. */
  readonly tongue: string;
  /** Whether it ends a sentence. */
  readonly stops: boolean;
  /** Its last character that is not a closing mark. */
  readonly ends: string;
  readonly opens: 'upper' | 'lower' | 'quote' | 'other';
  /** Whether its first words are someone speaking of himself, as answers do. */
  readonly answers: boolean;
  /** Whether it asks the reader or another person something. */
  readonly asks: boolean;
  /** Whether it looks like a heading at first sight. */
  readonly headish: boolean;
  /** Present for the lines that may be headings without certain markup. */
  readonly line: LineFeatures | undefined;
}

/** The shape of a paragraph's text, its line breaks turned into blanks. */
export function shapeOf(text: string): Shape {
  const markup = markupOf(text);
  const language = languageEvidence(text);
  const boilerplate = text.length <= LONGEST_BOILERPLATE ? boilerplateKind(text) : undefined;
  const ends = /(.)["”’»)\]*_]*$/u.exec(text.slice(-8))?.[1] ?? '';
  const stamp = text.length <= LONGEST_STAMP && STAMP.test(text);
  return {
    words: countWords(text),
    markup,
    boilerplate,
    stamp,
    language,
    tongue: languageOf([language]),
    stops: '.!?…:'.includes(ends),
    ends,
    opens: OPENINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other',
    answers: ANSWER.test(text.slice(0, 100)),
    asks: text.length <= 300 && /\?\W*$/.test(text) && /\byou/i.test(text),
    headish:
      text.length <= 80 && !'.,;!'.includes(ends) && /^["“‘'(*_\d]*\p{Lu}/u.test(text) && markup?.kind !== 'list',
    line: mayBeHeading(text, markup) && !stamp ? lineFeatures(text, boilerplate) : undefined,
  };
}

const LONGEST_BOILERPLATE = 400;
const LONGEST_STAMP = 120;
const STAMP =
  /^(?:\*\*)?\(?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|BST|UTC|E[SD]?T|C[ES]?S?T|[A-Z]{3,4}))?\)?(?:\*\*)?(?:\s?[:|—–-]\s?\S.*[^.]|\s?[:|—–-])?$/;
const ANSWER = /(?:^|[\s“"‘'])(?:I|I['’]\p{L}+|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)(?=[\s,.])/u;
const OPENINGS = [
  ['upper', /^[([*_]*\p{Lu}/u],
  ['lower', /^\p{Ll}/u],
  ['quote', /^["“‘'«„]/],
] as const;

function mayBeHeading(text: string, markup: Markup | undefined): boolean {
  if (text.length > LONGEST_HEADING || !/\p{L}/u.test(text) || /[,;]$/.test(text)) return false;
  if (!markup) return true;
  return markup.kind === 'list' ? /^\d/.test(text) : markup.kind === 'heading' && markup.level === BOLD_LEVEL;
}

function boilerplateKind(text: string): BoilerplateKind | undefined {
  const bare = text.replace(/^[\s*_[(>•-]+(?=\p{L})|[\s*_\])]+$/gu, '');
  const line = bare || text;
  return (
    BOILERPLATE.find(([, pattern]) => pattern.test(line))?.[0] ?? (FOREIGN_PROMPT.test(line) ? 'prompt' : undefined)
  );
}
