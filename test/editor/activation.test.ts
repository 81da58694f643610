import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('happens when a plain-text document opens', async () => {
    await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'Nothing here yet.' });
    const extension = vscode.extensions.getExtension('article-lens.article-lens');
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });
});
