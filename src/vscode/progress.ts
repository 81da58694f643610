import { type Disposable, l10n, ProgressLocation, type TextDocument, window, workspace } from 'vscode';
import type { Articles } from './articles.ts';

/** Shows in the status bar and above the tree how far an analysis is that takes long. */
export function registerProgress(articles: Articles): Disposable {
  const shown = new Set<TextDocument>();
  return articles.onDidTakeLong(async (document) => {
    if (shown.has(document)) return;
    shown.add(document);
    await Promise.all(LOCATIONS.map((location) => show(document, articles, location)));
    shown.delete(document);
  });
}

const LOCATIONS = [ProgressLocation.Window, { viewId: 'articleLens.findings' }];

function show(document: TextDocument, articles: Articles, location: (typeof LOCATIONS)[number]): Thenable<void> {
  const title = l10n.t('Annotating {0}', workspace.asRelativePath(document.uri));
  return window.withProgress({ location, title }, async (progress) => {
    for (let share = articles.progress(document); share !== undefined; share = articles.progress(document)) {
      progress.report({ message: l10n.t('{0} %', Math.round(share * 100)) });
      await new Promise((resolve) => setTimeout(resolve, REFRESH));
    }
  });
}

/** Milliseconds between two looks at the progress. */
const REFRESH = 200;
