import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { runCommand } from '../../../src/cli/command.ts';

const ARTICLE = 'The mayor, Lena Ortiz, opened it. “We waited nine years for this day,” she said.\n';

/** Runs the command in an own folder with `files`, and gives what it did. */
async function run(args: readonly string[], files: Readonly<Record<string, string | Uint8Array>> = {}, input = '') {
  const folder = mkdtempSync(join(tmpdir(), 'article-lens-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const paths = args.map((arg) => (arg in files || arg === 'missing.txt' ? join(folder, arg) : arg));
  const [stdout, stderr] = [collector(), collector()];
  const code = await runCommand(paths, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr });
  rmSync(folder, { recursive: true });
  return { code, out: stdout.text(), err: stderr.text().replaceAll(`${folder}/`, '') };
}

/** A stream that keeps what is written. */
function collector() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return Object.assign(stream, { text: () => chunks.join('') });
}

describe('command analyze', () => {
  it('prints an outline of each file', async () => {
    const { code, out } = await run(['analyze', 'a.txt', 'b.txt'], { 'a.txt': ARTICLE, 'b.txt': ARTICLE });
    assert.equal(code, 0);
    assert.equal(out.match(/“We waited nine years for this day,”/g)?.length, 2);
  });

  it('prints the whole analysis as JSON, one file a line', async () => {
    const { code, out } = await run(['analyze', '--format', 'json', 'a.txt'], { 'a.txt': ARTICLE });
    const { file, quotes } = JSON.parse(out);
    assert.equal(code, 0);
    assert.match(file, /a\.txt$/);
    assert.equal(ARTICLE.slice(quotes[0].start, quotes[0].end), '“We waited nine years for this day,”');
  });

  it('finds what is reported without marks if asked to', async () => {
    const article = 'The mayor, Lena Ortiz, said that the bridge was safe.\n';
    const kinds = async (...options: readonly string[]) => {
      const { out } = await run(['analyze', ...options, '--format', 'json', 'a.txt'], { 'a.txt': article });
      return JSON.parse(out).quotes.map(({ kind }: { kind: string }) => kind);
    };
    assert.deepEqual([await kinds(), await kinds('--indirect')], [[], ['indirect']]);
  });

  it('names a file that it cannot read and does the rest', async () => {
    const { code, out, err } = await run(['analyze', 'missing.txt', 'a.txt'], { 'a.txt': ARTICLE });
    assert.deepEqual([code, err], [1, 'missing.txt: no such file\n']);
    assert.match(out, /“We waited/);
  });

  it('names a folder and a binary file', async () => {
    const { code, err } = await run(['analyze', tmpdir(), 'a.png'], { 'a.png': new Uint8Array([137, 80, 0, 1]) });
    assert.deepEqual([code, err], [1, `${tmpdir()}: is a folder\na.png: is a binary file\n`]);
  });

  it('takes an empty file for an article without findings', async () => {
    const { code, out, err } = await run(['analyze', 'a.txt'], { 'a.txt': '' });
    assert.deepEqual([code, out, err], [0, '0 words, 0 quotes, 0 entities, 0 sections\n', '']);
  });

  it('explains itself on --help', async () => {
    const { code, out, err } = await run(['--help']);
    assert.equal(code, 0);
    assert.match(out, /usage: article-lens analyze FILE/);
    assert.equal(err, '');
  });
});

describe('wrong usage ends with code 2 and a reason', () => {
  const check = (line: string, reason: RegExp) =>
    it(line || '(nothing)', async () => {
      const { code, out, err } = await run(line.split(' ').filter(Boolean));
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, reason);
      assert.match(err, /usage:/);
    });

  check('', /No command given/);
  check('annotate', /Unknown command 'annotate'/);
  check('analyze', /No file given/);
  check('analyze --format xml a.txt', /Unknown format 'xml'/);
  check('analyze --format', /--format/);
  check('analyze --colour a.txt', /--colour/);
  check('analyze --jsonl a.txt', /--jsonl takes neither files/);
});

describe('command analyze --jsonl', () => {
  it('prints one analysis a line, in order, with the id', async () => {
    const input = ['one', 'two'].map((id) => JSON.stringify({ id, text: ARTICLE })).join('\n');
    const { code, out } = await run(['analyze', '--jsonl'], {}, input);
    const analyses = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(code, 0);
    assert.deepEqual(
      analyses.map(({ id, quotes }) => [id, quotes.length]),
      [
        ['one', 1],
        ['two', 1],
      ],
    );
  });

  it('keeps line separators that stand inside a text', async () => {
    const { code, out } = await run(['analyze', '--jsonl'], {}, '{"id":1,"text":"One.\u2028Two.\u2029Three."}\n');
    assert.deepEqual([code, JSON.parse(out).words], [0, 3]);
  });

  it('names a line that is no article and does the rest', async () => {
    const input = `nonsense\n\n{"id":1}\n{"id":2,"text":"Rain."}\n`;
    const { code, out, err } = await run(['analyze', '--jsonl'], {}, input);
    assert.equal(code, 1);
    assert.equal(err, 'line 1: not a JSON object with a "text"\nline 3: not a JSON object with a "text"\n');
    assert.equal(JSON.parse(out).id, 2);
  });
});
