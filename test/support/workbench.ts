import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/host/chromium.ts';
import { OUT } from '../../scripts/host/paths.ts';
import { type RunningServer, startServer } from '../../scripts/host/server.ts';
import { temporaryFolder } from '../../scripts/host/temporary.ts';
import { versionFor } from '../../scripts/host/versions.ts';

export interface WorkbenchOptions {
  /** Texts of the files in the workbench's folder, by their names. */
  readonly files: Readonly<Record<string, string>>;
  /** Name of the file that is open at the start. */
  readonly open?: string;
  /** Settings of the folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What is painted over a stretch of text: the text and how the decoration looks. */
export interface PaintedText {
  readonly text: string;
  readonly background: string;
  readonly border: string;
  readonly classes: string;
}

/** One visible row of the tree in the side bar. */
export interface Row {
  readonly label: string;
  readonly description: string;
  readonly level: number;
  readonly expanded: boolean | undefined;
}

/** Longest wait for something to appear, in milliseconds. */
const PATIENCE = 60_000;

let host: Promise<{ readonly server: RunningServer; readonly browser: Browser }> | undefined;

/**
 * Gives the tests of the `describe` around it a workbench of their own, with the packaged extension installed, in a
 * new folder with `files`. When a test fails, a picture of the workbench is in out/pictures.
 */
export function useWorkbench(options: WorkbenchOptions): Workbench {
  const workbench = new Workbench(options);
  before(() => workbench.start());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture(this.currentTest.fullTitle());
  });
  after(() => workbench.stop());
  return workbench;
}

/** Repeats `check` until it no longer throws, or throws its last error when patience ends. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A real VS Code workbench in a browser page, driven the way a person does it. */
export class Workbench {
  readonly folder = join(temporaryFolder(), 'articles');
  readonly #options: WorkbenchOptions;
  #page: Page | undefined;

  constructor(options: WorkbenchOptions) {
    this.#options = options;
    for (const [name, text] of Object.entries(options.files)) this.write(name, text);
    this.configure(options.settings ?? {});
  }

  /** The browser's page, for what has no method here. */
  get page(): Page {
    if (!this.#page) throw new Error('The workbench has not started');
    return this.#page;
  }

  async start(): Promise<void> {
    const { server, browser } = await this.#host();
    const { open } = this.#options;
    this.#page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    this.page.setDefaultTimeout(PATIENCE);
    await this.page.goto(server.url(this.folder, open ? [join(this.folder, open)] : []));
    await this.page.locator('.monaco-workbench').waitFor();
    if (open) await this.tab(open).waitFor();
  }

  async stop(): Promise<void> {
    await this.#page?.close();
  }

  #host() {
    host ??= startHost();
    return host;
  }

  /** Loads the page anew, as after a restart of VS Code. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.locator('.monaco-workbench').waitFor();
  }

  /** Ends VS Code without a warning and starts it again with the same data. */
  async restart(): Promise<void> {
    const { server } = await this.#host();
    await server.restart();
    await this.reload();
  }

