import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Analysis } from '../../src/core/model.ts';
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
  const api: Api = await vscode.extensions.getExtension('article-lens.article-lens')?.activate();
  const analysis = await api.analysis(document);
  assert.ok(analysis, 'the document is an article');
  return analysis;
}
