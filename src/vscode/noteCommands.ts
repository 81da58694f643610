import {
  type CommentThread,
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  type QuickPickItem,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Span } from '../core/model.ts';
import {
  type Annotation,
  commentsOf,
  createNote,
  selectorsOf,
  tagsOf,
  textOf,
  withContent,
  withResolved,
} from '../core/notes/annotation.ts';
import { isCorrectionAnnotation } from '../core/notes/corrections.ts';
import { parseNote, tagCounts } from '../core/notes/tags.ts';
import { noteTitle } from '../core/view/notes.ts';
import { snippet } from '../core/view/words.ts';
import { asTarget, toRange, toSpan } from './convert.ts';
import { askText, selected } from './noteInputs.ts';
import type { LostNote, Notes } from './notes.ts';

/** Everything one does with notes, by keyboard as well as from menus. Corrections that are lost are placed here, too. */
export function registerNoteCommands(_context: ExtensionContext, notes: Notes): Disposable {
  const onNote = (id: string, run: (found: Found) => Promise<unknown> | undefined) =>
    commands.registerCommand(`articleLens.${id}`, async (argument: unknown) => {
      const found = await find(notes, argument);
      if (found) await run(found);
      else window.showInformationMessage(l10n.t('There is no note at the cursor.'));
    });
  const change = ({ document, annotation }: Found, by: (annotation: Annotation) => Annotation | undefined) =>
    notes.change(document, annotation.id, by);
  return Disposable.from(
    commands.registerCommand('articleLens.tagSelection', () => tagSelection(notes)),
    commands.registerCommand('articleLens.filterByTag', () => filterByTag(notes)),
    commands.registerCommand('articleLens.undoNote', () => undo(notes)),
    commands.registerCommand('articleLens.placeNote', (argument: unknown) => placeLost(notes, argument)),
    onNote('editNote', async (found) => {
      const typed = await askText(found.annotation);
      if (typed === undefined) return;
      const { comments, tags } = parseNote(typed);
      await change(found, (note) => {
        const [, ...others] = commentsOf(note);
        return withContent(note, { comments: [...comments, ...others], tags: [...tagsOf(note), ...tags] }, now());
      });
    }),
    onNote('editTags', async (found) => {
      const tags = await pickTags(notes, tagsOf(found.annotation));
      if (tags) await change(found, (note) => withContent(note, { comments: commentsOf(note), tags }, now()));
    }),
    onNote('resolveNote', (found) => change(found, (note) => withResolved(note, 'resolved', now()))),
    onNote('reopenNote', (found) => change(found, (note) => withResolved(note, 'open', now()))),
    onNote('deleteNote', async (found) => {
      await change(found, () => undefined);
      const back = l10n.t('Undo');
      const choice = await window.showInformationMessage(l10n.t('The note is deleted.'), back);
      if (choice === back) await notes.undo(found.document);
    }),
  );
}

interface Found {
  readonly document: TextDocument;
  readonly annotation: Annotation;
}

/** The note a command is about: of a thread in the margin, of a row in the tree, of a link, or at the cursor. */
async function find(notes: Notes, argument: unknown): Promise<Found | undefined> {
  const { comments, uri, id, target } = Object(argument) as Partial<CommentThread> & { id?: string; target?: unknown };
  const place = asTarget(target) ?? asTarget(argument);
  const document = await documentOf(place?.uri ?? (uri instanceof Uri ? uri.toString() : undefined));
  if (!document) return undefined;
  await notes.ready(document);
  const all = [...notes.placed(document), ...notes.lost(document)].map(({ annotation }) => annotation);
  const named = (comments?.[0] as { id?: string } | undefined)?.id ?? id;
  if (named) {
    const annotation = all.find((one) => named === one.id || named.endsWith(`/${one.id}`));
    return annotation && { document, annotation };
  }
  const at = place ?? cursorIn(document);
  const inside = notes
    .placed(document)
    .filter(
      ({ annotation, span }) =>
        !isCorrectionAnnotation(annotation) && at && span.start <= at.start && at.end <= span.end,
    );
  const exact = inside.find(({ span }) => span.start === at?.start && span.end === at.end) ?? inside.at(-1);
  return exact && { document, annotation: exact.annotation };
}

async function documentOf(uri: string | undefined): Promise<TextDocument | undefined> {
  return uri ? workspace.openTextDocument(Uri.parse(uri)) : window.activeTextEditor?.document;
}

function cursorIn(document: TextDocument): Span | undefined {
  const editor = window.activeTextEditor;
  return editor?.document === document ? toSpan(document, editor.selection) : undefined;
}

/** Puts tags on the selection, without a text. */
async function tagSelection(notes: Notes): Promise<void> {
  const editor = window.activeTextEditor;
  const range = editor && selected(editor);
  if (!range) {
    window.showInformationMessage(l10n.t('Select the words that the tags are for.'));
    return;
  }
  const { document } = editor;
  const span = toSpan(document, range);
  await notes.ready(document);
  const tags = await pickTags(notes, []);
  if (tags?.length) await notes.add(document, span, (to) => createNote(to, { comments: [], tags }));
}

async function undo(notes: Notes): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || !(await notes.undo(document))) {
    window.showInformationMessage(l10n.t('There is no change of a note or correction to undo.'));
  }
}

