import { l10n } from 'vscode';
import { keptName, noteBlocks, notesRow } from '../core/view/notes.ts';
import type { Layer } from './layers.ts';
import type { Notes } from './notes.ts';

/** The notes as the views show them; the status bar tells their number, and whether others can see them. */
export function noteLayer(notes: Notes): Layer {
  return {
    onDidChange: notes.onDidChange,
    hover: (document, offset) => noteBlocks(notes.placed(document), offset, l10n),
    root: (document, filter) =>
      notesRow({
        uri: document.uri.toString(),
        text: document.getText(),
        placed: notes.placed(document),
        lost: notes.lost(document),
        kept: notes.kept(document),
        filter,
        l10n,
      }),
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
