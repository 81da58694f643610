import { FOREIGN_PROMPT } from '../../lexicon/boilerplate.ts';
import type { BoilerplateKind } from '../../model.ts';
import { matchBoilerplate, SELF } from './cues.ts';
import { type LineFeatures, type LineStyle, LONGEST_HEADING, lineFeatures, styleOf } from './heading-line.ts';
import { type LanguageEvidence, languageOf } from './language.ts';
import { BOLD_LEVEL, type Markup, markupOf } from './markup.ts';
import { type Reading, readParagraph } from './reading.ts';

/** What a paragraph's own text tells about it, whatever stands around it. */
export interface Shape {
  readonly words: number;
  readonly markup: Markup | undefined;
  /** The kind of boilerplate its words speak for. */
  readonly boilerplate: BoilerplateKind | undefined;
  /** Whether it is a time stamp, alone or with a title, as live blogs set above their entries. */
  readonly stamp: boolean;
  /** ISO 639-1 code of its own language. */
  readonly tongue: string;
  /** Whether most of its letters are not Latin. */
  readonly foreign: boolean;
  /** Whether it ends a sentence. */
  readonly stops: boolean;
  /** Its last character that is not a closing mark. */
  readonly ends: string;
  readonly opens: 'upper' | 'lower' | 'quote' | 'other';
  /** Whether its first words are someone speaking of himself, as answers do. */
  readonly answers: boolean;
  /** Whether it is a line that may be a heading and ends with a question mark. */
  readonly question: boolean;
  /** Whether it asks the reader or another person something. */
  readonly asks: boolean;
  /** Whether it looks like a heading at first sight. */
  readonly headish: boolean;
  /** How it is set; present for the lines that may be headings without certain markup. */
  readonly style: LineStyle | undefined;
}

/** A shape, and what is not kept with it, as it is large and soon read again. */
export interface ReadShape {
  readonly shape: Shape;
  readonly language: LanguageEvidence;
  /** Present for the lines that may be headings. */
  readonly line: LineFeatures | undefined;
}

/** The shape of a paragraph's text, its line breaks turned into blanks. */
export function readShape(text: string): ReadShape {
  const markup = markupOf(text);
  const reading = readParagraph(text);
  const { words, language, cues } = reading;
  const boilerplate = text.length <= LONGEST_BOILERPLATE ? boilerplateKind(text, reading) : undefined;
  const ends = lastSign(text);
  const stamp = text.length <= LONGEST_STAMP && STAMP_OPENS.test(text) && STAMP.test(text);
  const line = mayBeHeading(text, markup) && !stamp ? lineFeatures(text, boilerplate) : undefined;
  const shape: Shape = {
    words,
    markup,
    boilerplate,
    stamp,
    tongue: languageOf(language),
    foreign: language.foreign,
    stops: '.!?…:'.includes(ends),
    ends,
    opens: openingOf(text),
    answers: (cues & SELF) !== 0 && ANSWER.test(text.slice(0, 100)),
    question: line?.endsQuestion === 1,
    asks: text.length <= 300 && isQuestion(text) && /\byou/i.test(text),
    headish:
      text.length <= 80 && !'.,;!'.includes(ends) && markup?.kind !== 'list' && /^["“‘'(*_\d]*\p{Lu}/u.test(text),
    style: line && styleOf(line),
  };
  return { shape, language, line };
}

const LONGEST_BOILERPLATE = 400;
const LONGEST_STAMP = 120;
const STAMP =
  /^(?:\*\*)?\(?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|BST|UTC|E[SD]?T|C[ES]?S?T|[A-Z]{3,4}))?\)?(?:\*\*)?(?:\s?[:|—–-]\s?\S.*[^.]|\s?[:|—–-])?$/;
const ANSWER = /(?:^|[\s“"‘'])(?:I|I['’]\p{L}+|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)(?=[\s,.])/u;
const STAMP_OPENS = /^[*(\d]/;

/** The last character, but for closing marks, of the last few. */
function lastSign(text: string): string {
  const last = text.charAt(text.length - 1);
  return isClosing(last) || last >= '\ud800' ? (/(.)["”’»)\]*_]*$/u.exec(text.slice(-8))?.[1] ?? '') : last;
}

function isClosing(char: string): boolean {
  return '"”’»)]*_'.includes(char);
}

function openingOf(text: string): Shape['opens'] {
  return OPENINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

const OPENINGS = [
  ['upper', /^[([*_]*\p{Lu}/u],
  ['lower', /^\p{Ll}/u],
  ['quote', /^["“‘'«„]/],
] as const;

/** Whether nothing stands behind its last question mark that is part of a word. */
function isQuestion(text: string): boolean {
  const mark = text.lastIndexOf('?');
  return mark >= 0 && !/\w/.test(text.slice(mark));
}

function mayBeHeading(text: string, markup: Markup | undefined): boolean {
  if (text.length > LONGEST_HEADING || !/\p{L}/u.test(text) || /[,;]$/.test(text)) return false;
  if (!markup) return true;
  return markup.kind === 'list' ? /^\d/.test(text) : markup.kind === 'heading' && markup.level === BOLD_LEVEL;
}

function boilerplateKind(text: string, { cues, openingCues }: Reading): BoilerplateKind | undefined {
  const line = withoutMarkup(text) || text;
  return matchBoilerplate(line, cues, openingCues) ?? (FOREIGN_PROMPT.test(line) ? 'prompt' : undefined);
}

/** Without signs of lists and emphasis at the edges. */
function withoutMarkup(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s*_\])]/.test(text[end - 1]!)) end--;
  const start = /^[\s*_[(>•-]+(?=\p{L})/u.exec(text)?.[0].length ?? 0;
  return text.slice(start, end);
}
