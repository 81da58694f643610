import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { STORY } from '../support/story.ts';
import { eventually, useWorkbench } from '../support/workbench.ts';

describe('reading', () => {
  const workbench = useWorkbench({
    files: {
      'story.txt': STORY,
      'other.txt': 'Rain fell on Lima.\n“It will not stop today,” said Ana Perez.\n',
      'hostile.txt': '“See <b>here</b> [go](command:workbench.action.quit) or ![x](x),” said Anna Berg.\n',
      'unopened.txt':
        'Mayor Ana Perez said the rain was “light and short”.\nIt will not stop today,” said Ana Perez.\n',
      'doomed.txt': '“I shall not be here for long,” said Anna Berg.\n',
    },
    open: 'story.txt',
    settings: { 'editor.wordWrap': 'on' },
  });
  const open = async (name: string, words: string) => {
    await workbench.open(name);
    await eventually(async () =>
      assert.equal(
        (await painted()).some(({ text }) => text.includes(words)),
        true,
      ),
    );
  };
  const painted = () => workbench.painted();
  const lookOf = async (words: string) => (await painted()).find(({ text }) => text.includes(words));
  const line = async () =>
    Number(/Ln (\d+)/.exec(await workbench.statusItem('status.editor.selection').innerText())?.[1]);
  const rows = async () =>
    (await workbench.rows()).map(({ level, label, description }) => `${level} ${label} ${description}`);
  const selected = () => workbench.page.locator('.sidebar .monaco-list-row.selected .label-name').allInnerTexts();

  it('1 highlights the quotes of an article that is opened', async () => {
    await eventually(async () => {
      for (const words of ['‘Today’', '“today”', 'I am ready', 'We have carried'])
        assert.ok(await lookOf(words), words);
    });
  });

  it('5 gives fragments a look of their own', async () => {
    await open('story.txt', '“today”');
    const [fragment, quote] = [await lookOf('“today”'), await lookOf('We have carried')];
    assert.notEqual(fragment?.background, quote?.background);
  });

  it('8 dims what is not part of the article, 13 marks the headings', async () => {
    await open('story.txt', '“today”');
    const style = (words: string, property: string) =>
      workbench.editor
        .locator('.view-line span span', { hasText: words })
        .first()
        .evaluate((span, name) => getComputedStyle(span).getPropertyValue(name), property);
    assert.equal(await style('कृपया', 'font-style'), 'italic');
    assert.equal(Number(await style('Wages and', 'font-weight')) >= 600, true);
    assert.equal(Number(await style('The dockers', 'font-weight')) < 600, true);
  });

  it('9 shows quotes, entities and sections with their counts', async () => {
    await open('story.txt', '“today”');
    await workbench.openView('Article Lens');
    await eventually(async () => {
      const all = await rows();
      assert.equal(
        all.some((row) => /^1 Quotes \d/.test(row)),
        true,
        all.join('\n'),
      );
      assert.equal(
        all.some((row) => /^1 Entities \d/.test(row)),
        true,
      );
      assert.equal(all.includes('1 Sections 2'), true);
      assert.equal(
        all.some((row) => /^2 Thomas Okafor \d/.test(row)),
        true,
      );
      assert.equal(
        all.some((row) => row.startsWith('2 Wages and Working Hours')),
        true,
      );
    });
  });

  it('9 groups by section and by kind again', async () => {
    await open('story.txt', '“today”');
    await workbench.openView('Article Lens');
    await workbench.run('Article Lens: Group by Section');
    await eventually(async () => assert.equal((await rows())[0]?.startsWith('1 Lead'), true));
    await workbench.run('Article Lens: Group by Kind');
    await eventually(async () => assert.equal((await rows())[0]?.startsWith('1 Quotes'), true));
  });

  it('9 filters by words', async () => {
    await open('story.txt', '“today”');
    await workbench.openView('Article Lens');
    await workbench.run('Article Lens: Filter Findings');
    await workbench.page.locator('.quick-input-widget:visible input').fill('Lisbon');
    await workbench.page.keyboard.press('Enter');
    await eventually(async () => assert.deepEqual(await rows(), ['1 Entities 1', '2 Places 1']));
    await workbench.run('Article Lens: Clear Filter');
    await eventually(async () => assert.equal((await rows())[0]?.startsWith('1 Quotes'), true));
  });

  it('10 moves to the text when a row is clicked', async () => {
    await open('story.txt', '“today”');
    await workbench.openView('Article Lens');
    await (await workbench.row('Ships Off the Coast')).click();
    const expected = STORY.slice(0, STORY.indexOf('Ships Off')).split('\n').length;
    await eventually(async () => assert.equal(await line(), expected));
  });

  it('10 keeps other actions in the row’s menu', async () => {
    await open('story.txt', '“today”');
    await workbench.openView('Article Lens');
    await workbench.expand('Places');
    await workbench.placeCursor('Mayor Ready');
    await workbench.menu(await workbench.row('Lisbon'), 'Next Mention');
    const first = STORY.slice(0, STORY.indexOf('Lisbon')).split('\n').length;
    await eventually(async () => assert.equal((await line()) > first, true));
  });

  it('11 selects in the tree what is under the cursor, which stays in the text', async () => {
    await open('story.txt', '“today”');
    await workbench.openView('Article Lens');
    await workbench.placeCursor('We have carried');
    await eventually(async () => assert.equal((await selected())[0]?.startsWith('“We have carried'), true));
    await workbench.placeCursor('Ships Off');
    await eventually(async () => assert.deepEqual(await selected(), ['Ships Off the Coast']));
    const focused = await workbench.page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null);
    assert.equal(focused, true);
  });

  it('16 hides and shows all highlights with one command, and the status bar says so', async () => {
    await open('story.txt', '“today”');
    await workbench.run('Article Lens: Toggle Highlights');
    await eventually(async () => assert.equal((await painted()).length, 0));
    assert.match(
      (await workbench.statusItem('articleLens.status').getAttribute('aria-label')) ?? '',
      /Highlights are hidden/,
    );
    await workbench.run('Article Lens: Toggle Highlights');
    await eventually(async () => assert.ok(await lookOf('“today”')));
    assert.doesNotMatch((await workbench.statusItem('articleLens.status').getAttribute('aria-label')) ?? '', /hidden/);
  });

  it('16 counts in one status bar item, which opens a menu', async () => {
    await open('story.txt', '“today”');
    assert.match(
      (await workbench.statusItem('articleLens.status').getAttribute('aria-label')) ?? '',
      /Quotes: \d+, Entities: \d+, Sections: 2/,
    );
    await workbench.statusItem('articleLens.status').click();
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Go to Annotation' }).waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('17 shows the quotes of the speaker under the cursor in a stronger tone', async () => {
    await open('story.txt', '“today”');
    await workbench.placeCursor('Mayor Ready');
    const layers = async (words: string) => (await painted()).filter(({ text }) => text.includes(words)).length;
    const before = await layers('We have carried');
    await workbench.placeCursor('We have carried');
    await eventually(async () => assert.equal((await layers('We have carried')) > before, true));
  });

  it('18 never clears what it has painted while one types', async () => {
    await open('other.txt', 'It will not');
    await workbench.placeCursor('Rain');
    await workbench.page.evaluate(WATCH_HIGHLIGHTS);
    await workbench.type('Nothing but rain. ');
    await eventually(async () => assert.match(await workbench.text(), /^Nothing but rain\. Rain/));
    const { frames, bare } = await workbench.page.evaluate(() => Reflect.get(globalThis, 'watched'));
    assert.equal(frames > 0, true);
    assert.equal(bare, 0);
  });

  it('18 clears what it has painted at once if the next key makes it wrong', async () => {
    await open('unopened.txt', 'light');
    await workbench.placeCursor('It will');
    const newly = workbench.editor.locator('.view-overlays .cdr[class*="ced-"]').nth((await painted()).length);
    await workbench.type('“');
    await newly.waitFor({ state: 'attached' });
    await workbench.page.keyboard.press('Backspace');
    await eventually(async () => assert.equal(await lookOf('It will not'), undefined));
  });

  it('18 paints an article again when its tab comes back', async () => {
    await open('other.txt', 'It will not');
    await open('story.txt', '“today”');
    await open('other.txt', 'It will not');
  });

  it('20 shows markup, HTML and command links of an article as text', async () => {
    await open('hostile.txt', 'See');
    const said = await workbench.hover('See <b>');
    assert.match(said, /Anna Berg · Direct quote/);
    const links = await workbench.page
      .locator('.monaco-hover:not(.hidden) .hover-contents a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('data-href') ?? link.getAttribute('href') ?? ''));
    assert.equal(links.length > 0, true);
    assert.equal(
      links.every((link) => link.startsWith('command:articleLens.')),
      true,
      links.join('\n'),
    );
    await workbench.page.keyboard.press('Escape');
  });

  it('leads through the whole article by the keyboard alone', async () => {
    await open('story.txt', '“today”');
    await workbench.placeCursor('Mayor Ready');
    await workbench.run('Article Lens: Go to Annotation');
    await workbench.page.locator('.quick-input-widget:visible input').fill('"We have');
    await workbench.page
      .locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'We have carried' })
      .waitFor();
    await workbench.page.keyboard.press('Enter');
    const expected = STORY.slice(0, STORY.indexOf('“We have')).split('\n').length;
    await eventually(async () => assert.equal(await line(), expected));
    await workbench.page.keyboard.press('Control+k');
    await workbench.page.keyboard.press('Control+i');
    await workbench.page.locator('.monaco-hover:not(.hidden)', { hasText: 'Thomas Okafor' }).first().waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.run('Article Lens: Next Section');
    await eventually(async () => assert.equal((await line()) > expected, true));
    const focused = workbench.page.locator('.sidebar .monaco-list:focus-within .monaco-list-row.focused');
    await eventually(async () => {
      // A view that is not drawn yet does not take the focus.
      await workbench.run('Article Lens: Focus on Findings View');
      await workbench.page.keyboard.press('End');
      await focused.filter({ hasText: 'Ships Off the Coast' }).waitFor({ timeout: 2_000 });
    });
    await workbench.page.keyboard.press('ArrowUp');
    await focused.filter({ hasText: 'Wages and Working Hours' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await line(), expected - 1));
  });

  it('keeps what it shows of a file that is deleted while it is open', async () => {
    await open('doomed.txt', 'I shall not');
    rmSync(join(workbench.folder, 'doomed.txt'));
    await workbench.page.locator('.tab.active .strikethrough').waitFor();
    assert.ok(await lookOf('I shall not'));
  });
});

/** Runs in the page, as text since the bundler's names for functions are not there: counts frames without highlights. */
const WATCH_HIGHLIGHTS = `
  globalThis.watched = { frames: 0, bare: 0 };
  requestAnimationFrame(function look() {
    watched.frames++;
    if (!document.querySelector('.view-overlays .cdr[class*="ced-"]')) watched.bare++;
    requestAnimationFrame(look);
  });
`;
