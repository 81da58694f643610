import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { type Counts, MARK, matchCounts } from '../../test/support/report.ts';

/** Where the workbench finds a folder or file: of the server's disk, or of another web server. */
export interface Place {
  readonly scheme: 'vscode-remote' | 'http';
  readonly authority: string;
  readonly path: string;
}

export interface SuiteOptions {
  readonly browser: Browser;
  /** Address of the workbench. */
  readonly url: string;
  /** Folder of the extension under development. */
  readonly extension: Place;
  /** The bundled suite. */
  readonly tests: Place;
}

/** Longest time without a line from the suite, in milliseconds, before the run counts as hung. */
const SILENCE = 300_000;

/** Opens a workbench with the extension under development, whose extension host runs the suite. Prints its lines. */
export async function runSuite({ browser, url, extension, tests }: SuiteOptions): Promise<Counts> {
  const page = await browser.newPage({ bypassCSP: true });
  const reader = readSuite();
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => reader.read(format(...args)));
  await page.exposeFunction('codeAutomationExit', reader.end);
  await developExtension(page, { extensions: [extension], extensionTestsPath: tests });
  await page.goto(url);
  const counts = await reader.counts;
  await page.close();
  return counts;
}

/**
 * Prints the suite's lines among those that a host logs, and gives the counts once the host ended. If no test ran,
 * prints what the host logged.
 */
export function readSuite() {
  let found: Counts = { passed: 0, failed: 0 };
  const others: string[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const timer = setTimeout(() => {
    console.error(`No line from the suite for ${SILENCE / 1000} seconds`);
    end();
  }, SILENCE);
  const read = (line: string) => {
    timer.refresh();
    if (!line.startsWith(MARK)) return void others.push(line);
    const text = line.slice(MARK.length);
    const counts = matchCounts(text);
    if (counts) found = counts;
    else console.log(text.trimEnd());
  };
  const counts = ended.then(() => {
    clearTimeout(timer);
    if (found.passed + found.failed === 0) console.log(others.join('\n'));
    return found;
  });
  return { read, end: () => end(), counts };
}

/**
 * Puts the extension under development into the start configuration that the workbench reads from its own page.
 * (Its URL has parameters for the same, but newer versions ignore them outside of their own tests.)
 */
async function developExtension(page: Page, developmentOptions: object): Promise<void> {
  await page.addInitScript((options) => {
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = read.call(this, name);
      if (name !== 'data-settings' || value === null || this.id !== 'vscode-workbench-web-configuration') return value;
      const configuration = JSON.parse(value);
      return JSON.stringify({
        ...configuration,
        developmentOptions: { ...configuration.developmentOptions, ...options },
      });
    };
  }, developmentOptions);
}
