import assert from 'node:assert/strict';
import { analyze, analyzeSteps, STAGES, type Stage } from '../../src/core/pipeline/analyze.ts';
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

  for (const [name, gap] of [
    ['one line', ' '],
    ['paragraphs', '\n\n'],
  ] as const) {
    it(`takes more steps in each stage, not longer ones, the longer a text of ${name} is`, () => {
      const unit = `“We left at noon,” said Ann Roe of Lima. Boris Novak stayed in Oslo, where it rained all day.${gap}`;
      const few = stepsOf(unit.repeat(300));
      const many = stepsOf(unit.repeat(1200));
      for (const stage of STAGES) {
        const growth = many.get(stage)! / few.get(stage)!;
        assert.ok(growth > 3, `${stage}: ${few.get(stage)} and ${many.get(stage)}`);
      }
    });
  }
});

/** How often each stage yields. */
function stepsOf(text: string): ReadonlyMap<Stage, number> {
  const steps = new Map<Stage, number>();
  let stage: Stage = 'layout';
  const onStage = (next: Stage) => {
    stage = next;
  };
  for (const _ of analyzeSteps(text, { names: shippedNames(), onStage })) steps.set(stage, (steps.get(stage) ?? 0) + 1);
  return steps;
}
