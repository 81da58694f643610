import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The rooms of src/, and from which others each may import, type-only imports included. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'core/model': [],
  'core/lexicon': ['core/model'],
  'core/text': ['core/model', 'core/lexicon'],
  'core/learned': ['core/model', 'core/text'],
  'core/pipeline': ['core/model', 'core/lexicon', 'core/text', 'core/learned'],
  'core/notes': ['core/model', 'core/text'],
  'core/view': ['core/model', 'core/text', 'core/notes'],
  'core/export': ['core/model', 'core/text', 'core/notes', 'core/view'],
  cli: ['core/model', 'core/pipeline', 'core/learned', 'core/export'],
  vscode: ['core/model', 'core/text', 'core/learned', 'core/pipeline', 'core/notes', 'core/view', 'core/export'],
  later: ['vscode'],
  extension: ['core/model', 'vscode', 'later'],
  training: ['core/model', 'core/lexicon', 'core/text', 'core/learned', 'core/pipeline'],
};

/** The files of src/vscode that the others there share. */
const SHARED = [
  ...['articles', 'article', 'config', 'convert', 'log', 'slices', 'engine', 'layers', 'looks'],
  ...['notes', 'notebook', 'storage', 'places', 'files', 'ids', 'folderNames', 'correcting', 'noteInputs', 'threads'],
];

const SOURCE = join(import.meta.dirname, '../../src');
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

describe('layers', () => {
  it('import only what they may', () => {
    assert.deepEqual(
      [...imports].flatMap(([file, others]) =>
        others.filter((other) => !allowed(file, other)).map((o) => `${file} → ${o}`),
      ),
      [],
    );
  });

  it('have no cycles', () => {
    assert.equal(findCycle()?.join(' → '), undefined);
  });
});

/** What a file imports: paths inside src/, and names of modules from elsewhere. */
function importsOf(file: string): readonly string[] {
  const source = readFileSync(join(SOURCE, file), 'utf8');
  const statements = source.matchAll(/^(?:import|export)\b[^;'"]*'([^']+)';|\bimport\('([^']+)'\)/gm);
  return [...statements]
    .map((match) => match[1] ?? match[2] ?? '')
    .map((name) => (name.startsWith('.') ? posix.join(posix.dirname(file), name) : name));
}

function roomOf(file: string): string {
  return Object.keys(ROOMS).find((room) => `${file.replace('.ts', '')}/`.startsWith(`${room}/`)) ?? file;
}

function allowed(file: string, other: string): boolean {
  const room = roomOf(file);
  if (other === 'vscode') return ['vscode', 'later', 'extension'].includes(room);
  if (other.startsWith('node:')) return room === 'cli' || room === 'training';
  if (!imports.has(other)) return !/^\.|\/\.\./.test(other);
  if (room === 'vscode' && roomOf(other) === room) return SHARED.some((name) => other === `vscode/${name}.ts`);
  return roomOf(other) === room || (ROOMS[room] ?? []).includes(roomOf(other));
}

/** The files of a cycle of imports, the first again at the end; undefined if there is none. */
function findCycle(): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const other of imports.get(file) ?? []) {
      const cycle = visit(other, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  return files.map((file) => visit(file, [])).find((cycle) => cycle !== undefined);
}
