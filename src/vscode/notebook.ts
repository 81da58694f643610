import type { Disposable, EndOfLine, TextDocument } from 'vscode';
import type { Span } from '../core/model.ts';
import { type Annotation, type NewAnnotation, selectorsOf, withSelectors } from '../core/notes/annotation.ts';
import { describe } from '../core/notes/describe.ts';
import {
  displaced,
  type Entry,
  edited,
  healed,
  placed,
  renewed,
  samePlaces,
  selectorsNow,
} from '../core/notes/entries.ts';
import { sameJson } from '../core/notes/json.ts';
import { matchSteps } from '../core/notes/match.ts';
import { plainText } from '../core/notes/plain.ts';
import type { TextChange } from '../core/text/change.ts';
import { setting } from './config.ts';
import { digestOf, newId } from './ids.ts';
import { log } from './log.ts';
import { inSlices } from './slices.ts';
import type { StoredNotes, Synced } from './storage.ts';

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

/** What a notebook needs, and whom it tells. */
export interface NotebookHost {
  /** Finds the file of the notes. */
  readonly open: () => Promise<StoredNotes>;
  readonly changed: () => void;
  readonly synced: (synced: Synced) => void;
}

/** The annotations of one open article: in memory, in step with the text, and exchanged with their file. */
export class Notebook implements Disposable {
  readonly #document: TextDocument;
  readonly #host: NotebookHost;
  readonly #undo: (() => void)[] = [];
  readonly #entries = new Map<string, Entry>();
  #stored: StoredNotes | undefined;
  #isEdited = false;
  #eol: EndOfLine;
  #work: Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  /** Whether the last save failed, so that the notes wait to be written. */
  isWaiting = false;

  constructor(document: TextDocument, host: NotebookHost) {
    this.#document = document;
    this.#eol = document.eol;
    this.#host = host;
    this.#work = Promise.resolve();
    this.sync();
  }

  /** The file of the notes, once it is known. */
  get stored(): StoredNotes | undefined {
    return this.#stored;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  /** In the order of the text. */
  placed(): readonly PlacedNote[] {
    const all = [...this.#entries.values()].flatMap(({ annotation, span }) => (span ? [{ annotation, span }] : []));
    return all.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
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
    this.#set(annotation.id, placed(annotation, span));
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
    this.#set(id, placed(annotation, span));
  }

  /** Has {@link undo} take back what is being changed elsewhere, unless that comes to nothing. */
  remember(change: Promise<(() => unknown) | undefined>): void {
    const undo = () => void change.then((takeBack) => takeBack?.());
    this.#undo.push(undo);
    change.then((takeBack) => {
      const at = takeBack ? -1 : this.#undo.indexOf(undo);
      if (at >= 0) this.#undo.splice(at, 1);
    });
  }

  undo(): boolean {
    const last = this.#undo.pop();
    last?.();
    return last !== undefined;
  }

  edit(changes: readonly TextChange[]): void {
    this.#isEdited = true;
    let isAnyLost = false;
    // Other line ends move everything, which the changes do not tell.
    const isMeasurable = this.#eol === this.#document.eol;
    this.#eol = this.#document.eol;
    for (const [id, before] of this.#entries) {
      if (!before.span) continue;
      const after = isMeasurable ? edited(before, changes) : displaced(before);
      if (after !== before) this.#entries.set(id, after);
      isAnyLost ||= !after.span;
    }
    if (isAnyLost) this.#host.changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#enqueue(async () => void (await this.#heal())), isAnyLost ? 0 : PAUSE);
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
    this.#undo.push(() => this.#put(id, before && asOfNow(before)));
    this.#put(id, entry);
  }

  #put(id: string, entry: Entry | undefined): void {
    if (entry) this.#entries.set(id, entry);
    else this.#entries.delete(id);
    this.#host.changed();
    this.sync();
  }

  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error) => log.error(`notes on ${this.#document.uri.path}`, error));
  }

  /** Exchanges annotations with the file; what came from there is given its place. */
  async #sync(): Promise<void> {
    this.#stored ??= await this.#host.open();
    const mine = [...this.#entries.values()].map(({ annotation }) => annotation);
    const saved = this.#document.isDirty ? undefined : await digestOf(this.#document.getText());
    const synced = await this.#stored.sync(mine, mine.length > 0 ? saved : undefined);
    if (this.#isClosed) return this.#host.synced(synced);
    clearTimeout(this.#retry);
    const wasWaiting = this.isWaiting;
    this.isWaiting = synced.failure !== undefined;
    if (this.isWaiting) this.#retry = setTimeout(() => this.sync(), RETRY);
    const isChanged = this.#take(mine, synced.annotations) || wasWaiting !== this.isWaiting;
    const isMoved = await this.#heal();
    if (isChanged && !isMoved) this.#host.changed();
    this.#host.synced(synced);
  }

  /** Takes in what the file has; annotations made or changed here while it was read stay as they are. */
  #take(sent: readonly Annotation[], received: readonly Annotation[]): boolean {
    const before = new Map(sent.map((annotation) => [annotation.id, annotation]));
    let isChanged = false;
    for (const annotation of received) {
      const entry = this.#entries.get(annotation.id);
      if (entry?.annotation !== before.get(annotation.id) || sameJson(entry?.annotation, annotation)) continue;
      this.#entries.set(annotation.id, renewed(entry, annotation));
      isChanged = true;
    }
    const left = new Set(received.map(({ id }) => id));
    for (const { id } of sent) if (!left.has(id)) isChanged = this.#entries.delete(id) || isChanged;
    return isChanged;
  }

  /** Looks for the text of annotations that have none, and of those whose text an edit changed. */
  async #heal(): Promise<boolean> {
    const entries = [...this.#entries];
    if (this.#isClosed || entries.every(([, { span, isTouched }]) => span && !isTouched)) return false;
    const { version } = this.#document;
    const plain = plainText(this.#document.getText());
    // All are matched, as those that have a place tell where the others should be.
    const wanted = entries.map(([, entry]) => selectorsNow(plain, entry));
    const isStale = () => this.#isClosed || this.#document.version !== version;
    const placements = await inSlices(matchSteps(plain, wanted), isStale);
    if (!placements) return false; // An edit came between; it has asked for another try.
    let isChanged = false;
    entries.forEach(([id], i) => {
      const before = this.#entries.get(id);
      const after = before && healed(before, plain, placements[i]!);
      if (!after || after === before) return;
      this.#entries.set(id, after);
      isChanged ||= !samePlaces(before, after);
    });
    if (isChanged) this.#host.changed();
    return isChanged;
  }

  #describeAgain(): void {
    const plain = plainText(this.#document.getText());
    this.#isEdited = false;
    for (const [id, entry] of this.#entries) {
      if (!entry.span) continue;
      const selectors = describe(plain, entry.span);
      if (sameJson(selectors, selectorsOf(entry.annotation))) continue;
      this.#entries.set(id, { ...entry, annotation: withSelectors(entry.annotation, selectors), isTouched: false });
    }
  }
}

/** Milliseconds after the last edit until lost annotations are looked for. */
const PAUSE = 300;
/** Milliseconds until notes that could not be written are tried again. */
const RETRY = 30_000;

/** An entry to come back after an undo: other windows must see it as the latest version. */
function asOfNow({ annotation, candidates }: Entry): Entry {
  return { annotation: { ...annotation, modified: new Date().toISOString() }, candidates, isTouched: true };
}
