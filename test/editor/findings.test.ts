import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { STORY } from '../support/story.ts';
import { analysisOf, eventually, findAnalysis, hoverAt, openArticle, withSetting, wordsOf } from './support.ts';

describe('findings', () => {
  it('1 shows the quotes of an article that is opened, without a command; apostrophes are none', async () => {
    const { document } = await openArticle(STORY);
    const { quotes } = await analysisOf(document);
    const starts = wordsOf(document, quotes).map((words) => words.slice(0, 12));
    assert.deepEqual(starts, [
      '‘Today’',
      '“today”',
      '“I am ready ',
      '“If we sit d',
      '“patience an',
      '“We have car',
      '“an insult”',
      '“Some of the',
    ]);
    assert.equal(quotes[0]?.kind, 'fragment');
  });

  it('1 leaves documents of other languages alone until it is asked to annotate them', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'json',
      content: '"“We are ready,” she said."',
    });
    await vscode.window.showTextDocument(document);
    assert.equal(await findAnalysis(document), undefined);
    await vscode.commands.executeCommand('articleLens.annotate');
    assert.equal((await analysisOf(document)).quotes.length > 0, true);
  });

  it('3 takes the two parts of a split quote as one statement', async () => {
    const { document } = await openArticle(STORY);
    const { quotes } = await analysisOf(document);
    assert.equal(quotes[2]?.statement, quotes[3]?.statement);
  });

  it('4 names the speaker behind a pronoun, and nobody where the text names nobody', async () => {
    const { document } = await openArticle(STORY);
    const speaker = (await analysisOf(document)).quotes[2]?.speaker;
    assert.deepEqual([speaker?.name, speaker?.via], ['Laura Benedetti', 'pronoun']);
    const nobody = await openArticle('The wall bore a few words.\n\n“Nothing of this will ever be forgotten here.”\n');
    assert.equal((await analysisOf(nobody.document)).quotes[0]?.speaker, undefined);
  });

  it('finds what is reported without marks as soon as the setting asks for it, and leaves it again', async () => {
    const { document } = await openArticle(STORY);
    const indirect = async () =>
      wordsOf(
        document,
        (await analysisOf(document)).quotes.filter(({ kind }) => kind === 'indirect'),
      );
    assert.deepEqual(await indirect(), []);
    await withSetting('annotate.indirectQuotes', true, async () => {
      await eventually(async () =>
        assert.deepEqual(await indirect(), [
          'she was willing to reopen the harbour “today” and to talk to the dockers’ leader Thomas Okafor',
          'the city had waited long enough',
          'forty ships were waiting',
        ]),
      );
      const hovers = await hoverAt(document, 'forty ships');
      assert.match(hovers.map(({ value }) => value).join('\n'), /Laura Benedetti[\s\S]*Indirect quote/);
    });
    await eventually(async () => assert.deepEqual(await indirect(), []));
  });

  it('7 has one entity for all forms of a name', async () => {
    const { document } = await openArticle(STORY);
    const { entities } = await analysisOf(document);
    const named = entities.filter(({ mentions }) =>
      wordsOf(document, mentions).some((words) => words.endsWith('Benedetti')),
    );
    assert.deepEqual(
      named.map(({ name }) => name),
      ['Laura Benedetti'],
    );
    assert.equal(new Set(entities.map(({ id }) => id)).size, entities.length);
  });

  it('8 takes a comment prompt in another language as boilerplate, in no count', async () => {
    const { document } = await openArticle(STORY);
    const analysis = await analysisOf(document);
    const prompt = 'कृपया अपनी प्रतिक्रिया दें';
    assert.deepEqual(wordsOf(document, analysis.boilerplate), [prompt]);
    const without = await openArticle(STORY.replace(prompt, ''));
    assert.equal((await analysisOf(without.document)).words, analysis.words);
  });

  it('keeps findings on their words while one types, and finds what was typed', async () => {
    const editor = await openArticle(STORY);
    const before = (await analysisOf(editor.document)).quotes.length;
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), '“We shall see about that soon,” Okafor said.\n'),
    );
    const { quotes } = await analysisOf(editor.document);
    assert.equal(quotes.length, before + 1);
    assert.equal(
      wordsOf(editor.document, quotes).every((words) => /^[“‘].*[”’]$/.test(words)),
      true,
    );
  });
});
