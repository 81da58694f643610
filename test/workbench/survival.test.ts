import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { commentsOf, createNote } from '../../src/core/notes/annotation.ts';
import { describe as selectorsOf } from '../../src/core/notes/describe.ts';
import { EMPTY_NOTES, parse, render } from '../../src/core/notes/file.ts';
import { plainText } from '../../src/core/notes/plain.ts';
import { mountSmallDisk } from '../support/disk.ts';
import { STORY } from '../support/story.ts';
import { eventually, useWorkbench, type Workbench } from '../support/workbench.ts';

const SETTINGS = { 'editor.wordWrap': 'on', 'comments.openView': 'never' };

function notesIn(file: string): readonly string[] {
  const { annotations, state } = parse(readFileSync(file, 'utf8'));
  assert.equal(state, 'sound');
  return annotations.flatMap(commentsOf);
}

async function isAnalysed(workbench: Workbench): Promise<void> {
  await eventually(async () => assert.equal((await workbench.painted()).length > 0, true));
}

describe('notes survive an extension host that is killed', () => {
  const lines = Array.from(
    { length: 30 },
    (_, i) => `Line ${i} of the story, in which “nothing happens,” said Ann Berg.`,
  );
  const text = lines.join('\n');
  const plain = plainText(text);
  const annotations = lines.map((line, i) => {
    const start = text.indexOf(line);
    const selectors = selectorsOf(plain, { start, end: start + line.length });
    const id = `urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
    return createNote({ id, created: '2026-01-02T03:04:05Z', selectors }, { comments: [`Note ${i}`], tags: [] });
  });
  const workbench = useWorkbench({
    files: {
      'story.txt': text,
      // Much that is not ours makes a save take long enough to be interrupted.
      '.annotations/story.txt.jsonld': render({ ...EMPTY_NOTES, annotations, page: { 'x:more': 'x'.repeat(16e6) } }),
    },
    open: 'story.txt',
    settings: SETTINGS,
  });
  const folder = join(workbench.folder, '.annotations');
  const file = join(folder, 'story.txt.jsonld');
  const leftBehind = () => readdirSync(folder).filter((name) => name.endsWith('.new'));

  /** Kills the hosts as soon as the file that a save writes first is there; tells whether it was still there then. */
  async function killInSave(): Promise<boolean> {
    const hosts = await workbench.extensionHosts();
    assert.equal(hosts.length > 0, true);
    const killed = new Promise<void>((resolve) => {
      const watcher = watch(folder, (_event, name) => {
        if (!name?.endsWith('.new')) return;
        for (const pid of hosts) process.kill(pid, 'SIGKILL');
        watcher.close();
        resolve();
      });
    });
    await workbench.run('Article Lens: Mark as Heading');
    await killed;
    return leftBehind().length > 0;
  }

  it('in the middle of a save', async () => {
    await isAnalysed(workbench);
    let isCaught = false;
    for (let tries = 0; tries < 5 && !isCaught; tries++) {
      await workbench.placeCursor('Line');
      isCaught = await killInSave();
      assert.equal(notesIn(file).length, lines.length, 'the file is whole');
      await workbench.restart();
      await isAnalysed(workbench);
    }
    assert.equal(isCaught, true, 'no save was caught in the middle');
    await eventually(() => assert.deepEqual(leftBehind(), []));
    assert.equal(notesIn(file).length, lines.length);
  });
});

describe('notes survive a disk', () => {
  const workbench = useWorkbench({ files: { 'story.txt': STORY }, open: 'story.txt', settings: SETTINGS });
  const folder = join(workbench.folder, '.annotations');
  const file = join(folder, 'story.txt.jsonld');
  const disk = mountSmallDisk(folder);
  if (!disk) {
    console.log('A full and a read-only disk are not tested: nothing may be mounted here.');
    return;
  }
  after(() => disk.unmount());

  const isSaid = () => workbench.toast('cannot be saved in their place').waitFor();
  const isWaiting = async () => {
    await workbench.openView('Article Lens');
    await eventually(async () => {
      const notes = (await workbench.rows()).find(({ label }) => label === 'Notes');
      assert.match(String(notes?.description), /not saved in their place yet/);
    });
  };
  const tryAgain = async () => {
    await workbench.toast('cannot be saved in their place').getByText('Try Again').click();
  };

  it('that is full, and are written once there is room, also after a restart', async () => {
    await isAnalysed(workbench);
    await workbench.placeCursor('Benedetti told');
    await workbench.annotate('One');
    await eventually(() => assert.deepEqual(notesIn(file), ['One']));
    disk.fill();
    await workbench.placeCursor('Portugal');
    await workbench.annotate('Two');
    await isSaid();
    await isWaiting();
    assert.deepEqual(notesIn(file), ['One'], 'the old file is as it was');
    assert.deepEqual(readdirSync(folder).sort(), ['ballast', 'story.txt.jsonld']);
    await workbench.restart();
    await isSaid();
    await isWaiting();
    disk.empty();
    await tryAgain();
    await eventually(() => assert.equal(notesIn(file).length, 2));
  });

  it('that is read-only, and are written once it is not', async () => {
    disk.setReadOnly('ro');
    await workbench.placeCursor('forty ships');
    await workbench.annotate('Three');
    await isSaid();
    await isWaiting();
    assert.equal(notesIn(file).length, 2);
    disk.setReadOnly('rw');
    await tryAgain();
    await eventually(() => assert.equal(notesIn(file).includes('Three'), true));
    await eventually(() => assert.equal(existsSync(`${file}.lock`), false));
  });
});
