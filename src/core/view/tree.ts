import type { Span } from '../model.ts';

/** A stretch of an article as a command's argument; survives JSON, so that links and menus can carry it. */
export interface Target extends Span {
  readonly uri: string;
}

/** A row of the sidebar's tree: plain text and names of icons, for any editor. */
export interface TreeNode {
  /** The same for the same thing in the next analysis, so that it stays open and selected. Starts with its parent's. */
  readonly id: string;
  readonly label: string;
  /** Stretch of the label to stress. */
  readonly stress?: Span;
  /** Stands dimmed after the label: a count, a section, a speaker. */
  readonly description?: string;
  /** How many findings the row stands for, if it is sorted by that. */
  readonly count?: number;
  readonly tooltip?: string;
  /** Name of a product icon, and of our theme colour for it. */
  readonly icon?: string;
  readonly color?: string;
  /** What menus go by: 'quote', 'entity' … */
  readonly context?: string;
  /** Where a click leads to; what commands on the row act on. */
  readonly target?: Target;
  readonly expanded?: boolean;
  /** Makes the rows below it, when they are first asked for. */
  readonly children?: () => readonly TreeNode[];
  /** Whether a row below it stands for the span; goes with `children`. */
  readonly holds?: (span: Span) => boolean;
}

/** The rows that lead to a span's row, from the root down; empty if no row stands for it. Makes no other rows. */
export function pathTo(rows: readonly TreeNode[], span: Span): readonly TreeNode[] {
  for (const row of rows) {
    const below = row.holds?.(span) ? pathTo(row.children?.() ?? [], span) : [];
    if (below.length > 0 || (row.target && sameSpan(row.target, span))) return [row, ...below];
  }
  return [];
}

/** Whether two spans are the same stretch. */
export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
