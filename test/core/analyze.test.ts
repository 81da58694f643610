import assert from 'node:assert/strict';
import { analyze } from '../../src/core/pipeline/analyze.ts';
import { shippedNames } from '../support/names.ts';

describe('analyze', () => {
  it('finds a quote, its speaker and the sections of a short article', () => {
    const text = [
      'Bridge Opens Early',
      'The mayor, Lena Ortiz, opened it on Monday. “We waited nine years for this day,” she said.',
      'What Comes Next',
      'A second bridge is planned for the spring, and nobody expects it to be cheap or quick.',
    ].join('\n');
    const analysis = analyze(text, { names: shippedNames() });
    assert.deepEqual(
      analysis.quotes.map((quote) => [text.slice(quote.start, quote.end), quote.speaker?.name]),
      [['“We waited nine years for this day,”', 'Lena Ortiz']],
    );
    assert.deepEqual(
      analysis.sections.map((section) => section.title),
      ['Bridge Opens Early', 'What Comes Next'],
    );
  });
});
