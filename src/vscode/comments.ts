import {
  type CommentController,
  CommentMode,
  type CommentReply,
  type CommentThread,
  CommentThreadCollapsibleState,
  commands,
  comments,
  Disposable,
  type ExtensionContext,
  l10n,
  type Range,
  Selection,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { commentsOf, createNote, tagsOf, withContent } from '../core/notes/annotation.ts';
import { isCorrectionAnnotation } from '../core/notes/corrections.ts';
import { parseNote } from '../core/notes/tags.ts';
import type { Articles } from './articles.ts';
import { toRange, toSpan } from './convert.ts';
import { askText, selected } from './noteInputs.ts';
import type { Notes, PlacedNote } from './notes.ts';
import { type NoteComment, update } from './threads.ts';

/** Shows the notes as VS Code's own comment threads, in the margin and in its Comments panel. */
export function registerComments(_context: ExtensionContext, articles: Articles, notes: Notes): Disposable {
  const margin = new Margin(notes);
  const { registerCommand } = commands;
  return Disposable.from(
    margin,
    notes.onDidChange((document) => margin.show(document)),
    articles.onDidAnalyze((document) => margin.show(document)),
    workspace.onDidCloseTextDocument((document) => margin.hide(document)),
    registerCommand('articleLens.annotateSelection', () => margin.annotateSelection()),
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

  constructor(notes: Notes) {
    this.#notes = notes;
    this.#controller = comments.createCommentController('articleLens.notes', l10n.t('Notes'));
    this.#controller.options = {
      prompt: l10n.t('Write a note'),
      placeHolder: l10n.t('Your note. #words at its end become tags.'),
    };
  }

  /**
   * Opens a thread to write in, or asks for the note where the line has a thread already: VS Code would only open that
   * one. The selection stays; without one, the note is on the word at the cursor.
   */
  async annotateSelection(): Promise<void> {
    const editor = window.activeTextEditor;
    const range = editor && selected(editor);
    if (!range) {
      window.showInformationMessage(l10n.t('Select the words that the note is about.'));
      return;
    }
    const { document } = editor;
    await this.#notes.ready(document);
    if (this.#hasThread(document, range.end.line)) {
      const typed = await askText();
      if (typed) await this.#notes.add(document, toSpan(document, range), (to) => createNote(to, parseNote(typed)));
      return;
    }
    await this.#allow(document, range);
    // VS Code takes the column of a range that it is given for the line, but the selection as it is.
    editor.selection = new Selection(range.start, range.end);
    await commands.executeCommand('workbench.action.addComment');
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

  #hasThread(document: TextDocument, line: number): boolean {
    return [...(this.#threads.get(document)?.values() ?? [])].some(({ range }) => range?.end.line === line);
  }

  /**
   * Lets VS Code open a thread on the range. It draws a bar along all lines where it may, so those are no more than
   * needed; that they are others it learns by asking, a moment after it is given the provider anew.
   */
  async #allow(document: TextDocument, range: Range): Promise<void> {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, PATIENCE);
      this.#controller.commentingRangeProvider = {
        provideCommentingRanges: (asked) => {
          if (asked !== document) return [];
          // The answer must be there before the command that needs it.
          setTimeout(resolve, UNDERWAY);
          return [range];
        },
      };
    });
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

/** Milliseconds to wait for a question of VS Code's that may not come, as where comments are hidden. */
const PATIENCE = 3000;

/** Milliseconds that an answer takes at most to be sent. */
const UNDERWAY = 50;

function now(): string {
  return new Date().toISOString();
}
