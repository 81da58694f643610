import { type Event, EventEmitter, l10n, type TextDocument } from 'vscode';
import type { HoverBlock } from '../core/view/hover.ts';
import { noteBlocks, notesRow } from '../core/view/notes.ts';
import type { TreeNode } from '../core/view/tree.ts';
import type { Notes } from './notes.ts';

/** The notes' root in the sidebar's tree. */
export function noteTree(notes: Notes): {
  readonly onDidChange: Event<void>;
  row(document: TextDocument, filter: string): TreeNode | undefined;
} {
  const changed = new EventEmitter<void>();
  notes.onDidChange(() => changed.fire());
  return {
    onDidChange: changed.event,
    row: (document, filter) =>
      notesRow({
        uri: document.uri.toString(),
        text: document.getText(),
        placed: notes.placed(document),
        lost: notes.lost(document),
        filter,
        l10n,
      }),
  };
}

/** What the hover says about the notes at an offset. */
export function noteHovers(notes: Notes): (document: TextDocument, offset: number) => readonly HoverBlock[] {
  return (document, offset) => noteBlocks(notes.placed(document), offset, l10n);
}
