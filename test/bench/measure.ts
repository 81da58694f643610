import { type AnalyzeOptions, analyzeSteps, type Stage } from '../../src/core/pipeline/analyze.ts';

/** Shortest time in milliseconds of some runs: what else the machine does can only make a run longer. */
export function best(runs: number, work: () => void): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) shortest = Math.min(shortest, timed(work));
  return shortest;
}

/**
 * Shortest time of a run while the time given lasts, in milliseconds both; of one run at least. Systems that are given
 * the same time are equally warm, however long their runs take.
 */
export function bestWithin(time: number, work: () => void): number {
  const until = performance.now() + time;
  let shortest = timed(work);
  while (performance.now() < until) shortest = Math.min(shortest, timed(work));
  return shortest;
}

/** Milliseconds that the work takes. */
export function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** Milliseconds of processor time that the work takes: what else the machine does makes it little longer. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The value below which lies the given share of the values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** Milliseconds of each stage of one analysis. */
export function stageTimes(text: string, options: AnalyzeOptions): Map<Stage, number> {
  const times = new Map<Stage, number>();
  let stage: Stage | undefined;
  let began = 0;
  const end = () => {
    const now = performance.now();
    if (stage) times.set(stage, now - began);
    began = now;
  };
  const onStage = (next: Stage) => {
    end();
    stage = next;
  };
  for (const _ of analyzeSteps(text, { ...options, onStage }));
  end();
  return times;
}

/** The longest time between two yields of one analysis, in milliseconds, the stage it was in, and the whole time. */
export function longestStep(text: string, options: AnalyzeOptions): { ms: number; stage: Stage; total: number } {
  let longest: { ms: number; stage: Stage } = { ms: 0, stage: 'layout' };
  let stage: Stage = 'layout';
  const began = performance.now();
  let last = began;
  const steps = analyzeSteps(text, {
    ...options,
    onStage: (next) => {
      stage = next;
    },
  });
  for (let done = false; !done; ) {
    done = steps.next().done === true;
    const now = performance.now();
    if (now - last > longest.ms) longest = { ms: now - last, stage };
    last = now;
  }
  return { ...longest, total: last - began };
}

/** Bytes that an analysis holds at most while it runs, and what result and cache hold after it. */
export interface Memory {
  readonly peak: number;
  readonly kept: number;
}

/** Memory of one analysis, sampled some forty times. Meant for a process that does nothing else. */
export function memoryOf(text: string, options: AnalyzeOptions): Memory {
  const { cache, ...others } = options;
  const pause = timed(() => drain(text, others)) / 40;
  const before = liveBytes();
  const steps = analyzeSteps(text, options);
  let peak = 0;
  let sampled = performance.now();
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    if (performance.now() - sampled < pause) continue;
    peak = Math.max(peak, liveBytes(1) - before);
    sampled = performance.now();
  }
  const kept = liveBytes() - before;
  // Used after the last measurement, so that result and cache are alive until then.
  keptAlive.push(step.value, cache);
  keptAlive.length = 0;
  return { peak: Math.max(peak, kept), kept };
}

const keptAlive: unknown[] = [];

function drain(text: string, options: AnalyzeOptions): void {
  for (const _ of analyzeSteps(text, options));
}

/** Several collections, as the first ones only find what holds other things. */
function liveBytes(collections = 3): number {
  for (let i = 0; i < collections; i++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
