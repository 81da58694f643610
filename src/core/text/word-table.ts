/** Words with a number each, looked up where they stand in a text: no word is cut out, and case does not matter. */
export interface WordTable {
  /** The number of the word from `start` to `end`, whose hash by {@link foldedHash} is `hash`; 0 if it is unknown. */
  at(text: string, start: number, end: number, hash?: number): number;
}

/** Makes a table; the numbers are not 0. Those of a word given several times are joined by 'or'. */
export function createWordTable(words: Iterable<readonly [word: string, number: number]>): WordTable {
  const numbers = new Map<string, number>();
  for (const [word, number] of words) numbers.set(word, (numbers.get(word) ?? 0) | number);
  const size = 2 ** Math.ceil(Math.log2(numbers.size * 3 + 1));
  const entries: (string | undefined)[] = new Array(size).fill(undefined);
  const values = new Int32Array(size);
  for (const [word, number] of numbers) {
    let slot = slotOf(foldedHash(word, 0, word.length), size);
    while (entries[slot] !== undefined) slot = (slot + 1) & (size - 1);
    entries[slot] = word;
    values[slot] = number;
  }
  return {
    at(text, start, end, hash = foldedHash(text, start, end)) {
      for (let slot = slotOf(hash, size); values[slot] !== 0; slot = (slot + 1) & (size - 1)) {
        if (isWordAt(entries[slot]!, text, start, end)) return values[slot]!;
      }
      return 0;
    },
  };
}

/** A hash of a stretch of text in lower case, of 32 bits (FNV-1a over UTF-16 code units). */
export function foldedHash(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = hashStep(hash, folded(text.charCodeAt(i)));
  return hash;
}

/** The hash of what was hashed so far and one more code unit. Begin with 0. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** A code unit in lower case, where that is one code unit, else as it is; a curly apostrophe as the straight one. */
export function folded(code: number): number {
  return lowerCase[code] || fold(code);
}

/** Asking for the lower case of a character is slow, so the answers are kept. */
const lowerCase = new Uint16Array(0x10000);

function fold(code: number): number {
  const lower = code === 0x2019 ? "'" : String.fromCharCode(code).toLowerCase();
  lowerCase[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  return lowerCase[code]!;
}

function slotOf(hash: number, size: number): number {
  return (hash ^ (hash >>> 15)) & (size - 1);
}

function isWordAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (folded(text.charCodeAt(start + i)) !== word.charCodeAt(i)) return false;
  return true;
}
