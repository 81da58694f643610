import { LINE_WORDS } from '../../lexicon/en/headings.ts';
import type { BoilerplateKind } from '../../model.ts';
import { Char, charClass } from '../../text/chars.ts';
import { createWordTable } from '../../text/word-table.ts';
import { Bit, bitsOf, isHalfOfLetter } from '../../text/words.ts';
import { Sign, signsIn } from './signs.ts';

/** Longest line, in characters, that is considered as a heading without markup. */
export const LONGEST_HEADING = 130;

/**
 * What a short line says for or against being a heading, by itself. Numbers of similar size, mostly 0 or 1. Patterns are
 * tried only on lines that hold a sign without which they cannot match.
 */
export function lineFeatures(text: string, boilerplate: BoilerplateKind | undefined) {
  const signs = signsIn(text);
  const core = signs & EDGES ? coreOf(text) : text;
  const words = countsOf(core);
  const { letters, visible } = lettersIn(core);
  const is = (pattern: RegExp, needs: number, of = text) => Number((signs & needs) !== 0 && pattern.test(of));
  const has = wordsIn(text);
  const opening = wordAt(core, 0);
  return {
    length: text.length / 100,
    words: words.all / 10,
    oneWord: Number(words.all === 1),
    capitals: words.all === words.minor ? 0 : Math.min(1, words.capital / (words.all - words.minor)),
    minor: words.minor / words.all,
    allCaps: Number(letters > 1 && !(signs & Sign.lower) && core === core.toUpperCase() && core !== core.toLowerCase()),
    digits: 1 - letters / Math.max(1, visible),
    endsStop: is(/\.["”’)]*$/, Sign.stop),
    endsColon: is(/:(?:\*\*|__)?$/, Sign.colon),
    endsQuestion: is(/\?["”’)]*(?:\*\*|__)?$/, Sign.question),
    endsShout: is(/!["”’)]*$/, Sign.shout),
    endsDots: is(/(?:…|\.\.\.)["”’)]*$/, Sign.stop | Sign.dots),
    endsQuote: is(/["”’»]$/, Sign.quote),
    endsMinor: Number(words.endsMinor),
    upper: is(/^["“‘'(]?\p{Lu}/u, ANY, core),
    lower: is(/^\p{Ll}/u, ANY, core),
    quote: is(/^["“‘'«„]/, Sign.quote, core),
    digit: is(/^\d/, Sign.digit, core),
    bold: is(/^(?:\*\*|__).+(?:\*\*|__):?$/, Sign.emphasis),
    emphasis: is(/^[*_][^*_].*[*_]$/, Sign.emphasis),
    number: is(/^\d+(?:\.\d+)*[.)]\s+\S/, Sign.digit),
    roman: is(/^[IVX]+\.\s/, Sign.stop),
    chapter: Number((wordAt(text, 0) & Word.part) !== 0 && CHAPTER.test(text)),
    label: is(/^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}:\s/u, Sign.colon),
    initials: is(/^\p{Lu}{1,4}:\s/u, Sign.colon),
    inside: is(/[.!?]["”’)]*\s+["“‘(]?\p{Lu}/u, Sign.stop | Sign.question | Sign.shout, core),
    comma: is(/,/, Sign.comma),
    commas: signs & Sign.comma ? Math.min(3, core.split(',').length - 1) / 3 : 0,
    colon: is(/:\s/, Sign.colon),
    dash: is(/\s[-–—]+\s/, Sign.dash),
    slash: is(/\/|\s\|\s|·/, Sign.slash),
    bracket: is(/[()[\]]/, Sign.bracket),
    address: is(/https?:|www\.|@|\w\.(?:com|org|net|gov)\b/, Sign.at | Sign.colon | Sign.stop),
    verb: Number((has & Word.verb) !== 0 || ((has & Word.negated) !== 0 && NEGATED.test(text))),
    said: Number((has & Word.said) !== 0),
    person: Number((wordAt(text, text.startsWith('**') ? 2 : 0) & Word.person) !== 0),
    you: Number((has & Word.you) !== 0),
    wh: Number(((core.startsWith('**') ? wordAt(core, 2) : opening) & Word.wh) !== 0),
    asks: Number((opening & Word.asks) !== 0),
    gerund: Number(core.includes('ing') && GERUND.test(core)),
    article: Number((opening & Word.article) !== 0),
    names: Number(words.all > 1 && words.all <= MOST_NAMES && NAMES.test(core)),
    place: is(/^\p{Lu}[\p{L}'’. -]+, \p{Lu}[\p{L}'’. -]+$/u, Sign.comma, core),
    month: is(MONTH, Sign.digit),
    clock: is(/\b\d{1,2}[:.]\d\d\b|\b\d (?:a\.?m|p\.?m)\b/i, Sign.digit),
    score: is(/\d+[-–]\d+|\b\d+ \p{Lu}[\p{L} ]+ \d+$/u, Sign.digit),
    picture: Number((has & Word.picture) !== 0),
    work: Number((has & Word.work) !== 0),
    acronym: is(/\b\p{Lu}{2,}\b/u, Sign.capitals),
    by: Number((has & Word.by) !== 0 && BY.test(text)),
    byline: Number(boilerplate === 'byline'),
    dateline: Number(boilerplate === 'dateline'),
    prompt: Number(boilerplate === 'prompt' || boilerplate === 'copyright'),
    caption: Number(boilerplate === 'caption' || boilerplate === 'credit'),
  };
}

export type LineFeatures = ReturnType<typeof lineFeatures>;

/** How a line is set, roughly: headings of one article share it. */
export function styleOf(line: LineFeatures): LineStyle {
  if (line.bold) return 'bold';
  if (line.number || line.roman || line.chapter) return 'numbered';
  if (line.allCaps) return 'caps';
  if (line.endsQuestion) return 'question';
  if (line.endsColon) return 'label';
  return line.capitals > 0.9 && line.words > 0.1 ? 'title' : 'sentence';
}

export type LineStyle = 'bold' | 'numbered' | 'caps' | 'question' | 'label' | 'title' | 'sentence';

const ANY = -1;
/** Signs of what is left out of a line's core. */
const EDGES = Sign.emphasis | Sign.colon | Sign.digit | Sign.stop;

/** The line without the marks and the number before it and the marks behind it. */
function coreOf(text: string): string {
  return text.replace(/^(?:\*\*|__|\d+(?:\.\d+)*[.)]?\s|[IVX]+\.\s)\s*/, '').replace(/(?:\*\*|__|:)$/, '');
}

const CHAPTER = /^(?:Chapter|Section|Part|Step|Day|Week|Stage|Round|No\.?) (?:\d+|[IVX]+|one|two|three)\b/i;
const NEGATED = /\b(?:isn|wasn|don|didn)['’]t\b/i;
const GERUND = /^\p{Lu}?\p{L}+ing\b/u;
const NAMES =
  /^\p{Lu}[\p{L}'’.-]+(?: (?:de|da|del|van|von|al|el|bin|la|le|di|dos) ?| )(?:\p{Lu}[\p{L}'’.-]*\s?){1,3}$/u;
/** Most words that the pattern of names takes. */
const MOST_NAMES = 6;
const MONTH =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const BY = /\b(?:by|from|via)\s+\p{Lu}/u;

type WordKind = keyof typeof LINE_WORDS;
const KINDS = Object.keys(LINE_WORDS) as readonly WordKind[];
/** What a word can tell about a line, a bit each. */
const Word = Object.fromEntries(KINDS.map((kind, i) => [kind, 1 << i])) as Readonly<Record<WordKind, number>>;
const lineWords = createWordTable(
  KINDS.flatMap((kind) => LINE_WORDS[kind].split(' ').map((word) => [word, Word[kind]] as const)),
);

/** What the words of a line tell; words are runs of ASCII letters, digits and underscores, as `\b` sees them. */
function wordsIn(text: string): number {
  let found = 0;
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    if (isWordCode(text.charCodeAt(i))) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      found |= lineWords.at(text, start, i);
      start = -1;
    }
  }
  return found;
}

/** What the word that begins at `start` tells. */
function wordAt(text: string, start: number): number {
  let end = start;
  while (isWordCode(text.charCodeAt(end))) end++;
  return lineWords.at(text, start, end);
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

interface WordCounts {
  /** Stretches between blanks. */
  all: number;
  /** Small words, see {@link LINE_WORDS}. */
  minor: number;
  /** Capitalised words, those left out that are small words too. */
  capital: number;
  endsMinor: boolean;
}

function countsOf(core: string): WordCounts {
  const counts: WordCounts = { all: 0, minor: 0, capital: 0, endsMinor: false };
  let start = 0;
  for (let i = 0; i <= core.length; i++) {
    if (i < core.length && !isBlankCode(core.charCodeAt(i))) continue;
    countWord(counts, core, start, i);
    while (i + 1 < core.length && isBlankCode(core.charCodeAt(i + 1))) i++;
    start = i + 1;
  }
  return counts;
}

function countWord(counts: WordCounts, core: string, start: number, end: number): void {
  const code = core.charCodeAt(start);
  const isUpper = start < end && charClass(code) === Char.upper;
  const isMinor = (lineWords.at(core, start, end) & Word.minor) !== 0;
  counts.all++;
  counts.endsMinor = isMinor;
  if (isMinor) counts.minor++;
  else if (isUpper || (start + 1 < end && isOpening(code) && charClass(core.charCodeAt(start + 1)) === Char.upper))
    counts.capital++;
}

function isBlankCode(code: number): boolean {
  return (bitsOf(code) & Bit.blank) !== 0;
}

function isOpening(code: number): boolean {
  return '"“‘\'(«'.includes(String.fromCharCode(code));
}

/** Letters of a text, and its UTF-16 code units that are no blanks. */
function lettersIn(text: string): { readonly letters: number; readonly visible: number } {
  let letters = 0;
  let visible = 0;
  for (let i = 0; i < text.length; i++) {
    const bits = bitsOf(text.charCodeAt(i));
    if (!(bits & Bit.blank)) visible++;
    if (bits & Bit.letter) letters++;
    else if (bits & Bit.surrogate && text.charCodeAt(i) < 0xdc00 && isHalfOfLetter(text, i)) letters++;
  }
  return { letters, visible };
}
