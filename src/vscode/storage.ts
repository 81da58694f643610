import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { Annotation } from '../core/notes/annotation.ts';
import { withSource } from '../core/notes/annotation.ts';
import {
  EMPTY_NOTES,
  isBlank,
  type NotesFile,
  type ParsedNotes,
  parse,
  render,
  sameNotes,
} from '../core/notes/file.ts';
import { merge, recover } from '../core/notes/merge.ts';
import { setting } from './config.ts';

/** Where the notes on an article are kept. */
export interface NotesPlace {
  readonly kind: 'folder' | 'besideArticle' | 'private';
  readonly file: Uri;
  /** The article, as the file refers to it. */
  readonly source: string;
}

/** Name of the folder of notes in a workspace folder. */
export const FOLDER = '.annotations';

/** Where the notes on an article belong by the setting. `storage` is the extension's own place for what has no folder. */
export function notesPlace(article: Uri, storage: Uri, kind = setting('storage.location', article)): NotesPlace {
  const folder = workspace.getWorkspaceFolder(article)?.uri;
  if (kind === 'folder' && folder) {
    const path = relativePath(folder, article);
    const source = '../'.repeat(path.length) + path.map(encodeURIComponent).join('/');
    return { kind, file: Uri.joinPath(folder, FOLDER, ...withEnding(path)), source };
  }
  if (kind === 'besideArticle' && article.scheme !== 'untitled') {
    const name = article.path.slice(article.path.lastIndexOf('/') + 1);
    return { kind, file: article.with({ path: `${article.path}.jsonld` }), source: encodeURIComponent(name) };
  }
  return { kind: 'private', file: mirrored(Uri.joinPath(storage, 'notes'), article), source: article.toString() };
}

/** The file in `root` that stands for another one, whatever file system that one is on. */
export function mirrored(root: Uri, { scheme, authority, path }: Uri): Uri {
  const segments = path.split('/').filter(Boolean).map(encodeURIComponent);
  return Uri.joinPath(root, scheme, encodeURIComponent(authority) || '-', ...withEnding(segments));
}

/** The path of a file from a folder it is in, segment by segment. */
function relativePath(folder: Uri, file: Uri): readonly string[] {
  return file.path.slice(folder.path.replace(/\/$/, '').length + 1).split('/');
}

/** What a synchronisation came to. */
export interface Synced {
  readonly annotations: readonly Annotation[];
  readonly state: ParsedNotes['state'];
  /** Records that were set aside. */
  readonly faults: readonly string[];
  /** What kept the notes from being written where they belong, and whether they are safe in private storage. */
  readonly failure?: { readonly error: unknown; readonly safe: boolean };
}

/**
 * The notes file of one article, which others (a second window, a colleague, version control) may write, too. What is
 * on the disk is always merged in, never written over; the previous version stays until the new one is whole; what
 * cannot be written waits in private storage.
 */
