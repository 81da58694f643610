import type { ExtensionContext, TextDocument } from 'vscode';
import type { Analysis } from './core/model.ts';
import { Articles } from './vscode/articles.ts';
import { watchSettings } from './vscode/config.ts';
import { registerDecorations } from './vscode/decorations.ts';
import { registerHovers } from './vscode/hovers.ts';
import { Layers } from './vscode/layers.ts';
import { guard } from './vscode/log.ts';
import { namesOf } from './vscode/names.ts';
import { registerProgress } from './vscode/progress.ts';
import { registerStatus } from './vscode/status.ts';
import { registerTree } from './vscode/tree.ts';

/** What other extensions may ask of us. */
export interface Api {
  /** The analysis of a document as it is now; `undefined` if it is no article. */
  analysis(document: TextDocument): Promise<Analysis | undefined>;
}

/**
 * Makes the store of articles and puts the features on top; one that fails to start leaves the others running. What
 * is seen at once comes first; the rest is loaded while the first analysis is on its way.
 */
export async function activate(context: ExtensionContext): Promise<Api> {
  const settings = watchSettings();
  const articles = new Articles(namesOf(context));
  const layers = new Layers();
  context.subscriptions.push(
    settings,
    articles,
    guard('highlights', () => registerDecorations(context, articles)),
    guard('hovers', () => registerHovers(context, articles, layers)),
    guard('tree', () => registerTree(context, articles, layers)),
    guard('status bar', () => registerStatus(context, articles, layers)),
    guard('progress', () => registerProgress(articles)),
  );
  const { registerLater } = await import('./later.ts');
  context.subscriptions.push(guard('actions', () => registerLater(context, articles, layers)));
  return { analysis: (document) => articles.settled(document) };
}
