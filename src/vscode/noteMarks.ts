import {
  DecorationRangeBehavior,
  Disposable,
  type ExtensionContext,
  OverviewRulerLane,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
} from 'vscode';
import { isResolved, tagsOf } from '../core/notes/annotation.ts';
import { isCorrectionAnnotation } from '../core/notes/corrections.ts';
import { tagColor } from '../core/notes/tags.ts';
import type { Articles } from './articles.ts';
import { onDidChangeSettings, setting } from './config.ts';
import { toRange } from './convert.ts';
import type { Notes } from './notes.ts';

/** Paints the notes in the colour of their first tag; resolved ones keep only a thin line. */
export function registerNoteMarks(_context: ExtensionContext, articles: Articles, notes: Notes): Disposable {
  const types = Array.from({ length: COLORS + 1 }, (_, color) => makeType(color));
  const resolved = window.createTextEditorDecorationType({
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    borderWidth: '0 0 1px 0',
    borderStyle: 'dotted',
    borderColor: new ThemeColor('articleLens.noteRuler'),
  });
  const painted = new WeakSet<TextEditor>();
  const paint = (editor: TextEditor) => {
    const marks = marksOf(editor, notes);
    if (marks.every(({ length }) => length === 0) && !painted.has(editor)) return;
    painted.add(editor);
    [...types, resolved].forEach((type, i) => {
      editor.setDecorations(type, marks[i] ?? []);
    });
  };
  const paintAll = () => window.visibleTextEditors.forEach(paint);
  paintAll();
  return Disposable.from(
    ...types,
    resolved,
    notes.onDidChange((document) =>
      window.visibleTextEditors.filter((one) => one.document === document).forEach(paint),
    ),
    articles.onDidAnalyze((document) =>
      window.visibleTextEditors.filter((one) => one.document === document && painted.has(one)).forEach(paint),
    ),
    window.onDidChangeVisibleTextEditors((editors) => editors.filter((one) => !painted.has(one)).forEach(paint)),
    onDidChangeSettings(paintAll),
  );
}

/** Colours of tags: contributed as `articleLens.noteBackground1` and so on; `articleLens.noteBackground0` is for none. */
const COLORS = 6;

/** The ranges of each type: the colours, and the resolved notes last. */
function marksOf(editor: TextEditor, notes: Notes) {
  const marks = Array.from({ length: COLORS + 2 }, () => [] as ReturnType<typeof toRange>[]);
  const placed = notes.placed(editor.document);
  if (placed.length === 0 || !setting('highlights.show')) return marks;
  for (const { annotation, span } of placed) {
    if (isCorrectionAnnotation(annotation)) continue;
    const type = isResolved(annotation) ? COLORS + 1 : tagColor(tagsOf(annotation)[0], COLORS);
    marks[type]?.push(toRange(editor.document, span));
  }
  return marks;
}

function makeType(color: number): TextEditorDecorationType {
  return window.createTextEditorDecorationType({
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    backgroundColor: new ThemeColor(`articleLens.noteBackground${color}`),
    borderWidth: '0 0 2px 0',
    borderStyle: 'solid',
    borderColor: new ThemeColor(`articleLens.noteBorder${color}`),
    overviewRulerColor: new ThemeColor('articleLens.noteRuler'),
    overviewRulerLane: OverviewRulerLane.Right,
  });
}
