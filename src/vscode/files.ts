import { FileSystemError, FileType, Uri, workspace } from 'vscode';

export interface WholeText {
  /** `undefined` if there is no such file. */
  readonly text: string | undefined;
  /** What interrupted saves left behind, whole or not. */
  readonly left: readonly { readonly file: Uri; readonly text: string }[];
}

/** The end of the name under which a file is written before it takes the place of the old one. */
const FRESH = /\.[a-z0-9]+\.new$/;

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
export async function locked<T>(file: Uri, work: () => Promise<T>): Promise<T> {
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
  try {
    await workspace.fs.writeFile(mine, new TextEncoder().encode(token));
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

/** All files in a folder and below, links not followed; none if there is no such folder. */
export async function filesIn(folder: Uri): Promise<readonly Uri[]> {
  const entries = (await unlessMissing(workspace.fs.readDirectory(folder))) ?? [];
  const below = entries.map(async ([name, type]) => {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory) return filesIn(uri);
    return type === FileType.File ? [uri] : [];
  });
  return (await Promise.all(below)).flat();
}

/** Whether there is such a file, as far as one can see. */
export async function exists(file: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(file)).then(
    () => true,
    () => false,
  );
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
