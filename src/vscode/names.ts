import { type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import type { NameModel } from '../core/pipeline/mentions.ts';
import { loadEngine } from './engine.ts';
import { log } from './log.ts';

/** Gives the model of names, read from the extension's files when first asked for; if that fails, warns once. */
export function namesOf({ extensionUri }: ExtensionContext): () => Promise<NameModel | undefined> {
  let names: Promise<NameModel | undefined> | undefined;
  return () => {
    names ??= load(Uri.joinPath(extensionUri, 'media', 'names.bin'));
    return names;
  };
}

async function load(file: Uri): Promise<NameModel | undefined> {
  try {
    const { readNameModel } = await loadEngine();
    const names = readNameModel(await workspace.fs.readFile(file));
    if (names) return names;
    log.warn(`${file.path} is damaged`);
  } catch (error) {
    log.error(`reading ${file.path}`, error);
  }
  window.showWarningMessage(
    l10n.t(
      'Article Lens cannot read its model of names, so no names are found. Quotes and sections work. Installing the extension again may help.',
    ),
  );
  return undefined;
}
