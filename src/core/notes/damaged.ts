import { type Node, parseTree } from 'jsonc-parser';
import type { Json } from './json.ts';

export interface Salvaged {
  /** Records that are whole, of both sides where version control left a conflict. */
  readonly records: readonly Json[];
  /** One line for each record that is not. */
  readonly faults: readonly string[];
}

/** Takes the whole records out of a notes file that is not JSON: cut off, overwritten, or with conflict marks in it. */
export function salvage(text: string): Salvaged {
  const sides = sidesOf(text).map(recordsOf);
  return { records: sides.flatMap((side) => side.records), faults: [...new Set(sides.flatMap((side) => side.faults))] };
}

const OURS = /^<<<<<<< .*\n?/;
const BASE = /^\|\|\|\|\|\|\| .*\n?/;
const OTHERS = /^=======\n?$/;
const END = /^>>>>>>> .*\n?/;

/** The text as each side of a conflict had it; the text itself where there is none. */
function sidesOf(text: string): string[] {
  const sides = { ours: '', others: '' };
  let within: 'both' | 'ours' | 'base' | 'others' = 'both';
  for (const line of text.replace(/\r\n?/g, '\n').split(/(?<=\n)/)) {
    if (OURS.test(line)) within = 'ours';
    else if (within !== 'both' && BASE.test(line)) within = 'base';
    else if (within !== 'both' && OTHERS.test(line)) within = 'others';
    else if (within !== 'both' && END.test(line)) within = 'both';
    else {
      if (within === 'both' || within === 'ours') sides.ours += line;
      if (within === 'both' || within === 'others') sides.others += line;
    }
  }
  return sides.ours === sides.others ? [sides.ours] : [sides.ours, sides.others];
}

function recordsOf(text: string): Salvaged {
  const items = itemsOf(parseTree(text));
  const records: Json[] = [];
  const faults: string[] = [];
  for (const [i, { offset, length }] of items.entries()) {
    try {
      records.push(JSON.parse(text.slice(offset, offset + length)));
    } catch {
      faults.push(`record ${i + 1} cannot be read`);
    }
  }
  if (items.length === 0) faults.push('no records can be read');
  return { records, faults };
}

/** The records of the page, as far as the text can be understood; a page may be cut off anywhere. */
function itemsOf(page: Node | undefined): readonly Node[] {
  const property = page?.children?.find((child) => child.children?.[0]?.value === 'items');
  return property?.children?.[1]?.children ?? [];
}
