import { type Event, EventEmitter, l10n, type TextDocument } from 'vscode';
import type { HoverBlock } from '../core/view/hover.ts';
import { keptName, noteBlocks, notesRow } from '../core/view/notes.ts';
import type { TreeNode } from '../core/view/tree.ts';
import type { Notes } from './notes.ts';

/** The notes' root in the sidebar's tree. */
export function noteTree(notes: Notes): {
  readonly onDidChange: Event<void>;
  row(document: TextDocument, filter: string): TreeNode | undefined;
} {
  return {
    onDidChange: changesOf(notes),
    row: (document, filter) =>
      notesRow({
        uri: document.uri.toString(),
        text: document.getText(),
        placed: notes.placed(document),
        lost: notes.lost(document),
        kept: notes.kept(document),
        filter,
        l10n,
      }),
  };
}

/** What the hover says about the notes at an offset. */
export function noteHovers(notes: Notes): (document: TextDocument, offset: number) => readonly HoverBlock[] {
  return (document, offset) => noteBlocks(notes.placed(document), offset, l10n);
}

/** What the status bar says about the notes: their number, and whether others can see them. */
export function noteFacts(notes: Notes): {
  readonly onDidChange: Event<void>;
  facts(document: TextDocument): readonly string[];
} {
  return {
    onDidChange: changesOf(notes),
    facts: (document) => {
      const lost = notes.lost(document).length;
      const count = notes.placed(document).length + lost;
      if (count === 0) return [];
      const kept = keptName(notes.kept(document), l10n);
      return [
        [l10n.t('Notes: {0}', count), kept].filter(Boolean).join(' · '),
        ...(lost > 0 ? [l10n.t('Notes that need attention: {0}', lost)] : []),
      ];
    },
  };
}

function changesOf(notes: Notes): Event<void> {
  const changed = new EventEmitter<void>();
  notes.onDidChange(() => changed.fire());
  return changed.event;
}
