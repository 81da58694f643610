import type { Quote, Speaker } from '../../model.ts';
import type { Steps } from '../steps.ts';
import type { Parts } from './parts.ts';

/** The quotes of an article with what was settled of them. */
export interface Settled {
  readonly input: { readonly text: string };
  readonly parts: Parts;
  readonly quotes: Quote[];
  /** What would be said of quotes taken as terms if they were someone's words, by their numbers. */
  readonly doubtful: ReadonlyMap<number, Quote>;
}

/** How many quotes of headings, and how many terms, are sought, and among how many quotes before and behind them. */
const SOUGHT = 40;
const NEAR = 100;

/**
 * A headline's quote that the text repeats has the speaker whom the text names. So has what looked like a term where
 * another quote of the one who would say it has the same words: 'ready to meet “anytime”' … '“I am ready, anytime,” he said'.
 */
export function* adoptRepeated(settled: Settled): Steps<void> {
  const { quotes, doubtful, input } = settled;
  const untold = new Set(untoldTitles(settled));
  const wanting = new Set([...untold, ...[...doubtful.keys()].slice(0, SOUGHT)]);
  const before = quotes.slice();
  const known = new Map<number, string>();
  const words = (q: number) => {
    const told = known.get(q) ?? wordsOf(input.text, before[q]!);
    known.set(q, told);
    return told;
  };
  for (const q of wanting) {
    const wanted = words(q);
    const speaker = untold.has(q) ? undefined : doubtful.get(q)?.speaker;
    if (wanted.trim() === '' || (!untold.has(q) && !speaker)) continue;
    const found = firstNear(before, q, (other, i) => {
      if (!other.speaker || (speaker && !isSame(speaker, other.speaker))) return false;
      return words(i).includes(wanted);
    });
    yield;
    if (!found) continue;
    const kind = quotes[q]!.kind === 'term' ? 'fragment' : quotes[q]!.kind;
    quotes[q] = { ...(doubtful.get(q) ?? quotes[q]!), kind, speaker: speaker ?? found.speaker! };
  }
}

function firstNear(quotes: readonly Quote[], q: number, fits: (quote: Quote, i: number) => boolean): Quote | undefined {
  for (let i = Math.max(0, q - NEAR); i < Math.min(quotes.length, q + NEAR); i++)
    if (fits(quotes[i]!, i)) return quotes[i];
  return undefined;
}

/** Numbers of the quotes in titles that have no speaker. */
function untoldTitles({ parts: { blocks, firstQuote }, quotes }: Settled): readonly number[] {
  const untold: number[] = [];
  for (let i = 0; i < blocks.length && untold.length < SOUGHT; i++) {
    if (firstQuote[i] === firstQuote[i + 1]) continue;
    const { role } = blocks[i]!;
    if (role !== 'headline' && role !== 'heading') continue;
    for (let q = firstQuote[i]!; q < firstQuote[i + 1]!; q++) if (!quotes[q]!.speaker) untold.push(q);
  }
  return untold.slice(0, SOUGHT);
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
