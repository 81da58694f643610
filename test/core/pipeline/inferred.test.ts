import assert from 'node:assert/strict';
import { cutsOf } from '../../../src/core/pipeline/sections/inferred.ts';

/** Logits of a run of paragraphs, unlikely but where `likely` says otherwise. */
function logits(length: number, likely: Readonly<Record<number, number>>): number[] {
  return Array.from({ length }, (_, i) => likely[i] ?? -3);
}

describe('inferred sections', () => {
  const cases = [
    { name: 'begin nowhere if nothing is likely', likely: {}, cuts: [] },
    { name: 'begin nowhere if nothing is sure', likely: { 12: 1.9, 30: 0.5 }, cuts: [] },
    { name: 'begin at likely places about a sure one', likely: { 12: 0.1, 30: 2, 44: 1 }, cuts: [12, 30, 44] },
    { name: 'do not begin far from a sure place', likely: { 5: 1, 30: 2.5, 90: 1.5 }, cuts: [5, 30] },
    { name: 'never begin at the first paragraph, which opens all', likely: { 0: 4, 3: 1 }, cuts: [] },
  ];
  for (const { name, likely, cuts } of cases) it(name, () => assert.deepEqual(cutsOf(logits(100, likely)), cuts));
});
