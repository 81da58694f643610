import { LONGEST_STRETCH } from '../../core/learned/decoder.ts';
import { BEFORE, canClose, canOpen, OUTSIDE, TAGS } from '../../core/learned/labels.ts';
import type { Examples, Sequence } from './examples.ts';

export interface CrfOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Share of the features left out at each token of each pass, against leaning on few. */
  readonly dropout: number;
  readonly decay: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

export interface CrfWeights {
  /** A row of {@link TAGS} numbers for each feature. */
  readonly rows: Float32Array;
  readonly transitions: Float32Array;
}

/**
 * Trains a linear-chain conditional random field by AdaGrad on one sequence after another (Lafferty et al. 2001; Duchi
 * et al. 2011). Tokens with several allowed tags are learned from by the sum over them (Tsuboi et al. 2008). The weights
 * are the mean over the later half of the epochs.
 */
export function trainCrf(examples: Examples, options: CrfOptions): CrfWeights {
  const trainer = new Trainer(examples, options);
  const random = randomFrom(options.seed);
  const order = [...examples.sequences];
  const mean = { rows: new Float32Array(examples.keys.length * TAGS), transitions: new Float32Array(TAGS * TAGS) };
  const averagedFrom = Math.floor(options.epochs / 2);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    const began = Date.now();
    trainer.rate = options.rate * (1 - epoch / (options.epochs + 1));
    let loss = 0;
    for (const sequence of order) loss += trainer.learn(sequence, random);
    if (epoch >= averagedFrom) {
      const share = 1 / (epoch - averagedFrom + 1);
      blend(mean.rows, trainer.rows, share);
      blend(mean.transitions, trainer.transitions, share);
    }
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    options.log(`epoch ${epoch + 1}: loss ${(loss / examples.allowed.length).toFixed(4)} a token, ${seconds} s`);
  }
  return mean;
}

/** Pseudo-random numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}

function blend(mean: Float32Array, values: Float32Array, share: number): void {
  for (let i = 0; i < mean.length; i++) mean[i]! += (values[i]! - mean[i]!) * share;
}

/** Smaller gradients change nothing that matters and are skipped. */
const NEGLIGIBLE = 2e-3;

class Trainer {
  readonly rows: Float32Array;
  readonly transitions = new Float32Array(TAGS * TAGS);
  rate = 0;
  private readonly squares: Float32Array;
  private readonly transitionSquares = new Float32Array(TAGS * TAGS);
  private readonly kept = new Int32Array(LONGEST_STRETCH * 256);
  private readonly keptOffsets = new Int32Array(LONGEST_STRETCH + 1);
  private readonly emission = new Float64Array(LONGEST_STRETCH * TAGS);
  private readonly moves = new Float64Array(TAGS * TAGS);
  private readonly free = new Lattice();
  private readonly gold = new Lattice();
  private readonly anyTag = new Int32Array(LONGEST_STRETCH).fill(2 ** TAGS - 1);

  constructor(
    private readonly examples: Examples,
    private readonly options: CrfOptions,
  ) {
    this.rows = new Float32Array(examples.keys.length * TAGS);
    this.squares = new Float32Array(examples.keys.length * TAGS);
  }

  /** One step on one sequence; returns its loss before the step. */
  learn({ first, length }: Sequence, random: () => number): number {
    const allowed = this.examples.allowed.subarray(first, first + length);
    this.chooseFeatures(first, length, random);
    this.score(length);
    const goldLog = this.gold.run({ length, emission: this.emission, moves: this.moves, allowed });
    if (goldLog === undefined) return 0;
    const freeLog = this.free.run({ length, emission: this.emission, moves: this.moves, allowed: this.anyTag })!;
    this.updateTransitions();
    this.updateRows(length);
    return freeLog - goldLog;
  }

  private chooseFeatures(first: number, length: number, random: () => number): void {
    const { features, offsets } = this.examples;
    const { dropout } = this.options;
    let count = 0;
    for (let i = 0; i < length; i++) {
      for (let k = offsets[first + i]!; k < offsets[first + i + 1]!; k++) {
        if (dropout === 0 || random() >= dropout) this.kept[count++] = features[k]! * TAGS;
      }
      this.keptOffsets[i + 1] = count;
    }
  }

  private score(length: number): void {
    const { emission, kept, keptOffsets, rows, moves } = this;
    const scale = 1 / (1 - this.options.dropout);
    const sums = new Float64Array(TAGS);
    for (let i = 0; i < length; i++) {
      sums.fill(0);
      for (let k = keptOffsets[i]!; k < keptOffsets[i + 1]!; k++) {
        const row = kept[k]!;
        for (let tag = 0; tag < TAGS; tag++) sums[tag]! += rows[row + tag]!;
      }
      let highest = Number.NEGATIVE_INFINITY;
      for (let tag = 0; tag < TAGS; tag++) highest = Math.max(highest, sums[tag]!);
      for (let tag = 0; tag < TAGS; tag++) {
        emission[i * TAGS + tag] = Math.exp(Math.max(-30, (sums[tag]! - highest) * scale));
      }
    }
    for (let k = 0; k < moves.length; k++) moves[k] = Math.exp(this.transitions[k]!);
  }