export class StoredNotes {
  readonly place: NotesPlace;
  readonly #waiting: Uri;
  #base: readonly Annotation[] = [];
  #isFirst = true;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(place: NotesPlace, storage: Uri) {
    this.place = place;
    this.#waiting = mirrored(Uri.joinPath(storage, 'waiting'), place.file);
  }

  /** Merges `mine` with the file and writes the result if it says something new. One at a time. */
  sync(mine: readonly Annotation[], digest?: string): Promise<Synced> {
    const run = this.#queue.then(() => this.#sync(mine, digest));
    this.#queue = run.catch(() => {});
    return run;
  }

  async #sync(given: readonly Annotation[], digest?: string): Promise<Synced> {
    const mine = this.#isFirst ? await this.#recall(given) : given;
    let last: Merged = { annotations: mine, notes: { ...EMPTY_NOTES, state: 'sound', faults: [] } };
    try {
      const seen = this.#merge(await readNotes(this.place.file), mine, digest);
      last = seen;
      if (seen.fresh) last = await locked(this.place.file, () => this.#write(mine, digest));
    } catch (error) {
      return this.#fail(last, error);
    }
    this.#base = last.annotations;
    await deleteIfThere(this.#waiting);
    return { annotations: last.annotations, state: last.notes.state, faults: last.notes.faults };
  }

  #merge(disk: OnDisk, mine: readonly Annotation[], digest?: string): Merged {
    const { notes } = disk;
    const theirs = recover(
      notes.annotations,
      disk.left.flatMap((left) => left.annotations),
    );
    const merged = merge({ base: this.#base, mine, theirs });
    const annotations = merged.map((one) => this.#referring(one, notes));
    const mayHaveDigest = digest && annotations.length > 0 && notes.state === 'sound';
    const page = mayHaveDigest ? { ...notes.page, 'lens:digest': digest } : notes.page;
    const fresh = { ...notes, annotations, page };
    return sameNotes(fresh, notes) && disk.left.length === 0 ? { annotations, notes } : { annotations, notes, fresh };
  }

  /** With the lock held, nobody else writes between reading and writing. */
  async #write(mine: readonly Annotation[], digest?: string): Promise<Merged> {
    const { file } = this.place;
    const disk = await readNotes(file);
    const merged = this.#merge(disk, mine, digest);
    if (disk.notes.state === 'newer') throw new NewerVersion();
    if (disk.notes.state === 'damaged') await keepDamaged(file, disk.text);
    if (merged.fresh) await writeNotes(file, merged.fresh);
    for (const left of disk.left) await deleteIfThere(left.file);
    return merged;
  }

  /** Notes of ours say which article they are about; those that others wrote are left as they are. */
  #referring(annotation: Annotation, notes: NotesFile): Annotation {
    return notes.annotations.includes(annotation) ? annotation : withSource(annotation, this.place.source);
  }

  async #fail({ annotations, notes }: Merged, error: unknown): Promise<Synced> {
    const { state, faults } = notes;
    let safe = true;
    try {
      await writeWhole(this.#waiting, JSON.stringify({ base: this.#base, mine: annotations }));
    } catch {
      safe = false;
    }
    return { annotations, state, faults, failure: { error, safe } };
  }

  /** Takes up what could not be written the last time VS Code was open. */
  async #recall(given: readonly Annotation[]): Promise<readonly Annotation[]> {
    this.#isFirst = false;
    const { text } = await readWhole(this.#waiting).catch(() => ({ text: undefined }));
    if (text === undefined) return given;
    const { base, mine } = JSON.parse(text) as { base: readonly Annotation[]; mine: readonly Annotation[] };
    this.#base = base;
    return recover(mine, given);
  }
}

/** The file is from a later version of Article Lens, which may mean by it what we cannot know. */
export class NewerVersion extends Error {}

/** What is on the disk and here, as one; `fresh` is to be written, if the file does not say it yet. */
interface Merged {
  readonly annotations: readonly Annotation[];
  readonly notes: ParsedNotes;
  readonly fresh?: NotesFile;
}

interface OnDisk {
  readonly text: string;
  readonly notes: ParsedNotes;
  /** Whole files of saves that were interrupted before the last step. */
  readonly left: readonly { readonly file: Uri; readonly annotations: readonly Annotation[] }[];
}

async function readNotes(file: Uri): Promise<OnDisk> {
  const { text = '', left } = await readWhole(file);
  const whole = left.flatMap((one) => {
    const { state, annotations } = parse(one.text);
    return state === 'sound' ? [{ file: one.file, annotations }] : [];
  });
  return { text, notes: parse(text), left: whole };
}

async function writeNotes(file: Uri, notes: NotesFile): Promise<void> {
  if (isBlank(notes)) await deleteIfThere(file);
  else await writeWhole(file, render(notes));
}

/** Keeps a file that we could read only in part, under a name of its own, before it is written anew. */
async function keepDamaged(file: Uri, text: string): Promise<void> {
  const copy = file.with({ path: `${file.path}.${fingerprint(text)}.damaged` });
  const { text: kept } = await readWhole(copy);
  if (kept === undefined) await writeWhole(copy, text);
}

