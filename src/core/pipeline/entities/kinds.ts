import { EVENT_WORDS, LAW_WORDS, PRODUCT_WORDS, WORK_WORDS } from '../../lexicon/en/kinds.ts';
import type { Label, Span } from '../../model.ts';

/** What a name is that is no person, organisation, place or people: told by its words and by the mark before it. */
export function kindOfName(name: string, before: string): Label {
  const words = name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const has = (kind: ReadonlySet<string>) => words.some((word) => kind.has(word));
  if (/["“‘«„]$/.test(before)) return 'WORK_OF_ART';
  if (words.length > 1 && has(LAW_WORDS)) return 'LAW';
  if (has(EVENT_WORDS)) return 'EVENT';
  if (has(WORK_WORDS) || words.length > 3) return 'WORK_OF_ART';
  return 'PRODUCT';
}

/** Whether a name is set between marks beside what it names, a product: 'its new missile, the Oreshnik, …'. */
export function isApposedToProduct(text: string, { start, end }: Span): boolean {
  if (!/[,.;:)–—-]/.test(text[end] ?? '') || !/[,:–—-]/.test(text.slice(Math.max(0, start - 7), start))) return false;
  const [, word] =
    /(?<!\p{L})(\p{Ll}+) ?[,:–—-] ?(?:the )?["“]?$/u.exec(text.slice(Math.max(0, start - 30), start)) ?? [];
  return word !== undefined && PRODUCT_WORDS.has(word);
}
