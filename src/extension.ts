import type { ExtensionContext, TextDocument } from 'vscode';
import type { Analysis } from './core/model.ts';
import { Articles } from './vscode/articles.ts';
import { registerCitations } from './vscode/citations.ts';
import { registerCommands } from './vscode/commands.ts';
import { registerComments } from './vscode/comments.ts';
import { watchSettings } from './vscode/config.ts';
import { registerCorrections } from './vscode/corrections.ts';
import { registerDecorations } from './vscode/decorations.ts';
import { registerEntityCorrections } from './vscode/entityCorrections.ts';
import { registerFigures } from './vscode/figures.ts';
import { FolderNamesStore } from './vscode/folderNames.ts';
import { registerFollowing } from './vscode/following.ts';
import { registerGoTo } from './vscode/goto.ts';
import { registerHovers } from './vscode/hovers.ts';
import { registerKeeping } from './vscode/keeping.ts';
import { guard } from './vscode/log.ts';
import { registerMentions } from './vscode/mentions.ts';
import { registerMoving } from './vscode/moving.ts';
import { namesOf } from './vscode/names.ts';
import { registerNoteCommands } from './vscode/noteCommands.ts';
import { registerNoteMarks } from './vscode/noteMarks.ts';
import { Notes } from './vscode/notes.ts';
import { noteFacts, noteHovers, noteTree } from './vscode/noteViews.ts';
import { registerOutline } from './vscode/outline.ts';
import { registerPassageCorrections } from './vscode/passageCorrections.ts';
import { registerProgress } from './vscode/progress.ts';
import { registerStatus } from './vscode/status.ts';
import { registerTree } from './vscode/tree.ts';

/** What other extensions may ask of us. */
export interface Api {
  /** The analysis of a document as it is now; `undefined` if it is no article. */
  analysis(document: TextDocument): Promise<Analysis | undefined>;
}

/** Makes the store of articles and puts the features on top; one that fails to start leaves the others running. */
export function activate(context: ExtensionContext): Api {
  const settings = watchSettings();
  const articles = new Articles(namesOf(context));
  const notes = new Notes(articles, context.globalStorageUri);
  const names = new FolderNamesStore();
  context.subscriptions.push(
    settings,
    articles,
    notes,
    names,
    guard('highlights', () => registerDecorations(context, articles)),
    guard('hovers', () => registerHovers(context, articles, [noteHovers(notes)])),
    guard('tree', () => registerTree(context, articles, [noteTree(notes)])),
    guard('status bar', () => registerStatus(context, articles, [noteFacts(notes)])),
    guard('progress', () => registerProgress(articles)),
    guard('commands', () => registerCommands(context, articles)),
    guard('moving', () => registerMoving(context, articles)),
    guard('outline', () => registerOutline(context, articles)),
    guard('mentions', () => registerMentions(context, articles)),
    guard('figures', () => registerFigures(context, articles)),
    guard('citations', () => registerCitations(context, articles)),
    guard('corrections', () => registerCorrections(context, articles, { notes, names })),
    guard('corrections of entities', () => registerEntityCorrections(context, articles, { notes, names })),
    guard('corrections of passages', () => registerPassageCorrections(context, articles, { notes, names })),
    guard('notes in the text', () => registerNoteMarks(context, articles, notes)),
    guard('notes in the margin', () => registerComments(context, articles, notes)),
    guard('note commands', () => registerNoteCommands(context, notes)),
    guard('notes files', () => registerKeeping(context, notes)),
    guard('notes of moved articles', () => registerFollowing(context, notes)),
    guard('go to annotation', () => registerGoTo(context, articles)),
  );
  return { analysis: (document) => articles.settled(document) };
}
