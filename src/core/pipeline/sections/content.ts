import { type ContentWords, contentOf } from '../layout/words.ts';
import type { Passage } from '../passage.ts';

/** Reads the content words of a passage. */
export type ContentReader = (passage: Passage) => ContentWords;

/** Makes a reader that remembers what it read last, as topics and sections ask for the same passages. */
export function contentReader(): ContentReader {
  const known = new Map<Passage, ContentWords>();
  return (passage) => {
    const content = known.get(passage) ?? contentOf(passage.text);
    if (known.size >= REMEMBERED) known.clear();
    known.set(passage, content);
    return content;
  };
}

const REMEMBERED = 256;
