import type { Span } from '../../../src/core/model.ts';

/** A text that knows of each character where it comes from. */
export interface Tracked {
  readonly text: string;
  /** Offset in the first version; -1 for what was written later; from {@link COPY} on for copies. */
  readonly origins: readonly number[];
}

/** Added to the origin of a character that was copied. */
export const COPY = 1e9;

export function tracked(text: string): Tracked {
  return { text, origins: Array.from({ length: text.length }, (_, i) => i) };
}

export function slice({ text, origins }: Tracked, { start, end }: Span): Tracked {
  return { text: text.slice(start, end), origins: origins.slice(start, end) };
}

export function join(...parts: readonly Tracked[]): Tracked {
  return { text: parts.map((part) => part.text).join(''), origins: parts.flatMap((part) => part.origins) };
}

export function written(text: string): Tracked {
  return { text, origins: new Array<number>(text.length).fill(-1) };
}

export function copied({ text, origins }: Tracked): Tracked {
  return { text, origins: origins.map((origin) => (origin < 0 || origin >= COPY ? origin : origin + COPY)) };
}

/** The text with the span replaced. */
export function replace(whole: Tracked, { start, end }: Span, by: Tracked): Tracked {
  return join(slice(whole, { start: 0, end: start }), by, slice(whole, { start: end, end: whole.text.length }));
}

/** Where a span of the first version is now. */
export interface Whereabouts {
  /** `exists`: at least half of its characters, close together; `torn`: as many, far apart; `gone`: fewer. */
  readonly state: 'exists' | 'torn' | 'gone';
  /** The characters that are left, with the hull around them. */
  readonly left: readonly number[];
  readonly hull: Span;
}

/** Looks for the span's own characters; if most are gone but a copy of them is left, for the copy's. */
export function whereabouts({ origins }: Tracked, span: Span): Whereabouts {
  const length = span.end - span.start;
  const own: number[] = [];
  const copy: number[] = [];
  for (const [i, origin] of origins.entries()) {
    if (origin >= span.start && origin < span.end) own.push(i);
    else if (origin >= COPY + span.start && origin < COPY + span.end) copy.push(i);
  }
  const left = own.length * 2 < length && copy.length * 2 >= length ? copy : own;
  const hull = left.length > 0 ? { start: left[0]!, end: left.at(-1)! + 1 } : { start: 0, end: 0 };
  if (left.length * 2 < length) return { state: 'gone', left, hull };
  return { state: hull.end - hull.start > 2 * left.length ? 'torn' : 'exists', left, hull };
}
