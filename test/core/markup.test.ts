import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle, parseFile } from '../../src/training/markup.ts';

describe('markup of our own articles', () => {
  it('gives the plain text with quotes, speakers and entities', () => {
    const article = parseArticle(
      'a-1',
      '#H A [L:Lima] Story\n<q id=1 s=roe k=direct>“Go,”</q> <by q=1>[P.roe:Ann Roe]</by> <cue q=1>said</cue>.',
    );
    const words = (span: { start: number; end: number } | undefined) =>
      span && article.text.slice(span.start, span.end);
    assert.equal(article.text, 'A Lima Story\n“Go,” Ann Roe said.');
    assert.deepEqual(
      article.quotes.map((q) => [words(q), q.speaker, words(q.mention), words(q.cue)]),
      [['“Go,”', 'Ann Roe', 'Ann Roe', 'said']],
    );
    assert.deepEqual(article.entities.map(words), ['Lima', 'Ann Roe']);
    assert.deepEqual(
      article.lines.map((line) => [line.role, words(line)]),
      [['headline', 'A Lima Story']],
    );
  });

  it('reads every article of the corpus', () => {
    const folder = join(import.meta.dirname, '../corpus');
    const files = readdirSync(folder).filter((name) => name.endsWith('.art'));
    const articles = files.flatMap((name) => parseFile(readFileSync(join(folder, name), 'utf8')));
    assert.equal(articles.length, 856);
  });
});
