import { Disposable, type ExtensionContext } from 'vscode';
import type { Articles } from './vscode/articles.ts';
import { registerCitations } from './vscode/citations.ts';
import { registerCommands } from './vscode/commands.ts';
import { registerComments } from './vscode/comments.ts';
import { registerCorrections } from './vscode/corrections.ts';
import { registerEntityCorrections } from './vscode/entityCorrections.ts';
import { registerFigures } from './vscode/figures.ts';
import { FolderNamesStore } from './vscode/folderNames.ts';
import { registerFollowing } from './vscode/following.ts';
import { registerGoTo } from './vscode/goto.ts';
import { registerKeeping } from './vscode/keeping.ts';
import type { Layers } from './vscode/layers.ts';
import { guard } from './vscode/log.ts';
import { registerMentions } from './vscode/mentions.ts';
import { registerMoving } from './vscode/moving.ts';
import { registerNoteCommands } from './vscode/noteCommands.ts';
import { registerNoteMarks } from './vscode/noteMarks.ts';
import { Notes } from './vscode/notes.ts';
import { noteLayer } from './vscode/noteViews.ts';
import { registerOutline } from './vscode/outline.ts';
import { registerPassageCorrections } from './vscode/passageCorrections.ts';

/** What readers do in an article beside reading, none of which is seen before they do it, and what they add to it. */
export function registerLater(context: ExtensionContext, articles: Articles, layers: Layers): Disposable {
  return Disposable.from(
    // Analyses pass through the corrections, so these come first.
    guard('notes and corrections', () => registerAnnotating(context, articles, layers)),
    guard('commands', () => registerCommands(context, articles)),
    guard('moving', () => registerMoving(context, articles)),
    guard('outline', () => registerOutline(context, articles)),
    guard('mentions', () => registerMentions(context, articles)),
    guard('figures', () => registerFigures(context, articles)),
    guard('citations', () => registerCitations(context, articles)),
    guard('go to annotation', () => registerGoTo(context, articles)),
  );
}

/** All that readers add to articles: notes, tags and corrections, with their files. */
function registerAnnotating(context: ExtensionContext, articles: Articles, layers: Layers): Disposable {
  const notes = new Notes(articles, context.globalStorageUri);
  const names = new FolderNamesStore();
  layers.add(noteLayer(notes));
  return Disposable.from(
    notes,
    names,
    // This has all analyses pass through it, which also opens the notes of articles that have one already.
    guard('corrections', () => registerCorrections(context, articles, { notes, names })),
    guard('corrections of entities', () => registerEntityCorrections(context, articles, { notes, names })),
    guard('corrections of passages', () => registerPassageCorrections(context, articles, { notes, names })),
    guard('notes in the text', () => registerNoteMarks(context, articles, notes)),
    guard('notes in the margin', () => registerComments(context, articles, notes)),
    guard('note commands', () => registerNoteCommands(context, notes)),
    guard('notes files', () => registerKeeping(context, notes)),
    guard('notes of moved articles', () => registerFollowing(context, notes)),
  );
}
