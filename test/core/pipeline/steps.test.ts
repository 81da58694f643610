import assert from 'node:assert/strict';
import { Passage } from '../../../src/core/pipeline/passage.ts';
import { pacer, run, type Steps } from '../../../src/core/pipeline/steps.ts';

describe('a pacer', () => {
  const check = (name: string, work: readonly (number | undefined)[], due: readonly boolean[]) =>
    it(name, () => {
      const isDue = pacer(3);
      assert.deepEqual(
        work.map((one) => isDue(one)),
        due,
      );
    });

  check('is due whenever the budget is used up', [1, 1, 1, 1, 1, 1], [false, false, true, false, false, true]);
  check('counts what it is not told the size of as one', [undefined, undefined, undefined], [false, false, true]);
  check('is due after each bit of work that is more than the budget', [9, 9], [true, true]);
});

describe('work in steps that is kept with a passage', () => {
  it('is done anew only if what it depends on is another', () => {
    const passage = new Passage('It rained.', 0);
    let made = 0;
    function* count(): Steps<number> {
      yield;
      return ++made;
    }
    const counted = (context: readonly unknown[]) => run(passage.withinSteps('counts', context, count));
    assert.deepEqual([['a'], ['a'], ['a', 1], ['a', 1], ['b', 1]].map(counted), [1, 1, 2, 2, 3]);
  });
});
