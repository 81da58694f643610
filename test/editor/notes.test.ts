import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Quote } from '../../src/core/model.ts';
import { commentsOf, createNote, type NewAnnotation, withContent } from '../../src/core/notes/annotation.ts';
import { withIgnored, withKnown } from '../../src/core/notes/folder.ts';
import { Articles } from '../../src/vscode/articles.ts';
import { changeNames } from '../../src/vscode/correcting.ts';
import { FolderNamesStore } from '../../src/vscode/folderNames.ts';
import { Notes } from '../../src/vscode/notes.ts';
import { analysisOf, eventually, once } from './support.ts';

const { fs } = vscode.workspace;
let number = 0;

const TEXT = [
  'Harbour Tunnel Delayed',
  'The tunnel will not open before spring, the city said. “We found water where there should be none,” said Robin Vale.',
  'Merchants near the east gate fear for their trade. Robin Vale promised to help them as well as he can.',
].join('\n');

function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'a folder is open');
  return folder;
}

/** A new folder beside the one that is open; its files belong to no folder of the workspace. */
function outside(): vscode.Uri {
  return root().with({ path: `${root().path}-outside-${number++}` });
}

/** A saved article in the active editor, analysed. */
async function openSaved(
  text = TEXT,
  uri = vscode.Uri.joinPath(root(), `notes-${number++}/story.txt`),
): Promise<vscode.TextEditor> {
  await fs.writeFile(uri, new TextEncoder().encode(text));
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await analysisOf(editor.document);
  return editor;
}

function notesFileOf({ uri }: vscode.TextDocument): vscode.Uri {
  return vscode.Uri.joinPath(root(), '.annotations', `${uri.path.slice(root().path.length + 1)}.jsonld`);
}

async function read(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await fs.readFile(file));
}

function spanOf(document: vscode.TextDocument, words: string) {
  const start = document.getText().indexOf(words);
  assert.ok(start >= 0, `“${words}” is not in the document`);
  return { start, end: start + words.length };
}

const targetOf = (document: vscode.TextDocument, words: string) => ({
  uri: document.uri.toString(),
  ...spanOf(document, words),
});

/** A second window's worth of notes, as it were: a store of its own on the same files. */
function openNotes(storage = vscode.Uri.joinPath(root(), 'private')): { readonly notes: Notes; close(): void } {
  const articles = new Articles(async () => undefined);
  const notes = new Notes(articles, storage);
  return {
    notes,
    close() {
      notes.dispose();
      articles.dispose();
    },
  };
}

const make = (text: string) => (to: NewAnnotation) => createNote(to, { comments: [text], tags: [] });

/** The words that each note is on now; `undefined` for those that need attention. */
function wordsUnder(notes: Notes, document: vscode.TextDocument): readonly (string | undefined)[] {
  const placed = notes.placed(document).map(({ span }) => document.getText().slice(span.start, span.end));
  return [...placed, ...notes.lost(document).map(() => undefined)];
}

async function replace(document: vscode.TextDocument, words: string, by: string): Promise<void> {
  const { start, end } = spanOf(document, words);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), by);
  await vscode.workspace.applyEdit(edit);
}

