import type { Span } from '../model.ts';
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
    const kept = this.#kept[stage] as Found<V> | undefined;
    if (kept && isSame(kept.context, context)) return kept.value;
    const value = make();
    this.#kept[stage] = { context, value } satisfies Found<V>;
    return value;
  }
}

/** The passage's tokens and sentences. */
export function proseIn(passage: Passage): Prose {
  return passage.alone('prose', () => readProse(passage.text));
}

interface Found<V> {
  readonly context: readonly unknown[];
  readonly value: V;
}

/** The passages of an article from one analysis to the next. */
export class Passages {
  #last: readonly Passage[] = [];
  #count = 0;

  /** The passages at these spans of the text: those of the last time where the text is the same. */
  *at(text: string, spans: readonly Span[]): Steps<readonly Passage[]> {
    const last = this.#last;
    const most = Math.min(last.length, spans.length);
    const passages: Passage[] = [];
    for (let i = 0; i < most && isAt(text, spans[i]!, last[i]!); i++) {
      passages.push(last[i]!);
      if (i % PAUSE === 0) yield;
    }
    const first = passages.length;
    let same = 0;
    while (same < most - first && isAt(text, spans[spans.length - 1 - same]!, last[last.length - 1 - same]!)) {
      if (++same % PAUSE === 0) yield;
    }
    const known = new Map<string, Passage>();
    for (let i = first; i < last.length - same; i++) known.set(last[i]!.text, last[i]!);
    for (let i = first; i < spans.length - same; i++) {
      passages.push(this.#passage(text.slice(spans[i]!.start, spans[i]!.end), known));
      if (i % PAUSE === 0) yield;
    }
    for (let i = last.length - same; i < last.length; i++) passages.push(last[i]!);
    this.#last = passages;
    return passages;
  }

  #passage(text: string, known: Map<string, Passage>): Passage {
    const before = known.get(text);
    if (before) return before;
    const passage = this.create(text);
    known.set(passage.text, passage);
    return passage;
  }

  /** A passage with nothing known of it. */
  create(text: string): Passage {
    return new Passage(text, this.#count++);
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let i = 0; i < b.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

/** So many passages are looked up in one step. */
const PAUSE = 256;

function isAt(text: string, { start, end }: Span, passage: Passage): boolean {
  return end - start === passage.text.length && text.startsWith(passage.text, start);
}

/** A slice of a text holds the whole text in memory; a slice of the slice put into a new text holds that one only. */
function copyOf(text: string): string {
  return `${text} `.slice(0, -1);
}
