import { Uri } from 'vscode';
import { type Annotation, withSource } from '../core/notes/annotation.ts';
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
import { deleteIfThere, locked, readWhole, writeWhole } from './files.ts';
import { fingerprint } from './ids.ts';
import { type NotesPlace, standIn } from './places.ts';

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
    this.#waiting = standIn(Uri.joinPath(storage, 'waiting'), place.file);
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
  /** What saves that were interrupted before the last step had written, as far as it can be read. */
  readonly left: readonly { readonly file: Uri; readonly annotations: readonly Annotation[] }[];
}

async function readNotes(file: Uri): Promise<OnDisk> {
  const { text = '', left } = await readWhole(file);
  const readable = left.map((one) => ({ file: one.file, annotations: parse(one.text).annotations }));
  return { text, notes: parse(text), left: readable };
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
