import {
  commands,
  Disposable,
  type ExtensionContext,
  FileType,
  l10n,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { parse } from '../core/notes/file.ts';
import { log } from './log.ts';
import { digestOf, type Notes, type Told } from './notes.ts';
import { deleteIfThere, FOLDER, NewerVersion, type NotesPlace, notesPlace, readWhole, StoredNotes } from './storage.ts';

/** Looks after the notes files: they follow their articles, can be opened and moved, and tell what is wrong with them. */
export function registerKeeping(context: ExtensionContext, notes: Notes): Disposable {
  const keeper = new Keeper(context.globalStorageUri, notes);
  return Disposable.from(
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) keeper.follow(oldUri, newUri);
    }),
    notes.onDidSync((told) => keeper.tell(told)),
    commands.registerCommand('articleLens.openNotesFile', () => keeper.open()),
    commands.registerCommand('articleLens.moveNotesToFolder', () => keeper.moveToFolder()),
  );
}

class Keeper {
  readonly #storage: Uri;
  readonly #notes: Notes;
  /** What the reader has been told, so that nothing is told twice. */
  readonly #told = new Set<string>();
  readonly #greeted = new WeakSet<TextDocument>();

  constructor(storage: Uri, notes: Notes) {
    this.#storage = storage;
    this.#notes = notes;
  }

  /** An article or a folder of articles was renamed or moved in VS Code: its notes go along. */
  async follow(from: Uri, to: Uri): Promise<void> {
    try {
      for (const [before, after] of await this.#articlesMoved(from, to)) {
        await this.#bring(before, notesPlace(after, this.#storage));
        for (const document of this.#notes.documents) {
          if (document.uri.toString() === after.toString()) this.#notes.reopen(document);
        }
      }
    } catch (error) {
      log.error(`moving the notes on ${from.path}`, error);
      window.showErrorMessage(l10n.t('The notes on {0} could not be moved along.', from.path));
    }
  }

