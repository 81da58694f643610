import { type Position, Range, type TextDocument, type TextDocumentChangeEvent } from 'vscode';
import type { Span } from '../core/model.ts';
import type { TextChange } from '../core/text/change.ts';

/** A span as lines and columns of the document as it is now. Offsets outside it are moved to its edges. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** The offsets of a range. */
export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The edits of a change event, in the order in which they are to be applied. */
export function toChanges({ contentChanges }: TextDocumentChangeEvent): readonly TextChange[] {
  return contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
    start: rangeOffset,
    end: rangeOffset + rangeLength,
    length: text.length,
  }));
}

/** A stretch of an article as a command's argument; survives JSON, so that links and menus can carry it. */
export interface Target extends Span {
  readonly uri: string;
}

/** The target that a command was given, if it is one: commands may be called by anyone with anything. */
export function asTarget(argument: unknown): Target | undefined {
  const { uri, start, end } = Object(argument) as Partial<Record<keyof Target, unknown>>;
  return typeof uri === 'string' && typeof start === 'number' && typeof end === 'number'
    ? { uri, start, end }
    : undefined;
}

/** The cursor as an offset. */
export function cursorOf(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}
