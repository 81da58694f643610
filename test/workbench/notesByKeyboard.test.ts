import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commentsOf, isResolved, selectorsOf, tagsOf } from '../../src/core/notes/annotation.ts';
import { correctionOf } from '../../src/core/notes/corrections.ts';
import { parse } from '../../src/core/notes/file.ts';
import { STORY } from '../support/story.ts';
import { eventually, useWorkbench } from '../support/workbench.ts';

describe('notes and corrections by the keyboard alone', () => {
  const workbench = useWorkbench({
    files: { 'story.txt': STORY },
    open: 'story.txt',
    settings: { 'editor.wordWrap': 'on', 'comments.openView': 'never' },
  });
  const file = join(workbench.folder, '.annotations', 'story.txt.jsonld');
  const names = join(workbench.folder, '.annotations', 'entities.json');
  const press = (key: string) => workbench.page.keyboard.press(key);
  const annotations = () => (existsSync(file) ? parse(readFileSync(file, 'utf8')).annotations : []);
  const notes = () => annotations().filter((one) => !correctionOf(one));
  const input = workbench.inputBox;

  /** Runs a command that asks for something, and answers: types, waits for the row with these words, and accepts. */
  async function answer(title: string, ...answers: readonly (readonly [typed: string, row?: string])[]): Promise<void> {
    await workbench.run(`Article Lens: ${title}`);
    for (const [typed, row] of answers) {
      await input().waitFor();
      if (typed) await input().fill(typed);
      const rows = workbench.page.locator('.quick-input-widget:visible .monaco-list-row');
      if (row) {
        for (
          let i = 0;
          i < 20 && !(await rows.filter({ hasText: row }).first().getAttribute('class'))?.includes('focused');
          i++
        )
          await press('ArrowDown');
      }
      await press('Enter');
    }
  }

  /** Until the tree has a row with this label, or has none. */
  async function treeHas(label: string, isThere: boolean): Promise<void> {
    const labels = async () => (await workbench.rows()).map((row) => row.label);
    await eventually(async () => assert.equal((await labels()).includes(label), isThere));
  }

  async function goTo(typed: string, row: string): Promise<void> {
    await answer('Go to Annotation', [typed, row]);
    const text = readFileSync(join(workbench.folder, 'story.txt'), 'utf8');
    const start = text.includes(`“${row}`) ? text.indexOf(`“${row}`) : text.indexOf(row);
    const lines = text.slice(0, start).split('\n');
    const place = `Ln ${lines.length}, Col ${(lines.at(-1)?.length ?? 0) + 1}`;
    await eventually(async () => assert.equal(await selection(), place));
  }

  /** What the status bar says about the selection: 'Ln 5, Col 78 (15 selected)'. */
  async function selection(): Promise<string> {
    return (await workbench.statusItem('status.editor.selection').innerText()).trim();
  }

  it('14 write a note on exactly the words selected, also a second one on the same paragraph', async () => {
    await eventually(async () => assert.equal((await workbench.painted()).length > 0, true));
    await goTo('"We have', 'We have carried');
    for (let i = 0; i < 3; i++) await press('Control+Shift+ArrowRight');
    await eventually(async () => assert.match(await selection(), /\(16 selected\)/));
    await workbench.annotate('Who is we? #verify');
    await eventually(() => assert.equal(notes().length, 1));
    const { exact = '' } = selectorsOf(notes()[0]!)?.quote ?? {};
    assert.equal(exact, '“We have carried');
    await workbench.run('View: Focus Active Editor Group');
    await press('Home');
    await press('Control+Shift+ArrowRight');
    await answer('Annotate Selection', ['The']);
    await eventually(() =>
      assert.deepEqual(
        notes().map((one) => selectorsOf(one)?.quote.exact),
        ['The', exact],
      ),
    );
    await workbench.run('Article Lens: Undo Last Note');
    await eventually(() => assert.equal(notes().length, 1));
  });

  it('14 write one over a line end and over another note, and keep both', async () => {
    await goTo('"We have', 'We have carried');
    // Three of the lines on the screen are the rest of the paragraph and a part of the next.
    for (let i = 0; i < 3; i++) await press('Shift+ArrowDown');
    await workbench.annotate('All of it');
    const long = () => notes().find((one) => commentsOf(one)[0] === 'All of it');
    await eventually(() => assert.ok(long()));
    const { exact = '' } = selectorsOf(long()!)?.quote ?? {};
    assert.equal(exact.startsWith('“We have carried'), true);
    assert.equal(exact.includes('\n'), true);
    assert.equal(STORY.includes(exact), true, 'no mark is added');
    await workbench.run('Article Lens: Undo Last Note');
    await eventually(() => assert.equal(notes().length, 1));
  });

  it('edit, tag, resolve, reopen, delete and undo', async () => {
    await goTo('"We have', 'We have carried');
    await press('ArrowRight');
    await press('ArrowRight');
    await answer('Edit Note', ['Who are they?']);
    await eventually(() => assert.deepEqual(commentsOf(notes()[0]!), ['Who are they?']));
    await answer('Edit Tags', ['urgent']);
    await eventually(() => assert.deepEqual([...tagsOf(notes()[0]!)].sort(), ['urgent', 'verify']));
    await workbench.run('Article Lens: Resolve Note');
    await eventually(() => assert.equal(isResolved(notes()[0]!), true));
    await workbench.run('Article Lens: Reopen Note');
    await eventually(() => assert.equal(isResolved(notes()[0]!), false));
    await workbench.run('Article Lens: Delete Note');
    await eventually(() => assert.equal(notes().length, 0));
    await workbench.run('Article Lens: Undo Last Note');
    await eventually(() => assert.equal(notes().length, 1));
  });

  it('list only notes with a tag', async () => {
    await workbench.openView('Article Lens');
    await answer('Show Notes with Tag', ['#urgent', '#urgent']);
    await eventually(async () => {
      const rows = await workbench.rows();
      assert.deepEqual(
        rows.filter(({ level }) => level === 1).map(({ label }) => label),
        ['Notes'],
      );
    });
    await workbench.run('Article Lens: Clear Filter');
    await treeHas('Quotes', true);
  });

  it('15 place a note whose text was lost', async () => {
    workbench.write('story.txt', STORY.replace('“We have carried this port on our backs', '“They bore it'));
    await treeHas('Needs attention', true);
    await workbench.run('View: Focus Active Editor Group');
    await goTo('"They bore', 'They bore');
    await press('ArrowRight');
    await press('Control+Shift+ArrowRight');
    await answer('Place Note', ['', 'At the selection']);
    await eventually(() => assert.match(String(selectorsOf(notes()[0]!)?.quote.exact), /They$/));
    workbench.write('story.txt', STORY);
    await treeHas('Needs attention', true);
    await workbench.run('Article Lens: Undo Last Note');
    await treeHas('Needs attention', false);
  });

  it('correct a speaker, which the tree shows with a check, and withdraw it', async () => {
    await goTo('"We have', 'We have carried');
    await answer('Change Speaker', ['Nobody Known', 'Nobody Known']);
    const isChecked = async () =>
      (await workbench.rows()).some(({ label, description }) => label === 'Nobody Known' || description.includes('✓'));
    await eventually(async () => assert.equal(await isChecked(), true));
    await workbench.run('View: Focus Active Editor Group');
    await workbench.run('Article Lens: Withdraw Correction');
    await eventually(async () => assert.equal(await isChecked(), false));
  });

  it('merge two entities in the whole folder, and undo it', async () => {
    await goTo('@Thomas', 'Thomas Okafor');
    await answer('Merge Entities', ['Laura', 'Laura Benedetti'], ['', 'In all articles']);
    const known = () => (existsSync(names) ? JSON.parse(readFileSync(names, 'utf8')).entities : []);
    await eventually(() =>
      assert.deepEqual(
        known().map(({ name }: { name: string }) => name),
        ['Laura Benedetti'],
      ),
    );
    await workbench.run('Article Lens: Undo Last Note');
    await eventually(() => assert.deepEqual(known(), []));
    rmSync(names, { force: true });
  });
});
