import { commands, type Disposable, type ExtensionContext, l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { type Destination, destinations } from '../core/view/destinations.ts';
import type { Target } from '../core/view/tree.ts';
import type { Articles } from './articles.ts';

/** *Go to Annotation…*: a quick pick over everything found; `@`, `"` and `#` narrow it to entities, quotes or sections. */
export function registerGoTo(_context: ExtensionContext, articles: Articles): Disposable {
  return commands.registerCommand('articleLens.goToAnnotation', () => goTo(articles));
}

interface Place extends QuickPickItem {
  readonly destination: Destination;
}

async function goTo(articles: Articles): Promise<void> {
  const document = window.activeTextEditor?.document;
  const analysis = document && (await articles.settled(document));
  if (!document || !analysis) {
    window.showInformationMessage(l10n.t('Open an article to go to its quotes, entities and sections.'));
    return;
  }
  const places = destinations(analysis, document.getText(), l10n).map(toPlace);
  const pick = window.createQuickPick<Place>();
  pick.title = l10n.t('Go to Annotation');
  pick.placeholder = l10n.t('Type @ for entities, " for quotes, # for sections');
  pick.matchOnDescription = true;
  const narrow = () => {
    const { prefix } = PREFIXES.find(({ prefix }) => pick.value.startsWith(prefix)) ?? { prefix: '' };
    // The picker matches the whole value against the label, so the labels shown then carry the prefix too.
    const kind = PREFIXES.find((one) => one.prefix === prefix)?.kind;
    pick.items = places
      .filter(({ destination }) => !kind || destination.kind === kind)
      .map((place) => ({ ...place, label: `${prefix}${place.label}` }));
  };
  pick.onDidChangeValue(narrow);
  pick.onDidAccept(() => {
    const { start, end } = pick.selectedItems[0]?.destination.span ?? {};
    const target = { uri: document.uri.toString(), start, end } as Target;
    pick.hide();
    if (start !== undefined) commands.executeCommand('articleLens.reveal', target);
  });
  pick.onDidHide(() => pick.dispose());
  narrow();
  pick.show();
}

function toPlace(destination: Destination): Place {
  const { label, description, icon } = destination;
  return { label, description, iconPath: new ThemeIcon(icon), destination };
}

const PREFIXES = [
  { prefix: '@', kind: 'entity' },
  { prefix: '"', kind: 'quote' },
  { prefix: '#', kind: 'section' },
] as const;
