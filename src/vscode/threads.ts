import { type Comment, CommentMode, type CommentThread, CommentThreadState, l10n, type TextDocument } from 'vscode';
import { type Annotation, commentsOf, creatorOf, isResolved, tagsOf } from '../core/notes/annotation.ts';
import { type Kept, keptName } from '../core/view/notes.ts';
import { toRange } from './convert.ts';
import type { PlacedNote } from './notes.ts';

/** One comment of a note. The text is plain, so that nothing in it is taken for Markdown or a link. */
export class NoteComment implements Comment {
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
    this.label = tagLine(annotation);
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

/** Makes a thread that of a note, without touching what is as it should be. */
export function update(
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
  const title = `${isDone ? l10n.t('Resolved note') : l10n.t('Note')} ${tagLine(annotation)}`.trim();
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
  const label = tagLine(annotation);
  if (thread.comments.some(({ mode }) => mode === CommentMode.Editing)) return true;
  return (
    thread.comments.length === Math.max(1, texts.length) &&
    thread.comments.every((comment, i) => comment.body === (texts[i] ?? '') && (comment.label ?? '') === label)
  );
}

/** Its tags as they are typed: '#verify #later'. */
function tagLine(annotation: Annotation): string {
  return tagsOf(annotation)
    .map((tag) => `#${tag}`)
    .join(' ');
}