  /** The processes of the extension hosts. */
  async extensionHosts(): Promise<readonly number[]> {
    return (await this.#host()).server.extensionHosts();
  }

  /** Writes a file of the folder, as another program would. */
  write(name: string, text: string | Uint8Array): void {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Replaces the folder's settings; they work at once. */
  configure(settings: Readonly<Record<string, unknown>>): void {
    this.write('.vscode/settings.json', JSON.stringify(settings));
  }

  /** Opens a file of the folder by quick open. */
  async open(name: string): Promise<void> {
    await this.pick('Control+p', name, name);
    await this.tab(name).waitFor();
  }

  /** Runs a command by its title in the palette: 'Article Lens: Toggle Highlights'. */
  async run(title: string): Promise<void> {
    await this.pick('F1', `>${title}`, title);
  }

  /**
   * Opens a quick pick by key, types into it, and takes the row with `row` in it once it has the focus. What is not
   * known yet while VS Code starts, such as the files of the folder, is not added to an open pick: it is opened again.
   */
  async pick(key: string, typed: string, row: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget:visible');
    await eventually(async () => {
      await this.page.keyboard.press(key);
      await widget.locator('.quick-input-box input').fill(typed);
      try {
        await widget.locator('.monaco-list-row.focused', { hasText: row }).waitFor({ timeout: 5_000 });
      } catch (error) {
        await this.page.keyboard.press('Escape');
        throw error;
      }
    });
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget', { hasText: row }).waitFor({ state: 'hidden' });
  }

  /** Where a command that asks is answered. */
  inputBox = (): Locator => this.page.locator('.quick-input-widget:visible .quick-input-box input');

  tab(name: string): Locator {
    return this.page.locator(`.tab.active[data-resource-name="${name}"]`);
  }

  /** The text editor that is shown, the first of several. */
  get editor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  /** The text that the editor shows, without the lines outside of its window. */
  async text(): Promise<string> {
    const lines = await this.editor.locator('.view-lines .view-line').evaluateAll((all) =>
      all
        .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.join('\n');
  }

  /** Puts the cursor before the first character of `text` where it first stands in the editor's window. */
  async placeCursor(text: string): Promise<void> {
    const { x, y, height } = await this.find(text);
    await this.page.mouse.click(x + 1, y + height / 2);
  }

  /** Types at the cursor. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Writes a note on what is selected, or on the word at the cursor, in the margin. */
  async annotate(note: string): Promise<void> {
    await this.run('Article Lens: Annotate Selection');
    await this.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await this.type(note);
    await this.page.keyboard.press('Control+Enter');
  }

  /** What the hover over the first `text` in the editor's window says. */
  async hover(text: string): Promise<string> {
    const contents = this.page.locator('.monaco-hover:not(.hidden) .hover-contents');
    return eventually(async () => {
      const { x, y, width, height } = await this.find(text);
      await this.page.mouse.move(0, 0);
      await contents.first().waitFor({ state: 'hidden' });
      await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
      await contents.first().waitFor({ timeout: 2_000 });
      return (await contents.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
    });
  }

  /** The rectangle on the page of the first `text` in one of the editor's lines. */
  async find(text: string): Promise<{ x: number; y: number; width: number; height: number }> {
    return eventually(async () => {
      const found = await this.editor.locator('.view-lines .view-line').evaluateAll(rectangleOf, text);
      if (!found) throw new Error(`“${text}” is not in the editor's window`);
      return found;
    });
  }

  /** What decorations of extensions paint in the editor's window, each with the text under it. */
  async painted(): Promise<readonly PaintedText[]> {
    return this.editor.locator('.view-overlays .cdr[class*="ced-"]').evaluateAll(paintedTexts);
  }

  /** Opens a container of the activity bar by the start of its label. */
  async openView(label: string): Promise<void> {
    const icon = this.page.locator(`.activitybar .action-label[aria-label^="${label}"]`);
    if (!(await this.page.locator('.sidebar .composite.title', { hasText: label }).isVisible())) await icon.click();
    await this.page.locator('.sidebar .composite.title', { hasText: label }).waitFor();
  }

  /** The rows of the side bar's tree that are in its window. */
  async rows(): Promise<readonly Row[]> {
    return this.page.locator('.sidebar .monaco-list-row').evaluateAll((rows) =>
      rows.map((row) => {
        const expanded = row.getAttribute('aria-expanded');
        return {
          label: row.querySelector('.label-name')?.textContent ?? '',
          description: row.querySelector('.label-description')?.textContent ?? '',
          level: Number(row.getAttribute('aria-level')),
          expanded: expanded === null ? undefined : expanded === 'true',
        };
      }),
    );
  }

  /** The row of the side bar's tree whose label is `label`, scrolled into its window. */
  async row(label: string): Promise<Locator> {
    const name = this.page.locator('.label-name').getByText(label, { exact: true });
    const row = this.page.locator('.sidebar .monaco-list-row').filter({ has: name }).first();
    await this.page.locator('.sidebar .monaco-list-row').first().hover();
    await eventually(async () => {
      if (await row.isVisible()) return;
      await this.page.mouse.wheel(0, 200);
      throw new Error(`No row ${label}`);
    });
    return row;
  }

  /** Opens the row with this label in the side bar's tree, if it is closed. */
  async expand(label: string): Promise<void> {
    const row = await this.row(label);
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
    await eventually(async () => {
      if ((await row.getAttribute('aria-expanded')) !== 'true') throw new Error(`${label} does not open`);
    });
  }

  /** Picks an entry of the context menu of `target`. */
  async menu(target: Locator, entry: string): Promise<void> {
    await target.click({ button: 'right' });
    const item = this.page.locator('.monaco-menu .action-item', { hasText: entry }).first();
    // A menu takes no click in its first moments, but it takes the key.
    await item.hover();
    await this.page.keyboard.press('Enter');
    await item.waitFor({ state: 'hidden' });
  }

  /** The status bar item whose id ends with `id`. */
  statusItem(id: string): Locator {
    return this.page.locator(`.statusbar-item[id$="${id}"]`);
  }

  /** The notification with `text` in it. */
  toast(text: string): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item', { hasText: text });
  }

  /** The document inside the web view that is shown. */
  webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Takes a picture into out/pictures, named after `title`. */
  async picture(title: string): Promise<string> {
    const path = join(OUT, 'pictures', `${title.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }
}

async function startHost() {
  const server = await startServer({
    version: versionFor(process.env.VSCODE_VERSION),
    vsix: join(OUT, 'article-lens.vsix'),
    settings: { 'editor.hover.delay': 100, 'editor.minimap.enabled': false, 'editor.stickyScroll.enabled': false },
  });
  return { server, browser: await launchChromium() };
}

/** Runs in the page: the rectangle of the first `text` in one of the `lines`. */
function rectangleOf(lines: readonly Element[], text: string) {
  for (const line of lines) {
    const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
    if (start < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let offset = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (start >= offset && start < offset + length) range.setStart(node, start - offset);
      const end = start + text.length;
      if (end > offset && end <= offset + length) range.setEnd(node, end - offset);
      offset += length;
    }
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }
  return undefined;
}

/** Runs in the page: the text whose middle each decoration covers, with its computed style. */
function paintedTexts(decorations: readonly Element[]) {
  return decorations.map((decoration) => {
    const box = decoration.getBoundingClientRect();
    const style = getComputedStyle(decoration);
    let text = '';
    for (const line of decoration.closest('.monaco-editor')?.querySelectorAll('.view-line') ?? []) {
      const { top, bottom } = line.getBoundingClientRect();
      const middle = box.top + box.height / 2;
      if (middle < top || middle > bottom) continue;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let i = 0; i < (node.textContent ?? '').length; i++) {
          const range = document.createRange();
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          const { x, width } = range.getBoundingClientRect();
          if (x + width / 2 > box.left && x + width / 2 < box.right) text += (node.textContent ?? '')[i];
        }
      }
    }
    const { backgroundColor: background, border } = style;
    return { text: text.replaceAll('\u00a0', ' '), background, border, classes: decoration.className };
  });
}
