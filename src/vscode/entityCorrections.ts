import { type Disposable, type ExtensionContext, l10n, window } from 'vscode';
import { type Entity, LABELS, type Label, type Span } from '../core/model.ts';
import type { Scope } from '../core/notes/corrections.ts';
import { withIgnored, withKnown } from '../core/notes/folder.ts';
import { findNames } from '../core/notes/names.ts';
import { mentionAt } from '../core/view/items.ts';
import { labelName, oneLine } from '../core/view/words.ts';
import type { Articles } from './articles.ts';
import { toSpan } from './convert.ts';
import { type At, changeNames, correct, type Kept, pick, registerAt, tell } from './correcting.ts';

/** Corrections of entities: here, in the whole article, or in all articles of the folder. */
export function registerEntityCorrections(_context: ExtensionContext, articles: Articles, kept: Kept): Disposable {
  return registerAt(articles, kept, {
    notAnEntity: rejectEntity,
    changeLabel,
    mergeEntities,
    splitMention,
    renameEntity,
    markAsEntity,
  });
}

async function rejectEntity(at: At): Promise<void> {
  const found = entityAt(at);
  if (!found) return;
  const { entity, mention } = found;
  const scope = await pickScope(at, l10n.t('Not an Entity'), entity);
  if (scope === 'folder') {
    const spellings = namesIn(at.text, entity);
    await changeNames(at, (names) => spellings.reduce(withIgnored, names));
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

async function remember(at: At, known: Parameters<typeof withKnown>[1]): Promise<void> {
  await changeNames(at, (names) => withKnown(names, known));
}

function entityAt({ analysis, span }: At): { readonly entity: Entity; readonly mention: Span } | undefined {
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
function wordAt({ document, span }: At): Span | undefined {
  if (span.end > span.start) return span;
  const range = document.getWordRangeAtPosition(document.positionAt(span.start));
  return range && toSpan(document, range);
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
