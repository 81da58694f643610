import {
  Disposable,
  type ExtensionContext,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type TextDocument,
  window,
} from 'vscode';
import { countedStatements, titled } from '../core/view/outline.ts';
import { wordCount } from '../core/view/words.ts';
import type { Articles } from './articles.ts';
import { onDidChangeSettings, setting } from './config.ts';
import type { Layers } from './layers.ts';

/** The counts of the article in the active editor; a click opens the menu. */
export function registerStatus(_context: ExtensionContext, articles: Articles, layers: Layers): Disposable {
  const item = window.createStatusBarItem('articleLens.status', StatusBarAlignment.Right, 90);
  item.name = 'Article Lens';
  item.command = 'articleLens.showMenu';
  const update = () => {
    const document = window.activeTextEditor?.document;
    const label = document && describe(document, articles, layers.facts(document));
    if (!label) return item.hide();
    item.text = label.text;
    item.tooltip = label.tooltip;
    item.accessibilityInformation = { label: label.spoken, role: 'button' };
    item.show();
  };
  update();
  return Disposable.from(
    item,
    articles.onDidAnalyze(update),
    window.onDidChangeActiveTextEditor(update),
    onDidChangeSettings(update),
    layers.onDidChange(update),
  );
}

interface StatusLabel {
  readonly text: string;
  readonly tooltip: MarkdownString;
  readonly spoken: string;
}

function describe(document: TextDocument, articles: Articles, more: readonly string[]): StatusLabel | undefined {
  const analysis = articles.get(document);
  if (!analysis) return undefined;
  const hidden = !setting('highlights.show');
  const fragments = setting('counts.fragments');
  const counts = [
    l10n.t('Quotes: {0}', countedStatements(analysis, { fragments }).length),
    l10n.t('Entities: {0}', analysis.entities.length),
    l10n.t('Sections: {0}', titled(analysis).length),
  ];
  const facts = [
    ...counts,
    wordCount(analysis.words, l10n),
    l10n.t('Language: {0}', languageName(analysis.language)),
    ...more,
    ...(hidden ? [l10n.t('Highlights are hidden')] : []),
  ];
  const short = `$(quote) ${counts[0]?.replace(/\D+/, '')} $(symbol-class) ${analysis.entities.length}`;
  return {
    text: hidden ? `$(eye-closed) ${short}` : short,
    tooltip: new MarkdownString(`**Article Lens**\n\n${facts.map((fact) => `- ${fact}`).join('\n')}`),
    spoken: `Article Lens: ${facts.join(', ')}`,
  };
}

/** The language's name in the reader's language. */
function languageName(code: string): string {
  if (code === 'und') return l10n.t('unknown');
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
