import { type Disposable, EventEmitter, type TextDocument, Uri, workspace } from 'vscode';
import { type FolderNames, NO_NAMES, parseNames, renderNames } from '../core/notes/folder.ts';
import { log } from './log.ts';
import { FOLDER, readWhole, writeWhole } from './storage.ts';

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

  /** Changes the names of the document's folder and gives what they were, to take the change back. */
  async change(document: TextDocument, change: (names: FolderNames) => FolderNames): Promise<void> {
    const folder = workspace.getWorkspaceFolder(document.uri)?.uri;
    if (!folder) return;
    const { text = '' } = await readWhole(fileIn(folder));
    const names = parseNames(text);
    if (!names) throw new Error(`${fileIn(folder).path} is not JSON`);
    const changed = change(names);
    this.#names.set(folder.toString(), changed);
    this.#changed.fire();
    await writeWhole(fileIn(folder), renderNames(changed));
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
