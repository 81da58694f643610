import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { MARK } from '../support/report.ts';

/** Keys that are typed in each article. */
const KEYS = 120;

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

/** For each key the milliseconds in which our code, or code it called, ran before the next key. */
async function shareOfKeys(editor: vscode.TextEditor, folder: string): Promise<readonly number[]> {
  const session = new Session();
  session.connect();
  await post(session, 'Profiler.enable');
  await post(session, 'Profiler.setSamplingInterval', { interval: 100 });
  await post(session, 'Profiler.start');
  const pressed: number[] = [];
  const words = 'Nobody at the harbour knew what Anna Berg had said. ';
  for (let i = 0; i < KEYS; i++) {
    pressed.push(Number(process.hrtime.bigint() / 1000n));
    await vscode.commands.executeCommand('type', { text: words[i % words.length] });
    await new Promise((resolve) => setTimeout(resolve, RHYTHM));
  }
  const { profile } = await post<{ profile: Profiler.Profile }>(session, 'Profiler.stop');
  session.disconnect();
  assert.equal(editor.document.getText().includes('Anna Berg had said.'), true);
  return sharesOf(profile, pressed, folder);
}

function sharesOf(profile: Profiler.Profile, pressed: readonly number[], folder: string): readonly number[] {
  const ours = ourNodes(profile, folder);
  const shares = pressed.map(() => 0);
  let time = profile.startTime;
  let key = -1;
  profile.samples?.forEach((id, i) => {
    const lasted = profile.timeDeltas?.[i + 1] ?? 0;
    time += profile.timeDeltas?.[i] ?? 0;
    while (key + 1 < pressed.length && (pressed[key + 1] ?? 0) <= time) key++;
    if (key >= 0 && ours.has(id)) shares[key] = (shares[key] ?? 0) + lasted / 1000;
  });
  return shares;
}

/** The nodes of the profile that are functions of our bundle or were called by one. */
function ourNodes(profile: Profiler.Profile, folder: string): ReadonlySet<number> {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const add = (id: number, called: boolean) => {
    const node = nodes.get(id);
    if (!node) return;
    const own = called || node.callFrame.url.includes(join(folder, 'dist/extension.js'));
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