interface TagItem extends QuickPickItem {
  readonly tag: string;
}

/** Lets the reader choose among the tags in use, and type new ones. `undefined` if nothing was accepted. */
function pickTags(notes: Notes, chosen: readonly string[]): Promise<readonly string[] | undefined> {
  const counts = tagCounts(annotationsOf(notes));
  const known = [...chosen.filter((tag) => !counts.some((one) => one.tag === tag)), ...counts.map(({ tag }) => tag)];
  const toItem = (tag: string): TagItem => {
    const count = counts.find((one) => one.tag === tag)?.count;
    return { label: `#${tag}`, tag, ...(count && { description: String(count) }) };
  };
  const pick = window.createQuickPick<TagItem>();
  pick.title = l10n.t('Tags');
  pick.placeholder = l10n.t('Choose tags, or type a new one');
  pick.canSelectMany = true;
  pick.items = known.map(toItem);
  pick.selectedItems = pick.items.filter(({ tag }) => chosen.includes(tag));
  pick.onDidChangeValue((value) => {
    const typed = value.replace(/^#/, '').trim().replace(/\s+/g, '-');
    const kept = pick.selectedItems;
    const isNew = typed !== '' && !known.includes(typed);
    const items = [...(isNew ? [{ ...toItem(typed), alwaysShow: true }] : []), ...known.map(toItem)];
    const others = kept.filter((item) => !items.some(({ tag }) => tag === item.tag));
    pick.items = [...items, ...others];
    pick.selectedItems = pick.items.filter(
      ({ tag }) => kept.some((item) => item.tag === tag) || (isNew && tag === typed),
    );
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems.map(({ tag }) => tag));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Shows only what has a tag in the tree; each tag is listed with its count in the open articles. */
async function filterByTag(notes: Notes): Promise<void> {
  const counts = tagCounts(annotationsOf(notes));
  if (counts.length === 0) {
    window.showInformationMessage(l10n.t('No note of the open articles has a tag.'));
    return;
  }
  const items = counts.map(({ tag, count }) => ({ label: `#${tag}`, description: String(count) }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Show Notes with Tag') });
  if (picked) await commands.executeCommand('articleLens.filter', picked.label);
}

function annotationsOf(notes: Notes): readonly Annotation[] {
  return notes.documents.flatMap((document) =>
    [...notes.placed(document), ...notes.lost(document)].map(({ annotation }) => annotation),
  );
}

/** Lets the reader choose where a note that was not found again belongs, and shows each place while it is considered. */
async function placeLost(notes: Notes, argument: unknown): Promise<void> {
  const found = argument ? await find(notes, argument) : undefined;
  const document = found?.document ?? window.activeTextEditor?.document;
  if (!document) return;
  await notes.ready(document);
  const lost = notes.lost(document);
  const note = lost.find(({ annotation }) => annotation.id === found?.annotation.id) ?? (await pickLost(lost));
  if (!note) return;
  const editor = await window.showTextDocument(document);
  const span = await pickPlace(editor, note);
  if (span === 'delete') await notes.change(document, note.annotation.id, () => undefined);
  else if (span) await notes.putAt(document, note.annotation.id, span);
}

async function pickLost(lost: readonly LostNote[]): Promise<LostNote | undefined> {
  if (lost.length === 0) window.showInformationMessage(l10n.t('No note of this article needs attention.'));
  if (lost.length <= 1) return lost[0];
  const items = lost.map((note) => ({
    label: noteTitle(note.annotation) || textOf(note.annotation),
    description: `“${wordsOf(note.annotation)}”`,
    note,
  }));
  return (await window.showQuickPick(items, { title: l10n.t('Which Note?') }))?.note;
}

interface PlaceItem extends QuickPickItem {
  readonly result?: Span | 'delete';
}

function pickPlace(editor: TextEditor, note: LostNote): Promise<Span | 'delete' | undefined> {
  const { document, selection } = editor;
  const text = document.getText();
  const items: PlaceItem[] = note.candidates.map((span) => ({
    label: `$(location) ${snippet(text, span).label}`,
    description: l10n.t('line {0}', document.positionAt(span.start).line + 1),
    result: span,
  }));
  if (!selection.isEmpty) {
    items.push({ label: l10n.t('$(selection) At the selection'), result: toSpan(document, selection) });
  }
  items.push({ label: l10n.t('$(trash) Delete the note'), result: 'delete' });
  const pick = window.createQuickPick<PlaceItem>();
  pick.title = l10n.t('Where does this note on “{0}” belong?', wordsOf(note.annotation));
  pick.placeholder = l10n.t('To put it elsewhere, leave this, select the words and call Place Note again');
  pick.items = items;
  pick.onDidChangeActive(([item]) => {
    if (item?.result && item.result !== 'delete') reveal(editor, item.result);
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.result);
      pick.hide();
    });
    pick.onDidHide(() => {
      editor.selection = selection;
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function reveal(editor: TextEditor, span: Span): void {
  const range = toRange(editor.document, span);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function wordsOf(annotation: Annotation): string {
  const exact = selectorsOf(annotation)?.quote.exact ?? '';
  return exact.length > 50 ? `${exact.slice(0, 50)}…` : exact;
}

function now(): string {
  return new Date().toISOString();
}