/** Tells files apart that are damaged in different ways. (FNV-1a, 32 bits.) */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const FRESH = /\.[a-z0-9]+\.new$/;

export interface WholeText {
  /** `undefined` if there is no such file. */
  readonly text: string | undefined;
  /** What interrupted saves left behind, whole or not. */
  readonly left: readonly { readonly file: Uri; readonly text: string }[];
}

/** Reads a text file, and what a save that was interrupted left beside it. */
export async function readWhole(file: Uri): Promise<WholeText> {
  const folder = Uri.joinPath(file, '..');
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const entries = (await unlessMissing(workspace.fs.readDirectory(folder))) ?? [];
  const isLeft = (other: string) => other.startsWith(name) && FRESH.test(other.slice(name.length));
  const names = entries.filter(([other, type]) => type === FileType.File && isLeft(other)).map(([other]) => other);
  const left = await Promise.all(
    names.map(async (other) => {
      const path = Uri.joinPath(folder, other);
      return { file: path, text: (await readText(path)) ?? '' };
    }),
  );
  return { text: await readText(file), left };
}

/** Writes a text file so that there is always a whole one: first under another name, then in the place of the old one. */
export async function writeWhole(file: Uri, text: string): Promise<void> {
  // No two windows, nor two saves, may write into the same file.
  const fresh = file.with({ path: `${file.path}.${Math.random().toString(36).slice(2, 8)}.new` });
  await workspace.fs.createDirectory(Uri.joinPath(file, '..'));
  try {
    await workspace.fs.writeFile(fresh, new TextEncoder().encode(text));
  } catch (error) {
    await deleteIfThere(fresh).catch(() => {});
    throw error;
  }
  // Should this stop half-way, after the old file is gone, the new one is still there: reading finds it.
  await workspace.fs.rename(fresh, file, { overwrite: true });
}

/**
 * Does work on a file while no other window does: a file beside it says so. One that is older than any work takes was
 * left by a window that died, and is removed.
 */
async function locked<T>(file: Uri, work: () => Promise<T>): Promise<T> {
  const lock = file.with({ path: `${file.path}.lock` });
  const token = Math.random().toString(36).slice(2);
  await workspace.fs.createDirectory(Uri.joinPath(file, '..'));
  while (!(await take(lock, token))) await new Promise((resolve) => setTimeout(resolve, 20 + 30 * Math.random()));
  try {
    return await work();
  } finally {
    if ((await readText(lock)) === token) await deleteIfThere(lock);
  }
}

/** Milliseconds after which a lock is taken for abandoned. */
const ABANDONED = 10_000;

async function take(lock: Uri, token: string): Promise<boolean> {
  const held = await unlessMissing(workspace.fs.stat(lock));
  if (held && Date.now() - held.mtime < ABANDONED) return false;
  if (held) await deleteIfThere(lock);
  const mine = lock.with({ path: `${lock.path}.${token}` });
  await workspace.fs.writeFile(mine, new TextEncoder().encode(token));
  try {
    await workspace.fs.rename(mine, lock, { overwrite: false });
  } catch (error) {
    await deleteIfThere(mine);
    if (error instanceof FileSystemError && error.code === 'FileExists') return false;
    throw error;
  }
  // Two windows may rename at once, the later one wins.
  return (await readText(lock)) === token;
}

/** Deletes a file; that there is none is as good. */
export async function deleteIfThere(file: Uri): Promise<void> {
  await unlessMissing(workspace.fs.delete(file));
}

async function readText(file: Uri): Promise<string | undefined> {
  const bytes = await unlessMissing(workspace.fs.readFile(file));
  return bytes && new TextDecoder().decode(bytes);
}

async function unlessMissing<T>(work: Thenable<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

function withEnding(path: readonly string[]): string[] {
  return path.map((segment, i) => (i === path.length - 1 ? `${segment}.jsonld` : segment));
}
