import { type Disposable, type ExtensionContext, l10n, type QuickPickItem, window } from 'vscode';
import type { Analysis } from '../core/model.ts';
import { quoteAt } from '../core/view/items.ts';
import type { Articles } from './articles.ts';
import { type At, correct, type Kept, registerAt, tell } from './correcting.ts';

/** Corrections of quotes, their speakers, and headings. */
export function registerPassageCorrections(_context: ExtensionContext, articles: Articles, kept: Kept): Disposable {
  return registerAt(articles, kept, {
    notAQuote: rejectQuote,
    changeSpeaker,
    notAHeading: rejectHeading,
    markAsQuote,
    markAsHeading,
  });
}

async function rejectQuote(at: At): Promise<void> {
  const quote = quoteAt(at.analysis, at.span.start);
  if (quote) await correct(at, quote, { action: 'reject', finding: 'quote', scope: 'mention' });
  else tell(l10n.t('There is no quote at the cursor.'));
}

async function rejectHeading(at: At): Promise<void> {
  const { start } = at.span;
  const section = at.analysis.sections.find(({ heading }) => heading && heading.start <= start && start <= heading.end);
  if (section?.heading) await correct(at, section.heading, { action: 'reject', finding: 'heading', scope: 'mention' });
  else tell(l10n.t('There is no heading at the cursor.'));
}

async function changeSpeaker(at: At): Promise<void> {
  const quote = quoteAt(at.analysis, at.span.start);
  if (!quote) return tell(l10n.t('There is no quote at the cursor.'));
  const name = await pickSpeaker(at.analysis, quote.speaker?.name);
  if (name !== undefined) await correct(at, quote, { action: 'speaker', name });
}

async function markAsQuote(at: At): Promise<void> {
  if (!hasWords(at)) return;
  const name = await pickSpeaker(at.analysis, undefined);
  if (name !== undefined) await correct(at, at.span, { action: 'mark', finding: 'quote', ...(name && { name }) });
}

/** The whole line at the cursor, or the words selected. */
async function markAsHeading(at: At): Promise<void> {
  const { document, span, text } = at;
  const line = document.lineAt(document.positionAt(span.start).line);
  const start = document.offsetAt(line.range.start) + line.firstNonWhitespaceCharacterIndex;
  const whole = { start, end: document.offsetAt(line.range.end) };
  const heading = span.end > span.start ? span : whole;
  if (text.slice(heading.start, heading.end).trim() === '') return tell(l10n.t('There are no words on this line.'));
  await correct(at, heading, { action: 'mark', finding: 'heading' });
}

function hasWords({ span, text }: At): boolean {
  const has = text.slice(span.start, span.end).trim() !== '';
  if (!has) tell(l10n.t('Select the words first.'));
  return has;
}

/** A person or organisation of the article, or a name that is typed; '' for nobody. */
function pickSpeaker(analysis: Analysis, current: string | undefined): Promise<string | undefined> {
  const voices = analysis.entities
    .filter(({ label }) => label === 'PERSON' || label === 'ORG')
    .sort((a, b) => Number(a.label === 'ORG') - Number(b.label === 'ORG') || b.mentions.length - a.mentions.length);
  const nobody = { label: l10n.t('$(question) Nobody named'), name: '' };
  const known = voices.map(({ name, label }) => ({
    label: `$(${label === 'PERSON' ? 'person' : 'organization'}) ${name}`,
    description: name === current ? l10n.t('now') : '',
    name,
  }));
  const choose = window.createQuickPick<QuickPickItem & { readonly name: string }>();
  choose.title = l10n.t('Who Says It?');
  choose.placeholder = l10n.t('Choose a name, or type another one');
  choose.items = [...known, nobody];
  choose.onDidChangeValue((value) => {
    const typed = value.trim();
    const other = { label: `$(edit) ${typed}`, description: l10n.t('as typed'), name: typed, alwaysShow: true };
    const isKnown = known.some(({ name }) => name.toLowerCase() === typed.toLowerCase());
    choose.items = [...known, nobody, ...(typed && !isKnown ? [other] : [])];
  });
  return new Promise((resolve) => {
    choose.onDidAccept(() => {
      resolve(choose.selectedItems[0]?.name);
      choose.hide();
    });
    choose.onDidHide(() => {
      resolve(undefined);
      choose.dispose();
    });
    choose.show();
  });
}
