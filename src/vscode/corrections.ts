import { Disposable, type ExtensionContext, l10n, type TextDocument } from 'vscode';
import type { Analysis, Span } from '../core/model.ts';
import { applyCorrections } from '../core/notes/apply.ts';
import { correctionOf } from '../core/notes/corrections.ts';
import { applyNames } from '../core/notes/folder.ts';
import { mentionAt, quoteAt } from '../core/view/items.ts';
import type { Articles } from './articles.ts';
import { type At, type Kept, registerAt, tell } from './correcting.ts';
import type { Notes } from './notes.ts';

/** What the reader corrects is applied to every analysis, and kept with the notes. */
export function registerCorrections(
  _context: ExtensionContext,
  articles: Articles,
  { notes, names }: Kept,
): Disposable {
  const corrected = new WeakMap<TextDocument, string>();
  const refine = articles.addRefiner((document, analysis) => {
    const text = document.getText();
    return applyCorrections(text, applyNames(text, analysis, names.for(document)), correctionsOf(notes, document));
  });
  return Disposable.from(
    refine,
    names.onDidChange(() => articles.refresh()),
    notes.onDidChange((document) => {
      const now = JSON.stringify(correctionsOf(notes, document).map(({ id, correction }) => [id, correction]));
      if (now === (corrected.get(document) ?? '[]')) return;
      corrected.set(document, now);
      articles.refresh(document);
    }),
    registerAt(articles, { notes, names }, { undoCorrection: withdraw }),
  );
}

function correctionsOf(notes: Notes, document: TextDocument) {
  return notes
    .placed(document)
    .flatMap(({ annotation, span }) => {
      const correction = correctionOf(annotation);
      return correction ? [{ ...span, id: annotation.id, correction, created: String(annotation.created) }] : [];
    })
    .sort((a, b) => (a.created < b.created ? -1 : 1));
}

/** Takes back the correction of what is at the target or cursor, or the one that was made just there. */
async function withdraw({ analysis, document, notes, span }: At): Promise<void> {
  const isHere = (of: Span) => of.start <= span.start && span.start <= of.end;
  const here = notes.placed(document).findLast((one) => correctionOf(one.annotation) && isHere(one.span));
  const id = correctedAt(analysis, span.start) ?? here?.annotation.id;
  if (id) await notes.change(document, id, () => undefined);
  else tell(l10n.t('Nothing is corrected at the cursor.'));
}

/** Id of the correction of a finding, which may have been made at another place of the article. */
function correctedAt(analysis: Analysis, offset: number): string | undefined {
  const section = analysis.sections.find(({ heading }) => heading && heading.start <= offset && offset <= heading.end);
  const found = [mentionAt(analysis, offset)?.entity, quoteAt(analysis, offset), section];
  return found.find((one) => one?.corrected)?.corrected;
}
