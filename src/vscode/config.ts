import {
  type ConfigurationScope,
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  l10n,
  window,
  workspace,
} from 'vscode';
import { log } from './log.ts';

/** Our settings by name, without the section in front. Their defaults stand in package.json. */
export interface Settings {
  readonly 'annotate.automatically': boolean;
  readonly 'annotate.languages': readonly string[];
  readonly 'annotate.indirectQuotes': boolean;
  readonly 'highlights.show': boolean;
  readonly 'highlights.quotes': boolean;
  readonly 'highlights.entities': boolean;
  readonly 'highlights.sections': boolean;
  readonly 'highlights.boilerplate': boolean;
  readonly 'highlights.terms': boolean;
  readonly 'highlights.labels': readonly string[];
  readonly 'hover.show': boolean;
  readonly 'counts.fragments': boolean;
  readonly 'tree.groupBy': 'kind' | 'section' | 'text';
  readonly 'tree.sortBy': 'text' | 'name' | 'count';
  readonly 'tree.followCursor': boolean;
  readonly 'moving.wrap': boolean;
  readonly 'inlayHints.speakers': boolean;
  readonly 'codeLens.sections': boolean;
  readonly 'storage.location': 'folder' | 'besideArticle' | 'private';
  readonly 'notes.author': string;
}

const SECTION = 'articleLens';

/**
 * The value of a setting; its default, with one message, if the reader wrote something of another type. A `scope` is
 * for settings that may differ from folder to folder.
 */
export function setting<K extends keyof Settings>(name: K, scope?: ConfigurationScope): Settings[K] {
  if (scope) return read(name, scope) as Settings[K];
  if (!values.has(name)) values.set(name, read(name));
  return values.get(name) as Settings[K];
}

/** Writes a setting where the reader has set it already, otherwise in the user settings. */
export async function changeSetting<K extends keyof Settings>(name: K, value: Settings[K]): Promise<void> {
  const configuration = workspace.getConfiguration(SECTION);
  const { workspaceValue } = configuration.inspect(name) ?? {};
  try {
    await configuration.update(name, value, workspaceValue === undefined);
  } catch (error) {
    log.error(`changing ${name}`, error);
    window.showErrorMessage(l10n.t('Article Lens could not change the setting {0}.', `${SECTION}.${name}`));
  }
}

/** Fires when a setting of ours has changed, as long as {@link watchSettings} watches. */
export const onDidChangeSettings: Event<void> = (...args) => changed.event(...args);

/** Keeps the settings up to date. Asking VS Code each time would take longer than all else that a key stroke causes. */
export function watchSettings(): Disposable {
  values.clear();
  return workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration(SECTION)) return;
    values.clear();
    changed.fire();
  });
}

const values = new Map<string, unknown>();
const changed = new EventEmitter<void>();

function read(name: string, scope?: ConfigurationScope): unknown {
  const configuration = workspace.getConfiguration(SECTION, scope);
  const value = configuration.get<unknown>(name);
  const fallback = configuration.inspect<unknown>(name)?.defaultValue;
  if (sameShape(value, fallback)) return value;
  complain(name);
  return fallback;
}

function sameShape(value: unknown, fallback: unknown): boolean {
  if (Array.isArray(fallback)) return Array.isArray(value) && value.every((member) => typeof member === 'string');
  return typeof value === typeof fallback;
}

const complained = new Set<string>();

function complain(name: string): void {
  if (complained.has(name)) return;
  complained.add(name);
  const open = l10n.t('Open Settings');
  window
    .showWarningMessage(
      l10n.t('Article Lens: the setting {0} has a value of the wrong type and is ignored.', `${SECTION}.${name}`),
      open,
    )
    .then((choice) => choice && commands.executeCommand('workbench.action.openSettings', `${SECTION}.${name}`));
}
