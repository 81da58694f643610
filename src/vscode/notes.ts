import { type Disposable, EventEmitter, RelativePattern, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Span } from '../core/model.ts';
import type { Annotation, NewAnnotation } from '../core/notes/annotation.ts';
import type { Kept } from '../core/view/notes.ts';
import type { Articles } from './articles.ts';
import { onDidChangeSettings } from './config.ts';
import { log } from './log.ts';
import { type LostNote, Notebook, type PlacedNote } from './notebook.ts';
import { findPlace, type NotesPlace, PRIVATE } from './places.ts';
import { StoredNotes, type Synced } from './storage.ts';

export type { LostNote, PlacedNote } from './notebook.ts';

/** What happened to a notes file, for whoever tells the reader. */
export interface Told {
  readonly document: TextDocument;
  readonly place: NotesPlace;
  readonly synced: Synced;
}

/**
 * The readers' annotations, notes and corrections alike, of the open articles. They move along with every edit, are
 * matched again when their text is lost, and are saved at each change; what others write to their files is taken in.
 */
export class Notes implements Disposable {
  readonly #articles: Articles;
  readonly #storage: Uri;
  readonly #books = new Map<TextDocument, Notebook>();
  readonly #changed = new EventEmitter<TextDocument>();
  readonly #synced = new EventEmitter<Told>();
  readonly #subscriptions: Disposable[];
  #isPrivateWatched = false;

  /** The notes on a document are others, or elsewhere in the text otherwise than by an edit. */
  readonly onDidChange = this.#changed.event;
  /** A notes file was read or written. */
  readonly onDidSync = this.#synced.event;

  /** `storage` is the extension's private place for notes that belong to no folder or cannot be written there. */
  constructor(articles: Articles, storage: Uri) {
    this.#articles = articles;
    this.#storage = storage;
    this.#subscriptions = [
      articles.onDidAnalyze((document) => this.#open(document)),
      articles.onDidEdit(({ document, changes }) => this.#books.get(document)?.edit(changes)),
      workspace.onDidSaveTextDocument((document) => this.#books.get(document)?.saved()),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
      window.onDidChangeWindowState(({ focused }) => focused && this.syncAll()),
      onDidChangeSettings(() => this.#relocate()),
      ...this.#watch('**/*.jsonld'),
    ];
  }

  /** The annotations that have a place, in the order of the text. */
  placed(document: TextDocument): readonly PlacedNote[] {
    return this.#books.get(document)?.placed() ?? [];
  }

  /** The annotations that need attention. */
  lost(document: TextDocument): readonly LostNote[] {
    return this.#books.get(document)?.lost() ?? [];
  }

  /** The file of the notes on an open article, once it is known. */
  place(document: TextDocument): NotesPlace | undefined {
    return this.#books.get(document)?.stored?.place;
  }

  /** Whether others can see the notes on an open article, in the words of the views. */
  kept(document: TextDocument): Kept {
    if (this.#books.get(document)?.isWaiting) return 'waiting';
    return this.place(document)?.kind === 'private' ? 'private' : 'file';
  }

  /** The open articles that have been asked for notes. */
  get documents(): readonly TextDocument[] {
    return [...this.#books.keys()];
  }

  /** Adds an annotation on a span. `make` gets what every annotation has. */
  async add(document: TextDocument, span: Span, make: (to: NewAnnotation) => Annotation): Promise<Annotation> {
    return (await this.ready(document)).add(span, make);
  }

  /** Changes an annotation; `undefined` deletes it. */
  async change(
    document: TextDocument,
    id: string,
    change: (annotation: Annotation) => Annotation | undefined,
  ): Promise<void> {
    (await this.ready(document)).change(id, change);
  }

  /** Puts an annotation on another stretch of the text. */
  async putAt(document: TextDocument, id: string, span: Span): Promise<void> {
    (await this.ready(document)).putAt(id, span);
  }

  /** Has {@link undo} take back what a reader of the document is changing elsewhere, unless that comes to nothing. */
  async remember(document: TextDocument, change: Promise<(() => unknown) | undefined>): Promise<void> {
    // At once where that is possible: the reader may ask for it before the notes are at rest.
    (this.#books.get(document) ?? (await this.ready(document))).remember(change);
  }

  /** Takes back the last change made here to the article's annotations; false if there is none. */
  async undo(document: TextDocument): Promise<boolean> {
    return (await this.ready(document)).undo();
  }

  /** The article's annotations once they are read, made an article first if need be. */
  async ready(document: TextDocument): Promise<Notebook> {
    if (!this.#books.has(document)) this.#articles.annotate(document);
    const book = this.#open(document);
    await book.settled();
    return book;
  }

  /** Reads every notes file again and writes what could not be written before. */
  syncAll(): void {
    for (const book of this.#books.values()) book.sync();
  }

  /** Takes the notes of an article from where they belong now, after files were moved. */
  reopen(document: TextDocument): void {
    this.#books.get(document)?.dispose();
    this.#books.delete(document);
    this.#open(document);
  }

  dispose(): void {
    for (const book of this.#books.values()) book.dispose();
    for (const subscription of [...this.#subscriptions, this.#changed, this.#synced]) subscription.dispose();
  }

  #open(document: TextDocument): Notebook {
    const open = this.#books.get(document);
    if (open) return open;
    const book: Notebook = new Notebook(document, {
      open: () => this.#find(document),
      changed: () => this.#changed.fire(document),
      synced: (synced) => this.#synced.fire({ document, place: book.stored!.place, synced }),
    });
    this.#books.set(document, book);
    return book;
  }

  #close(document: TextDocument): void {
    this.#books.get(document)?.dispose();
    this.#books.delete(document);
  }

  async #find({ uri }: TextDocument): Promise<StoredNotes> {
    const place = await findPlace(uri, this.#storage);
    if (place.kind === 'private') await this.#watchPrivate();
    return new StoredNotes(place, this.#storage);
  }

  /** Other windows may write there, too. A folder can be watched once it is there. */
  async #watchPrivate(): Promise<void> {
    if (this.#isPrivateWatched) return;
    this.#isPrivateWatched = true;
    const folder = Uri.joinPath(this.#storage, PRIVATE);
    try {
      await workspace.fs.createDirectory(folder);
      this.#subscriptions.push(...this.#watch(new RelativePattern(folder, '*.jsonld')));
    } catch (error) {
      log.error(`watching ${folder.path}`, error);
    }
  }

  #watch(files: string | RelativePattern): Disposable[] {
    const watcher = workspace.createFileSystemWatcher(files);
    const follow = (file: Uri) => {
      for (const book of this.#books.values()) {
        if (book.stored?.place.file.toString() === file.toString()) book.sync();
      }
    };
    return [watcher, watcher.onDidChange(follow), watcher.onDidCreate(follow), watcher.onDidDelete(follow)];
  }

  async #relocate(): Promise<void> {
    for (const [document, book] of this.#books) {
      const { file } = await findPlace(document.uri, this.#storage);
      const open = book.stored?.place.file;
      if (open && open.toString() !== file.toString() && !document.isClosed) this.reopen(document);
    }
  }
}
