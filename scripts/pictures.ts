import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from '../test/support/workbench.ts';
import { launchChromium } from './host/chromium.ts';
import { runScript } from './host/npm.ts';
import { ROOT } from './host/paths.ts';

/** A picture for the README: what is open in which theme, and what a person did before it was taken. */
interface Scene {
  readonly name: string;
  readonly file: string;
  readonly theme: string;
  prepare(workbench: Workbench): Promise<void>;
}

const SCENES: readonly Scene[] = [
  {
    name: 'overview-light',
    file: 'harbour-strike.txt',
    theme: 'Default Light Modern',
    prepare: async (workbench) => {
      await showTree(workbench);
      await workbench.expand('Rosa Delgado');
    },
  },
  {
    name: 'hover-dark',
    file: 'river-survey.md',
    theme: 'Default Dark Modern',
    prepare: async (workbench) => {
      await showTree(workbench);
      await workbench.hover('Recovering');
    },
  },
  {
    name: 'notes-light',
    file: 'harbour-strike.txt',
    theme: 'Default Light Modern',
    prepare: async (workbench) => {
      await showTree(workbench);
      await workbench.placeCursor('cut waiting times');
      for (let i = 0; i < 3; i++) await workbench.page.keyboard.press('Control+Shift+ArrowRight');
      await workbench.annotate('Who measured it? #verify');
      await workbench.expand('Notes');
      await workbench.expand('#verify');
      await workbench.hover('waiting times');
    },
  },
  { name: 'high-contrast', file: 'village-hall.txt', theme: 'Default High Contrast', prepare: showTree },
];

const PICTURES = join(ROOT, 'media/pictures');

/** Takes the README's pictures from a real workbench, and makes the icon. */
async function main(): Promise<void> {
  if (!runScript('package')) throw new Error('The extension could not be packaged');
  mkdirSync(PICTURES, { recursive: true });
  for (const scene of SCENES) await take(scene);
  await renderIcon();
  process.exit(0);
}

async function take({ name, file, theme, prepare }: Scene): Promise<void> {
  const settings = {
    'workbench.colorTheme': theme,
    'editor.wordWrap': 'on',
    'editor.fontSize': 13,
    'comments.openView': 'never',
  };
  const workbench = new Workbench({ files: readSamples(), open: file, settings });
  await workbench.start();
  await prepare(workbench);
  copyFileSync(await workbench.picture(name), join(PICTURES, `${name}.png`));
  await workbench.stop();
}

function readSamples(): Readonly<Record<string, string>> {
  const folder = join(ROOT, 'samples');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

async function showTree(workbench: Workbench): Promise<void> {
  await workbench.openView('Article Lens');
  await workbench.row('Quotes');
  await workbench.page.mouse.move(0, 0);
  await workbench.page.locator('.workbench-hover').waitFor({ state: 'hidden' });
}

/** Paints scripts/icon.svg as the PNG that the marketplace wants. */
async function renderIcon(): Promise<void> {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  const svg = readFileSync(join(ROOT, 'scripts/icon.svg'), 'utf8');
  await page.setContent(`<style>body { margin: 0 }</style>${svg}`);
  await page.screenshot({ path: join(ROOT, 'media/icon.png'), omitBackground: true });
  await browser.close();
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