  private updateTransitions(): void {
    for (let before = 0; before < TAGS; before++) {
      for (let tag = 0; tag < TAGS; tag++) {
        const k = before * TAGS + tag;
        const gradient = this.free.moved(k) - this.gold.moved(k);
        if (Math.abs(gradient) < 1e-4) continue;
        this.transitionSquares[k]! += gradient * gradient;
        this.transitions[k]! -= (this.rate * gradient) / Math.sqrt(this.transitionSquares[k]! + 1e-8);
      }
    }
  }

  private updateRows(length: number): void {
    const { kept, keptOffsets, rows, squares, rate } = this;
    const { decay } = this.options;
    const gradients = new Float64Array(TAGS);
    const tags = new Int32Array(TAGS);
    for (let i = 0; i < length; i++) {
      let count = 0;
      for (let tag = 0; tag < TAGS; tag++) {
        const gradient = this.free.at(i, tag) - this.gold.at(i, tag);
        if (Math.abs(gradient) < NEGLIGIBLE) continue;
        gradients[count] = gradient;
        tags[count++] = tag;
      }
      if (count === 0) continue;
      for (let k = keptOffsets[i]!; k < keptOffsets[i + 1]!; k++) {
        for (let t = 0; t < count; t++) {
          const w = kept[k]! + tags[t]!;
          const gradient = gradients[t]! + decay * rows[w]!;
          squares[w]! += gradient * gradient;
          rows[w]! -= (rate * gradient) / Math.sqrt(squares[w]! + 1e-6);
        }
      }
    }
  }
}

interface LatticeInput {
  readonly length: number;
  readonly emission: Float64Array;
  readonly moves: Float64Array;
  readonly allowed: Int32Array;
}

/** The forward-backward algorithm with scaling, over the allowed tags; outside names before and after. */
class Lattice {
  private readonly forward = new Float64Array(LONGEST_STRETCH * TAGS);
  private readonly backward = new Float64Array(LONGEST_STRETCH * TAGS);
  private readonly scale = new Float64Array(LONGEST_STRETCH);
  private readonly expected = new Float64Array(TAGS * TAGS);

  /** Logarithm of the summed weight of all paths; `undefined` if no path is allowed. */
  run(input: LatticeInput): number | undefined {
    const total = this.goForward(input);
    if (total === undefined) return undefined;
    this.goBackward(input);
    this.countMoves(input);
    return total;
  }

  /** Probability of the tag at the token. */
  at(i: number, tag: number): number {
    return this.forward[i * TAGS + tag]! * this.backward[i * TAGS + tag]!;
  }

  /** Expected number of the transition, starts and ends included. */
  moved(transition: number): number {
    return this.expected[transition]!;
  }

  private goForward({ length, emission, moves, allowed }: LatticeInput): number | undefined {
    const { forward, scale } = this;
    let log = 0;
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (let tag = 0; tag < TAGS; tag++) {
        const at = i * TAGS + tag;
        forward[at] = 0;
        if (!((allowed[i]! >> tag) & 1)) continue;
        let value = 0;
        if (i === 0) value = canOpen(tag) ? moves[OUTSIDE * TAGS + tag]! : 0;
        else
          for (const before of BEFORE[tag]!) value += forward[at - tag - TAGS + before]! * moves[before * TAGS + tag]!;
        if (i === length - 1) value *= canClose(tag) ? moves[tag * TAGS + OUTSIDE]! : 0;
        forward[at] = value * emission[at]!;
        sum += forward[at]!;
      }
      if (!(sum > 0)) return undefined;
      for (let tag = 0; tag < TAGS; tag++) forward[i * TAGS + tag]! /= sum;
      scale[i] = sum;
      log += Math.log(sum);
    }
    return log;
  }

  private goBackward({ length, emission, moves, allowed }: LatticeInput): void {
    const { backward, scale } = this;
    backward.fill(1, (length - 1) * TAGS, length * TAGS);
    for (let i = length - 2; i >= 0; i--) {
      backward.fill(0, i * TAGS, (i + 1) * TAGS);
      for (let tag = 0; tag < TAGS; tag++) {
        if (!((allowed[i + 1]! >> tag) & 1)) continue;
        const at = (i + 1) * TAGS + tag;
        let value = (backward[at]! * emission[at]!) / scale[i + 1]!;
        if (i + 1 === length - 1) value *= canClose(tag) ? moves[tag * TAGS + OUTSIDE]! : 0;
        for (const before of BEFORE[tag]!) backward[i * TAGS + before]! += value * moves[before * TAGS + tag]!;
      }
    }
  }

  private countMoves({ length, emission, moves, allowed }: LatticeInput): void {
    const { forward, backward, scale, expected } = this;
    expected.fill(0);
    for (let tag = 0; tag < TAGS; tag++) {
      expected[OUTSIDE * TAGS + tag]! += this.at(0, tag);
      expected[tag * TAGS + OUTSIDE]! += this.at(length - 1, tag);
    }
    for (let i = 1; i < length; i++) {
      for (let tag = 0; tag < TAGS; tag++) {
        if (!((allowed[i]! >> tag) & 1)) continue;
        const at = i * TAGS + tag;
        let value = (backward[at]! * emission[at]!) / scale[i]!;
        if (i === length - 1) value *= canClose(tag) ? moves[tag * TAGS + OUTSIDE]! : 0;
        if (value === 0) continue;
        for (const before of BEFORE[tag]!) {
          const k = before * TAGS + tag;
          expected[k]! += forward[(i - 1) * TAGS + before]! * moves[k]! * value;
        }
      }
    }
  }
}
