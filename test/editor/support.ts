import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Analysis, Span } from '../../src/core/model.ts';
import type { Api } from '../../src/extension.ts';

/** An untitled article in the active editor, analysed. */
export async function openArticle(text: string, language = 'plaintext'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content: text });
  const editor = await vscode.window.showTextDocument(document);
  await analysisOf(document);
  return editor;
}

/** What the extension knows of the document as it is now. */
export async function analysisOf(document: vscode.TextDocument): Promise<Analysis> {
  const analysis = await findAnalysis(document);
  assert.ok(analysis, 'the document is no article');
  return analysis;
}

/** The same for a document that may be no article. */
export async function findAnalysis(document: vscode.TextDocument): Promise<Analysis | undefined> {
  const api: Api = await vscode.extensions.getExtension('article-lens.article-lens')?.activate();
  return api.analysis(document);
}

/** The words of spans. */
export function wordsOf(document: vscode.TextDocument, spans: readonly Span[]): readonly string[] {
  return spans.map(({ start, end }) => document.getText().slice(start, end));
}

/** Where `text` starts; of several the `nth`, counted from 0. */
export function positionOf(document: vscode.TextDocument, text: string, nth = 0): vscode.Position {
  let offset = -1;
  for (let i = 0; i <= nth; i++) offset = document.getText().indexOf(text, offset + 1);
  assert.ok(offset >= 0, `“${text}” is not in the document`);
  return document.positionAt(offset);
}

/** Puts the cursor before `text`. */
export function placeCursor(editor: vscode.TextEditor, text: string, nth = 0): void {
  const position = positionOf(editor.document, text, nth);
  editor.selection = new vscode.Selection(position, position);
}

/** The rest of the line behind the cursor. */
export function behindCursor(editor: vscode.TextEditor): string {
  const { active } = editor.selection;
  return editor.document.lineAt(active.line).text.slice(active.character);
}

/** What the hovers over `text` say, as Markdown. */
export async function hoverAt(document: vscode.TextDocument, text: string): Promise<readonly vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, text),
  );
  return hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
}

/** Gives a setting of ours a value for the time of a test. */
export async function withSetting(name: string, value: unknown, test: () => Promise<void>): Promise<void> {
  const configuration = () => vscode.workspace.getConfiguration('articleLens');
  await configuration().update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await test();
  } finally {
    await configuration().update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

/** Resolves when the event fires next. */
export function once<T>(event: vscode.Event<T>): Promise<T> {
  return new Promise((resolve) => {
    const subscription = event((value) => {
      subscription.dispose();
      resolve(value);
    });
  });
}

/** Repeats `check` until it no longer throws, or throws its last error after a minute. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
