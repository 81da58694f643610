import assert from 'node:assert/strict';
import { analysisOf, openArticle } from './support.ts';

describe('analysis', () => {
  it('1 finds the quotes of an article that is opened, without a command', async () => {
    const { document } = await openArticle('Anna Berg spoke.\n“We are all ready to go,” she said.\n');
    const { quotes } = await analysisOf(document);
    assert.deepEqual(
      quotes.map(({ start, end }) => document.getText().slice(start, end)),
      ['“We are all ready to go,”'],
    );
  });
});
