import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonEnds } from '../../../src/core/text/ends.ts';

describe('what two texts have in common', () => {
  const cases: readonly (readonly [a: string, b: string, start: number, end: number])[] = [
    ['', '', 0, 0],
    ['abc', 'abc', 3, 0],
    ['abc', 'abxc', 2, 1],
    ['aaa', 'aa', 2, 0],
    ['abc', 'xyz', 0, 0],
    ['“abc”', '“abd”', 3, 1],
  ];
  for (const [a, b, start, end] of cases)
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)}`, () => assert.deepEqual(commonEnds(a, b), { start, end }));

  it('is as long as it can be at the start, then at the end', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '”'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { start, end } = commonEnds(a, b);
        const most = Math.min(a.length, b.length);
        assert.equal(a.slice(0, start), b.slice(0, start));
        assert.ok(start === most || a[start] !== b[start]);
        assert.equal(a.slice(a.length - end), b.slice(b.length - end));
        assert.ok(start + end === most || a.at(-1 - end) !== b.at(-1 - end));
      }),
    );
  });
});
