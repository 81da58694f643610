import { Passage } from './passage.ts';

/**
 * Work kept from one analysis of an article to the next. Work on a paragraph is kept with its passage, other work under
 * a key that holds everything it depends on; so a result from the cache equals one made anew, and the incremental
 * analysis equals the full one by construction.
 */
export interface Cache {
  /** A passage of the article with nothing known of it. */
  passage(text: string): Passage;
  /** A passage joined from others of the article. */
  joined(text: string): Passage;
  /** The result kept under `key` by the stage named `stage`, or what `make` returns, kept from now on. */
  get<V>(stage: string, key: string, make: () => V): V;
  /** What the stage last kept of its work on the whole article. It must see for itself how much of that still holds. */
  recall<V>(stage: string): V | undefined;
  keep<V>(stage: string, value: V): void;
  /** Ends a pass: what it did not ask for is forgotten, so the cache never holds more than one article's worth. */
  sweep(): void;
}

/** An empty cache for one article. */
export function createCache(): Cache {
  let count = 0;
  const passage = (text: string) => new Passage(text, count++);
  let old = new Map<string, Map<string, unknown>>();
  let current = new Map<string, Map<string, unknown>>();
  const get = <V>(stage: string, key: string, make: () => V): V => {
    const entries = entriesOf(current, stage);
    if (entries.has(key)) return entries.get(key) as V;
    const before = old.get(stage);
    const value = before?.has(key) ? (before.get(key) as V) : make();
    entries.set(key, value);
    return value;
  };
  const kept = new Map<string, unknown>();
  return {
    get,
    recall: <V>(stage: string) => kept.get(stage) as V | undefined,
    keep: (stage, value) => kept.set(stage, value),
    passage,
    joined: (text) => get('joined', text, () => passage(text)),
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
