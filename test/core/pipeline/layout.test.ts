import assert from 'node:assert/strict';
import { createCache } from '../../../src/core/pipeline/cache.ts';
import { findLayout } from '../../../src/core/pipeline/layout.ts';
import { run } from '../../../src/core/pipeline/steps.ts';

const PROSE =
  'The ferry left the old harbour on Monday with forty people and a piano on board, and nobody on the quay waved.';
const MORE =
  'By noon the wind had turned, and the crew of the little ship said that they would rather have stayed at home.';

/** Each block as 'role: text', prose shortened to '…', line ends as '/'. */
function rendered(text: string): string[] {
  return run(findLayout(text, createCache())).blocks.map(({ role, start, end, title, level }) => {
    const words = role === 'heading' && title ? text.slice(title.start, title.end) : text.slice(start, end);
    const shown = words === PROSE || words === MORE ? '…' : words.replaceAll(/\r?\n/g, '/');
    return `${role}${level && level > 1 ? level : ''}: ${shown}`;
  });
}

function check(name: string, lines: readonly string[], expected: readonly string[]): void {
  it(name, () => assert.deepEqual(rendered(lines.join('\n')), expected));
}

describe('layout', () => {
  check(
    'tells headline, headings and paragraphs in tight text',
    ['Ferry Leaves With Piano', PROSE, MORE, 'A Cold Afternoon', PROSE, MORE],
    [
      'headline: Ferry Leaves With Piano',
      'paragraph: …',
      'paragraph: …',
      'heading: A Cold Afternoon',
      'paragraph: …',
      'paragraph: …',
    ],
  );
  check(
    'reads Markdown headings with their levels',
    ['# Ferry leaves', PROSE, '## The crew', PROSE, '### The cook ###', PROSE, '**The piano**', PROSE],
    [
      'headline: # Ferry leaves',
      'paragraph: …',
      'heading: The crew',
      'paragraph: …',
      'heading2: The cook',
      'paragraph: …',
      'heading3: The piano',
      'paragraph: …',
    ],
  );
  check(
    'reads underlined headings',
    ['Ferry leaves', '============', PROSE, '', 'The crew', '--------', MORE],
    ['headline: Ferry leaves/============', 'paragraph: …', 'heading: The crew', 'paragraph: …'],
  );
  check(
    'reads AsciiDoc headings',
    ['= Ferry leaves', '', PROSE, '', '== The crew', '', MORE],
    ['headline: = Ferry leaves', 'paragraph: …', 'heading: The crew', 'paragraph: …'],
  );
  check(
    'leaves code alone',
    ['# Ferry leaves', PROSE, '```', '# not a heading', '```', MORE],
    ['headline: # Ferry leaves', 'paragraph: …', 'other: ```', 'other: # not a heading', 'other: ```', 'paragraph: …'],
  );
  check(
    'joins the lines of hard-wrapped paragraphs',
    [
      'Ferry Leaves With Piano',
      '',
      'The ferry left the old harbour on Monday with forty people and a',
      'piano on board, and nobody on the quay waved. The piano belonged to',
      'a teacher.',
      '',
      'A Cold Afternoon',
      '',
      'By noon the wind had turned, and the crew of the little ship said',
      'that they would rather have stayed at home.',
    ],
    [
      'headline: Ferry Leaves With Piano',
      'paragraph: The ferry left the old harbour on Monday with forty people and a/piano on board, and nobody on the quay waved. The piano belonged to/a teacher.',
      'heading: A Cold Afternoon',
      'paragraph: By noon the wind had turned, and the crew of the little ship said/that they would rather have stayed at home.',
    ],
  );
  check(
    'finds boilerplate at both ends',
    ['Ferry Leaves With Piano', 'By Lena Ortiz', PROSE, MORE, 'Share this story', '© 2031 The Harbour Post'],
    [
      'headline: Ferry Leaves With Piano',
      'boilerplate: By Lena Ortiz',
      'paragraph: …',
      'paragraph: …',
      'boilerplate: Share this story',
      'boilerplate: © 2031 The Harbour Post',
    ],
  );
  check(
    'takes a last line in another script for boilerplate',
    ['Ferry Leaves With Piano', PROSE, MORE, 'तपाईको विचार लेख्नुहोस्'],
    ['headline: Ferry Leaves With Piano', 'paragraph: …', 'paragraph: …', 'boilerplate: तपाईको विचार लेख्नुहोस्'],
  );
  check('finds nothing in nothing', ['', ' \t', ''], []);

  it('counts words of running text only', () => {
    const text = ['Ferry Leaves', 'By Lena Ortiz', 'One two three four five, six seven.', '- eight nine.'].join('\n');
    assert.equal(run(findLayout(text, createCache())).words, 9);
  });

  const pitfalls: readonly (readonly [line: string, role: string])[] = [
    ['The mayor added:', 'paragraph'],
    ['It did not.', 'paragraph'],
    ['Anna Roe via Pool Photos', 'boilerplate'],
    ['Photo: Anna Roe', 'boilerplate'],
    ['Read more: How the piano was built', 'boilerplate'],
    ['Share Tweet Email', 'boilerplate'],
    ['2.4k Shares', 'boilerplate'],
    ['Page 2 of 3', 'boilerplate'],
    ['Story continues below', 'boilerplate'],
    ['Latest stories', 'boilerplate'],
    ['Courtesy of Anna Roe', 'boilerplate'],
    ['AFP photo', 'boilerplate'],
    ['The piano at sea (Reuters/Anna Roe)', 'boilerplate'],
    ['The piano at sea (Reuters/Anna Roe', 'boilerplate'],
    ['Courtesy costs nothing.', 'paragraph'],
    ['Share prices of the line fell by half on Monday.', 'paragraph'],
    ['1984', 'paragraph'],
    ['27,595', 'paragraph'],
    ['12:20 p.m.:', 'time'],
    ['- a bag of coal', 'list'],
    ['> Nobody waved.', 'quote'],
    ['Anna Roe', 'paragraph'],
    ['Olivia Roe', 'paragraph'],
    ['Delays lasted all day.', 'paragraph'],
  ];
  for (const [line, role] of pitfalls) {
    it(`takes no heading for one: ${line}`, () => {
      const text = ['Ferry Leaves With Piano', PROSE, MORE, line, PROSE, MORE].join('\n');
      const block = run(findLayout(text, createCache())).blocks[3];
      assert.equal(block && `${block.role}: ${text.slice(block.start, block.end)}`, `${role}: ${line}`);
    });
  }

  for (const [style, first, second] of [
    ['title case', 'A Cold Afternoon', 'Who Sent the Piano'],
    ['sentence case', 'A cold afternoon', 'What the crew wanted'],
    ['capitals', 'A COLD AFTERNOON', 'THE LONG WAY HOME'],
    ['words that credits open with', 'Credit for the Crew', 'File Under Lost'],
    ['questions', 'Who sent the piano?', 'Where will it go?'],
    ['numbers', '1. A cold afternoon', '2. The long way home'],
    ['roman numbers', 'I. A cold afternoon', 'II. The long way home'],
  ] as const) {
    for (const gap of ['\n', '\n\n']) {
      it(`finds headings in ${style}, ${gap.length - 1} blank lines around`, () => {
        const text = ['Ferry Leaves With Piano', PROSE, MORE, first, MORE, PROSE, second, PROSE, MORE].join(gap);
        const { blocks } = run(findLayout(text, createCache()));
        assert.deepEqual(
          blocks.filter(({ role }) => role === 'heading').map(({ start, end }) => text.slice(start, end)),
          [first, second],
        );
      });
    }
  }

  it('takes the questions of an interview for no headings', () => {
    const answer =
      'I had it from my aunt, who played it every evening, and I could not leave it behind when we sold the house.';
    const questions = ['Where did you get it?', 'Did you play as a child?', 'What will you play first?', 'And then?'];
    const text = ['The Man With the Piano', PROSE, ...questions.flatMap((question) => [question, answer])].join('\n');
    assert.deepEqual(
      run(findLayout(text, createCache())).blocks.filter(({ role }) => role === 'heading'),
      [],
    );
  });

  it('tells the language of the article and of a paragraph in another', () => {
    const german =
      'Die Fähre hat den alten Hafen am Montag mit vierzig Leuten und einem Klavier an Bord verlassen, und niemand winkte.';
    const layout = run(findLayout([PROSE, MORE, german, PROSE].join('\n'), createCache()));
    assert.equal(layout.language, 'en');
    assert.deepEqual(
      layout.blocks.map(({ language }) => language),
      [undefined, undefined, 'de', undefined],
    );
  });
});
