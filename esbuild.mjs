// Builds dist/: the extension for the Node host with its engine apart, the same in one file for the web host, and the
// command. With --watch the bundles are for debugging: with source maps, not minified, and built anew on each change.
import { readFileSync, rmSync } from 'node:fs';
import { build, context } from 'esbuild';

/** Reading learned data as a string, when it is needed, is several times faster than reading it as source code. */
const jsonAsString = {
  name: 'json-as-string',
  setup({ onLoad }) {
    onLoad({ filter: /\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(text)})`, loader: 'js' };
    });
  },
};

/** Leaves the engine in a file of its own, which is read when it is first needed. */
const engineApart = {
  name: 'engine-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/engine\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './engine.js', external: true } : undefined,
    );
  },
};

const watch = process.argv.includes('--watch');
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  // jsonc-parser's CommonJS build cannot be bundled: its ES modules come first.
  mainFields: ['module', 'main'],
  plugins: [jsonAsString],
  minify: !watch,
  sourcemap: watch,
  // VS Code's task waits for what is said about a build.
  logLevel: watch ? 'info' : 'warning',
};
const extension = { ...common, entryPoints: ['src/extension.ts'], external: ['vscode'] };
const bundles = [
  {
    ...extension,
    outfile: 'dist/extension.js',
    platform: 'node',
    plugins: [...common.plugins, engineApart],
    supported: { 'dynamic-import': false },
  },
  { ...common, entryPoints: ['src/core/pipeline/engine.ts'], outfile: 'dist/engine.js', platform: 'node' },
  { ...extension, outfile: 'dist/web/extension.js', platform: 'browser' },
  { ...common, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', platform: 'node' },
];

rmSync('dist', { recursive: true, force: true });
for (const bundle of bundles) {
  if (watch) await (await context(bundle)).watch();
  else await build(bundle);
}
