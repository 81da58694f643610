import type { Paragraph } from './wrap.ts';

/** First cut: a short line without a final stop, with prose after it. */
export function isPlainHeading(text: string, paragraphs: readonly Paragraph[], i: number): boolean {
  const { start, end, gap, lines } = paragraphs[i]!;
  const next = paragraphs[i + 1];
  const previous = paragraphs[i - 1];
  const line = text.slice(start, Math.min(end, start + LONGEST));
  if (!next || lines > 1 || end - start > 80 || line.split(/\s+/).length > 12) return false;
  if (/[.,;:!…]["”’)]*$|["”’]$/.test(line) || !/^["“‘']?[\p{Lu}\p{N}]/u.test(line)) return false;
  const after = text.slice(next.start, Math.min(next.end, next.start + LONGEST));
  if (after.length < 60 && !/[.!?:]["”’)]*$/.test(after)) return false;
  if (/^\p{Ll}/u.test(after)) return false;
  const before = previous ? text.slice(Math.max(previous.start, previous.end - 4), previous.end) : '';
  return gap > 0 || !previous || /[.!?:…]["”’)*_]*$/.test(before) || previous.end - previous.start < 60;
}

const LONGEST = 200;
