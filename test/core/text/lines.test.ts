import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonEnds } from '../../../src/core/text/ends.ts';
import { type Lines, lineSteps, linesOf } from '../../../src/core/text/lines.ts';

describe('lines', () => {
  const cases: readonly (readonly [name: string, text: string, lines: readonly string[], gaps: readonly number[]])[] = [
    ['every kind of line end', 'a\nb\r\nc\rd', ['a', 'b', 'c', 'd'], [0, 0, 0, 0]],
    ['blank lines before a line', 'a\n\n \nb\r\n\r\nc', ['a', 'b', 'c'], [0, 2, 1]],
    ['blanks at the edges', '\ufeff  a b\u00a0\t\n\u3000c', ['a b', 'c'], [0, 0]],
    ['nothing', '', [], []],
    ['only blanks', ' \n\u0000\r\n', [], []],
    ['emoji and right-to-left text', '👩‍👧 x\nשלום', ['👩‍👧 x', 'שלום'], [0, 0]],
  ];
  for (const [name, text, lines, gaps] of cases) {
    it(`finds lines: ${name}`, () => {
      const found = linesOf(text);
      assert.deepEqual(
        Array.from(found.starts, (start, i) => text.slice(start, found.ends[i])),
        lines,
      );
      assert.deepEqual([...found.gaps], gaps);
    });
  }

  it('are the same after an edit, whatever is taken over from before it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\r', '\r\n'), maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, text, (before, gone, come, after) => {
        const [earlier, now] = [before + gone + after, before + come + after];
        assert.deepEqual(edited(earlier, now), linesOf(now));
      }),
      { numRuns: 2000 },
    );
  });
});

function edited(earlier: string, text: string): Lines {
  const steps = lineSteps(text, {
    lines: linesOf(earlier),
    length: earlier.length,
    same: commonEnds(earlier, text),
  });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