  /** Tells once what the reader should know about a notes file. */
  tell({ document, place, synced }: Told): void {
    const { failure, state, faults } = synced;
    const name = nameOf(document.uri);
    if (failure) this.#tellFailure(document, place, failure);
    else this.#told.delete(`failure ${place.file}`);
    if (faults.length > 0 || state === 'damaged') {
      for (const fault of faults) log.warn(`${place.file.path}: ${fault}`);
      this.#warn(
        `faults ${place.file} ${faults.join()}`,
        state === 'damaged'
          ? l10n.t(
              'The notes file of {0} is damaged. What could be read is shown; the file is kept before it is written.',
              name,
            )
          : l10n.t(
              'Records in the notes file of {0} could not be read: {1}. They stay in the file.',
              name,
              faults.length,
            ),
        { label: l10n.t('Open Notes File'), run: () => show(place.file) },
      );
    }
    if (state === 'newer' && !failure) {
      this.#warn(
        `newer ${place.file}`,
        l10n.t('The notes file of {0} is from a later version of Article Lens. It is shown but not written.', name),
      );
    }
    this.#greet(document, synced.annotations.length);
  }

  async open(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document) await this.#notes.ready(document);
    const place = document && this.#notes.place(document);
    if (!place) return void window.showInformationMessage(l10n.t('Open an article to see its notes file.'));
    const { text } = await readWhole(place.file);
    if (text !== undefined) await show(place.file);
    else window.showInformationMessage(l10n.t('There are no notes on this article yet.'));
  }

  /** Brings notes from private storage to where the setting puts them, now that the article is in a folder. */
  async moveToFolder(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    const hidden = notesPlace(document.uri, this.#storage, 'private');
    const folder = notesPlace(document.uri, this.#storage, 'folder');
    const place = folder.kind === 'folder' ? folder : notesPlace(document.uri, this.#storage, 'besideArticle');
    if (place.kind === 'private') {
      return void window.showInformationMessage(
        l10n.t('Save the article first: its notes can then be kept beside it.'),
      );
    }
    const moved = await this.#bring(hidden, place);
    if (moved === 0)
      return void window.showInformationMessage(l10n.t('There are no notes in private storage for this article.'));
    this.#notes.reopen(document);
    window.showInformationMessage(
      l10n.t('Moved to {0}: {1} notes and corrections.', workspace.asRelativePath(place.file), moved),
    );
  }

  /** Moves annotations from one file to another, merged with what is there; the old file goes last. Gives their number. */
  async #bring(from: NotesPlace, to: NotesPlace): Promise<number> {
    if (from.file.toString() === to.file.toString()) return 0;
    const { text } = await readWhole(from.file);
    if (text === undefined) return 0;
    const { annotations, state, strange } = parse(text);
    const { failure } = await new StoredNotes(to, this.#storage).sync(annotations);
    if (failure) throw failure.error;
    if (state === 'sound' && strange.length === 0) await deleteIfThere(from.file);
    return annotations.length;
  }

  /** The places of the notes before a move, with the articles after it. */
  async #articlesMoved(from: Uri, to: Uri): Promise<readonly (readonly [NotesPlace, Uri])[]> {
    const { type } = await workspace.fs.stat(to);
    if (type !== FileType.Directory) return [[notesPlace(from, this.#storage), to]];
    const articles = await filesIn(to);
    return articles.map((article) => {
      const before = from.with({ path: from.path + article.path.slice(to.path.length) });
      return [notesPlace(before, this.#storage), article] as const;
    });
  }

  #tellFailure(document: TextDocument, { file }: NotesPlace, { error, safe }: { error: unknown; safe: boolean }): void {
    log.error(`saving ${file.path}`, error);
    const name = nameOf(document.uri);
    const again = { label: l10n.t('Try Again'), run: () => this.#notes.syncAll() };
    if (error instanceof NewerVersion) {
      const message = l10n.t(
        'The notes file of {0} is from a later version of Article Lens and is not written. Your changes wait in private storage.',
        name,
      );
      this.#warn(`failure ${file}`, message);
      return;
    }
    const message = safe
      ? l10n.t('The notes on {0} cannot be saved in their place. They wait in private storage until they can.', name)
      : l10n.t(
          'The notes on {0} cannot be saved at all. Keep this window open; they are tried again every half minute.',
          name,
        );
    this.#warn(`failure ${file}`, message, again);
  }

  #warn(key: string, message: string, action?: { readonly label: string; readonly run: () => unknown }): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const details = l10n.t('Show Details');
    window.showWarningMessage(message, ...(action ? [action.label] : []), details).then((choice) => {
      if (choice === details) log.show();
      else if (choice && choice === action?.label) action.run();
    });
  }

  /** At the first sight of an article: what needs attention, or notes of an article that is gone and was the same. */
  async #greet(document: TextDocument, count: number): Promise<void> {
    if (this.#greeted.has(document)) return;
    this.#greeted.add(document);
    const lost = this.#notes.lost(document).length;
    if (lost > 0) {
      const message = l10n.t('Notes on {0} that did not find their text again: {1}.', nameOf(document.uri), lost);
      const choose = l10n.t('Place Notes…');
      const choice = await window.showWarningMessage(message, choose);
      if (choice === choose) await commands.executeCommand('articleLens.placeNote');
    } else if (count === 0) await this.#offerOrphans(document);
  }

  /** Offers the notes of an article that is no longer there and had the same text: it was moved by another program. */
  async #offerOrphans(document: TextDocument): Promise<void> {
    const folder = workspace.getWorkspaceFolder(document.uri)?.uri;
    const place = this.#notes.place(document);
    if (!folder || place?.kind !== 'folder') return;
    const root = Uri.joinPath(folder, FOLDER);
    const digest = await digestOf(document.getText());
    if (!digest) return;
    for (const file of await filesIn(root)) {
      if (!file.path.endsWith('.jsonld')) continue;
      const path = file.path.slice(root.path.length + 1, -'.jsonld'.length);
      if (await exists(Uri.joinPath(folder, path))) continue;
      const { text = '' } = await readWhole(file);
      if (parse(text).page['lens:digest'] !== digest) continue;
      const take = l10n.t('Take Them Over');
      const choice = await window.showInformationMessage(
        l10n.t('{0} is gone and had the same text as this article. Take over its notes?', path),
        take,
      );
      if (choice !== take) return;
      await this.#bring({ kind: 'folder', file, source: '' }, place);
      this.#notes.reopen(document);
      return;
    }
  }
}

/** All files in a folder and below, links not followed; none if there is no such folder. */
async function filesIn(folder: Uri): Promise<readonly Uri[]> {
  const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
  const below = entries.map(async ([name, type]) => {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory) return filesIn(uri);
    return type === FileType.File ? [uri] : [];
  });
  return (await Promise.all(below)).flat();
}

async function exists(uri: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}

async function show(file: Uri): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument(file));
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
