import type { Label } from '../../model.ts';
import { Char, charClass, isWordChar } from '../../text/chars.ts';
import type { Prose } from '../../text/sentences.ts';
import type { LabelledSpan } from '../labelled.ts';

/** A paragraph with the names found in it; offsets relative to it. */
export interface NamedParagraph {
  readonly prose: Prose;
  readonly names: readonly LabelledSpan[];
}

/** Names of one first word that are looked for; an article seldom has more. */
const COMPARED = 8;

/** What an article calls things: full names by their first word, and the surnames of persons. */
export interface KnownNames {
  readonly full: ReadonlyMap<string, readonly { readonly words: string; readonly label: Label }[]>;
  readonly surnames: ReadonlySet<string>;
}

/** Collects the names of several words. `isAlsoSmall` tells words that the article writes in small letters too. */
export function collectNames(
  paragraphs: readonly NamedParagraph[],
  isAlsoSmall: (word: string) => boolean,
): KnownNames {
  const full = new Map<string, { words: string; label: Label }[]>();
  const surnames = new Set<string>();
  const seen = new Set<string>();
  for (const { prose, names } of paragraphs) {
    for (const { start, end, label } of names) {
      const words = prose.text.slice(start, end);
      if (seen.has(words) || !words.includes(' ')) continue;
      seen.add(words);
      const first = /^[\p{L}\p{M}]+/u.exec(words)?.[0] ?? '';
      const alike = full.get(first) ?? [];
      if (alike.length < COMPARED) full.set(first, [...alike, { words, label }]);
      const last = /[\p{L}\p{M}]{3,}$/u.exec(words)?.[0];
      if (label === 'PERSON' && last && !isAlsoSmall(last)) surnames.add(last);
    }
  }
  return { full, surnames };
}

/** The paragraph's names with those added that the model missed here but found elsewhere in the article. */
export function completeNames(
  { prose, names }: NamedParagraph,
  { full, surnames }: KnownNames,
): readonly LabelledSpan[] {
  const { text, tokens } = prose;
  const added: LabelledSpan[] = [];
  let next = 0;
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i]!;
    while (next < names.length && names[next]!.end <= start) next++;
    if (charClass(text.charCodeAt(start)) !== Char.upper) continue;
    const limit = names[next]?.start ?? text.length;
    if (start >= limit) continue;
    const word = text.slice(start, tokens.ends[i]);
    const found = full.get(word)?.find(({ words }) => fits(text, start, { words, limit }));
    const label = found?.label ?? (surnames.has(word) && tokens.ends[i]! <= limit ? 'PERSON' : undefined);
    if (!label) continue;
    const end = start + (found?.words.length ?? word.length);
    added.push({ start, end, label });
    while (i + 1 < tokens.count && tokens.starts[i + 1]! < end) i++;
  }
  return added.length === 0 ? names : [...names, ...added].sort((a, b) => a.start - b.start);
}

function fits(text: string, start: number, { words, limit }: { words: string; limit: number }): boolean {
  const end = start + words.length;
  return end <= limit && text.startsWith(words, start) && !isWordChar(text.charCodeAt(end) || 0x20);
}
