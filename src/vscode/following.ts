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
import { selectorsOf } from '../core/notes/annotation.ts';
import { parse } from '../core/notes/file.ts';
import { matchAll } from '../core/notes/match.ts';
import { plainText } from '../core/notes/plain.ts';
import { deleteIfThere, exists, filesIn, readWhole } from './files.ts';
import { digestOf } from './ids.ts';
import { log } from './log.ts';
import type { Notes } from './notes.ts';
import { FOLDER, findPlace, homeOf, type NotesPlace, notesPlace } from './places.ts';
import { StoredNotes } from './storage.ts';

/** Notes follow their articles: when these are renamed, moved or saved for the first time, and where they come back. */
export function registerFollowing(context: ExtensionContext, notes: Notes): Disposable {
  const follower = new Follower(context.globalStorageUri, notes);
  return Disposable.from(
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) follower.follow(oldUri, newUri);
    }),
    workspace.onDidSaveTextDocument((document) => follower.saved(document)),
    workspace.onDidCloseTextDocument((document) => follower.closed(document)),
    notes.onDidSync(({ document }) => (document.isClosed ? follower.closed(document) : follower.greet(document))),
    commands.registerCommand('articleLens.moveNotesToFolder', () => follower.moveToFolder()),
  );
}

class Follower {
  readonly #storage: Uri;
  readonly #notes: Notes;
  readonly #greeted = new WeakSet<TextDocument>();
  /** Untitled articles that were closed. */
  readonly #unsaved = new Set<Uri>();
  /** Files that were saved while there was an untitled article: one of them may be what it has become. */
  readonly #saved = new Set<string>();

  constructor(storage: Uri, notes: Notes) {
    this.#storage = storage;
    this.#notes = notes;
  }

  /** An article or a folder of articles was renamed or moved in VS Code: its notes go along. */
  async follow(from: Uri, to: Uri): Promise<void> {
    try {
      for (const [before, after] of await this.#articlesMoved(from, to)) {
        await this.#bring(before, await findPlace(after, this.#storage));
        for (const document of this.#notes.documents) {
          if (document.uri.toString() === after.toString()) this.#notes.reopen(document);
        }
      }
    } catch (error) {
      log.error(`moving the notes on ${from.path}`, error);
      window.showErrorMessage(l10n.t('The notes on {0} could not be moved along.', from.path));
    }
  }

