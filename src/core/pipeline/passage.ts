import { type Prose, readProse } from '../text/sentences.ts';
import type { Steps } from './steps.ts';

/**
 * A stretch of an article's text with what was found out about it. The passage itself is the key of that work: while
 * the text around it changes, it stays the same object, so asking again costs next to nothing.
 */
export class Passage {
  /** A copy, so that it does not hold the whole text it was cut from. */
  readonly text: string;
  /** Its number among the passages of its cache: stands for its text in keys made of several passages. */
  readonly id: number;
  readonly #kept: Record<string, unknown> = {};

  constructor(text: string, id: number) {
    this.text = copyOf(text);
    this.id = id;
  }

  /** What the stage found out from the text alone, or what `make` returns, kept from now on. */
  alone<V>(stage: string, make: () => V): V {
    let value = this.#kept[stage] as V | undefined;
    if (value === undefined) {
      value = make();
      this.#kept[stage] = value;
    }
    return value;
  }

  /** The same for what depends on the text and on `context`: all else it depends on. Only the last one is kept. */
  within<V>(stage: string, context: readonly unknown[], make: () => V): V {
    const kept = this.#keptWithin<V>(stage, context);
    return kept ? kept.value : this.#keep(stage, context, make());
  }

  /** The same for work in steps. */
  *withinSteps<V>(stage: string, context: readonly unknown[], make: () => Steps<V>): Steps<V> {
    const kept = this.#keptWithin<V>(stage, context);
    return kept ? kept.value : this.#keep(stage, context, yield* make());
  }

  #keptWithin<V>(stage: string, context: readonly unknown[]): Found<V> | undefined {
    const kept = this.#kept[stage] as Found<V> | undefined;
    return kept && isWithin(kept, context) ? kept : undefined;
  }

  #keep<V>(stage: string, context: readonly unknown[], value: V): V {
    const found: Found<V> = context.length === 1 ? { only: context[0], value } : { all: context, value };
    this.#kept[stage] = found;
    return value;
  }
}

/** The passage's tokens and sentences. */
export function proseIn(passage: Passage): Prose {
  return passage.alone('prose', () => readProse(passage.text));
}

/** A value with its context: most contexts are of one thing, and a list for each would be most of what is kept. */
type Found<V> =
  | { readonly only: unknown; readonly all?: undefined; readonly value: V }
  | { readonly all: readonly unknown[]; readonly value: V };

function isWithin(found: Found<unknown>, context: readonly unknown[]): boolean {
  if (!found.all) return context.length === 1 && found.only === context[0];
  if (found.all.length !== context.length) return false;
  for (let i = 0; i < context.length; i++) if (found.all[i] !== context[i]) return false;
  return true;
}

/**
 * A copy of a slice, to be kept: the slice holds the whole text in memory, a slice of it put into a new text holds that
 * one only.
 */
export function copyOf(text: string): string {
  return `${text} `.slice(0, -1);
}
