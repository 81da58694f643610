import { type Disposable, EventEmitter, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { type FolderNames, mergeNames, NO_NAMES, parseNames, renderNames } from '../core/notes/folder.ts';
import { locked, readWhole, writeWhole } from './files.ts';
import { log } from './log.ts';
import { FOLDER } from './places.ts';

/** Takes back a change. */
export type TakeBack = () => Promise<unknown>;

/** What readers know of names in every article of a folder: `.annotations/entities.json`, kept in step with the disk. */
export class FolderNamesStore implements Disposable {
  readonly #names = new Map<string, FolderNames>();
  readonly #loading = new Map<string, Promise<void>>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];

  readonly onDidChange = this.#changed.event;

  constructor() {
    const files = workspace.createFileSystemWatcher(`**/${FOLDER}/${FILE}`);
    const reload = (file: Uri) => this.#load(Uri.joinPath(file, '..', '..'));
    this.#subscriptions = [files, files.onDidChange(reload), files.onDidCreate(reload), files.onDidDelete(reload)];
    for (const folder of workspace.workspaceFolders ?? []) this.#load(folder.uri);
  }

  /** The names that hold for a document; none if it is in no folder. */
  for(document: TextDocument): FolderNames {
    const folder = workspace.getWorkspaceFolder(document.uri)?.uri;
    if (!folder) return NO_NAMES;
    if (!this.#loading.has(folder.toString())) this.#load(folder);
    return this.#names.get(folder.toString()) ?? NO_NAMES;
  }

  /** Whether the document is in a folder that can have names. */
  has(document: TextDocument): boolean {
    return workspace.getWorkspaceFolder(document.uri) !== undefined;
  }

  /**
   * Changes the names of the document's folder as they are on the disk, where others may have changed them. Gives what
   * takes the change back and leaves what has come since; nothing if the names could not be saved, which the reader
   * is told.
   */
  async change(document: TextDocument, change: (names: FolderNames) => FolderNames): Promise<TakeBack | undefined> {
    const folder = workspace.getWorkspaceFolder(document.uri)?.uri;
    if (!folder) return undefined;
    const file = fileIn(folder);
    try {
      const [before, after] = await locked(file, async () => {
        const names = parseNames((await readWhole(file)).text ?? '');
        if (!names) throw new Error(`${file.path} is not JSON`);
        const changed = change(names);
        await writeWhole(file, renderNames(changed));
        return [names, changed];
      });
      this.#names.set(folder.toString(), after);
      this.#changed.fire();
      return () => this.change(document, (theirs) => mergeNames({ base: after, mine: before, theirs }));
    } catch (error) {
      log.error(`writing ${file.path}`, error);
      window.showErrorMessage(
        l10n.t('The names of this folder could not be saved in {0}.', workspace.asRelativePath(file)),
      );
      return undefined;
    }
  }

  dispose(): void {
    for (const subscription of [...this.#subscriptions, this.#changed]) subscription.dispose();
  }

  #load(folder: Uri): void {
    this.#loading.set(folder.toString(), this.#read(folder));
  }

  async #read(folder: Uri): Promise<void> {
    try {
      const { text = '' } = await readWhole(fileIn(folder));
      const names = parseNames(text);
      if (!names) return log.warn(`${fileIn(folder).path} is not JSON and is left alone`);
      const before = this.#names.get(folder.toString()) ?? NO_NAMES;
      this.#names.set(folder.toString(), names);
      if (names !== before) this.#changed.fire();
    } catch (error) {
      log.error(`reading ${fileIn(folder).path}`, error);
    }
  }
}

const FILE = 'entities.json';

function fileIn(folder: Uri): Uri {
  return Uri.joinPath(folder, FOLDER, FILE);
}
