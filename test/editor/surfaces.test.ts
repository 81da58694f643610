import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { STORY } from '../support/story.ts';
import { eventually, openArticle, placeCursor, positionOf, withSetting } from './support.ts';

const run = vscode.commands.executeCommand;

describe('VS Code’s own surfaces', () => {
  it('13 lists the sections in the outline', async () => {
    const { document } = await openArticle(STORY);
    const [whole] = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.match(whole?.name ?? '', /^Mayor Ready/);
    assert.deepEqual(
      whole?.children.map(({ name }) => name),
      ['Wages and Working Hours', 'Ships Off the Coast'],
    );
  });

  it('13 folds the sections', async () => {
    const { document } = await openArticle(STORY);
    const ranges = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const wages = positionOf(document, 'Wages and').line;
    const ships = positionOf(document, 'Ships Off').line;
    assert.equal(ranges.find(({ start }) => start === wages)?.end, ships - 1);
  });

  it('13 lights up all mentions of the entity under the cursor', async () => {
    const { document } = await openArticle(STORY);
    const position = positionOf(document, 'Lisbon');
    const highlights = await run<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      position,
    );
    assert.deepEqual(
      highlights.map(({ range }) => document.getText(range)),
      ['Lisbon', 'Lisbon'],
    );
  });

  it('13 finds all references of an entity', async () => {
    const { document } = await openArticle(STORY);
    const position = positionOf(document, 'Okafor called');
    const locations = await run<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, position);
    const words = locations.map(({ range }) => document.getText(range));
    assert.deepEqual(words.filter((word) => word.endsWith('Okafor')).length, 4);
  });

  it('13 goes to the first full naming', async () => {
    const { document } = await openArticle(STORY);
    const position = positionOf(document, 'Benedetti, 58');
    const [definition] = await run<vscode.Location[]>('vscode.executeDefinitionProvider', document.uri, position);
    assert.equal(definition?.range.start.isEqual(positionOf(document, 'Laura Benedetti')), true);
  });

  it('renames an entity everywhere in the text, and one undo takes it back', async () => {
    const editor = await openArticle(STORY);
    const { document } = editor;
    const position = positionOf(document, 'Thomas Okafor');
    const edit = await run<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      'Tom Adeyemi',
    );
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText().includes('Okafor'), false);
    assert.equal(document.getText().split('Tom Adeyemi').length, 3);
    assert.equal(document.getText().includes('\nAdeyemi called'), true);
    await run('undo');
    await eventually(() => assert.equal(document.getText(), STORY));
  });

  it('renames nothing where no name is', async () => {
    const { document } = await openArticle(STORY);
    const position = positionOf(document, 'patience');
    await assert.rejects(async () => run('vscode.executeDocumentRenameProvider', document.uri, position, 'x'));
  });

  it('shows the speaker behind a pronoun only when asked to', async () => {
    const { document } = await openArticle(STORY);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = () => run<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    assert.deepEqual(await hints(), []);
    await withSetting('inlayHints.speakers', true, async () => {
      const shown = await hints();
      assert.equal(
        shown.some(({ label, position }) => label === '= Laura Benedetti' && isBehind(document, position, 'she')),
        true,
      );
    });
  });

  it('shows a section’s figures above its heading only when asked to', async () => {
    const { document } = await openArticle(STORY);
    const lenses = () => run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    assert.deepEqual(await lenses(), []);
    await withSetting('codeLens.sections', true, async () => {
      const line = positionOf(document, 'Wages and').line;
      const titles = (await lenses())
        .filter(({ range }) => range.start.line === line)
        .map(({ command }) => command?.title);
      assert.match(titles[0] ?? '', /^\d+ words · 2 quotes · \d+ entities$/);
      assert.equal(titles[1], 'Copy Quotes');
    });
  });

  it('copies a quote as a citation', async () => {
    const editor = await openArticle(STORY);
    placeCursor(editor, 'We have carried');
    await run('articleLens.copyCitation');
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^“We have carried .*promises,” — Thomas Okafor, “Mayor Ready .* Ends”, Untitled/);
  });

  it('copies the quotes of a section', async () => {
    const editor = await openArticle(STORY);
    placeCursor(editor, 'The dockers in');
    await run('articleLens.copyQuotesOfSection');
    const lines = (await vscode.env.clipboard.readText()).split('\n');
    assert.deepEqual(
      lines.map((line) => line.slice(0, 12)),
      ['Wages and Wo', '- “We have c', '- “an insult', ''],
    );
  });
});

function isBehind(document: vscode.TextDocument, position: vscode.Position, word: string): boolean {
  return document.getText(new vscode.Range(position.translate(0, -word.length), position)) === word;
}
