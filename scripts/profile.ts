import { join } from 'node:path';
import { build } from 'esbuild';
import { runInNodeHost } from './host/node-host.ts';
import { OUT, ROOT } from './host/paths.ts';
import { versionFor } from './host/versions.ts';

/** Measures, in a Node extension host, the extension's share of each key stroke; of the article that ARTICLE names, or a sample. */
async function main(): Promise<void> {
  const outfile = join(OUT, 'test/profile.js');
  await build({
    stdin: {
      resolveDir: join(ROOT, 'test/profile'),
      contents: "export { run } from '../support/suite.ts';\nimport './typing.test.ts';",
    },
    bundle: true,
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    platform: 'node',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
    define: { GREP: '""' },
    outfile,
  });
  const { failed } = await runInNodeHost(outfile, versionFor(process.env.VSCODE_VERSION));
  process.exit(failed === 0 ? 0 : 1);
}

main();
