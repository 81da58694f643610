import type { CrfWeights } from './crf.ts';

export interface QuantizedWeights {
  readonly rows: Int8Array;
  readonly transitions: Int32Array;
}

/**
 * Rounds weights to 8 bits; smaller ones than `smallest` become 0, so that they compress well. The scale leaves the
 * ten-thousandth part of the weights cut off at the ends.
 */
export function quantize({ rows, transitions }: CrfWeights, smallest: number): QuantizedWeights {
  const sizes = rows
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const scale = sizes[Math.floor(sizes.length * 0.9999)]! / 127;
  const rounded = new Int8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const weight = rows[i]!;
    if (Math.abs(weight) >= smallest) rounded[i] = Math.max(-127, Math.min(127, Math.round(weight / scale)));
  }
  return { rows: rounded, transitions: Int32Array.from(transitions, (weight) => Math.round(weight / scale)) };
}
