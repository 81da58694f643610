import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { renderOutline } from '../core/export/outline.ts';
import { readNameModel } from '../core/learned/model.ts';
import { type AnalyzeOptions, analyze } from '../core/pipeline/analyze.ts';
import type { NameModel } from '../core/pipeline/mentions.ts';
import { decode, readLines } from './read.ts';

const USAGE = `Finds quotes with their speakers, entities and sections in plain-text articles.

usage: article-lens analyze FILE…                  an outline of each file
       article-lens analyze --format json FILE…    the whole analysis of each file, one JSON object a line
       article-lens analyze --jsonl                {"id","text"} lines from standard input to analyses, one a line
       article-lens --help

options: --indirect    also what is reported without quotation marks: she said that …

Exit codes: 0 all done, 1 something could not be read (named on standard error, the rest is done), 2 wrong usage.
`;

/** The streams that the command reads and writes. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/**
 * Runs the command with the arguments after its name, with the model of names in the file `weights`. Resolves with the
 * exit code.
 */
export async function runCommand(args: readonly string[], streams: Streams, weights?: string): Promise<number> {
  const command = parseCommand(args);
  if ('help' in command) {
    await print(streams.stdout, USAGE);
    return 0;
  }
  if ('wrong' in command) {
    await print(streams.stderr, `${command.wrong}\n\n${USAGE}`);
    return 2;
  }
  const names = weights && (await loadNames(weights, streams.stderr));
  const options = { indirect: command.indirect, ...(names && { names }) };
  return command.jsonl ? analyzeLines(options, streams) : analyzeFiles(command, options, streams);
}

type Format = 'outline' | 'json';

type Command =
  | { readonly help: true }
  | { readonly wrong: string }
  | { readonly jsonl: boolean; readonly format: Format; readonly indirect: boolean; readonly files: readonly string[] };

const OPTIONS = {
  format: { type: 'string' },
  jsonl: { type: 'boolean' },
  indirect: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parseCommand(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [name, ...files] = positionals;
    const { format = 'outline', jsonl = false, indirect = false } = values;
    if (values.help) return { help: true };
    if (name !== 'analyze') return { wrong: name === undefined ? 'No command given' : `Unknown command '${name}'` };
    if (format !== 'outline' && format !== 'json') return { wrong: `Unknown format '${format}'` };
    if (jsonl && (files.length > 0 || values.format)) return { wrong: '--jsonl takes neither files nor a format' };
    if (!jsonl && files.length === 0) return { wrong: 'No file given' };
    return { jsonl, format, indirect, files };
  } catch (error) {
    return { wrong: messageOf(error) };
  }
}

/** The model of names; without it the rest still works, after a warning. */
async function loadNames(file: string, stderr: Writable): Promise<NameModel | undefined> {
  const names = await readFile(file).then(readNameModel, () => undefined);
  if (!names) await print(stderr, `${file}: missing or damaged, no names will be found\n`);
  return names;
}

interface Files {
  readonly files: readonly string[];
  readonly format: Format;
}

async function analyzeFiles(
  { files, format }: Files,
  options: AnalyzeOptions,
  { stdout, stderr }: Streams,
): Promise<number> {
  let code = 0;
  for (const file of files) {
    try {
      const text = decode(await readFile(file));
      const analysis = analyze(text, options);
      await print(stdout, format === 'json' ? json({ file, ...analysis }) : renderOutline(text, analysis));
    } catch (error) {
      code = 1;
      await print(stderr, `${file}: ${messageOf(error)}\n`);
    }
  }
  return code;
}

async function analyzeLines(options: AnalyzeOptions, { stdin, stdout, stderr }: Streams): Promise<number> {
  let code = 0;
  let number = 0;
  for await (const line of readLines(stdin)) {
    number++;
    if (line.trim() === '') continue;
    const article = parseArticle(line);
    if (article) await print(stdout, json({ id: article.id, ...analyze(article.text, options) }));
    else {
      code = 1;
      await print(stderr, `line ${number}: not a JSON object with a "text"\n`);
    }
  }
  return code;
}

function parseArticle(line: string): { readonly id: unknown; readonly text: string } | undefined {
  try {
    const { id, text } = JSON.parse(line);
    return typeof text === 'string' ? { id, text } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes, and waits until the stream takes more. */
async function print(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** What went wrong, in a reader's words where the system's code is common. */
function messageOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'EACCES') return 'may not be read';
  return message;
}
