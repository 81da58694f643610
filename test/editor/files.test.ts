import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { STORY } from '../support/story.ts';
import { analysisOf, findAnalysis } from './support.ts';

describe('files of the folder', () => {
  it('a book of 10 MB leaves an article that is opened after it its turn', async () => {
    await openFile('book.txt', `${STORY}\n`.repeat(Math.ceil(10_000_000 / STORY.length)));
    const article = await openFile('story.txt', STORY);
    assert.ok((await analysisOf(article)).quotes.length > 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('a binary file in the guise of an article does no harm', async () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256);
    await vscode.workspace.fs.writeFile(placeOf('photo.txt'), bytes);
    const document = await vscode.workspace.openTextDocument(placeOf('photo.txt')).then(undefined, () => undefined);
    const analysis = document && (await findAnalysis(document));
    assert.deepEqual(analysis?.quotes ?? [], []);
  });

  it('a file deleted while it is open keeps its findings', async () => {
    const document = await openFile('gone.txt', STORY);
    const before = await analysisOf(document);
    await vscode.workspace.fs.delete(placeOf('gone.txt'));
    assert.deepEqual(await analysisOf(document), before);
  });

  it('a file that another program writes is read anew', async () => {
    const document = await openFile('shared.txt', 'Nothing is said here.\n');
    assert.equal((await analysisOf(document)).quotes.length, 0);
    const changed = new Promise((resolve) => {
      vscode.workspace.onDidChangeTextDocument((event) => event.document === document && resolve(undefined));
    });
    await vscode.workspace.fs.writeFile(placeOf('shared.txt'), new TextEncoder().encode(STORY));
    await changed;
    assert.ok((await analysisOf(document)).quotes.length > 0);
  });
});

function placeOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file into the folder and opens it in the editor. */
async function openFile(name: string, text: string): Promise<vscode.TextDocument> {
  await vscode.workspace.fs.writeFile(placeOf(name), new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(placeOf(name));
  await vscode.window.showTextDocument(document);
  return document;
}
