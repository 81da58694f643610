import {
  Range,
  Selection,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Span } from '../core/model.ts';
import type { TextChange } from '../core/text/change.ts';
import type { Target } from '../core/view/tree.ts';

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

/**
 * What a command is to act on: it may be called with a target or with a row of the tree, but also by anyone with
 * anything.
 */
export function asTarget(argument: unknown): Target | undefined {
  const row = Object(argument) as { readonly target?: unknown };
  const { uri, start, end } = Object(row.target ?? argument) as Partial<Record<keyof Target, unknown>>;
  return typeof uri === 'string' && typeof start === 'number' && typeof end === 'number'
    ? { uri, start, end }
    : undefined;
}

/** The document that a target is in, opened if need be. */
export function documentOf({ uri }: Target): Thenable<TextDocument> {
  return workspace.openTextDocument(Uri.parse(uri));
}

/** Shows the target's text with the cursor at its start; without a target gives the active editor as it is. */
export async function openTarget(target: Target | undefined): Promise<TextEditor | undefined> {
  if (!target) return window.activeTextEditor;
  const document = await documentOf(target);
  const open = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, open?.viewColumn ? { viewColumn: open.viewColumn } : {});
  showSpan(editor, target);
  return editor;
}

/** Puts the cursor at the start of a span and scrolls it into view. */
export function showSpan(editor: TextEditor, span: Span): void {
  const range = toRange(editor.document, span);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