describe('notes', () => {
  it('stay on their words through edits and undo', async () => {
    const { document } = await openSaved();
    const { notes, close } = openNotes();
    await notes.add(document, spanOf(document, 'water where there'), make('How much?'));
    await replace(document, 'Harbour Tunnel', 'A new line\nThe Harbour Tunnel');
    assert.deepEqual(wordsUnder(notes, document), ['water where there']);
    await replace(document, 'where', 'and sand where');
    assert.deepEqual(wordsUnder(notes, document), ['water and sand where there']);
    await document.save();
    await replace(document, 'found water and sand where there should', 'should');
    await eventually(() => assert.deepEqual(wordsUnder(notes, document), [undefined]));
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.match(String(wordsUnder(notes, document)), /^water and sand where there$/));
    close();
  });

  it('are saved by themselves, found again by another window, and follow what another program writes', async () => {
    const { document } = await openSaved();
    const first = openNotes();
    const second = openNotes();
    await second.notes.ready(document);
    await first.notes.add(document, spanOf(document, 'fear for their trade'), make('Ask them.'));
    await first.notes.ready(document);
    assert.match(await read(notesFileOf(document)), /"exact": "fear for their trade"/);
    second.notes.syncAll();
    await second.notes.ready(document);
    assert.deepEqual(wordsUnder(second.notes, document), ['fear for their trade']);
    await fs.writeFile(document.uri, new TextEncoder().encode(`First.\r\n${TEXT.replace('fear for', 'fear  for')}`));
    await eventually(() => {
      assert.match(document.getText(), /^First/);
      assert.deepEqual(wordsUnder(second.notes, document), ['fear  for their trade']);
    });
    first.close();
    second.close();
  });

  it('need attention when their text is gone, and are back when it comes back', async () => {
    const { document } = await openSaved();
    const { notes, close } = openNotes();
    await notes.add(document, spanOf(document, 'Merchants near the east gate'), make('Which?'));
    const without = TEXT.split('\n').slice(0, 2).join('\n');
    await fs.writeFile(document.uri, new TextEncoder().encode(without));
    await eventually(() => assert.deepEqual(wordsUnder(notes, document), [undefined]));
    await fs.writeFile(document.uri, new TextEncoder().encode(TEXT));
    await eventually(() => assert.deepEqual(wordsUnder(notes, document), ['Merchants near the east gate']));
    close();
  });

  it('can be put elsewhere, changed, deleted, and each of it undone', async () => {
    const { document } = await openSaved();
    const { notes, close } = openNotes();
    const { id } = await notes.add(document, spanOf(document, 'the city'), make('Who?'));
    await notes.putAt(document, id, spanOf(document, 'Merchants'));
    assert.deepEqual(wordsUnder(notes, document), ['Merchants']);
    await notes.undo(document);
    await notes.ready(document);
    await eventually(() => assert.deepEqual(wordsUnder(notes, document), ['the city']));
    await notes.change(document, id, () => undefined);
    assert.deepEqual(wordsUnder(notes, document), []);
    await notes.undo(document);
    await eventually(() => assert.deepEqual(wordsUnder(notes, document), ['the city']));
    close();
  });

  it('are kept as the setting says', async () => {
    const { document } = await openSaved();
    const settings = vscode.workspace.getConfiguration('articleLens');
    await settings.update('storage.location', 'besideArticle', vscode.ConfigurationTarget.Workspace);
    const { notes, close } = openNotes();
    await notes.add(document, spanOf(document, 'the city'), make('Who?'));
    await notes.ready(document);
    assert.match(await read(document.uri.with({ path: `${document.uri.path}.jsonld` })), /"source": "story.txt"/);
    await settings.update('storage.location', undefined, vscode.ConfigurationTarget.Workspace);
    close();
  });

  it('on an article without a folder are kept in private storage, which is said and watched', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: TEXT });
    const storage = outside();
    const first = openNotes(storage);
    const second = openNotes(storage);
    await second.notes.ready(document);
    const { id } = await first.notes.add(document, spanOf(document, 'the city'), make('Who?'));
    await first.notes.ready(document);
    const place = first.notes.place(document);
    assert.equal(place?.kind, 'private');
    assert.equal(first.notes.kept(document), 'private');
    assert.match(await read(place.file), /"exact": "the city"/);
    // A watcher does not tell when it begins, and tells nothing while a file is written all the time: so it is written
    // again only when the other window has heard of it, or a second has passed.
    await eventually(async () => {
      const heard = once(second.notes.onDidSync);
      await first.notes.change(document, id, (note) => ({ ...note, modified: new Date().toISOString() }));
      await first.notes.ready(document);
      await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 1000))]);
      assert.deepEqual(wordsUnder(second.notes, document), ['the city']);
    });
    first.close();
    second.close();
    await fs.delete(storage, { recursive: true });
  });

  it('on a loose file are kept however long its name is in other writing systems', async () => {
    const storage = outside();
    const { document } = await openSaved(TEXT, vscode.Uri.joinPath(outside(), `${'港'.repeat(60)}.txt`));
    const { notes, close } = openNotes(storage);
    await notes.add(document, spanOf(document, 'the city'), make('Who?'));
    await notes.ready(document);
    assert.equal(notes.kept(document), 'private');
    assert.match(await read(notes.place(document)!.file), /"exact": "the city"/);
    close();
    await fs.delete(storage, { recursive: true });
  });

  it('that two windows changed at once have what both wrote', async () => {
    const { document } = await openSaved();
    const [first, second] = [openNotes(), openNotes()];
    const { id } = await first.notes.add(document, spanOf(document, 'the city'), make('Who?'));
    await first.notes.ready(document);
    second.notes.syncAll();
    await second.notes.ready(document);
    const say = (text: string) => (note: Parameters<typeof withContent>[0]) =>
      withContent(note, { comments: [text], tags: [] }, new Date().toISOString());
    await Promise.all([
      first.notes.change(document, id, say('Who is it?')),
      second.notes.change(document, id, say('The mayor?')),
    ]);
    for (const { notes } of [first, second]) {
      await eventually(async () => {
        notes.syncAll();
        await notes.ready(document);
        const [note] = notes.placed(document);
        assert.deepEqual(note && [...commentsOf(note.annotation)].sort(), ['The mayor?', 'Who is it?']);
      });
    }
    first.close();
    second.close();
  });

  it('on a loose file are private until they are moved to its folder, where they stay', async () => {
    const folder = outside();
    const { document } = await openSaved(TEXT, vscode.Uri.joinPath(folder, 'story.txt'));
    const file = vscode.Uri.joinPath(folder, '.annotations', 'story.txt.jsonld');
    const marked = async () =>
      (await analysisOf(document)).sections.filter(({ corrected }) => corrected).map(({ title }) => title);
    await vscode.commands.executeCommand('articleLens.markAsHeading', targetOf(document, 'Merchants near'));
    await eventually(async () => assert.deepEqual(await marked(), ['Merchants near']));
    await assert.rejects(read(file));
    await vscode.commands.executeCommand('articleLens.openNotesFile');
    const hidden = vscode.window.activeTextEditor?.document;
    assert.match(String(hidden?.getText()), /"exact": "Merchants near"/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('articleLens.moveNotesToFolder');
    assert.match(await read(file), /"exact": "Merchants near"/);
    await assert.rejects(read(hidden!.uri), 'the private file is gone');
    await eventually(async () => assert.deepEqual(await marked(), ['Merchants near']));
    await vscode.commands.executeCommand('articleLens.markAsHeading', targetOf(document, 'The tunnel'));
    await eventually(async () => assert.match(await read(file), /"exact": "The tunnel"/));
    await fs.delete(folder, { recursive: true });
  });

  it('on an untitled article go along when it is saved', async () => {
    // An article with the same text that is open as well does not get them.
    const { document: other } = await openSaved(TEXT);
    const uri = vscode.Uri.joinPath(root(), `saved-${number++}.txt`);
    const untitled = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
    const editor = await vscode.window.showTextDocument(untitled);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), TEXT));
    await analysisOf(untitled);
    await vscode.commands.executeCommand('articleLens.markAsHeading', targetOf(untitled, 'Merchants near'));
    await untitled.save();
    const { document: saved } = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await eventually(async () => assert.match(await read(notesFileOf(saved)), /"exact": "Merchants near"/));
    await assert.rejects(read(notesFileOf(other)));
  });

  it('follow an article that is renamed or whose folder is', async () => {
    const { document } = await openSaved();
    await vscode.commands.executeCommand('articleLens.markAsHeading', targetOf(document, 'Merchants'));
    await eventually(() => read(notesFileOf(document)));
    const folder = vscode.Uri.joinPath(document.uri, '..');
    const renamed = vscode.Uri.joinPath(folder, 'other name.txt');
    const moved = vscode.Uri.joinPath(root(), `moved-${number++}`);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, renamed);
    await vscode.workspace.applyEdit(edit);
    const file = vscode.Uri.joinPath(notesFileOf(document), '..', 'other name.txt.jsonld');
    await eventually(async () => assert.match(await read(file), /other%20name\.txt/));
    const again = new vscode.WorkspaceEdit();
    again.renameFile(folder, moved);
    await vscode.workspace.applyEdit(again);
    const last = vscode.Uri.joinPath(
      root(),
      '.annotations',
      moved.path.slice(root().path.length + 1),
      'other name.txt.jsonld',
    );
    await eventually(() => read(last));
    await eventually(() => assert.rejects(read(file)));
  });
});

