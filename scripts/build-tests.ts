import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { OUT, ROOT } from './host/paths.ts';

/** Bundles the integration suite, once for each kind of extension host. `grep` keeps the tests whose title matches. */
export async function buildTests(grep = ''): Promise<{ readonly node: string; readonly web: string }> {
  const folder = join(ROOT, 'test/editor');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  const imports = files.sort().map((name) => `import ${JSON.stringify(`./${name.replaceAll('\\', '/')}`)};`);
  const suite = { resolveDir: folder, contents: `export { run } from '../support/suite.ts';\n${imports.join('\n')}` };
  const common: BuildOptions = {
    stdin: suite,
    bundle: true,
    // mocha's browser build sets module.exports, wherever it is bundled: ours must be set after it.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode'],
    logLevel: 'warning',
    define: { GREP: JSON.stringify(grep) },
  };
  const bundles = { node: join(OUT, 'test/node.js'), web: join(OUT, 'test/web.js') };
  await build({ ...common, platform: 'node', mainFields: ['module', 'main'], outfile: bundles.node });
  await build({
    ...common,
    platform: 'browser',
    outfile: bundles.web,
    alias: { 'node:assert/strict': join(ROOT, 'test/support/assert.ts'), 'node:assert': 'assert/' },
    define: { ...common.define, global: 'globalThis', 'process.env.NODE_DEBUG': '""' },
  });
  return bundles;
}