  /** An untitled article that is saved closes, empty, and a file is saved and opens in its place, before or after. */
  closed({ uri }: TextDocument): void {
    if (uri.scheme !== 'untitled') return;
    this.#unsaved.add(uri);
    for (const document of this.#notes.documents) this.#adopt(document);
  }

  saved({ uri }: TextDocument): void {
    const { documents } = this.#notes;
    if (this.#unsaved.size === 0 && !documents.some((one) => one.uri.scheme === 'untitled')) return;
    this.#saved.add(uri.toString());
    for (const document of documents) this.#adopt(document);
  }

  /** Brings notes from private storage into the folder of the article. */
  async moveToFolder(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    const hidden = notesPlace(document.uri, this.#storage, 'private');
    const isByChoice =
      notesPlace(document.uri, this.#storage).kind === 'private' && workspace.getWorkspaceFolder(document.uri);
    if (isByChoice) return this.#tellSetting();
    const place = homeOf(document.uri);
    if (!place) return tell(l10n.t('Save the article first: its notes can then be kept in its folder.'));
    await this.#notes.ready(document);
    const moved = await this.#bring(hidden, place);
    if (moved === 0) return tell(l10n.t('There are no notes in private storage for this article.'));
    this.#notes.reopen(document);
    tell(l10n.t('Moved to {0}: {1} notes and corrections.', workspace.asRelativePath(place.file), moved));
  }

  /** At the first sight of an article: what needs attention, or notes that may belong to it. */
  async greet(document: TextDocument): Promise<void> {
    if (this.#greeted.has(document)) return;
    this.#greeted.add(document);
    if (await this.#adopt(document)) return;
    const lost = this.#notes.lost(document).length;
    if (lost > 0) await this.#offerToPlace(document, lost);
    else if (await this.#hasHidden(document)) await this.#offerToMove(document);
    else if (this.#notes.placed(document).length === 0) await this.#offerOrphans(document);
  }

  /**
   * Takes over the notes of an untitled article if the document may be what it was saved as: every note is on the same
   * words there. Another article with the same text must not get them.
   */
  async #adopt(document: TextDocument): Promise<boolean> {
    if (document.uri.scheme === 'untitled' || !this.#saved.has(document.uri.toString())) return false;
    for (const uri of this.#unsaved) {
      const { text } = await readWhole(notesPlace(uri, this.#storage).file);
      const wanted = parse(text ?? '').annotations.flatMap((annotation) => selectorsOf(annotation) ?? []);
      if (wanted.length === 0) continue;
      if (matchAll(plainText(document.getText()), wanted).every(({ how }) => how === 'same')) {
        this.#unsaved.delete(uri);
        this.#saved.delete(document.uri.toString());
        await this.follow(uri, document.uri);
        return true;
      }
    }
    return false;
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

  async #offerToPlace(document: TextDocument, lost: number): Promise<void> {
    const message = l10n.t('Notes on {0} that did not find their text again: {1}.', nameOf(document.uri), lost);
    const choose = l10n.t('Place Notes…');
    const choice = await window.showWarningMessage(message, choose);
    if (choice === choose) await commands.executeCommand('articleLens.placeNote');
  }

  /** Whether there are notes from the time when the article was a loose file. */
  async #hasHidden(document: TextDocument): Promise<boolean> {
    const hidden = notesPlace(document.uri, this.#storage, 'private');
    return this.#notes.place(document)?.kind === 'folder' && (await exists(hidden.file));
  }

  async #offerToMove(document: TextDocument): Promise<void> {
    const message = l10n.t('Notes on {0} are in private storage.', nameOf(document.uri));
    const move = l10n.t('Move Them to the Folder');
    const choice = await window.showInformationMessage(message, move);
    if (choice !== move) return;
    await this.#bring(notesPlace(document.uri, this.#storage, 'private'), await findPlace(document.uri, this.#storage));
    this.#notes.reopen(document);
  }

  /** Offers the notes of an article that is no longer there and had the same text: it was moved by another program. */
  async #offerOrphans(document: TextDocument): Promise<void> {
    const folder = workspace.getWorkspaceFolder(document.uri)?.uri;
    const place = this.#notes.place(document);
    if (!folder || place?.kind !== 'folder') return;
    const root = Uri.joinPath(folder, FOLDER);
    const digest = await digestOf(document.getText());
    const orphan = digest && (await findOrphan(folder, root, digest));
    if (!orphan) return;
    const take = l10n.t('Take Them Over');
    const choice = await window.showInformationMessage(
      l10n.t(
        '{0} is gone and had the same text as this article. Take over its notes?',
        orphan.path.slice(root.path.length + 1, -ENDING.length),
      ),
      take,
    );
    if (choice !== take) return;
    await this.#bring({ kind: 'folder', file: orphan, source: '' }, place);
    this.#notes.reopen(document);
  }

  async #tellSetting(): Promise<void> {
    const open = l10n.t('Open Settings');
    const message = l10n.t('The setting articleLens.storage.location says that notes are kept in private storage.');
    const choice = await window.showInformationMessage(message, open);
    if (choice === open) await commands.executeCommand('workbench.action.openSettings', 'articleLens.storage.location');
  }
}

const ENDING = '.jsonld';

/** The notes file of an article that is not in the folder any more and had the text with this digest. */
async function findOrphan(folder: Uri, root: Uri, digest: string): Promise<Uri | undefined> {
  for (const file of await filesIn(root)) {
    if (!file.path.endsWith(ENDING)) continue;
    if (await exists(Uri.joinPath(folder, file.path.slice(root.path.length + 1, -ENDING.length)))) continue;
    const { text = '' } = await readWhole(file);
    if (parse(text).page['lens:digest'] === digest) return file;
  }
  return undefined;
}

function tell(message: string): void {
  window.showInformationMessage(message);
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
