/**
 * Work kept from one analysis of an article to the next. A stage asks for the result of a piece of work by a key that
 * holds everything the work depends on (the paragraph's text and the context that matters), so a result from the cache
 * equals one made anew, and the incremental analysis equals the full one by construction.
 */
export interface Cache {
  /** The result kept under `key` by the stage named `stage`, or what `make` returns, kept from now on. */
  get<V>(stage: string, key: string, make: () => V): V;
  /** Ends a pass: what it did not ask for is forgotten, so the cache never holds more than one article's worth. */
  sweep(): void;
}

/** An empty cache for one article. */
export function createCache(): Cache {
  let old = new Map<string, Map<string, unknown>>();
  let current = new Map<string, Map<string, unknown>>();
  return {
    get<V>(stage: string, key: string, make: () => V): V {
      const kept = entriesOf(current, stage);
      if (kept.has(key)) return kept.get(key) as V;
      const before = old.get(stage);
      const value = before?.has(key) ? (before.get(key) as V) : make();
      kept.set(key, value);
      return value;
    },
    sweep() {
      old = current;
      current = new Map();
    },
  };
}

function entriesOf(generation: Map<string, Map<string, unknown>>, stage: string): Map<string, unknown> {
  let entries = generation.get(stage);
  if (!entries) {
    entries = new Map();
    generation.set(stage, entries);
  }
  return entries;
}
