/**
 * Classes of characters, by UTF-16 code unit. Asking Unicode's properties by regular expression is slow, so each answer
 * is kept in a table of one byte per code unit.
 */
export const Char = {
  space: 1,
  /** A line end: CR, LF, NEL, the separators of lines and paragraphs. */
  lineEnd: 2,
  lower: 3,
  upper: 4,
  /** A letter without case, a combining mark, or half of a surrogate pair that may be either. */
  letter: 5,
  digit: 6,
  symbol: 7,
} as const;
export type Char = (typeof Char)[keyof typeof Char];

const known = new Uint8Array(0x10000);

/** The class of the code unit `code`. Halves of surrogate pairs count as symbols; see {@link isAstralLetter}. */
export function charClass(code: number): Char {
  const found = known[code] as Char;
  if (found) return found;
  const made = classify(code);
  known[code] = made;
  return made;
}

/** Whether `code` is part of a word: a letter, a mark or a digit. */
export function isWordChar(code: number): boolean {
  const found = charClass(code);
  return found >= Char.lower && found <= Char.digit;
}

/** Whether a surrogate pair that begins at `at` is a letter beyond the basic plane. */
export function isAstralLetter(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff && /[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(code));
}

function classify(code: number): Char {
  const char = String.fromCharCode(code);
  if (/[\n\r\u0085\u2028\u2029]/.test(char)) return Char.lineEnd;
  if (/[\s\u200b\ufeff\0]/.test(char)) return Char.space;
  if (/[\p{Lu}\p{Lt}]/u.test(char)) return Char.upper;
  if (/\p{Ll}/u.test(char)) return Char.lower;
  if (/[\p{L}\p{M}]/u.test(char)) return Char.letter;
  return /\p{N}/u.test(char) ? Char.digit : Char.symbol;
}
