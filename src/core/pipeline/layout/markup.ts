import type { Span } from '../../model.ts';
import { trim } from '../../text/lines.ts';

/** What a line's markup says it is: Markdown, AsciiDoc and reStructuredText. */
export type Markup =
  | { readonly kind: 'heading'; readonly level: number; readonly title: Span }
  | { readonly kind: 'underline'; readonly mark: string }
  | { readonly kind: 'fence' | 'quote' | 'list' | 'table' | 'rule' };

/**
 * Reads the markup of a line or paragraph, with offsets from the start of `line`; `undefined` for plain prose.
 * A line of `=`, `-` or the like is an underline, whose meaning depends on the line above it.
 */
export function markupOf(line: string): Markup | undefined {
  const heading = /^(#{1,6}|={1,6})\s+(?=\S)/.exec(line);
  const title = heading && titleIn(line, heading[0].length);
  if (title && title.start < title.end) return { kind: 'heading', level: heading[1]!.length, title };
  if (/^(?:```|~~~)/.test(line)) return { kind: 'fence' };
  if (line.startsWith('>')) return { kind: 'quote' };
  return (
    (line.length <= MAX_HEADING ? shortMarkup(line) : undefined) ?? (LIST.test(line) ? { kind: 'list' } : undefined)
  );
}

/** Level of a line that is a heading only by being bold: below all marked ones. */
export const BOLD_LEVEL = 7;

const MAX_HEADING = 300;
const LIST = /^(?:[-*+•▪◦‣·–—]|\(?(?:\d{1,3}|[a-z])[.)])\s/;

function shortMarkup(line: string): Markup | undefined {
  const underline = /^([-=~^"'`*+#_])\1+$/.exec(line);
  if (underline) return { kind: 'underline', mark: underline[1]! };
  if (/^[\p{P}\p{S}\s]+$/u.test(line)) return { kind: 'rule' };
  const bold = /^(\*\*|__)(?=\S)([^*_]{1,120})\1:?$/.exec(line);
  if (bold && !/[.,;]$/.test(bold[2]!)) {
    return { kind: 'heading', level: BOLD_LEVEL, title: { start: 2, end: 2 + bold[2]!.length } };
  }
  return /^\|.*\|$/.test(line) ? { kind: 'table' } : undefined;
}

/** The words of a marked heading from `start` on, empty if it holds nothing but marks. */
function titleIn(line: string, start: number): Span {
  const closed = /\s+[#=]+$/.exec(line.slice(0, MAX_HEADING));
  const inner = trim(line, { start, end: closed ? closed.index : line.length });
  const strong = /^(\*\*|__)(.+)\1$/.exec(line.slice(inner.start, inner.end));
  return strong ? trim(line, { start: inner.start + 2, end: inner.end - 2 }) : inner;
}
