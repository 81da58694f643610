import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { readWhole } from './files.ts';
import { log } from './log.ts';
import type { Notes, Told } from './notes.ts';
import type { NotesPlace } from './places.ts';
import { NewerVersion } from './storage.ts';

/** Opens the notes files, and tells what is wrong with them. */
export function registerKeeping(_context: ExtensionContext, notes: Notes): Disposable {
  const keeper = new Keeper(notes);
  return Disposable.from(
    notes.onDidSync((told) => keeper.tell(told)),
    commands.registerCommand('articleLens.openNotesFile', () => keeper.open()),
  );
}

class Keeper {
  readonly #notes: Notes;
  /** What the reader has been told, so that nothing is told twice. */
  readonly #told = new Set<string>();

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** Tells once what the reader should know about a notes file. */
  tell({ document, place, synced }: Told): void {
    const { failure, state, faults } = synced;
    const name = nameOf(document.uri);
    if (failure) this.#tellFailure(document, place, failure);
    else this.#told.delete(`failure ${place.file}`);
    if (faults.length > 0 || state === 'damaged') {
      for (const fault of faults) log.warn(`${place.file.path}: ${fault}`);
      this.#warn(
        `faults ${place.file} ${faults.join()}`,
        state === 'damaged'
          ? l10n.t(
              'The notes file of {0} is damaged. What could be read is shown; the file is kept before it is written.',
              name,
            )
          : l10n.t(
              'Records in the notes file of {0} could not be read: {1}. They stay in the file.',
              name,
              faults.length,
            ),
        { label: l10n.t('Open Notes File'), run: () => show(place.file) },
      );
    }
    if (state === 'newer' && !failure) {
      this.#warn(
        `newer ${place.file}`,
        l10n.t('The notes file of {0} is from a later version of Article Lens. It is shown but not written.', name),
      );
    }
  }

  async open(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document) await this.#notes.ready(document);
    const place = document && this.#notes.place(document);
    if (!place) return void window.showInformationMessage(l10n.t('Open an article to see its notes file.'));
    const { text } = await readWhole(place.file);
    if (text !== undefined) await show(place.file);
    else window.showInformationMessage(l10n.t('There are no notes on this article yet.'));
  }

  #tellFailure(document: TextDocument, { file }: NotesPlace, { error, safe }: { error: unknown; safe: boolean }): void {
    log.error(`saving ${file.path}`, error);
    const name = nameOf(document.uri);
    const again = { label: l10n.t('Try Again'), run: () => this.#notes.syncAll() };
    if (error instanceof NewerVersion) {
      const message = l10n.t(
        'The notes file of {0} is from a later version of Article Lens and is not written. Your changes wait in private storage.',
        name,
      );
      this.#warn(`failure ${file}`, message);
      return;
    }
    const message = safe
      ? l10n.t('The notes on {0} cannot be saved in their place. They wait in private storage until they can.', name)
      : l10n.t(
          'The notes on {0} cannot be saved at all. Keep this window open; they are tried again every half minute.',
          name,
        );
    this.#warn(`failure ${file}`, message, again);
  }

  #warn(key: string, message: string, action?: { readonly label: string; readonly run: () => unknown }): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const details = l10n.t('Show Details');
    window.showWarningMessage(message, ...(action ? [action.label] : []), details).then((choice) => {
      if (choice === details) log.show();
      else if (choice && choice === action?.label) action.run();
    });
  }
}

async function show(file: Uri): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument(file));
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
