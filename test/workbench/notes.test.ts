import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STORY } from '../support/story.ts';
import { eventually, useWorkbench } from '../support/workbench.ts';

describe('notes', () => {
  const workbench = useWorkbench({
    files: { 'story.txt': STORY },
    open: 'story.txt',
    settings: { 'editor.wordWrap': 'on' },
  });
  const file = join(workbench.folder, '.annotations', 'story.txt.jsonld');
  const isHighlighted = () =>
    eventually(async () => assert.ok((await workbench.painted()).some(({ text }) => text === 'We have carried')));
  const isInTree = async () => {
    await workbench.openView('Article Lens');
    await workbench.expand('Notes');
    await workbench.expand('#verify');
    await (await workbench.row('Who is we?')).waitFor();
  };

  it('are on the very words that were selected', async () => {
    await eventually(async () => assert.ok((await workbench.painted()).some(({ text }) => text.includes('We have'))));
    await workbench.placeCursor('We have carried');
    for (let i = 0; i < 3; i++) await workbench.page.keyboard.press('Control+Shift+ArrowRight');
    await workbench.annotate('Who is we? #verify');
    await eventually(() => assert.equal(existsSync(file), true));
    const text = readFileSync(file, 'utf8');
    assert.match(text, /"exact": "We have carried"/);
    assert.match(text, /"value": "Who is we\?"/);
    assert.match(text, /"value": "verify"/);
    await isHighlighted();
    await isInTree();
  });

  it('15 are back after a restart, in the text and in the tree', async () => {
    await workbench.restart();
    await isHighlighted();
    await isInTree();
  });
});
