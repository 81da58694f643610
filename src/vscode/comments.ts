import {
  type Comment,
  type CommentController,
  CommentMode,
  type CommentReply,
  type CommentThread,
  CommentThreadCollapsibleState,
  CommentThreadState,
  commands,
  comments,
  Disposable,
  type ExtensionContext,
  l10n,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import {
  type Annotation,
  commentsOf,
  createNote,
  creatorOf,
  isResolved,
  tagsOf,
  withContent,
} from '../core/notes/annotation.ts';
import { isCorrectionAnnotation } from '../core/notes/corrections.ts';
import { parseNote } from '../core/notes/tags.ts';
import { type Kept, keptName } from '../core/view/notes.ts';
import type { Articles } from './articles.ts';
import { setting } from './config.ts';
import { toRange, toSpan } from './convert.ts';
import type { Notes, PlacedNote } from './notes.ts';

/** Shows the notes as VS Code's own comment threads, in the margin and in its Comments panel. */
export function registerComments(_context: ExtensionContext, articles: Articles, notes: Notes): Disposable {
  const margin = new Margin(articles, notes);
  const { registerCommand } = commands;
  return Disposable.from(
    margin,
    notes.onDidChange((document) => margin.show(document)),
    articles.onDidAnalyze(({ document }) => margin.show(document)),
    workspace.onDidCloseTextDocument((document) => margin.hide(document)),
    registerCommand('articleLens.saveNote', (reply: CommentReply) => margin.save(reply)),
    registerCommand('articleLens.editComment', (comment: NoteComment) => comment.edit()),
    registerCommand('articleLens.saveComment', (comment: NoteComment) => margin.saveComment(comment)),
    registerCommand('articleLens.cancelComment', (comment: NoteComment) => comment.cancel()),
  );
}

class Margin implements Disposable {
  readonly #notes: Notes;
  readonly #controller: CommentController;
  readonly #threads = new Map<TextDocument, Map<string, CommentThread>>();
  /** A thread that the reader has just written into, to become the new note's. */
  #written: CommentThread | undefined;

  constructor(articles: Articles, notes: Notes) {
    this.#notes = notes;
    this.#controller = comments.createCommentController('articleLens.notes', l10n.t('Notes'));
    this.#controller.options = {
      prompt: l10n.t('Write a note'),
      placeHolder: l10n.t('Your note. #words at its end become tags.'),
    };
    this.#controller.commentingRangeProvider = {
      // VS Code asks before the article is analysed, and not again after it.
      provideCommentingRanges: (document) =>
        mayHaveNotes(articles, document) ? [new Range(0, 0, Math.max(0, document.lineCount - 1), 0)] : [],
    };
  }

  /** Makes the threads of a document those of its notes, without touching what is as it should be. */
  show(document: TextDocument): void {
    const threads = this.#threads.get(document) ?? new Map<string, CommentThread>();
    this.#threads.set(document, threads);
    const placed = this.#notes.placed(document).filter(({ annotation }) => !isCorrectionAnnotation(annotation));
    const left = new Set(threads.keys());
    for (const note of placed) {
      const { id } = note.annotation;
      left.delete(id);
      const thread = threads.get(id) ?? this.#thread(document, note);
      threads.set(id, thread);
      update(thread, document, { ...note, kept: this.#notes.kept(document) });
    }
    for (const id of left) {
      threads.get(id)?.dispose();
      threads.delete(id);
    }
  }

  hide(document: TextDocument): void {
    for (const thread of this.#threads.get(document)?.values() ?? []) thread.dispose();
    this.#threads.delete(document);
  }

  /** The reader has written the first note of a thread, or one more below it. */
  async save({ thread, text }: CommentReply): Promise<void> {
    const document = await workspace.openTextDocument(thread.uri);
    const id = this.#idOf(thread);
    const typed = parseNote(text);
    if (id) {
      await this.#notes.change(document, id, (note) => {
        const content = { comments: [...commentsOf(note), ...typed.comments], tags: [...tagsOf(note), ...typed.tags] };
        return withContent(note, content, now());
      });
      return;
    }
    if (!thread.range) return;
    await this.#notes.ready(document);
    this.#written = thread;
    await this.#notes.add(document, toSpan(document, thread.range), (to) => createNote(to, typed));
    this.#written = undefined;
  }

  /** The reader has changed a comment. Emptied, it is taken out; the note stays if it has tags or other comments. */
  async saveComment(comment: NoteComment): Promise<void> {
    const document = await workspace.openTextDocument(comment.thread.uri);
    const { comments: typed, tags } = parseNote(comment.body);
    await this.#notes.change(document, comment.id, (note) => {
      const others = commentsOf(note);
      others.splice(comment.index, 1, ...typed);
      return withContent(note, { comments: others, tags: [...tagsOf(note), ...tags] }, now());
    });
    comment.mode = CommentMode.Preview;
    this.show(document);
  }

  dispose(): void {
    this.#controller.dispose();
  }

  #thread(document: TextDocument, { span }: PlacedNote): CommentThread {
    const written = this.#written;
    this.#written = undefined;
    const thread = written ?? this.#controller.createCommentThread(document.uri, toRange(document, span), []);
    thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    return thread;
  }

  #idOf(thread: CommentThread): string | undefined {
    for (const threads of this.#threads.values()) {
      for (const [id, one] of threads) if (one === thread) return id;
    }
    return undefined;
  }
}

