import { TAGS } from '../../core/learned/labels.ts';
import type { CrfWeights } from './crf.ts';

export interface QuantizedWeights {
  readonly keys: Int32Array;
  readonly rows: Int8Array;
  readonly transitions: Int32Array;
}

/** What 1 stands for in the rounded weights. Finer steps make the file larger and the model no better. */
const STEP = 0.02;

/** Rounds weights to 8 bits. Those smaller than `smallest` become 0, and features without others are left out. */
export function quantize({ rows, transitions }: CrfWeights, keys: Int32Array, smallest: number): QuantizedWeights {
  const kept: number[] = [];
  const rounded: number[] = [];
  for (let feature = 0; feature < keys.length; feature++) {
    const row = rows.subarray(feature * TAGS, (feature + 1) * TAGS);
    if (!row.some((weight) => Math.abs(weight) >= smallest)) continue;
    kept.push(keys[feature]!);
    for (const weight of row) {
      const steps = Math.abs(weight) >= smallest ? Math.round(weight / STEP) : 0;
      rounded.push(Math.max(-127, Math.min(127, steps)));
    }
  }
  return {
    keys: Int32Array.from(kept),
    rows: Int8Array.from(rounded),
    transitions: Int32Array.from(transitions, (weight) => Math.round(weight / STEP)),
  };
}
