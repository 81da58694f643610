import type { Span } from '../model.ts';

/** Where the names stand in the text as whole words, in text order; of two that begin alike, the longer one. */
export function findNames(text: string, names: readonly string[]): (Span & { readonly name: string })[] {
  const byFirstWord = new Map<string, string[]>();
  for (const name of [...new Set(names)].sort((a, b) => b.length - a.length)) {
    const word = FIRST_WORD.exec(name)?.[0];
    if (word && name.startsWith(word)) byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), name]);
  }
  if (byFirstWord.size === 0) return [];
  const found: (Span & { readonly name: string })[] = [];
  let after = 0;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (index < after) continue;
    const name = byFirstWord
      .get(word)
      ?.find((one) => text.startsWith(one, index) && endsWord(text, index + one.length));
    if (name === undefined) continue;
    after = index + name.length;
    found.push({ start: index, end: after, name });
  }
  return found;
}

const FIRST_WORD = /[\p{L}\p{N}]+/u;
const WORDS = /[\p{L}\p{N}]+/gu;

function endsWord(text: string, offset: number): boolean {
  return (
    !/^[\p{L}\p{N}]/u.test(text.slice(offset, offset + 2)) || !/[\p{L}\p{N}]$/u.test(text.slice(offset - 2, offset))
  );
}
