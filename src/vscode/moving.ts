import { commands, Disposable, type ExtensionContext, l10n, window } from 'vscode';
import { type Direction, type StopKind, step, stops } from '../core/view/moving.ts';
import type { Articles } from './articles.ts';
import { setting } from './config.ts';
import { asTarget, openTarget, showSpan } from './convert.ts';

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
    commands.registerCommand('articleLens.reveal', (target) => openTarget(asTarget(target))),
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
  const editor = await openTarget(asTarget(target));
  const analysis = editor && (await articles.settled(editor.document));
  if (!editor || !analysis) return;
  const from = editor.document.offsetAt(editor.selection.active);
  const places = stops(analysis, kind, from);
  const place = step(places, { from, direction, wrap: setting('moving.wrap') });
  if (place) showSpan(editor, place);
  else window.setStatusBarMessage(places.length === 0 ? nothing(kind) : l10n.t('No more in this direction'), 3000);
}

function nothing(kind: StopKind): string {
  if (kind === 'mention') return l10n.t('No entity at the cursor');
  if (kind === 'speaker') return l10n.t('No quote at the cursor');
  return l10n.t('Nothing found in this article');
}
