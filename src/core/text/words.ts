/** Number of words as readers count them: stretches between blanks that hold a letter or a digit. */
export function countWords(text: string): number {
  let count = 0;
  let counted = false;
  for (let i = 0; i < text.length; i++) {
    const bits = bitsOf(text.charCodeAt(i));
    if (bits & Bit.blank) counted = false;
    else if (!counted && (bits & Bit.word || (bits & Bit.surrogate && isWordPair(text, i)))) {
      counted = true;
      count++;
    }
  }
  return count;
}

/** What a UTF-16 code unit can be part of; `surrogate`: see the pair. */
export const Bit = { known: 1, blank: 2, letter: 4, word: 8, latin: 16, surrogate: 32 } as const;

/** Asking Unicode's properties by regular expression is slow, so the answers are kept, one byte a code unit. */
const table = new Uint8Array(0x10000);

/** The {@link Bit}s of a code unit, of which `known` is always set. */
export function bitsOf(code: number): number {
  return table[code] || describe(code);
}

function describe(code: number): number {
  const char = String.fromCharCode(code);
  const bits =
    Bit.known |
    (/\s/.test(char) ? Bit.blank : 0) |
    (/\p{L}/u.test(char) ? Bit.letter : 0) |
    (/[\p{L}\p{N}]/u.test(char) ? Bit.word : 0) |
    (/\p{Script=Latin}/u.test(char) ? Bit.latin : 0) |
    (code >= 0xd800 && code < 0xe000 ? Bit.surrogate : 0);
  table[code] = bits;
  return bits;
}

/** Whether a surrogate pair that begins at `at` is a letter or a digit. */
function isWordPair(text: string, at: number): boolean {
  const code = text.codePointAt(at)!;
  return code > 0xffff && /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}

const LETTER = /\p{L}/u;
const WORD = /[\p{L}\p{N}]/u;

/** Whether the half of a surrogate pair at `at` is of a character that fits the pattern. */
function isHalfOf(pattern: RegExp, text: string, at: number): boolean {
  const low = text.charCodeAt(at) >= 0xdc00;
  const code = text.codePointAt(low ? at - 1 : at) ?? 0;
  return code > 0xffff && pattern.test(String.fromCodePoint(code));
}

/** Whether the half of a surrogate pair at `at` is of a letter. */
export function isHalfOfLetter(text: string, at: number): boolean {
  return isHalfOf(LETTER, text, at);
}

/** Whether the half of a surrogate pair at `at` is of a letter or a digit. */
export function isHalfOfWord(text: string, at: number): boolean {
  return isHalfOf(WORD, text, at);
}

/** Whether an apostrophe stands at `at`, and a letter behind it. */
export function isApostropheInside(text: string, at: number): boolean {
  return isApostrophe(text.charCodeAt(at)) && isLetterAt(text, at + 1);
}

/** Whether a surrogate pair that begins at `at` is a Latin letter. */
export function isLatinAt(text: string, at: number): boolean {
  return /\p{Script=Latin}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

function isLetterAt(text: string, at: number): boolean {
  const bits = at < text.length ? bitsOf(text.charCodeAt(at)) : 0;
  return (bits & Bit.letter) !== 0 || ((bits & Bit.surrogate) !== 0 && isHalfOf(LETTER, text, at));
}
