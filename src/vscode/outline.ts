import {
  Disposable,
  DocumentSymbol,
  type ExtensionContext,
  FoldingRange,
  languages,
  SymbolKind,
  type TextDocument,
} from 'vscode';
import type { Analysis, Section } from '../core/model.ts';
import { type Branch, nested } from '../core/view/sections.ts';
import { plain } from '../core/view/words.ts';
import type { Articles } from './articles.ts';
import { toRange } from './convert.ts';

/** Sections in the Outline, in breadcrumbs and in sticky scroll, and as folding ranges. */
export function registerOutline(_context: ExtensionContext, articles: Articles): Disposable {
  return articles.forEachLanguage((language) =>
    Disposable.from(
      languages.registerDocumentSymbolProvider(
        language,
        {
          provideDocumentSymbols: async (document) =>
            nested(sectionsOf(document, await articles.settled(document))).map((branch) => toSymbol(document, branch)),
        },
        { label: 'Article Lens' },
      ),
      languages.registerFoldingRangeProvider(language, {
        provideFoldingRanges: async (document) =>
          sectionsOf(document, await articles.settled(document)).flatMap((section) => toFolding(document, section)),
      }),
    ),
  );
}

/** VS Code itself outlines and folds by Markdown's headings, so there only the sections it does not know are added. */
function sectionsOf(document: TextDocument, analysis: Analysis | undefined): readonly Section[] {
  const sections = analysis?.sections ?? [];
  return document.languageId === 'markdown' && sections.every(({ heading }) => heading) ? [] : sections;
}

function toSymbol(document: TextDocument, { section, below }: Branch): DocumentSymbol {
  const range = toRange(document, section);
  const heading = section.heading ? toRange(document, section.heading) : range.with({ end: range.start });
  const title = plain(section.title, 120) || '…';
  const symbol = new DocumentSymbol(title, '', SymbolKind.String, range.union(heading), heading);
  symbol.children = below.map((branch) => toSymbol(document, branch));
  return symbol;
}

function toFolding(document: TextDocument, section: Section): FoldingRange[] {
  const { start, end } = toRange(document, section);
  const first = section.heading ? document.positionAt(section.heading.start).line : start.line;
  let last = end.character === 0 ? end.line - 1 : end.line;
  while (last > first && document.lineAt(last).isEmptyOrWhitespace) last--;
  return last > first ? [new FoldingRange(first, last)] : [];
}
