/** A paragraph of an article on one line, and whether it is a heading. */
export interface PlainLine {
  readonly text: string;
  readonly heading: boolean;
  /** Empty lines before it. */
  readonly gap: number;
}

/** How an article may be set: blank lines and line length. */
export const SPACINGS = ['asIs', 'tight', 'spaced', 'airy', 'wrapped', 'wrappedTight'] as const;
export type Spacing = (typeof SPACINGS)[number];

/** How its headings may be written. */
export const STYLES = ['asIs', 'title', 'caps', 'sentence', 'label', 'numbered', 'roman', 'bold', 'lower'] as const;
export type Style = (typeof STYLES)[number];

/** The article's lines set in another way; the first line, the headline, keeps its words. */
export function setLines(lines: readonly PlainLine[], spacing: Spacing, style: Style, width = 72): PlainLine[] {
  let number = 0;
  const styled = lines.map((line, i) =>
    line.heading && i > 0 ? { ...line, text: styleHeading(line.text, style, ++number) } : line,
  );
  return styled.flatMap((line, i) => {
    const first = { ...line, gap: i === 0 ? 0 : gapOf(line, styled[i - 1]!, spacing) };
    return spacing.startsWith('wrapped') && !line.heading ? wrap(first, width) : [first];
  });
}

/** The article as if it had no headings. */
export function withoutHeadings(lines: readonly PlainLine[]): PlainLine[] {
  return lines.filter(({ heading }, i) => i === 0 || !heading);
}

/** The text of lines. */
export function textOf(lines: readonly PlainLine[]): string {
  return lines.map(({ text, gap }) => '\n'.repeat(gap) + text).join('\n');
}

function gapOf(line: PlainLine, before: PlainLine, spacing: Spacing): number {
  if (spacing === 'asIs') return line.gap;
  if (spacing === 'airy') return Number(line.heading);
  return spacing === 'tight' || spacing === 'wrappedTight' || (isItem(line) && isItem(before)) ? 0 : 1;
}

function isItem({ text }: PlainLine): boolean {
  return /^(?:[-*•]|\d+[.)])\s/.test(text);
}

function styleHeading(text: string, style: Style, number: number): string {
  if (/^(?:#|=)/.test(text)) return text;
  switch (style) {
    case 'asIs':
      return text;
    case 'title':
      return text.replace(/(?<=^|[\s(“‘"'-])\p{Ll}[\p{L}’']*/gu, (word) => (SMALL.test(word) ? word : capital(word)));
    case 'caps':
      return text.toUpperCase();
    case 'sentence':
      return capital(text.replace(/(?<=\s)\p{Lu}\p{Ll}{4,}(?!\S*\d)/gu, (word) => word.toLowerCase()));
    case 'label':
      return `${text.replace(/[?:.!]$/, '')}:`;
    case 'numbered':
      return /^\d/.test(text) ? text : `${number}. ${text}`;
    case 'roman':
      return /^\d/.test(text)
        ? text
        : `${['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][(number - 1) % 10]}. ${text}`;
    case 'bold':
      return /^[*_]/.test(text) ? text : `**${text}**`;
    case 'lower':
      return text.toLowerCase();
  }
}

const SMALL = /^(?:a|an|the|and|or|but|nor|of|in|on|at|to|for|from|by|with|as|vs|via|is|it)$/;

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function wrap(line: PlainLine, width: number): PlainLine[] {
  const rows: string[] = [];
  let row = '';
  for (const word of line.text.split(/\s+/)) {
    if (row && row.length + 1 + word.length > width) {
      rows.push(row);
      row = word;
    } else row = row ? `${row} ${word}` : word;
  }
  rows.push(row);
  return rows.map((text, i) => ({ text, heading: line.heading, gap: i === 0 ? line.gap : 0 }));
}
