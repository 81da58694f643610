import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { STORY } from '../support/story.ts';
import { analysisOf, openArticle, withSetting, wordsOf } from './support.ts';

describe('19 reads without freeze, crash or wrong offsets', () => {
  const LONG = STORY.replace(/\s*\n\s*/g, ' ').slice(0, -30);
  const cases: readonly (readonly [name: string, text: string])[] = [
    ['an empty file', ''],
    ['a file of blanks', ' \n\t\n   \r\n'],
    ['10,000 characters on one line', `${LONG} `.repeat(10)],
    ['CRLF', STORY.replaceAll('\n', '\r\n')],
    ['lone CR', STORY.replaceAll('\n', '\r')],
    ['NUL', STORY.replaceAll('said', 's\0aid\0')],
    ['emoji', STORY.replaceAll(' ', ' 👩‍🚀 ')],
    ['text from right to left', `‮${STORY}\n«כן,» אמר רוני. “אנחנו מוכנים לדבר עכשיו,” אמרה דנה.`],
    ['unpaired quotes', STORY.replaceAll('”', '')],
    ['nothing but quotes', '“'.repeat(5000)],
    ['quotes one after the other', '“a” '.repeat(5000)],
  ];
  for (const [name, text] of cases) {
    it(name, async () => {
      const { document } = await openArticle(text);
      const length = document.getText().length;
      const { quotes, entities, sections, boilerplate } = await analysisOf(document);
      for (const { start, end } of [
        ...quotes,
        ...entities.flatMap(({ mentions }) => mentions),
        ...sections,
        ...boilerplate,
      ]) {
        assert.equal(0 <= start && start <= end && end <= length, true, `${start}..${end} of ${length}`);
      }
    });
  }

  it('finds the same quotes whatever the line ends are', async () => {
    const found = async (text: string) => {
      const { document } = await openArticle(text);
      return wordsOf(document, (await analysisOf(document)).quotes);
    };
    const expected = await found(STORY);
    assert.deepEqual(await found(STORY.replaceAll('\n', '\r\n')), expected);
    assert.deepEqual(await found(STORY.replaceAll('\n', '\r')), expected);
  });

  it('a book of 1 MB, and the host serves others while it is read', async () => {
    const text = `${STORY}\n`.repeat(Math.ceil(1_000_000 / STORY.length));
    const turns = await turnsWhile(async () => {
      const { document } = await openArticle(text);
      assert.equal((await analysisOf(document)).quotes.length > 1000, true);
    });
    assert.equal(turns > 10, true, `${turns}`);
  }).timeout(120_000);

  it('settings of the wrong type, with their defaults in place', async () => {
    await withSetting('moving.wrap', 'perhaps', async () => {
      await withSetting('highlights.labels', 7, async () => {
        const editor = await openArticle(STORY);
        editor.selection = new vscode.Selection(
          editor.document.positionAt(STORY.length),
          editor.document.positionAt(STORY.length),
        );
        await vscode.commands.executeCommand('articleLens.nextQuote');
        assert.equal(editor.selection.active.line, 0);
      });
    });
  });
});

/** How often something else had its turn in this host while `work` went on. */
async function turnsWhile(work: () => Promise<void>): Promise<number> {
  let turns = 0;
  const timer = setInterval(() => {
    turns++;
  }, 1);
  await work();
  clearInterval(timer);
  return turns;
}
