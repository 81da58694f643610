import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { STORY } from '../support/story.ts';
import { behindCursor, eventually, openArticle, placeCursor, withSetting } from './support.ts';

describe('moving', () => {
  /** Puts the cursor before `from`, runs the command, and expects the cursor before `to`. */
  const check = async (command: string, from: string, to: string) => {
    const editor = await openArticle(STORY);
    placeCursor(editor, from);
    await vscode.commands.executeCommand(`articleLens.${command}`);
    await eventually(() => assert.equal(behindCursor(editor).slice(0, to.length), to));
  };
  const cases: readonly (readonly [command: string, from: string, to: string])[] = [
    ['nextQuote', 'In a long', '“today”'],
    ['previousQuote', 'Wages', '“patience'],
    ['nextQuote', '“Some of', '‘Today’'],
    ['previousQuote', 'Mayor Ready', '“Some of'],
    ['nextSection', 'Okafor called', 'Ships Off'],
    ['nextSection', 'Ships Off', 'Mayor Ready'],
    ['previousSection', 'Ships Off', 'Wages and'],
    ['nextMention', 'Thomas Okafor, who', 'Okafor called'],
    ['previousMention', 'Okafor called', 'Thomas Okafor, who'],
    ['nextMention', 'Lisbon for', 'Lisbon.'],
    ['nextMention', 'Lisbon.', 'Lisbon for'],
    ['nextQuoteBySpeaker', '“We have carried', '“an insult'],
    ['nextQuoteBySpeaker', '“an insult', '“We have carried'],
    ['nextAnnotation', 'Ships Off', 'Laura Benedetti said'],
    ['previousAnnotation', 'Laura Benedetti said', 'Ships Off'],
  ];
  for (const [command, from, to] of cases)
    it(`12 ${command} from “${from}” leads to “${to}”`, () => check(command, from, to));

  it('12 stops at the end if the setting says so', () =>
    withSetting('moving.wrap', false, () => check('nextQuote', '“Some of', '“Some of')));

  it('does nothing where there is nothing to go to', async () => {
    const editor = await openArticle('No findings here, only a line.\n');
    placeCursor(editor, 'here');
    await vscode.commands.executeCommand('articleLens.nextMention');
    assert.equal(behindCursor(editor), 'here, only a line.');
  });

  it('reveals a target and nothing else', async () => {
    const { document } = await openArticle(STORY);
    await vscode.commands.executeCommand('articleLens.reveal', { uri: document.uri.toString(), start: 6, end: 9 });
    assert.equal(vscode.window.activeTextEditor?.selection.active.character, 6);
    for (const nonsense of [undefined, null, 7, 'x', { uri: 3 }, []]) {
      await vscode.commands.executeCommand('articleLens.reveal', nonsense);
    }
    assert.equal(vscode.window.activeTextEditor?.selection.active.character, 6);
  });
});
