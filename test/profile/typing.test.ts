import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { MARK } from '../support/report.ts';

/** Keys that are typed in each article: ten of them are above the 99th percentile. */
const KEYS = 1000;

/** Milliseconds from one key to the next: a fast typist's. */
const RHYTHM = 60;

/** Budgets in milliseconds of the extension's share of a key stroke, by percentile. */
const SHORT = { 50: 1, 99: 4 };
const LONG = { 99: 8 };

describe('the extension’s share of the host', () => {
  const extension = vscode.extensions.getExtension('article-lens.article-lens');
  assert.ok(extension);
  const article = readFileSync(
    process.env.ARTICLE || join(extension.extensionPath, 'samples/harbour-strike.txt'),
    'utf8',
  );

  it('a key stroke in an article', () => check(`${(article.length / 1000).toFixed(1)} KB`, article, SHORT));

  it('a key stroke in a long article', () =>
    check('1 MB', `${article}\n\n`.repeat(Math.ceil(1_000_000 / article.length)), LONG)).timeout(600_000);

  async function check(name: string, text: string, budget: Readonly<Record<number, number>>): Promise<void> {
    const editor = await openArticle(text);
    const shares = await shareOfKeys(editor, extension?.extensionPath ?? '');
    const at = (percent: number) => percentile(shares, percent);
    console.log(
      `${MARK}${name}: median ${at(50).toFixed(2)}, 99 % ${at(99).toFixed(2)}, most ${at(100).toFixed(2)} ms a key`,
    );
    for (const [percent, limit] of Object.entries(budget)) {
      assert.equal(at(Number(percent)) < limit, true, `${percent} %: ${at(Number(percent))} ms, not ${limit}`);
    }
  }

  async function openArticle(text: string): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: text });
    const editor = await vscode.window.showTextDocument(document);
    await extension?.exports.analysis(document);
    const middle = document.positionAt(document.getText().indexOf('. ', text.length / 2) + 2);
    editor.selection = new vscode.Selection(middle, middle);
    return editor;
  }
});

/** A key stroke: when, in microseconds of the profile's clock, and the processor time used until then. */
interface Key {
  readonly time: number;
  readonly used: number;
}

/**
 * For each key the milliseconds of processor time that our code, and what it called, took before the next key. With
 * PROFILE in the environment, the profile is kept in a file that starts with its value.
 */
async function shareOfKeys(editor: vscode.TextEditor, folder: string): Promise<readonly number[]> {
  const session = new Session();
  session.connect();
  await post(session, 'Profiler.enable');
  await post(session, 'Profiler.setSamplingInterval', { interval: 100 });
  await post(session, 'Profiler.start');
  const words = 'Nobody at the harbour knew what Anna Berg had said. ';
  const keys: Key[] = [];
  for (let i = 0; i < KEYS; i++) {
    keys.push(now());
    await vscode.commands.executeCommand('type', { text: words[i % words.length] });
    await new Promise((resolve) => setTimeout(resolve, RHYTHM));
  }
  keys.push(now());
  const { profile } = await post<{ profile: Profiler.Profile }>(session, 'Profiler.stop');
  session.disconnect();
  if (process.env.PROFILE) {
    writeFileSync(`${process.env.PROFILE}-${editor.document.lineCount}.cpuprofile`, JSON.stringify(profile));
  }
  assert.equal(editor.document.getText().includes('Anna Berg had said.'), true);
  return sharesOf(profile, keys, folder);
}

function now(): Key {
  const { user, system } = process.cpuUsage();
  return { time: Number(process.hrtime.bigint() / 1000n), used: user + system };
}

/**
 * The profile tells time by the clock, much of which passes in waiting for a processor on a busy machine. So of the
 * processor time that was used between two keys we get as much as we have of the time in which the host was not idle.
 */
function sharesOf(profile: Profiler.Profile, keys: readonly Key[], folder: string): readonly number[] {
  const ours = ourNodes(profile, folder);
  const idle = new Set(
    profile.nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id),
  );
  const spans = keys.map(() => ({ ours: 0, busy: 1 }));
  let time = profile.startTime;
  let key = -1;
  profile.samples?.forEach((id, i) => {
    const lasted = profile.timeDeltas?.[i + 1] ?? 0;
    time += profile.timeDeltas?.[i] ?? 0;
    while (key + 1 < keys.length && (keys[key + 1]?.time ?? 0) <= time) key++;
    const span = spans[key];
    if (!span || idle.has(id)) return;
    span.busy += lasted;
    if (ours.has(id)) span.ours += lasted;
  });
  return keys.slice(1).map((next, i) => {
    const used = next.used - (keys[i]?.used ?? 0);
    const span = spans[i] ?? { ours: 0, busy: 1 };
    return (span.ours * Math.min(1, used / span.busy)) / 1000;
  });
}

/** The nodes of the profile that are functions of our bundle or were called by one. */
function ourNodes(profile: Profiler.Profile, folder: string): ReadonlySet<number> {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const add = (id: number, called: boolean) => {
    const node = nodes.get(id);
    if (!node) return;
    const own = called || node.callFrame.url.includes(join(folder, 'dist/'));
    if (own) ours.add(id);
    for (const child of node.children ?? []) add(child, own);
  };
  const root = profile.nodes[0];
  if (root) add(root.id, false);
  return ours;
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? 0;
}

function post<T>(session: Session, method: string, parameters: object = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    session.post(method, parameters, (error, result) => (error ? reject(error) : resolve(result as T)));
  });
}
