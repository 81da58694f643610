import { folded, hashStep } from '../../text/word-table.ts';
import { Bit, bitsOf, countWords, isHalfOfLetter, isLatinAt } from '../../text/words.ts';
import { CUE_LENGTH, cueWords } from './cues.ts';
import { createHitCounter, type LanguageEvidence, languageEvidence, languageWords, SAMPLE } from './language.ts';

/** What one look at the words of a paragraph tells. */
export interface Reading {
  /** Words as readers count them, see {@link countWords}. */
  readonly words: number;
  readonly language: LanguageEvidence;
  /** What the words of its first {@link SAMPLE} characters may be signs of, see {@link cueWords}. */
  readonly cues: number;
  /** The same of its first word alone. */
  readonly openingCues: number;
}

/** Reads the words in the sample of a paragraph, each once for all that depends on them. */
export function readParagraph(text: string): Reading {
  const length = Math.min(text.length, SAMPLE);
  let letters = 0;
  let latin = 0;
  let cues = 0;
  let openingCues = -1;
  let start = -1;
  let hash = 0;
  let cueHash = 0;
  for (let i = 0; i <= length; i++) {
    const code = i < length ? text.charCodeAt(i) : BLANK;
    const bits = bitsOf(code);
    const isHalf = (bits & Bit.surrogate) !== 0 && isHalfOfLetter(text, i);
    if (bits & Bit.letter || isHalf) {
      if (!isHalf || code < LOW_HALF) letters++;
      if (bits & Bit.latin || (isHalf && isLatinAt(text, i))) latin++;
      if (start < 0) {
        start = i;
        hash = 0;
      }
      hash = hashStep(hash, folded(code));
      if (i - start < CUE_LENGTH) cueHash = hash;
    } else if (start >= 0) {
      const languages = languageWords.at(text, start, i, hash);
      if (languages) hits.add(languages);
      const signs = cueWords.at(text, start, Math.min(i, start + CUE_LENGTH), cueHash);
      cues |= signs;
      if (openingCues < 0) openingCues = signs;
      start = -1;
    }
  }
  const language = languageEvidence({ text, letters, latin, hits: hits.take() });
  return { words: countWords(text), language, cues, openingCues: Math.max(0, openingCues) };
}

const hits = createHitCounter();

const BLANK = 0x20;
const LOW_HALF = 0xdc00;
