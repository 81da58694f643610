/**
 * Work in steps: a generator that yields whenever it may be interrupted (after each paragraph, say) and returns its
 * result. The editor runs the steps in slices between key strokes; the command runs them in one go.
 */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps at once and returns their result. */
export function run<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Makes a function that is told of each bit of work, in a unit that is the caller's, and tells when as much as `budget`
 * has been done since it last did: time to yield.
 */
export function pacer(budget: number): (work?: number) => boolean {
  let left = budget;
  return (work = 1) => {
    left -= work;
    if (left > 0) return false;
    left = budget;
    return true;
  };
}
