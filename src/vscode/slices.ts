/**
 * Runs steps in slices between which the host serves everyone else; gives their result, or `undefined` once they are
 * stale. A slice ends with the first step that ends after {@link SLICE}, so steps must be much shorter than that.
 */
export async function inSlices<T>(steps: Iterator<void, T>, stale: () => boolean): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await others();
    if (stale()) return undefined;
  }
}

/** Milliseconds of work at a time: half a frame, as the host is shared with every other extension. */
const SLICE = 8;

/** Lets everything that waits run. A timer would do, but costs milliseconds where timers are nested. */
const others: () => Promise<void> =
  typeof setImmediate === 'function'
    ? () => new Promise((resolve) => setImmediate(resolve))
    : () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            port1.close();
            resolve();
          });
          port1.start();
          port2.postMessage(undefined);
        });
