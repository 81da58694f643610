import { Uri, workspace } from 'vscode';
import { setting } from './config.ts';
import { exists } from './files.ts';
import { fingerprint } from './ids.ts';

/** Where the notes on an article are kept. */
export interface NotesPlace {
  readonly kind: 'folder' | 'besideArticle' | 'private';
  readonly file: Uri;
  /** The article, as the file refers to it. */
  readonly source: string;
}

/** Name of the folder of notes in a workspace folder. */
export const FOLDER = '.annotations';

/** Name of the folder of notes in the extension's own storage. */
export const PRIVATE = 'notes';

/** Where the notes on an article belong by the setting. `storage` is the extension's own place for what has no folder. */
export function notesPlace(article: Uri, storage: Uri, kind = setting('storage.location', article)): NotesPlace {
  const folder = workspace.getWorkspaceFolder(article)?.uri;
  if (kind === 'folder' && folder) return placeIn(folder, article);
  if (kind === 'besideArticle' && article.scheme !== 'untitled') {
    const name = article.path.slice(article.path.lastIndexOf('/') + 1);
    return { kind, file: article.with({ path: `${article.path}.jsonld` }), source: encodeURIComponent(name) };
  }
  return { kind: 'private', file: standIn(Uri.joinPath(storage, PRIVATE), article), source: article.toString() };
}

/**
 * Where the notes on an article are. Those on a loose file, outside of any folder that is open, are in private storage
 * unless its own folder has notes on it: the reader moved them there, or works with that folder at other times.
 */
export async function findPlace(article: Uri, storage: Uri): Promise<NotesPlace> {
  const place = notesPlace(article, storage);
  const home = setting('storage.location', article) === 'folder' ? homeOf(article) : undefined;
  return place.kind === 'private' && home && (await exists(home.file)) ? home : place;
}

/** The place in a folder for the notes on an article: the folder that is open, or the one a loose file is in. */
export function homeOf(article: Uri): NotesPlace | undefined {
  if (article.scheme === 'untitled') return undefined;
  return placeIn(workspace.getWorkspaceFolder(article)?.uri ?? Uri.joinPath(article, '..'), article);
}

/**
 * The file in `root` that stands for another one, whatever file system that one is on and however long its path. It
 * lies in `root` itself: folders in it would have to be watched before anything is written there.
 */
export function standIn(root: Uri, file: Uri): Uri {
  const name = [...file.path.slice(file.path.lastIndexOf('/') + 1).replace(/[^\p{L}\p{N}._-]+/gu, '-')];
  return Uri.joinPath(root, `${name.slice(-40).join('')}.${fingerprint(file.toString())}.jsonld`);
}

function placeIn(folder: Uri, article: Uri): NotesPlace {
  const path = article.path.slice(folder.path.replace(/\/$/, '').length + 1).split('/');
  const source = '../'.repeat(path.length) + path.map(encodeURIComponent).join('/');
  return { kind: 'folder', file: Uri.joinPath(folder, FOLDER, ...withEnding(path)), source };
}

function withEnding(path: readonly string[]): string[] {
  return path.map((segment, i) => (i === path.length - 1 ? `${segment}.jsonld` : segment));
}
