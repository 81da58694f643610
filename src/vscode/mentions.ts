import {
  commands,
  Disposable,
  DocumentHighlight,
  type ExtensionContext,
  Location,
  l10n,
  languages,
  type Position,
  type Range,
  type TextDocument,
  WorkspaceEdit,
  window,
} from 'vscode';
import type { Entity, Mention } from '../core/model.ts';
import { mentionAt } from '../core/view/items.ts';
import { fullNaming, renamed } from '../core/view/naming.ts';
import type { Articles } from './articles.ts';
import { asTarget, openTarget, toRange } from './convert.ts';

/** An entity's mentions, where VS Code has a place for the uses of a name: highlights, references, definition, rename. */
export function registerMentions(_context: ExtensionContext, articles: Articles): Disposable {
  const at = async (document: TextDocument, position: Position): Promise<Found | undefined> => {
    const analysis = await articles.settled(document);
    return analysis && mentionAt(analysis, document.offsetAt(position));
  };
  return Disposable.from(
    articles.forEachLanguage((language) =>
      Disposable.from(
        languages.registerDocumentHighlightProvider(language, {
          provideDocumentHighlights: async (document, position) =>
            rangesOf(document, await at(document, position)).map((range) => new DocumentHighlight(range)),
        }),
        languages.registerReferenceProvider(language, {
          provideReferences: async (document, position) => locationsOf(document, await at(document, position)),
        }),
        languages.registerDefinitionProvider(language, {
          provideDefinition: async (document, position) => definitionOf(document, await at(document, position)),
        }),
        languages.registerRenameProvider(language, {
          prepareRename: async (document, position) => nameAt(document, await at(document, position)),
          provideRenameEdits: async (document, position, name) =>
            renaming(document, await at(document, position), name),
        }),
      ),
    ),
    commands.registerCommand('articleLens.peekMentions', (target) => peek(target, at)),
  );
}

interface Found {
  readonly entity: Entity;
  readonly mention: Mention;
}

function rangesOf(document: TextDocument, found: Found | undefined): Range[] {
  return (found?.entity.mentions ?? []).map((mention) => toRange(document, mention));
}

function locationsOf(document: TextDocument, found: Found | undefined): Location[] {
  return rangesOf(document, found).map((range) => new Location(document.uri, range));
}

function definitionOf(document: TextDocument, found: Found | undefined): Location | undefined {
  const first = found && fullNaming(found.entity, document.getText());
  return first && new Location(document.uri, toRange(document, first));
}

function nameAt(document: TextDocument, found: Found | undefined): Range {
  if (found?.mention.kind !== 'name') throw new Error(l10n.t('There is no entity’s name here.'));
  return toRange(document, found.mention);
}

/** All mentions by name change in one edit, so that one undo brings them back. */
function renaming(document: TextDocument, found: Found | undefined, newName: string): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const oldName = document.getText(nameAt(document, found));
  for (const mention of found?.entity.mentions ?? []) {
    if (mention.kind !== 'name') continue;
    const range = toRange(document, mention);
    edit.replace(document.uri, range, renamed(document.getText(range), oldName, newName.trim()));
  }
  return edit;
}

async function peek(target: unknown, at: (document: TextDocument, position: Position) => Promise<Found | undefined>) {
  const editor = await openTarget(asTarget(target));
  if (!editor) return;
  const { document, selection } = editor;
  const locations = locationsOf(document, await at(document, selection.active));
  if (locations.length === 0) window.setStatusBarMessage(l10n.t('No entity at the cursor'), 3000);
  else await commands.executeCommand('editor.action.peekLocations', document.uri, selection.active, locations, 'peek');
}
