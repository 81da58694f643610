import assert from 'node:assert/strict';
import { BINS, treeScorer, UNKNOWN } from '../../../src/core/pipeline/layout/trees.ts';

/** Two features of two bins, above and up to 0.5; each tree asks for one of them. */
const TREES = {
  features: ['wet', 'cold'],
  edges: [[0.5], [0.5]],
  base: 100,
  trees: [
    [0, -2000, 1000],
    [BINS, -500, 300],
  ],
};

describe('a scorer of trees', () => {
  const score = treeScorer(TREES);
  const check = (name: string, values: readonly number[], least: number | undefined, logit: number) =>
    it(name, () => assert.equal(score([values], least), logit));

  check('adds up what the trees give', [1, 1], undefined, 1.4);
  check('goes left at an edge', [0.5, 1], undefined, -1.6);
  check('takes the most that may come of what is not known', [UNKNOWN, 0], undefined, 0.6);
  check('gives a logit above the least as it is', [1, 0], 0.5, 0.6);
  check('does not ask the rest once the least cannot be exceeded', [0, 1], 0, 0);
  check('does not take the least itself for more', [1, 1], 1.4, 1.4);
});
