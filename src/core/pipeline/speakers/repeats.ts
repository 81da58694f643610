import type { Quote, Speaker } from '../../model.ts';
import type { Steps } from '../steps.ts';
import type { Parts } from './parts.ts';

/** The quotes of an article with what was settled of them. */
export interface Settled {
  readonly input: { readonly text: string };
  readonly article: Parts;
  readonly quotes: Quote[];
  /** What would be said of quotes taken as terms if they were someone's words, by their numbers. */
  readonly doubtful: ReadonlyMap<number, Quote>;
}

/** How many quotes of headings, and how many terms, are sought in the article's text. */
const SOUGHT = 40;

/**
 * A headline's quote that the text repeats has the speaker whom the text names. So has what looked like a term where
 * another quote of the one who would say it has the same words: 'ready to meet “anytime”' … '“I am ready, anytime,” he said'.
 */
export function* adoptRepeated(settled: Settled): Steps<void> {
  const { quotes, doubtful, input } = settled;
  const untold = untoldTitles(settled);
  const wanting = new Set([...untold, ...[...doubtful.keys()].slice(0, SOUGHT)]);
  const said = wanting.size === 0 ? [] : quotes.filter(({ speaker }) => speaker);
  const words: string[] = [];
  for (const quote of said) {
    words.push(wordsOf(input.text, quote));
    yield;
  }
  for (const q of wanting) {
    yield;
    const wanted = wordsOf(input.text, quotes[q]!);
    const speaker = untold.includes(q) ? undefined : doubtful.get(q)?.speaker;
    if (wanted.trim() === '' || (!untold.includes(q) && !speaker)) continue;
    const repeats = (other: string, i: number) =>
      other.includes(wanted) && (!speaker || isSame(speaker, said[i]!.speaker!));
    const found = said[words.findIndex(repeats)];
    if (!found) continue;
    const kind = quotes[q]!.kind === 'term' ? 'fragment' : quotes[q]!.kind;
    quotes[q] = { ...(doubtful.get(q) ?? quotes[q]!), kind, speaker: speaker ?? found.speaker! };
  }
}

/** Numbers of the quotes in titles that have no speaker. */
function untoldTitles({ article, quotes }: Settled): readonly number[] {
  const untold: number[] = [];
  for (const { block, firstQuote, endQuote } of article.parts) {
    if (block.role !== 'headline' && block.role !== 'heading') continue;
    for (let q = firstQuote; q < endQuote && untold.length < SOUGHT; q++) if (!quotes[q]!.speaker) untold.push(q);
  }
  return untold;
}

function isSame(a: Speaker, b: Speaker): boolean {
  return (a.entity ?? a.name) === (b.entity ?? b.name);
}

/** The words of a quote in lower case with blanks around each. */
function wordsOf(text: string, { content }: Quote): string {
  const words = text
    .slice(content.start, content.end)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return ` ${words?.join(' ') ?? ''} `;
}
