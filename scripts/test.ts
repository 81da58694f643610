import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import type { Counts } from '../test/support/report.ts';
import { buildTests } from './build-tests.ts';
import { runInNodeHost } from './host/node-host.ts';
import { runScript } from './host/npm.ts';
import { ROOT } from './host/paths.ts';
import { type Version, versionFor } from './host/versions.ts';
import { runInWebHost } from './host/web-host.ts';

interface Options {
  readonly version: Version;
  /** Runs only the tests whose full title matches. */
  readonly grep: string | undefined;
}

interface Suite {
  readonly title: string;
  run(options: Options): Promise<Counts>;
}

/** All suites in the order of a full run. The names are the arguments that pick single ones. */
const SUITES: Readonly<Record<string, Suite>> = {
  unit: { title: 'Unit tests', run: ({ grep }) => runMocha('test/core', grep) },
  node: {
    title: 'Integration suite in a Node extension host',
    run: async ({ grep, version }) => runInNodeHost((await buildTests(grep)).node, version),
  },
  web: {
    title: 'Integration suite in a web extension host',
    run: async ({ grep, version }) => runInWebHost((await buildTests(grep)).web, version),
  },
  workbench: {
    title: 'Steps in the workbench with the packaged extension',
    run: async ({ grep }) => {
      if (!runScript('package')) throw new Error('The extension could not be packaged');
      return runMocha('test/workbench', grep);
    },
  },
};

const NONE: Counts = { passed: 0, failed: 0 };
const FAILURE: Counts = { passed: 0, failed: 1 };

/** Type check, lint and all suites, or those suites that the arguments name. Ends the process. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string' }, vscode: { type: 'string' } },
  });
  const unknown = positionals.find((name) => !(name in SUITES));
  if (unknown) throw new Error(`No suite ${unknown}; there are ${Object.keys(SUITES).join(', ')}`);
  // The workbench's tests find the version where a person would set it, too.
  process.env.VSCODE_VERSION = values.vscode ?? process.env.VSCODE_VERSION ?? '1.100';
  const options = { version: versionFor(process.env.VSCODE_VERSION), grep: values.grep };
  const everything = positionals.length === 0;
  let total = everything && !runScript('check') ? FAILURE : NONE;
  if (runScript('build')) {
    for (const [name, suite] of Object.entries(SUITES)) {
      if (everything || positionals.includes(name)) total = sum(total, await runSuite(suite, options));
    }
  } else total = sum(total, FAILURE);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}

/** The counts of a suite; one that cannot run, or in which no test ran, counts as a failure. */
async function runSuite(suite: Suite, options: Options): Promise<Counts> {
  console.log(`\n${suite.title}`);
  try {
    const counts = await suite.run(options);
    if (counts.passed + counts.failed > 0) return counts;
    console.error('No test ran');
  } catch (error) {
    console.error(error);
  }
  return FAILURE;
}

async function runMocha(folder: string, grep: string | undefined): Promise<Counts> {
  const mocha = new Mocha({ timeout: 300_000, ...(grep && { grep }) });
  for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.test.ts')) mocha.addFile(join(ROOT, folder, name));
  }
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
  });
}

function sum(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
});
