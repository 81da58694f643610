import {
  CodeLens,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  InlayHint,
  l10n,
  languages,
  type TextDocument,
} from 'vscode';
import type { Analysis, Section } from '../core/model.ts';
import { sectionFigures, spokenFor } from '../core/view/figures.ts';
import type { Articles } from './articles.ts';
import { onDidChangeSettings, setting } from './config.ts';
import { toRange } from './convert.ts';

/** What can be shown between the words, both off by default: speakers behind pronouns, figures above headings. */
export function registerFigures(_context: ExtensionContext, articles: Articles): Disposable {
  const changed = new EventEmitter<void>();
  return Disposable.from(
    changed,
    articles.onDidAnalyze(() => {
      if (setting('inlayHints.speakers') || setting('codeLens.sections')) changed.fire();
    }),
    onDidChangeSettings(() => changed.fire()),
    articles.forEachLanguage((language) =>
      Disposable.from(
        languages.registerInlayHintsProvider(language, {
          onDidChangeInlayHints: changed.event,
          provideInlayHints: (document, range) =>
            setting('inlayHints.speakers')
              ? hints(document, articles.get(document)).filter(({ position }) => range.contains(position))
              : [],
        }),
        languages.registerCodeLensProvider(language, {
          onDidChangeCodeLenses: changed.event,
          provideCodeLenses: (document) =>
            setting('codeLens.sections') ? lenses(document, articles.get(document)) : [],
        }),
      ),
    ),
  );
}

function hints(document: TextDocument, analysis: Analysis | undefined): InlayHint[] {
  return spokenFor(analysis).map(({ name, end }) => {
    const hint = new InlayHint(document.positionAt(end), `= ${name}`);
    hint.paddingLeft = true;
    return hint;
  });
}

function lenses(document: TextDocument, analysis: Analysis | undefined): CodeLens[] {
  const lens = (section: Section, whole: Analysis) => {
    const range = toRange(document, section.heading ?? { start: section.start, end: section.start });
    const target = { uri: document.uri.toString(), start: section.start, end: section.start };
    return [
      new CodeLens(range, { title: sectionFigures(whole, section, l10n), command: '' }),
      new CodeLens(range, {
        title: l10n.t('Copy Quotes'),
        command: 'articleLens.copyQuotesOfSection',
        arguments: [target],
      }),
    ];
  };
  return analysis ? analysis.sections.flatMap((section) => lens(section, analysis)) : [];
}
