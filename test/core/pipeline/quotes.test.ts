import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/pipeline/analyze.ts';
import type { Block, Layout } from '../../../src/core/pipeline/layout.ts';
import { Passage } from '../../../src/core/pipeline/passage.ts';
import { findQuotes } from '../../../src/core/pipeline/quotes.ts';
import { run } from '../../../src/core/pipeline/steps.ts';

/** Each line is a paragraph; quotes are given with the number of their statement, counted from 1. */
function check(text: string, expected: readonly string[]) {
  it(text.replaceAll('\n', ' ¶ '), () => {
    const blocks = [...text.matchAll(/.+/g)].map(
      ({ 0: line, index }): Block => ({
        start: index,
        end: index + line.length,
        passage: new Passage(line, index),
        role: 'paragraph',
      }),
    );
    const layout: Layout = { language: 'en', blocks, boilerplate: [], words: 0 };
    const quotes = run(findQuotes(text, layout));
    const statements = [...new Set(quotes.map((quote) => quote.statement))];
    assert.deepEqual(
      quotes.map((quote) => `${statements.indexOf(quote.statement) + 1} ${text.slice(quote.start, quote.end)}`),
      expected,
    );
  });
}

describe('findQuotes', () => {
  describe('joins the paragraphs of one quote', () => {
    check('“We waited.\n“Then it came,” Eva said.', ['1 “We waited.', '1 “Then it came,”']);
    check('"We waited.\n"And waited.\n"Then it came," Eva said.', [
      '1 "We waited.',
      '1 "And waited.',
      '1 "Then it came,"',
    ]);
    check('“We waited.\nThen it came,” Eva said.', ['1 “We waited.', '1 Then it came,”']);
    check('‘We waited.\n‘Then it came,’ Eva said.\n‘Yes,’ she said.', [
      '1 ‘We waited.',
      '1 ‘Then it came,’',
      '2 ‘Yes,’',
    ]);
  });
  describe('lets a forgotten mark swallow no more than its paragraph', () => {
    check('“We waited, Eva said.\nIt came at ten.\nShe said “Yes.”', ['1 “We waited, Eva said.', '2 “Yes.”']);
    check('The “smart lamp broke.\nShe said “Yes.”', ['1 “Yes.”']);
  });

  describe('needs words between the marks', () => {
    check('She read “““… and “ ” and “…” in it, then “so.”', ['1 “so.”']);
  });

  it('ends a block quote with its words, before the line that signs it', () => {
    const text = 'They dug on.\n\n> The roses were for whoever came by.\n>\n> — Edith Marsh';
    assert.deepEqual(
      analyze(text).quotes.map(({ start, end }) => text.slice(start, end)),
      ['> The roses were for whoever came by.'],
    );
  });
});
