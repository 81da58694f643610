import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Annotation, commentsOf, createNote, withContent } from '../../src/core/notes/annotation.ts';
import { EMPTY_NOTES, parse, render } from '../../src/core/notes/file.ts';
import type { NotesPlace } from '../../src/vscode/places.ts';
import { NewerVersion, StoredNotes } from '../../src/vscode/storage.ts';

const { fs } = vscode.workspace;
let number = 0;

/** A notes file in a new folder, with a private storage beside it. */
function newPlace(): { readonly place: NotesPlace; readonly storage: vscode.Uri } {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(root, 'a folder is open');
  const folder = vscode.Uri.joinPath(root, `storage-${number++}`);
  const file = vscode.Uri.joinPath(folder, '.annotations', 'story.txt.jsonld');
  return { place: { kind: 'folder', file, source: '../story.txt' }, storage: vscode.Uri.joinPath(folder, 'private') };
}

function note(id: string, text: string): Annotation {
  const quote = { type: 'TextQuoteSelector', exact: 'words', prefix: '', suffix: '' } as const;
  const position = { type: 'TextPositionSelector', start: 0, end: 5 } as const;
  const created = '2026-01-02T03:04:05Z';
  return createNote({ id, created, selectors: { quote, position } }, { comments: [text], tags: [] });
}

const edited = (annotation: Annotation, text: string) =>
  withContent(annotation, { comments: [text], tags: [] }, new Date().toISOString());

async function write(file: vscode.Uri, text: string): Promise<void> {
  await fs.writeFile(file, new TextEncoder().encode(text));
}

async function read(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await fs.readFile(file));
}

async function textsIn(file: vscode.Uri): Promise<readonly string[]> {
  return parse(await read(file)).annotations.map((one) => commentsOf(one).sort().join(' + '));
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return (await fs.readDirectory(folder)).map(([name]) => name).sort();
}

