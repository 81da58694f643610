import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  type QuickPickItem,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type Analysis, type Entity, LABELS, type Label, type Span } from '../core/model.ts';
import { applyCorrections } from '../core/notes/apply.ts';
import { type Correction, correctionOf, createCorrection, type Scope } from '../core/notes/corrections.ts';
import { applyNames, withIgnored, withKnown } from '../core/notes/folder.ts';
import { findNames } from '../core/notes/names.ts';
import { mentionAt, quoteAt } from '../core/view/items.ts';
import { describeCorrection } from '../core/view/notes.ts';
import { labelName, oneLine } from '../core/view/words.ts';
import type { Articles } from './articles.ts';
import { asTarget, toSpan } from './convert.ts';
import type { FolderNamesStore } from './folderNames.ts';
import type { Notes } from './notes.ts';

/** What the reader corrects is applied to every analysis, and kept with the notes. */
export function registerCorrections(
  _context: ExtensionContext,
  articles: Articles,
  { notes, names }: { readonly notes: Notes; readonly names: FolderNamesStore },
): Disposable {
  const corrected = new WeakMap<TextDocument, string>();
  const refine = articles.addRefiner((document, analysis) => {
    const text = document.getText();
    return applyCorrections(text, applyNames(text, analysis, names.for(document)), correctionsOf(notes, document));
  });
  const on = (id: string, run: (at: At) => Promise<void>) =>
    commands.registerCommand(`articleLens.${id}`, async (argument: unknown) => {
      const at = await locate(articles, argument);
      if (at) await run({ ...at, notes, names });
      else window.showInformationMessage(l10n.t('Open an article to correct it.'));
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
    on('notAQuote', rejectQuote),
    on('changeSpeaker', changeSpeaker),
    on('notAnEntity', rejectEntity),
    on('changeLabel', changeLabel),
    on('mergeEntities', mergeEntities),
    on('splitMention', splitMention),
    on('renameEntity', renameEntity),
    on('notAHeading', rejectHeading),
    on('markAsQuote', markAsQuote),
    on('markAsEntity', markAsEntity),
    on('markAsHeading', markAsHeading),
    on('undoCorrection', withdraw),
  );
}

/** Where a correction is made. */
interface Place {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly text: string;
  readonly span: Span;
}

interface At extends Place {
  readonly notes: Notes;
  readonly names: FolderNamesStore;
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

/** The target of the command, or what is under the cursor of the active editor. A row of the tree has a target, too. */
async function locate(articles: Articles, argument: unknown): Promise<Place | undefined> {
  const target = asTarget(argument) ?? asTarget(Object(argument).target);
  const editor = window.activeTextEditor;
  const document = target ? await workspace.openTextDocument(Uri.parse(target.uri)) : editor?.document;
  const analysis = document && (await articles.settled(document));
  if (!document || !analysis) return undefined;
  const span = target ?? (editor && toSpan(document, editor.selection));
  return span && { document, analysis, text: document.getText(), span };
}

async function correct({ document, text, notes }: At, span: Span, correction: Correction): Promise<void> {
  const { start, end } = span;
  await notes.add(document, { start, end }, (to) => createCorrection(to, correction));
  const words = oneLine(text, span, 40);
  window.setStatusBarMessage(l10n.t('“{0}”: {1}', words, describeCorrection(correction, l10n)), 5000);
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

async function rejectEntity(at: At): Promise<void> {
  const found = entityAt(at);
  if (!found) return;
  const { entity, mention } = found;
  const scope = await pickScope(at, l10n.t('Not an Entity'), entity);
  if (scope === 'folder') {
    const spellings = namesIn(at.text, entity);
    await at.names.change(at.document, (names) => spellings.reduce(withIgnored, names));
  } else if (scope) await correct(at, mention, { action: 'reject', finding: 'entity', scope });
}

async function changeLabel(at: At): Promise<void> {
  const found = entityAt(at);
  if (!found) return;
  const { entity, mention } = found;
  const label = await pickLabel(l10n.t('What is “{0}”?', entity.name), entity.label);
  const scope = label && (await pickScope(at, l10n.t('Change Type'), entity));
  if (!label || !scope) return;
  if (scope === 'folder') await remember(at, { name: entity.name, label, aliases: namesIn(at.text, entity) });
  else await correct(at, mention, { action: 'label', label, scope });
}

async function changeSpeaker(at: At): Promise<void> {
  const quote = quoteAt(at.analysis, at.span.start);
  if (!quote) return tell(l10n.t('There is no quote at the cursor.'));
  const name = await pickSpeaker(at.analysis, quote.speaker?.name);
  if (name !== undefined) await correct(at, quote, { action: 'speaker', name });
}

async function mergeEntities(at: At): Promise<void> {
  const found = entityAt(at);
  if (!found) return;
  const { entity, mention } = found;
  const others = at.analysis.entities.filter((other) => other !== entity);
  const items = others.map((other) => ({ label: other.name, description: labelName(other.label, l10n) }));
  const same = (a: Entity, b: Entity) => Number(b.label === entity.label) - Number(a.label === entity.label);
  items.sort((a, b) => same(others.find((o) => o.name === a.label)!, others.find((o) => o.name === b.label)!));
  const picked = await window.showQuickPick(items, { title: l10n.t('“{0}” Is the Same as', entity.name) });
  const scope = picked && (await pickScope(at, l10n.t('Merge'), entity, 'no mention'));
  if (!picked || !scope) return;
  if (scope === 'folder') await remember(at, { name: picked.label, aliases: namesIn(at.text, entity) });
  else await correct(at, mention, { action: 'merge', name: picked.label });
}

async function splitMention(at: At): Promise<void> {
  const found = entityAt(at);
  if (!found) return;
  if (found.entity.mentions.length < 2) return tell(l10n.t('“{0}” has no other mention.', found.entity.name));
  await correct(at, found.mention, { action: 'split' });
}

async function renameEntity(at: At): Promise<void> {
  const found = entityAt(at);
  if (!found) return;
  const { entity, mention } = found;
  const typed = await window.showInputBox({ title: l10n.t('Rename Entity'), value: entity.name });
  const name = typed?.trim();
  if (!name || name === entity.name) return;
  const scope = await pickScope(at, l10n.t('Rename'), entity, 'no mention');
  if (scope === 'folder') await remember(at, { name, aliases: namesIn(at.text, entity) });
  else if (scope) await correct(at, mention, { action: 'rename', name });
}

async function markAsQuote(at: At): Promise<void> {
  if (!hasWords(at)) return;
  const name = await pickSpeaker(at.analysis, undefined);
  if (name !== undefined) await correct(at, at.span, { action: 'mark', finding: 'quote', ...(name && { name }) });
}

async function markAsEntity(at: At): Promise<void> {
  const { document, text, names } = at;
  const span = wordAt(at);
  if (!span) return tell(l10n.t('Select the words first.'));
  const words = text.slice(span.start, span.end);
  const label = await pickLabel(l10n.t('What is “{0}”?', oneLine(text, span, 40)));
  if (!label) return;
  const count = findNames(text, [words]).length;
  const scope = await pick(l10n.t('Mark Where?'), [
    ...(count > 1
      ? [{ label: l10n.t('Everywhere in this article ({0} places)', count), value: 'article' as const }]
      : []),
    { label: l10n.t('Only here'), value: 'mention' as const },
    ...(names.has(document) ? [{ label: l10n.t('In all articles of this folder'), value: 'folder' as const }] : []),
  ]);
  if (scope === 'folder') await remember(at, { name: words, label, aliases: [] });
  else if (scope) await correct(at, span, { action: 'mark', finding: 'entity', label, scope });
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

/** Takes back the correction at the target or cursor. */
async function withdraw({ document, notes, span }: At): Promise<void> {
  const found = notes
    .placed(document)
    .findLast(({ annotation, span: of }) => correctionOf(annotation) && of.start <= span.start && span.start <= of.end);
  if (found) await notes.change(document, found.annotation.id, () => undefined);
  else tell(l10n.t('Nothing is corrected at the cursor.'));
}

async function remember({ document, names }: At, known: Parameters<typeof withKnown>[1]): Promise<void> {
  await names.change(document, (all) => withKnown(all, known));
}

function entityAt({ analysis, span }: Place): { readonly entity: Entity; readonly mention: Span } | undefined {
  const found = mentionAt(analysis, span.start);
  if (!found) tell(l10n.t('There is no entity at the cursor.'));
  return found;
}

/** The spellings by which the article names an entity; not its pronouns and role phrases. */
function namesIn(text: string, { mentions }: Entity): string[] {
  const named = mentions.filter(({ kind }) => kind === 'name');
  return [...new Set(named.map(({ start, end }) => text.slice(start, end)))];
}

/** The selection, or the word at the cursor. */
function wordAt({ document, span }: Place): Span | undefined {
  if (span.end > span.start) return span;
  const range = document.getWordRangeAtPosition(document.positionAt(span.start));
  return range && toSpan(document, range);
}

function hasWords({ span, text }: Place): boolean {
  const has = text.slice(span.start, span.end).trim() !== '';
  if (!has) tell(l10n.t('Select the words first.'));
  return has;
}

/** Asks for what the correction holds; with one mention and no folder there is nothing to ask. */
function pickScope(
  { document, names }: At,
  title: string,
  entity: Entity,
  mention: 'no mention' | 'mention' = 'mention',
): Promise<Scope | 'folder' | undefined> {
  const count = entity.mentions.length;
  const choices = [
    { label: l10n.t('In this article'), description: l10n.t('{0} mentions', count), value: 'article' as const },
    ...(mention === 'mention' && count > 1 ? [{ label: l10n.t('Only here'), value: 'mention' as const }] : []),
    ...(names.has(document) ? [{ label: l10n.t('In all articles of this folder'), value: 'folder' as const }] : []),
  ];
  return choices.length === 1 ? Promise.resolve('article') : pick(title, choices);
}

function pickLabel(title: string, current?: Label): Promise<Label | undefined> {
  const others = LABELS.filter((label) => label !== current);
  return pick(
    title,
    others.map((label) => ({ label: labelName(label, l10n), value: label })),
  );
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

async function pick<T>(
  title: string,
  items: readonly (QuickPickItem & { readonly value: T })[],
): Promise<T | undefined> {
  return (await window.showQuickPick(items, { title }))?.value;
}

function tell(message: string): void {
  window.showInformationMessage(message);
}
