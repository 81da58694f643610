import { type Disposable, type EndOfLine, EventEmitter, type TextDocument, type Uri, window, workspace } from 'vscode';
import type { Span } from '../core/model.ts';
import {
  type Annotation,
  type NewAnnotation,
  type Selectors,
  selectorsOf,
  withSelectors,
} from '../core/notes/annotation.ts';
import { describe } from '../core/notes/describe.ts';
import { sameJson } from '../core/notes/json.ts';
import { matchSteps, type Placement } from '../core/notes/match.ts';
import { type PlainText, plainText } from '../core/notes/plain.ts';
import { mapSpan, type TextChange } from '../core/text/change.ts';
import { sameSpans } from '../core/view/highlights.ts';
import type { Articles } from './articles.ts';
import { onDidChangeSettings, setting } from './config.ts';
import { log } from './log.ts';
import { inSlices } from './slices.ts';
import { type NotesPlace, notesPlace, StoredNotes, type Synced } from './storage.ts';

/** An annotation with its place in the text as it is now. */
export interface PlacedNote {
  readonly annotation: Annotation;
  readonly span: Span;
}

/** An annotation whose text was not found; the best candidates come first. */
export interface LostNote {
  readonly annotation: Annotation;
  readonly candidates: readonly Span[];
}

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

  /** The notes on a document are others, or elsewhere in the text otherwise than by an edit. */
  readonly onDidChange = this.#changed.event;
  /** A notes file was read or written. */
  readonly onDidSync = this.#synced.event;

  /** `storage` is the extension's private place for notes that belong to no folder or cannot be written there. */
  constructor(articles: Articles, storage: Uri) {
    this.#articles = articles;
    this.#storage = storage;
    const files = workspace.createFileSystemWatcher('**/*.jsonld');
    const follow = (file: Uri) => this.#reread(file);
    this.#subscriptions = [
      articles.onDidAnalyze(({ document }) => this.#open(document)),
      articles.onDidEdit(({ document, changes }) => this.#books.get(document)?.edit(changes)),
      workspace.onDidSaveTextDocument((document) => this.#books.get(document)?.saved()),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
      window.onDidChangeWindowState(({ focused }) => focused && this.syncAll()),
      onDidChangeSettings(() => this.#relocate()),
      files,
      files.onDidChange(follow),
      files.onDidCreate(follow),
      files.onDidDelete(follow),
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

  /** Where the notes on an open article are kept. */
  place(document: TextDocument): NotesPlace | undefined {
    return this.#books.get(document)?.stored.place;
  }

  /** The open articles that have been asked for notes. */
  get documents(): readonly TextDocument[] {
    return [...this.#books.keys()];
  }

  /** Adds an annotation on a span. `make` gets what every annotation has. */
  async add(document: TextDocument, span: Span, make: (to: NewAnnotation) => Annotation): Promise<Annotation> {
    const book = await this.ready(document);
    return book.add(span, make);
  }

  /** Changes an annotation; `undefined` deletes it. */
  async change(
    document: TextDocument,
    id: string,
    change: (annotation: Annotation) => Annotation | undefined,
  ): Promise<void> {
    const book = await this.ready(document);
    book.change(id, change);
  }

  /** Puts an annotation on another stretch of the text. */
  async putAt(document: TextDocument, id: string, span: Span): Promise<void> {
    const book = await this.ready(document);
    book.putAt(id, span);
  }

  /** Takes back the last change made here to the article's annotations; false if there is none. */
  async undo(document: TextDocument): Promise<boolean> {
    return (await this.ready(document)).undo();
  }

  /** Whether there is a change to take back. */
  canUndo(document: TextDocument): boolean {
    return this.#books.get(document)?.canUndo ?? false;
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
    const place = notesPlace(document.uri, this.#storage);
    const book = new Notebook(document, new StoredNotes(place, this.#storage), {
      changed: () => this.#changed.fire(document),
      synced: (synced) => this.#synced.fire({ document, place, synced }),
    });
    this.#books.set(document, book);
    return book;
  }

  #close(document: TextDocument): void {
    this.#books.get(document)?.dispose();
    this.#books.delete(document);
  }

  #reread(file: Uri): void {
    for (const book of this.#books.values()) {
      if (book.stored.place.file.toString() === file.toString()) book.sync();
    }
  }

  #relocate(): void {
    for (const [document, book] of this.#books) {
      const { file } = notesPlace(document.uri, this.#storage);
      if (file.toString() !== book.stored.place.file.toString()) this.reopen(document);
    }
  }
}

interface NotebookHost {
  readonly changed: () => void;
  readonly synced: (synced: Synced) => void;
}

interface Entry {
  readonly annotation: Annotation;
  /** Where it is; absent if it is lost, or not yet looked for. */
  readonly span?: Span;
  readonly candidates: readonly Span[];
  /** Whether an edit changed what is inside the span: undoing it may bring the text back. */
  readonly isTouched: boolean;
  /** What the text was after edits that are not saved yet, for when it is lost. */
  readonly latest?: Selectors;
}

/** The annotations of one open article. */
class Notebook implements Disposable {
  readonly stored: StoredNotes;
  readonly #document: TextDocument;
  readonly #host: NotebookHost;
  readonly #undo: (() => void)[] = [];
  #entries = new Map<string, Entry>();
  #isEdited = false;
  #eol: EndOfLine;
  #work: Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(document: TextDocument, stored: StoredNotes, host: NotebookHost) {
    this.#document = document;
    this.#eol = document.eol;
    this.stored = stored;
    this.#host = host;
    this.#work = this.#sync();
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  placed(): readonly PlacedNote[] {
    const placed = [...this.#entries.values()].flatMap(({ annotation, span }) => (span ? [{ annotation, span }] : []));
    return placed.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }

  lost(): readonly LostNote[] {
    return [...this.#entries.values()].filter(({ span }) => !span);
  }

  /** Once what is under way is done. */
  settled(): Promise<void> {
    return this.#work;
  }

  add(span: Span, make: (to: NewAnnotation) => Annotation): Annotation {
    const selectors = describe(plainText(this.#document.getText()), span);
    const created = new Date().toISOString();
    const creator = setting('notes.author', this.#document) || undefined;
    const annotation = make({ id: newId(), created, creator, selectors });
    this.#set(annotation.id, { annotation, span, candidates: [], isTouched: false });
    return annotation;
  }

  change(id: string, change: (annotation: Annotation) => Annotation | undefined): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    const annotation = change(entry.annotation);
    this.#set(id, annotation && { ...entry, annotation });
  }

  putAt(id: string, span: Span): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    const selectors = describe(plainText(this.#document.getText()), span);
    const annotation = { ...withSelectors(entry.annotation, selectors), modified: new Date().toISOString() };
    this.#set(id, { annotation, span, candidates: [], isTouched: false });
  }

  undo(): boolean {
    const last = this.#undo.pop();
    last?.();
    return last !== undefined;
  }

  edit(changes: readonly TextChange[]): void {
    this.#isEdited = true;
    let lost = false;
    // Other line ends move everything, which the changes do not tell.
    const isMeasurable = this.#eol === this.#document.eol;
    this.#eol = this.#document.eol;
    for (const [id, entry] of this.#entries) {
      if (!entry.span) continue;
      const { span: before, ...rest } = entry;
      const span = isMeasurable ? mapThrough(before, changes) : undefined;
      if (!span) {
        lost = true;
        this.#entries.set(id, { ...rest, isTouched: true });
      } else if (span !== before) {
        const isTouched =
          entry.isTouched || changes.some((change) => change.start < before.end && before.start < change.end);
        this.#entries.set(id, { ...rest, span, isTouched });
      }
    }
    if (lost) this.#host.changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#enqueue(async () => void (await this.#heal())), lost ? 0 : PAUSE);
  }

  /** The article was saved: the annotations tell where they are in what is on the disk now. */
  saved(): void {
    // At once, as the next edit may come before the work that is under way is done.
    if (this.#isEdited) this.#describeAgain();
    this.sync();
  }

  sync(): void {
    this.#enqueue(() => this.#sync());
  }

  dispose(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#retry);
  }

  #set(id: string, entry: Entry | undefined): void {
    const before = this.#entries.get(id);
    this.#undo.push(() => this.#put(id, before && this.#asOfNow(before)));
    this.#put(id, entry);
  }

  #put(id: string, entry: Entry | undefined): void {
    if (entry) this.#entries.set(id, entry);
    else this.#entries.delete(id);
    this.#host.changed();
    this.sync();
  }

  /** An entry to come back after an undo: other windows must see it as the latest version. */
  #asOfNow({ annotation, candidates }: Entry): Entry {
    return { annotation: { ...annotation, modified: new Date().toISOString() }, candidates, isTouched: true };
  }

  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error) => log.error(`notes on ${this.#document.uri.path}`, error));
  }

  /** Exchanges annotations with the file; what came from there is given its place. */
  async #sync(): Promise<void> {
    const mine = [...this.#entries.values()].map(({ annotation }) => annotation);
    const saved = this.#document.isDirty ? undefined : await digestOf(this.#document.getText());
    const synced = await this.stored.sync(mine, mine.length > 0 ? saved : undefined);
    if (this.#isClosed) return;
    clearTimeout(this.#retry);
    if (synced.failure) this.#retry = setTimeout(() => this.sync(), RETRY);
    const changed = this.#take(mine, synced.annotations);
    const moved = await this.#heal();
    if (changed && !moved) this.#host.changed();
    this.#host.synced(synced);
  }

  /** Takes in what the file has; annotations made or changed here while it was read stay as they are. */
  #take(sent: readonly Annotation[], received: readonly Annotation[]): boolean {
    const before = new Map(sent.map((annotation) => [annotation.id, annotation]));
    let changed = false;
    for (const annotation of received) {
      const entry = this.#entries.get(annotation.id);
      if (entry?.annotation !== before.get(annotation.id) || sameJson(entry?.annotation, annotation)) continue;
      const kept = entry && sameJson(selectorsOf(entry.annotation), selectorsOf(annotation)) ? entry : NEW;
      this.#entries.set(annotation.id, { ...kept, annotation });
      changed = true;
    }
    const left = new Set(received.map(({ id }) => id));
    for (const { id } of sent) if (!left.has(id)) changed = this.#entries.delete(id) || changed;
    return changed;
  }

  /** Looks for the text of annotations that have none, and of those whose text an edit changed. */
  async #heal(): Promise<boolean> {
    const wanted = [...this.#entries].filter(([, { span, isTouched }]) => !span || isTouched);
    if (wanted.length === 0 || this.#isClosed) return false;
    const { version } = this.#document;
    const plain = plainText(this.#document.getText());
    // All are matched, as those that have a place tell where the others should be.
    const all = [...this.#entries].map(([id, entry]) => [id, selectorsNow(plain, entry)] as const);
    const steps = matchSteps(
      plain,
      all.map(([, selectors]) => selectors),
    );
    const placements = await inSlices(steps, () => this.#isClosed || this.#document.version !== version);
    if (!placements) return false; // An edit came between; it has asked for another try.
    let changed = false;
    all.forEach(([id], i) => {
      changed = this.#heed(id, plain, placements[i]!) || changed;
    });
    if (changed) this.#host.changed();
    return changed;
  }

  /** Heeds what was found out about an annotation; true if it is elsewhere, or lost, because of it. */
  #heed(id: string, plain: PlainText, placement: Placement): boolean {
    const entry = this.#entries.get(id);
    if (!entry || (entry.span && !entry.isTouched)) return false;
    const { annotation, span: before } = entry;
    if (before) return this.#healTouched(id, before, { plain, placement });
    const { latest } = entry;
    if (placement.how === 'attention') {
      const { candidates } = placement;
      this.#entries.set(id, { annotation, candidates, isTouched: false, ...(latest && { latest }) });
      return !sameSpans(candidates, entry.candidates);
    }
    const { start, end } = placement;
    this.#entries.set(id, { annotation, span: { start, end }, candidates: [], isTouched: false });
    return true;
  }

  /** A span whose inside was edited grows back if its very words are there again, as after an undo. */
  #healTouched(
    id: string,
    before: Span,
    { plain, placement }: { readonly plain: PlainText; readonly placement: Placement },
  ): boolean {
    const { annotation, candidates } = this.#entries.get(id)!;
    const isBack =
      (placement.how === 'same' || placement.how === 'moved') &&
      placement.start <= before.end &&
      before.start <= placement.end;
    if (!isBack) {
      const latest = describe(plain, before);
      this.#entries.set(id, { annotation, span: before, candidates, isTouched: true, latest });
      return false;
    }
    const { start, end } = placement;
    this.#entries.set(id, { annotation, span: { start, end }, candidates, isTouched: false });
    return start !== before.start || end !== before.end;
  }

  #describeAgain(): void {
    const plain = plainText(this.#document.getText());
    this.#isEdited = false;
    for (const [id, entry] of this.#entries) {
      if (!entry.span) continue;
      const selectors = describe(plain, entry.span);
      if (sameJson(selectors, selectorsOf(entry.annotation))) continue;
      const annotation = withSelectors(entry.annotation, selectors);
      this.#entries.set(id, { ...entry, annotation, isTouched: false });
    }
  }
}

export type { Notebook };

/** Milliseconds after the last edit until lost annotations are looked for. */
const PAUSE = 300;
/** Milliseconds until notes that could not be written are tried again. */
const RETRY = 30_000;
const NEW = { candidates: [], isTouched: false };

/** Where a span is after edits; `undefined` if its words were deleted or replaced, be it by words like them. */
function mapThrough(span: Span, changes: readonly TextChange[]): Span | undefined {
  return changes.reduce<Span | undefined>((moved, change) => {
    const isReplaced = moved && change.start <= moved.start && moved.end <= change.end;
    return isReplaced ? undefined : moved && mapSpan(moved, change);
  }, span);
}

/** What to look for: where the annotation is if its place is known, otherwise what is written in it. */
function selectorsNow(plain: PlainText, { annotation, span, isTouched, latest }: Entry): Selectors {
  if (span && !isTouched) return describe(plain, span);
  return (span ? undefined : latest) ?? selectorsOf(annotation)!;
}

/** SHA-256 of the text with LF line ends; `undefined` where the host has no cryptography (a page without TLS). */
export async function digestOf(text: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(plainText(text).text);
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', bytes);
  return digest && `sha256:${Array.from(new Uint8Array(digest), hex).join('')}`;
}

function newId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${Array.from(bytes, hex)
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
