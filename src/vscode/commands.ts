import { commands, Disposable, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import type { Articles } from './articles.ts';
import { changeSetting, type Settings, setting } from './config.ts';

/** Annotating on demand, showing and hiding, and the menu of the status bar. */
export function registerCommands(context: ExtensionContext, articles: Articles): Disposable {
  return Disposable.from(
    commands.registerCommand('articleLens.annotate', () => annotate(articles)),
    ...TOGGLES.map(([command, name]) => commands.registerCommand(command, () => changeSetting(name, !setting(name)))),
    commands.registerCommand('articleLens.showMenu', showMenu),
    commands.registerCommand('articleLens.openSample', () => openSample(context)),
    commands.registerCommand('articleLens.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`),
    ),
    commands.registerCommand('articleLens.openSettings', () =>
      commands.executeCommand('workbench.action.openSettings', `@ext:${context.extension.id}`),
    ),
  );
}

type Toggle = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings];

const TOGGLES: readonly (readonly [string, Toggle])[] = [
  ['articleLens.toggleHighlights', 'highlights.show'],
  ['articleLens.toggleQuotes', 'highlights.quotes'],
  ['articleLens.toggleEntities', 'highlights.entities'],
  ['articleLens.toggleSections', 'highlights.sections'],
];

function annotate(articles: Articles): void {
  const editor = window.activeTextEditor;
  if (editor) articles.annotate(editor.document);
  else window.showInformationMessage(l10n.t('Open an article to annotate it.'));
}

/** Opens the sample as a new document, so that one may write in it. */
async function openSample({ extensionUri }: ExtensionContext): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples', 'harbour-strike.txt'));
  const content = new TextDecoder().decode(bytes);
  await window.showTextDocument(await workspace.openTextDocument({ language: 'plaintext', content }));
}

async function showMenu(): Promise<void> {
  const shown = setting('highlights.show');
  const picked = await window.showQuickPick(
    [
      { label: l10n.t('$(list-tree) Show Findings'), command: 'articleLens.findings.focus' },
      { label: l10n.t('$(search) Go to Annotation…'), command: 'articleLens.goToAnnotation' },
      {
        label: shown ? l10n.t('$(eye-closed) Hide Highlights') : l10n.t('$(eye) Show Highlights'),
        command: 'articleLens.toggleHighlights',
      },
      { label: l10n.t('$(gear) Settings'), command: 'articleLens.openSettings' },
    ],
    { title: 'Article Lens' },
  );
  if (picked) await commands.executeCommand(picked.command);
}
