import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { STORY } from '../support/story.ts';
import { hoverAt, openArticle, withSetting } from './support.ts';

describe('hovers', () => {
  it('2 tell who says a quote, what it is, how long, where and why', async () => {
    const { document } = await openArticle(STORY);
    const [hover] = await hoverAt(document, 'We have carried');
    const lines = textOf(hover);
    assert.equal(lines[0], 'Thomas Okafor · Direct quote · 19 words');
    assert.equal(lines.includes('From the name “Thomas Okafor”: “said Thomas Okafor”'), true, lines.join('\n'));
    assert.equal(lines.includes('Section: Wages and Working Hours'), true, lines.join('\n'));
  });

  it('2 offer the way to the speaker’s other quotes, corrections and a citation', async () => {
    const { document } = await openArticle(STORY);
    const [hover] = await hoverAt(document, 'We have carried');
    assert.deepEqual(commandsOf(hover), [
      'articleLens.previousQuoteBySpeaker',
      'articleLens.nextQuoteBySpeaker',
      'articleLens.changeSpeaker',
      'articleLens.notAQuote',
      'articleLens.copyCitation',
    ]);
  });

  it('3 tell the parts of a statement', async () => {
    const { document } = await openArticle(STORY);
    const [hover] = await hoverAt(document, 'I am ready');
    assert.equal(
      textOf(hover).some((line) => /^Part 1 of 2 of a statement of \d+ words$/.test(line)),
      true,
    );
  });

  it('4 mark a speaker who is known from a pronoun', async () => {
    const { document } = await openArticle(STORY);
    const [hover] = await hoverAt(document, 'I am ready');
    assert.equal(textOf(hover).includes('From the pronoun “she”: “she said”'), true);
  });

  it('6 tell an entity’s type, mentions and other spellings, with its actions', async () => {
    const { document } = await openArticle(STORY);
    const [hover] = await hoverAt(document, 'Okafor called');
    const lines = textOf(hover);
    assert.equal(lines[0], 'Thomas Okafor · Person');
    assert.match(lines[1] ?? '', /^4 mentions/);
    assert.match(lines[2] ?? '', /^Also: .*Okafor/);
    assert.deepEqual(commandsOf(hover), [
      'articleLens.previousMention',
      'articleLens.nextMention',
      'articleLens.changeLabel',
      'articleLens.notAnEntity',
      'articleLens.renameEntity',
      'articleLens.mergeEntities',
    ]);
  });

  it('list every layer under the pointer', async () => {
    const { document } = await openArticle(STORY);
    const hovers = await hoverAt(document, 'Okafor, I am sure');
    assert.deepEqual(
      hovers.map((hover) => /· (Person|Direct quote)/.exec(textOf(hover)[0] ?? '')?.[1]),
      ['Person', 'Direct quote'],
    );
  });

  it('can be switched off', async () => {
    const { document } = await openArticle(STORY);
    await withSetting('hover.show', false, async () =>
      assert.deepEqual(await hoverAt(document, 'We have carried'), []),
    );
  });

  describe('20 show text from an article as nothing but text:', () => {
    const hostile = [
      '[click me](command:workbench.action.quit)',
      '<img src=x onerror=alert(1)><b>bold</b>',
      '![](https://example.org/x.png) https://example.org www.example.org',
      '`code` **bold** _it_ ~~no~~ # head $(zap) &lt; \\[x](y)',
      'a) [b](command:articleLens.reveal?%5B%5D "t")',
    ];
    for (const words of hostile) {
      it(words, async () => {
        const { document } = await openArticle(
          `“It is as they said ${words} for all of us here,” said Anna ${words} Berg.\n`,
        );
        const hovers = await hoverAt(document, 'as they said');
        assert.equal(hovers.length > 0, true);
        for (const hover of hovers) assertHarmless(hover);
      });
    }
  });

  it('20 lead to our own commands only, whatever the file is called', async () => {
    const uri = vscode.Uri.parse('untitled:/a)](command:x)%20"\'(b.txt');
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), STORY));
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    const [hover] = await hoverAt(document, 'We have carried');
    assertHarmless(hover);
    assert.equal(commandsOf(hover).length, 5);
  });
});

/** The lines of a hover as they are read: links by their words, escapes undone. */
function textOf(hover: vscode.MarkdownString | undefined): readonly string[] {
  return (hover?.value ?? '')
    .split('  \n')
    .map((line) => line.replace(/^\*\*|\*\*(?= ·)/g, '').replace(/\\([!-/:-@[-`{-~])/g, '$1'));
}

function commandsOf(hover: vscode.MarkdownString | undefined): readonly string[] {
  return [...(hover?.value ?? '').matchAll(/\]\(command:([\w.]+)\?/g)].map(([, command]) => command ?? '');
}

/** Without our own links and the bold title, every mark that could mean anything has a backslash before it. */
function assertHarmless(hover: vscode.MarkdownString | undefined): void {
  const value = hover?.value ?? '';
  const rest = value
    .replace(/\[(?:\\.|[^\\\]])*\]\(command:articleLens\.\w+\?[\w%.~!*'-]*\)/g, '')
    .replace(/^\*\*((?:\\.|[^\\*])*)\*\*/, '$1')
    .replaceAll(' | ', ' ')
    .replace(/\\[!-/:-@[-`{-~]/g, '');
  assert.equal(/[!-/:-@[-`{-~]/.test(rest), false, rest);
  assert.notEqual(hover?.isTrusted, true);
  const { enabledCommands = [] } = Object(hover?.isTrusted) as { enabledCommands?: readonly string[] };
  assert.equal(
    enabledCommands.every((command) => command.startsWith('articleLens.')),
    true,
  );
  assert.equal(Boolean(hover?.supportHtml), false);
}
