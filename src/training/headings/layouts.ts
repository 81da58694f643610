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

/** The article with lines between its paragraphs that could be captions: names in it, or how a sentence of it begins. */
export function withCaptions(lines: readonly PlainLine[], random: () => number): PlainLine[] {
  return lines.flatMap((line, i) => {
    const from = lines[i + 1]?.text ?? '';
    if (i < 1 || line.heading || from.length < 100 || random() > CAPTION_RATE) return [line];
    const text = captionFrom(from, random());
    if (!text) return [line];
    const caption = { text, heading: false, gap: lines[i + 1]!.gap };
    return [line, caption, ...(random() < 0.2 ? [{ text: 'Photo: Rui Marchetti.', heading: false, gap: 0 }] : [])];
  });
}

const CAPTION_RATE = 0.1;

function captionFrom(text: string, choice: number): string | undefined {
  const names = [...text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}’'-]+(?: (?:of |de |al-)?\p{Lu}[\p{L}’'-]+){0,3}/gu)].map(
    ([name]) => name,
  );
  if (choice < 0.4) return names[0];
  if (choice < 0.7)
    return names[1] && `${names[0]} ${CAPTION_LINKS[Math.floor(choice * 100) % CAPTION_LINKS.length]} ${names[1]}`;
  const words = text.split(/\s+/).slice(0, 4 + (Math.floor(choice * 50) % 6));
  const caption = words.join(' ').replace(/[.,;:]$/, '');
  return /[“”"]/.test(caption) ? undefined : caption;
}

const CAPTION_LINKS = ['of', 'in', 'at', 'with', 'and', 'outside', 'near', '|', 'after meeting'];

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
