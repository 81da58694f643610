import { corpusTexts } from '../support/corpus.ts';

/** Our own articles, one after the other with a blank line between, as one text of just so many characters. */
export function longText(length: number): string {
  const articles = corpusTexts();
  const parts: string[] = [];
  for (let size = 0, i = 0; size < length; i++) {
    const part = `${articles[i % articles.length]}\n\n`;
    parts.push(part);
    size += part.length;
  }
  return parts.join('').slice(0, length);
}

/** Texts made to be slow, each of just so many characters. */
export const HOSTILE: Readonly<Record<string, (length: number) => string>> = {
  'one line of capitalised words': filled('Ann Roe Lima '),
  'one line of one word': filled('a'),
  'one line of prose': (length) => longText(length).replaceAll('\n', ' '),
  'opening marks': filled('“'),
  'opening marks before words': filled('“a '),
  'straight marks': filled('"'),
  apostrophes: filled("'"),
  'apostrophes between letters': filled("a'b "),
  'nested pairs': (length) => '“‘'.repeat(length / 4) + '’”'.repeat(length / 4),
  'marks of every kind': filled('“‘«"\'›‹»’” a,'),
  'lines like headings': filled('What Comes Next\n'),
  'numbered lines': filled('1. Costs\n\n'),
  'lines of one letter': filled('a\n'),
  'a million short quotes': filled('“Go” '),
  'quotes with speakers': filled('“We left,” Ann Roe said. '),
  'quotes in paragraphs with pronouns': filled('“We left,” she said.\n\n'),
  'quotes with names and pronouns': filled('“We left,” Ann Roe said.\n\n“We stayed,” she said.\n\n'),
  'different names': (length) => numbered(length, (i) => `Ann Roe${letters(i)} met Boris ${letters(i * 7)}. `),
  'different names in paragraphs': (length) => numbered(length, (i) => `Ann ${letters(i)} left.\n\n`),
  'dots and initials': filled('A. B. '),
  'digits and commas': filled('1,234.5 '),
  blanks: filled(' '),
  'blank lines': filled('\n'),
  'brackets and dashes': filled('([{—–-'),
  'unpaired surrogates': filled('\ud83d'),
  'combining marks': filled('\u0301'),
};

function filled(unit: string): (length: number) => string {
  return (length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

function numbered(length: number, part: (i: number) => string): string {
  const parts: string[] = [];
  for (let size = 0, i = 0; size < length; i++) {
    parts.push(part(i));
    size += parts[i]!.length;
  }
  return parts.join('').slice(0, length);
}

/** A capitalised word that is different for each number. */
function letters(n: number): string {
  const digits = [...n.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
  return `${digits[0]!.toUpperCase()}${digits.slice(1)}son`;
}
