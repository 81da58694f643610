import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Span } from '../core/model.ts';
import { type Direction, type StopKind, step, stops } from '../core/view/moving.ts';
import type { Articles } from './articles.ts';
import { setting } from './config.ts';
import { asTarget, toRange } from './convert.ts';

/** Next and previous of each kind, and the way from a row or a link to its text. */
export function registerMoving(_context: ExtensionContext, articles: Articles): Disposable {
  return Disposable.from(
    ...MOVES.flatMap(([name, kind]) => [
      commands.registerCommand(`articleLens.next${name}`, (target) =>
        move(articles, { kind, direction: 'next', target }),
      ),
      commands.registerCommand(`articleLens.previous${name}`, (target) =>
        move(articles, { kind, direction: 'previous', target }),
      ),
    ]),
    commands.registerCommand('articleLens.reveal', (target) => openTarget(target)),
  );
}

const MOVES: readonly (readonly [string, StopKind])[] = [
  ['Annotation', 'annotation'],
  ['Quote', 'quote'],
  ['QuoteBySpeaker', 'speaker'],
  ['Mention', 'mention'],
  ['Section', 'section'],
];

interface Move {
  readonly kind: StopKind;
  readonly direction: Direction;
  /** Where to start from; the cursor if it is no target. */
  readonly target: unknown;
}

async function move(articles: Articles, { kind, direction, target }: Move): Promise<void> {
  const editor = await openTarget(target);
  const analysis = editor && (await articles.settled(editor.document));
  if (!editor || !analysis) return;
  const from = editor.document.offsetAt(editor.selection.active);
  const places = stops(analysis, kind, from);
  const place = step(places, { from, direction, wrap: setting('moving.wrap') });
  if (place) show(editor, place);
  else window.setStatusBarMessage(places.length === 0 ? nothing(kind) : l10n.t('No more in this direction'), 3000);
}

function nothing(kind: StopKind): string {
  if (kind === 'mention') return l10n.t('No entity at the cursor');
  if (kind === 'speaker') return l10n.t('No quote at the cursor');
  return l10n.t('Nothing found in this article');
}

/** The editor with the target's start under the cursor; the active editor as it is without a target. */
async function openTarget(argument: unknown): Promise<TextEditor | undefined> {
  const target = asTarget(argument);
  if (!target) return window.activeTextEditor;
  const document = await workspace.openTextDocument(Uri.parse(target.uri));
  const open = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, open?.viewColumn ? { viewColumn: open.viewColumn } : {});
  show(editor, target);
  return editor;
}

function show(editor: TextEditor, span: Span): void {
  const range = toRange(editor.document, span);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