describe('corrections', () => {
  const quotes = async (document: vscode.TextDocument) =>
    (await analysisOf(document)).quotes.map((quote: Quote) => document.getText().slice(quote.start, quote.end));

  it('are applied at once, kept in the notes file and undone', async () => {
    const { document } = await openSaved();
    const words = '“We found water where there should be none,”';
    assert.deepEqual(await quotes(document), [words]);
    await vscode.commands.executeCommand('articleLens.notAQuote', targetOf(document, words));
    await eventually(async () => assert.deepEqual(await quotes(document), []));
    await eventually(async () => assert.match(await read(notesFileOf(document)), /"lens:action": "reject"/));
    await vscode.commands.executeCommand('articleLens.undoNote');
    await eventually(async () => assert.deepEqual(await quotes(document), [words]));
    await eventually(() => assert.rejects(read(notesFileOf(document))));
  });

  it('mark headings, which the outline then has', async () => {
    const { document } = await openSaved();
    await vscode.commands.executeCommand('articleLens.markAsHeading', targetOf(document, 'Merchants near'));
    await eventually(async () => {
      const { sections } = await analysisOf(document);
      assert.ok(sections.some(({ title, corrected }) => title === 'Merchants near' && corrected));
    });
  });

  it('of the whole folder come from its entities.json and hold at once', async () => {
    const { document } = await openSaved();
    const file = vscode.Uri.joinPath(root(), '.annotations', 'entities.json');
    const names = { format: 1, entities: [{ name: 'East Gate', label: 'PLACE', aliases: ['east gate'] }], ignored: [] };
    await fs.writeFile(file, new TextEncoder().encode(JSON.stringify(names)));
    await eventually(async () => {
      const { entities } = await analysisOf(document);
      assert.ok(entities.some(({ name, label }) => name === 'East Gate' && label === 'PLACE'));
    });
    await fs.delete(file);
    await eventually(async () => {
      const { entities } = await analysisOf(document);
      assert.ok(!entities.some(({ name }) => name === 'East Gate'));
    });
  });

  it('of the whole folder join what others wrote meanwhile, and are undone without it', async () => {
    const { document } = await openSaved();
    const file = vscode.Uri.joinPath(root(), '.annotations', 'entities.json');
    const mine = new FolderNamesStore();
    const theirs = new FolderNamesStore();
    const known = async () => JSON.parse(await read(file));
    const takeBack = await mine.change(document, (names) =>
      withKnown(names, { name: 'Robin Vale', aliases: ['Vale', 'R. Vale'] }),
    );
    await theirs.change(document, (names) => withIgnored(names, 'Merchants'));
    assert.deepEqual(await known(), {
      format: 1,
      entities: [{ name: 'Robin Vale', aliases: ['R. Vale', 'Vale'] }],
      ignored: ['Merchants'],
    });
    await eventually(() => assert.deepEqual(mine.for(document).ignored, ['Merchants']));
    await takeBack?.();
    assert.deepEqual(await known(), { format: 1, entities: [], ignored: ['Merchants'] });
    await Promise.all([
      mine.change(document, (names) => withIgnored(names, 'One')),
      theirs.change(document, (names) => withIgnored(names, 'Two')),
    ]);
    assert.deepEqual((await known()).ignored, ['Merchants', 'One', 'Two']);
    mine.dispose();
    theirs.dispose();
    await fs.delete(file);
  });

  it('of the whole folder are undone before anything else, even while they are saved', async () => {
    const { document } = await openSaved();
    const { notes, close } = openNotes();
    const names = new FolderNamesStore();
    const { id } = await notes.add(document, spanOf(document, 'the city'), make('Who?'));
    const file = vscode.Uri.joinPath(root(), '.annotations', 'entities.json');
    const lock = file.with({ path: `${file.path}.lock` });
    await fs.writeFile(lock, new TextEncoder().encode('another window'));
    const changing = changeNames({ document, names, notes }, (all) => withIgnored(all, 'Merchants'));
    assert.equal(await notes.undo(document), true);
    await fs.delete(lock);
    await changing;
    await eventually(async () => assert.deepEqual(JSON.parse(await read(file)).ignored, []));
    assert.deepEqual(
      notes.placed(document).map(({ annotation }) => annotation.id),
      [id],
    );
    names.dispose();
    close();
    await fs.delete(file);
  });

  it('of the whole folder leave nothing to be undone if they cannot be saved', async () => {
    const { document } = await openSaved();
    const { notes, close } = openNotes();
    const names = new FolderNamesStore();
    await notes.add(document, spanOf(document, 'the city'), make('Who?'));
    const file = vscode.Uri.joinPath(root(), '.annotations', 'entities.json');
    await fs.writeFile(file, new TextEncoder().encode('not JSON'));
    await changeNames({ document, names, notes }, (all) => withIgnored(all, 'Merchants'));
    assert.equal(await read(file), 'not JSON');
    await notes.undo(document);
    assert.deepEqual(notes.placed(document), []);
    names.dispose();
    close();
    await fs.delete(file);
  });
});
