import type { Entity } from '../../model.ts';
import type { Passage } from '../passage.ts';
import type { Steps } from '../steps.ts';
import type { Parts } from './parts.ts';

/** An article as it was: its paragraphs and whom their names stood for. */
export interface Before {
  readonly passages: readonly Passage[];
  readonly parts: Omit<Parts, 'blocks'>;
  readonly entities: readonly Entity[];
}

/** The article as it is, to be compared with later. */
export function asBefore({ blocks, ...parts }: Parts, entities: readonly Entity[]): Before {
  return {
    passages: blocks.map((block) => block.passage),
    parts,
    entities,
  };
}

/** Which paragraphs are as they were, with their quotes and names: those in front of `first` and those from `rest` on. */
export interface Takeover {
  readonly first: number;
  readonly rest: number;
  /** How much higher the numbers of the paragraphs from `rest` on are now. */
  readonly shift: number;
}

/** Nothing is as it was. */
export const NOTHING: Takeover = { first: 0, rest: Number.POSITIVE_INFINITY, shift: 0 };

/** Paragraphs compared in one step. */
const PAUSE = 1024;

/** Compares the article with what it was. */
export function* compare(before: Before, parts: Parts, entities: readonly Entity[]): Steps<Takeover> {
  const sides: Sides = { before, parts, old: oldNumbers(before.entities, entities) };
  const count = parts.blocks.length;
  const most = Math.min(before.passages.length, count);
  let first = 0;
  for (; first < most && isSame(sides, first, first); first++) if (first % PAUSE === 0) yield;
  const shift = count - before.passages.length;
  let rest = count;
  for (; count - rest < most - first && isSame(sides, rest - 1, rest - 1 - shift); rest--)
    if (rest % PAUSE === 0) yield;
  return { first, rest, shift };
}

interface Sides {
  readonly before: Before;
  readonly parts: Parts;
  /** For each entity its number before, -1 if it is new or has another name. */
  readonly old: Int32Array;
}

function oldNumbers(before: readonly Entity[], entities: readonly Entity[]): Int32Array {
  const numbers = new Int32Array(entities.length).fill(-1);
  const byId = new Map<string, number>();
  for (let e = 0; e < entities.length; e++) {
    const { id, label, name } = entities[e]!;
    // Mostly they are the same one by one; only where they are not, they are looked up.
    let place = before[e]?.id === id ? e : -1;
    if (place < 0) {
      if (byId.size === 0) for (let i = 0; i < before.length; i++) byId.set(before[i]!.id, i);
      place = byId.get(id) ?? -1;
    }
    if (place >= 0 && before[place]!.name === name && before[place]!.label === label) numbers[e] = place;
  }
  return numbers;
}

/** Whether paragraph `i` is the same as paragraph `k` was, with the same quotes and names at the same places in it. */
function isSame({ before, parts, old }: Sides, i: number, k: number): boolean {
  if (parts.blocks[i]!.passage !== before.passages[k]) return false;
  const was = before.parts;
  const q = parts.firstQuote[i]!;
  const n = parts.firstName[i]!;
  const quotes = parts.firstQuote[i + 1]! - q;
  const names = parts.firstName[i + 1]! - n;
  const oldQ = was.firstQuote[k]!;
  const oldN = was.firstName[k]!;
  if (was.firstQuote[k + 1]! - oldQ !== quotes || was.firstName[k + 1]! - oldN !== names) return false;
  const moved = parts.offsets[i]! - was.offsets[k]!;
  for (let j = 0; j < quotes; j++) {
    if (parts.quotes.kinds[q + j] !== was.quotes.kinds[oldQ + j]) return false;
    if (parts.quotes.starts[q + j] !== was.quotes.starts[oldQ + j]! + moved) return false;
    if (parts.quotes.ends[q + j] !== was.quotes.ends[oldQ + j]! + moved) return false;
  }
  for (let j = 0; j < names; j++) {
    if (old[parts.names.entities[n + j]!] !== was.names.entities[oldN + j]) return false;
    if (parts.names.starts[n + j] !== was.names.starts[oldN + j]! + moved) return false;
    if (parts.names.ends[n + j] !== was.names.ends[oldN + j]! + moved) return false;
  }
  return true;
}
