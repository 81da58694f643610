import { commands, Disposable, l10n, type QuickPickItem, type TextDocument, window } from 'vscode';
import type { Analysis, Span } from '../core/model.ts';
import { type Correction, createCorrection } from '../core/notes/corrections.ts';
import type { FolderNames } from '../core/notes/folder.ts';
import { describeCorrection } from '../core/view/notes.ts';
import { oneLine } from '../core/view/words.ts';
import type { Articles } from './articles.ts';
import { asTarget, documentOf, toSpan } from './convert.ts';
import type { FolderNamesStore } from './folderNames.ts';
import type { Notes } from './notes.ts';

/** What a correction is made with: what the reader's corrections are kept in. */
export interface Kept {
  readonly notes: Notes;
  readonly names: FolderNamesStore;
}

/** Where a correction is made. */
export interface At extends Kept {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly text: string;
  readonly span: Span;
}

/** Registers commands that correct what is at their target or under the cursor, by their names without our prefix. */
export function registerAt(
  articles: Articles,
  kept: Kept,
  corrections: Readonly<Record<string, (at: At) => Promise<void>>>,
): Disposable {
  const registered = Object.entries(corrections).map(([id, run]) =>
    commands.registerCommand(`articleLens.${id}`, async (argument: unknown) => {
      const at = await locate(articles, kept, argument);
      if (at) await run(at);
      else tell(l10n.t('Open an article to correct it.'));
    }),
  );
  return Disposable.from(...registered);
}

/** Keeps a correction of a span with the article's notes, and says so. */
export async function correct({ document, text, notes }: At, span: Span, correction: Correction): Promise<void> {
  const { start, end } = span;
  await notes.add(document, { start, end }, (to) => createCorrection(to, correction));
  const words = oneLine(text, span, 40);
  window.setStatusBarMessage(l10n.t('“{0}”: {1}', words, describeCorrection(correction, l10n)), 5000);
}

/**
 * Changes what is known in the whole folder, which can be undone like the corrections of the article: also before it is
 * saved, since the reader may see it saved before we do.
 */
export async function changeNames(
  { document, names, notes }: Kept & Pick<At, 'document'>,
  change: (names: FolderNames) => FolderNames,
): Promise<void> {
  const changed = names.change(document, change);
  await notes.remember(document, changed);
  await changed;
}

/** Tells the reader why nothing is done. */
export function tell(message: string): void {
  window.showInformationMessage(message);
}

/** Asks which of the items is meant; `undefined` if none. */
export async function pick<T>(
  title: string,
  items: readonly (QuickPickItem & { readonly value: T })[],
): Promise<T | undefined> {
  return (await window.showQuickPick(items, { title }))?.value;
}

/** The target of the command, or what is under the cursor of the active editor. */
async function locate(articles: Articles, kept: Kept, argument: unknown): Promise<At | undefined> {
  const target = asTarget(argument);
  const editor = window.activeTextEditor;
  const document = target ? await documentOf(target) : editor?.document;
  const analysis = document && (await articles.settled(document));
  if (!document || !analysis) return undefined;
  const span = target ?? (editor && toSpan(document, editor.selection));
  return span && { ...kept, document, analysis, text: document.getText(), span };
}