/** The boxes that notes are written in are documents, too. */
function mayHaveNotes(articles: Articles, document: TextDocument): boolean {
  if (document.uri.scheme === 'comment') return false;
  const { languageId } = document;
  return articles.has(document) || setting('annotate.languages', document).includes(languageId);
}

/** One comment of a note. The text is plain, so that nothing in it is taken for Markdown or a link. */
class NoteComment implements Comment {
  body: string;
  mode = CommentMode.Preview;
  readonly author: { readonly name: string };
  readonly contextValue = 'note';
  readonly label: string;
  readonly timestamp?: Date;
  readonly id: string;
  readonly index: number;
  readonly thread: CommentThread;
  readonly #saved: string;

  constructor(thread: CommentThread, annotation: Annotation, index: number) {
    const { id, created } = annotation;
    this.thread = thread;
    this.id = id;
    this.index = index;
    this.body = commentsOf(annotation)[index] ?? '';
    this.#saved = this.body;
    this.author = { name: creatorOf(annotation) || l10n.t('You') };
    this.label = tagsOf(annotation)
      .map((tag) => `#${tag}`)
      .join(' ');
    const time = new Date(String(created));
    if (!Number.isNaN(time.getTime())) this.timestamp = time;
  }

  edit(): void {
    this.#setMode(CommentMode.Editing);
  }

  cancel(): void {
    this.body = this.#saved;
    this.#setMode(CommentMode.Preview);
  }

  /** A thread shows changes of its comments only when it is given them anew. */
  #setMode(mode: CommentMode): void {
    this.mode = mode;
    this.thread.comments = [...this.thread.comments];
  }
}

function update(
  thread: CommentThread,
  document: TextDocument,
  { annotation, span, kept }: PlacedNote & { readonly kept: Kept },
): void {
  const range = toRange(document, span);
  if (!thread.range?.isEqual(range)) thread.range = range;
  const isDone = isResolved(annotation);
  const state = isDone ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
  if (thread.state !== state) thread.state = state;
  const contextValue = isDone ? 'resolved' : 'open';
  if (thread.contextValue !== contextValue) thread.contextValue = contextValue;
  const tags = tagsOf(annotation).map((tag) => `#${tag}`);
  const title = [isDone ? l10n.t('Resolved note') : l10n.t('Note'), ...tags].join(' ');
  const where = keptName(kept, l10n);
  const label = where ? `${title} · ${where}` : title;
  if (thread.label !== label) thread.label = label;
  // A note of tags alone has an empty comment, as a thread without comments is not shown.
  const shown = Array.from({ length: Math.max(1, commentsOf(annotation).length) }, (_, index) => index);
  if (!isShown(thread, annotation)) thread.comments = shown.map((index) => new NoteComment(thread, annotation, index));
}

/** Whether the thread has just these comments; one that is being edited is left alone. */
function isShown(thread: CommentThread, annotation: Annotation): boolean {
  const texts = commentsOf(annotation);
  const label = tagsOf(annotation)
    .map((tag) => `#${tag}`)
    .join(' ');
  if (thread.comments.some(({ mode }) => mode === CommentMode.Editing)) return true;
  return (
    thread.comments.length === Math.max(1, texts.length) &&
    thread.comments.every((comment, i) => comment.body === (texts[i] ?? '') && (comment.label ?? '') === label)
  );
}

function now(): string {
  return new Date().toISOString();
}
