import { l10n, type Range, type TextEditor, window } from 'vscode';
import { type Annotation, commentsOf } from '../core/notes/annotation.ts';

/** What a new note is about: the selection, or the word at the cursor. */
export function selected({ document, selection }: TextEditor): Range | undefined {
  return selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
}

/** Asks for the text of a note: a new one, or one that there is. */
export function askText(annotation?: Annotation): Thenable<string | undefined> {
  return window.showInputBox({
    title: annotation ? l10n.t('Edit Note') : l10n.t('Write a note'),
    prompt: l10n.t('#words at its end become tags.'),
    value: annotation ? (commentsOf(annotation)[0] ?? '') : '',
  });
}
