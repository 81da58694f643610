import { Char, charClass } from '../../text/chars.ts';
import { hashStep } from '../../text/word-table.ts';

/**
 * The words of names in a paragraph, as hashes, each once: capitalised words inside a sentence, with those that follow
 * them directly, and two or more that open the paragraph.
 */
export function namesIn(text: string): number[] {
  const names: number[] = [];
  let chained = false;
  for (let at = 0; at < text.length; ) {
    const end = endOfName(text, at);
    const isNext: boolean = end > at && (chained || isInSentence(text, at));
    if (isNext) addName(names, text, at, end);
    chained = isNext && isNameAt(text, end + 1) && text.charCodeAt(end) === BLANK;
    at = chained ? end + 1 : nextWord(text, Math.max(end, at + 1));
  }
  addOpening(names, text);
  return names;
}

/** The capitalised words of a line, as hashes that agree with those of {@link namesIn}, each once. */
export function capitalsIn(line: string): number[] {
  const capitals: number[] = [];
  for (let at = 0; at < line.length; ) {
    const end = endOfName(line, at);
    if (end > at) addName(capitals, line, at, end);
    at = nextWord(line, Math.max(end, at + 1));
  }
  return capitals;
}

/** Names that open the paragraph, behind an opening mark or not. */
function addOpening(names: number[], text: string): void {
  const first = isMark(text.charCodeAt(0)) ? 1 : 0;
  let end = endOfName(text, first);
  if (end === first || text.charCodeAt(end) !== BLANK || !isNameAt(text, end + 1)) return;
  for (let at = first; end > at; end = endOfName(text, at)) {
    addName(names, text, at, end);
    if (text.charCodeAt(end) !== BLANK) return;
    at = end + 1;
  }
}

const BLANK = 0x20;

function addName(names: number[], text: string, start: number, end: number): void {
  let hash = 0;
  for (let i = start; i < end; i++) hash = hashStep(hash, text.charCodeAt(i));
  const name = (hash ^ (hash >>> 15)) & 0x3fffffff;
  if (!names.includes(name)) names.push(name);
}

/** The start of the next word behind a blank. */
function nextWord(text: string, from: number): number {
  const blank = text.indexOf(' ', from);
  return blank < 0 ? text.length : blank + 1;
}

function isNameAt(text: string, at: number): boolean {
  return endOfName(text, at) > at;
}

/** The end of the capitalised word of two letters or more that begins at `start`; `start` if there is none. */
function endOfName(text: string, start: number): number {
  if (!isUpper(text.charCodeAt(start))) return start;
  let end = start + 1;
  while (end < text.length && isPart(text.charCodeAt(end))) end++;
  return end > start + 1 ? end : start;
}

function isUpper(code: number): boolean {
  return code < 128 ? code >= 65 && code <= 90 : charClass(code) === Char.upper;
}

function isPart(code: number): boolean {
  return isLetter(code) || code === 0x2019 || code === 0x27 || code === 0x2d;
}

function isLetter(code: number): boolean {
  const found = charClass(code);
  return found >= Char.lower && found <= Char.letter;
}

/** Whether what stands before the blank at `at - 1` goes on with the sentence. */
function isInSentence(text: string, at: number): boolean {
  if (at < 2 || text.charCodeAt(at - 1) !== BLANK) return false;
  const code = text.charCodeAt(at - 2);
  const found = charClass(code);
  return found === Char.lower || found === Char.digit || IN_SENTENCE.includes(String.fromCharCode(code));
}

const IN_SENTENCE = ',;:’\'”")';

function isMark(code: number): boolean {
  return code === 0x22 || code === 0x27 || code === 0x201c || code === 0x2018;
}