describe('a notes file', () => {
  it('is written whole, read back, and deleted with its last note', async () => {
    const { place, storage } = newPlace();
    await new StoredNotes(place, storage).sync([note('urn:a', 'One')]);
    assert.deepEqual(await namesIn(vscode.Uri.joinPath(place.file, '..')), ['story.txt.jsonld']);
    const again = new StoredNotes(place, storage);
    const { annotations } = await again.sync([]);
    assert.deepEqual(annotations.map(commentsOf), [['One']]);
    assert.match(await read(place.file), /"source": "\.\.\/story\.txt"/);
    await again.sync([]);
    assert.deepEqual(await namesIn(vscode.Uri.joinPath(place.file, '..')), []);
  });

  it('is not touched when nothing changed, however it is laid out', async () => {
    const { place, storage } = newPlace();
    const text = JSON.stringify(
      JSON.parse(render({ ...EMPTY_NOTES, annotations: [note('urn:a', 'One')] })),
      null,
      '\t',
    );
    await write(place.file, text);
    const stored = new StoredNotes(place, storage);
    const { annotations } = await stored.sync([]);
    await stored.sync(annotations);
    assert.equal(await read(place.file), text);
  });

  it('keeps what two windows write, also to the same note and in the same moment', async () => {
    const { place, storage } = newPlace();
    const first = new StoredNotes(place, storage);
    const second = new StoredNotes(place, storage);
    const { annotations } = await first.sync([note('urn:a', 'One')]);
    await second.sync([]);
    const [common] = annotations;
    assert.ok(common);
    const mine = [edited(common, 'Uno'), note('urn:b', 'Two')];
    const theirs = [edited(common, 'Un'), note('urn:c', 'Three')];
    const [one, other] = await Promise.all([first.sync(mine), second.sync(theirs)]);
    // Each window looks again when it hears that the file has changed.
    await first.sync(one.annotations);
    await second.sync(other.annotations);
    assert.deepEqual([...(await textsIn(place.file))].sort(), ['Three', 'Two', 'Un + Uno']);
  });

  it('keeps every note of four windows that write at once', async () => {
    const { place, storage } = newPlace();
    const windows = Array.from({ length: 4 }, () => new StoredNotes(place, storage));
    await Promise.all(windows.map((one, i) => one.sync([note(`urn:${i}`, `Note ${i}`)])));
    assert.deepEqual([...(await textsIn(place.file))].sort(), ['Note 0', 'Note 1', 'Note 2', 'Note 3']);
  });

  it('takes up a save that was interrupted before its last step', async () => {
    const { place, storage } = newPlace();
    await write(place.file, render({ ...EMPTY_NOTES, annotations: [note('urn:a', 'One')] }));
    const whole = render({ ...EMPTY_NOTES, annotations: [note('urn:a', 'One'), note('urn:b', 'Two')] });
    await write(place.file.with({ path: `${place.file.path}.abc123.new` }), whole);
    await write(place.file.with({ path: `${place.file.path}.abc124.new` }), whole.slice(0, whole.length / 2));
    const { annotations } = await new StoredNotes(place, storage).sync([]);
    assert.deepEqual(annotations.map(commentsOf), [['One'], ['Two']]);
    assert.deepEqual(await textsIn(place.file), ['One', 'Two']);
  });

  it('is found under its other name if a save stopped between deleting and renaming', async () => {
    const { place, storage } = newPlace();
    const whole = render({ ...EMPTY_NOTES, annotations: [note('urn:a', 'One')] });
    await write(place.file.with({ path: `${place.file.path}.abc123.new` }), whole);
    await new StoredNotes(place, storage).sync([]);
    assert.deepEqual(await textsIn(place.file), ['One']);
  });

  it('is kept as it was, and its whole records are used, if it is damaged', async () => {
    const { place, storage } = newPlace();
    const whole = render({ ...EMPTY_NOTES, annotations: [note('urn:a', 'One'), note('urn:b', 'Two')] });
    const cut = whole.slice(0, whole.lastIndexOf('"Two"'));
    await write(place.file, cut);
    const stored = new StoredNotes(place, storage);
    const { annotations, state, faults } = await stored.sync([]);
    assert.deepEqual([annotations.map(commentsOf), state, faults.length], [[['One']], 'damaged', 1]);
    assert.equal(await read(place.file), cut, 'reading does not write');
    await stored.sync([...annotations, note('urn:c', 'Three')]);
    assert.deepEqual(await textsIn(place.file), ['One', 'Three']);
    const [kept] = (await namesIn(vscode.Uri.joinPath(place.file, '..'))).filter((name) => name.endsWith('.damaged'));
    assert.equal(await read(vscode.Uri.joinPath(place.file, '..', kept ?? '')), cut);
  });

  it('of a later version is shown but not written; changes wait in private storage', async () => {
    const { place, storage } = newPlace();
    const later = render({ ...EMPTY_NOTES, annotations: [note('urn:a', 'One')] }).replace(
      '"lens:format": 1',
      '"lens:format": 2',
    );
    await write(place.file, later);
    const stored = new StoredNotes(place, storage);
    const { annotations } = await stored.sync([]);
    const { failure } = await stored.sync([...annotations, note('urn:b', 'Two')]);
    assert.ok(failure?.error instanceof NewerVersion);
    assert.equal(failure.safe, true);
    assert.equal(await read(place.file), later);
    const afterRestart = await new StoredNotes(place, storage).sync([]);
    assert.deepEqual(afterRestart.annotations.map(commentsOf), [['One'], ['Two']]);
  });

  it('that cannot be written waits in private storage over a restart, and is written once it can be', async () => {
    const { place, storage } = newPlace();
    // A file where the folder should be is an obstacle on every file system.
    const folder = vscode.Uri.joinPath(place.file, '..');
    await write(folder, 'in the way');
    const { failure } = await new StoredNotes(place, storage).sync([note('urn:a', 'One')]);
    assert.equal(failure?.safe, true);
    const afterRestart = await new StoredNotes(place, storage).sync([]);
    assert.deepEqual(afterRestart.annotations.map(commentsOf), [['One']]);
    await fs.delete(folder);
    await new StoredNotes(place, storage).sync([]);
    assert.deepEqual(await textsIn(place.file), ['One']);
    const waiting = await namesIn(vscode.Uri.joinPath(storage, 'waiting')).catch(() => []);
    assert.ok(waiting.length <= 1, 'nothing waits but empty folders');
    const { annotations } = await new StoredNotes(place, storage).sync([]);
    assert.deepEqual(annotations.map(commentsOf), [['One']]);
  });
});
