import assert from 'node:assert/strict';
import { renderOutline } from '../../../src/core/export/outline.ts';
import type { Analysis, Quote, Section, Span } from '../../../src/core/model.ts';

const TEXT = [
  'Bridge Opens',
  '“At last,” Lena Ortiz said. “We waited.” A man said “no”.',
  'What Comes Next',
  'Ortiz plans “a second\nbridge”. She read ‘Emma’.',
].join('\n');

const ANALYSIS: Analysis = {
  version: 0,
  language: 'en',
  headline: find('Bridge Opens'),
  boilerplate: [],
  sections: [section('Bridge Opens', 0, 0), section('What Comes Next', 1, TEXT.indexOf('What'))],
  quotes: [
    quote('“At last,”', 1, 'Lena Ortiz'),
    quote('“We waited.”', 1, 'Lena Ortiz'),
    quote('“no”', 2, undefined),
    quote('“a second\nbridge”', 3, 'Lena Ortiz'),
    { ...quote('‘Emma’', 4, undefined), kind: 'term' },
  ],
  entities: [
    {
      id: 'person:lena-ortiz',
      label: 'PERSON',
      name: 'Lena Ortiz',
      aliases: ['Ortiz'],
      mentions: [
        { ...find('Lena Ortiz'), kind: 'name' },
        { ...find('Ortiz plans'), kind: 'name' },
      ],
    },
  ],
  words: 21,
};

const EMPTY: Analysis = {
  version: 0,
  language: 'und',
  boilerplate: [],
  sections: [],
  quotes: [],
  entities: [],
  words: 0,
};

describe('renderOutline', () => {
  it('gives the sections with their statements by speaker and the entities by type', () => {
    assert.equal(
      renderOutline(TEXT, ANALYSIS),
      `Bridge Opens
21 words, 3 quotes, 1 entity, 1 section

Lena Ortiz
  “At last,” … “We waited.”
Unattributed
  “no”

What Comes Next (7 words)
  Lena Ortiz
    “a second bridge”

Persons: Lena Ortiz (2)
`,
    );
  });

  it('cuts a long statement between words', () => {
    const long = `“${'word '.repeat(40)}end”`;
    const quotes = [{ ...quote('“no”', 1, undefined), start: 0, end: long.length }];
    const line = renderOutline(long, { ...EMPTY, quotes })
      .trimEnd()
      .split('\n')
      .at(-1);
    assert.match(line ?? '', /^ {2}“(word )+…$/);
    assert.ok((line ?? '').length <= 104);
  });

  it('says that nothing was found', () => {
    assert.equal(renderOutline('', EMPTY), '0 words, 0 quotes, 0 entities, 0 sections\n');
  });
});

function find(words: string): Span {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

function quote(words: string, statement: number, speaker: string | undefined): Quote {
  const span = find(words);
  return {
    ...span,
    kind: 'direct',
    content: { start: span.start + 1, end: span.end - 1 },
    statement,
    ...(speaker && { speaker: { name: speaker, via: 'name', confidence: 1 } }),
  };
}

function section(title: string, level: number, start: number): Section {
  return { start, end: TEXT.length, title, level, origin: 'heading', keywords: [], words: 7 };
}
