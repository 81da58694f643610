import fc from 'fast-check';
import { corpusTexts } from '../support/corpus.ts';

/** Any text at all: code points, halves of surrogate pairs, control and bidi characters, and much white space. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.nat(0xffff).map((code) => String.fromCharCode(code)) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(' ', '\n', '\n\n', '\t', '\r', '\r\n', '\0', '\u00a0', '\u2028', '\ufeff'),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '\u202e',
          '\u2066',
          '\u200d',
          '\u0301',
          '👩‍👩‍👧',
          '🇫🇷',
          'שלום',
          'مرحبا',
          'ǅ',
          'ß',
          'İ',
        ),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom('a', 'Word', 'Ann ', 'said ', '“', '”', '"', '‘', '’', "'", '.', '#', '*', '> '),
      },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

const MARKS = [
  '“',
  '”',
  '"',
  '‘',
  '’',
  "'",
  '«',
  '»',
  '„',
  '‚',
  '`',
  '``',
  "''",
  '‹',
  '›',
  '(',
  ')',
  '[',
  ']',
  '—',
  '…',
];
const WORDS = [
  'he',
  'she',
  'said',
  'told',
  'Ortiz',
  'Lena Ortiz',
  'Dr. Roe',
  'U.S.',
  'don’t',
  "parents'",
  '’90s',
  'that',
];
const BETWEEN = [' ', ' ', ' ', ', ', '. ', '? ', ': ', ' — ', ',', '.', '\n', '\n\n', ''];

/** Sentences of marks, words and cues in any order: unpaired, nested, crossed and glued marks. */
export const markedText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 6, arbitrary: fc.constantFrom(...BETWEEN) },
    ),
    { maxLength: 48 },
  )
  .map((parts) => parts.join(''));

const LINES = [
  'What Comes Next',
  '# A bridge too late',
  '## Costs',
  '1. The plan',
  'BACKGROUND',
  'Costs:',
  '***',
  '---',
  '=====',
  '9:40 a.m.',
  '8 May 2021',
  'By Lena Ortiz',
  'LIMA (Wire) — The bridge opened.',
  '- An item of a list',
  '> A line someone else wrote.',
  '    indented',
  'Q: Why now?',
  'Share this article',
  'Read more: Bridges of the north',
  '© 2021 The Example',
  'Photo: Ann Roe',
  'The bridge was closed on Monday. Nobody had told the drivers, and nobody knew when it would open.',
  '“We waited nine years for this day,” the mayor said.',
  'It is what it is.',
  'El puente se abrió el lunes, y nadie sabe cuándo cierra.',
  '',
  '   ',
];

/** Lines as articles have them (headings, bylines, lists, prompts, paragraphs) in any order, with any line ends. */
export const linedText: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.constantFrom(...LINES), { maxLength: 14 }), fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r'))
  .map(([lines, lineEnd]) => lines.join(lineEnd));

/** A place in a text as a share of it, words taken out there, and words put in. */
export interface Edit {
  /** Where, in thousandths of the text. */
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(1000),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(120)),
  insert: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('a', 'T', ' ', '.', ',', '\n', '\n\n', '\r\n', '“', '”', '"', '’', "'", '#', ''),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '😀',
        '\u0301',
        '\ud83d',
        '\udc00',
        '\0',
        '\u202e',
        ' Lena Ortiz ',
        '” she said, “',
        '\n\n“',
      ),
    },
    { weight: 1, arbitrary: anyText },
  ),
});

/** The edits of a session, in order. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(edit, { minLength: 1, maxLength: 8 });

/** The text after an edit. Halves of surrogate pairs may come apart, as in an editor that counts code units. */
export function applyEdit(text: string, { at, remove, insert }: Edit): string {
  const offset = Math.floor((text.length * at) / 1000);
  return text.slice(0, offset) + insert + text.slice(offset + remove);
}

const paragraphs = corpusTexts().map((text) => text.split('\n'));

/** A few paragraphs in a row of one of our own articles. */
export const excerpt: fc.Arbitrary<string> = fc
  .tuple(fc.nat(paragraphs.length - 1), fc.nat(), fc.integer({ min: 1, max: 5 }), fc.constantFrom('\n', '\n\n'))
  .map(([article, from, count, lineEnd]) => {
    const lines = paragraphs[article]!;
    const first = from % lines.length;
    return lines.slice(first, first + count).join(lineEnd);
  });

/** An excerpt after some edits. */
export const mutatedText: fc.Arbitrary<string> = fc
  .tuple(excerpt, fc.array(edit, { maxLength: 4 }))
  .map(([text, changes]) => changes.reduce(applyEdit, text));

/** Every kind of text above. */
export const text: fc.Arbitrary<string> = fc.oneof(anyText, markedText, linedText, mutatedText);
