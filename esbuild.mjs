// Builds dist/: the extension for the Node host in parts that are loaded when they are needed, the same in one file for
// the web host, and the command. With --watch the bundles are for debugging: with source maps, not minified, and built
// anew on each change.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
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

/** Only ES modules can be split; each part then becomes the CommonJS that VS Code's Node host wants. */
const partsAsCommonJs = {
  name: 'parts-as-commonjs',
  setup({ onEnd }) {
    onEnd(async ({ metafile, errors }) => {
      if (errors.length > 0) return;
      await build({
        ...common,
        bundle: false,
        plugins: [],
        platform: 'node',
        supported: { 'dynamic-import': false },
        entryPoints: Object.keys(metafile.outputs).filter((file) => file.endsWith('.js')),
        outdir: 'dist',
        allowOverwrite: true,
      });
    });
  },
};

const bundles = [
  {
    ...common,
    entryPoints: {
      extension: 'src/extension.ts',
      later: 'src/later.ts',
      engine: 'src/core/pipeline/engine.ts',
    },
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
    splitting: true,
    metafile: true,
    external: ['vscode'],
    plugins: [...common.plugins, partsAsCommonJs],
  },
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    external: ['vscode'],
  },
  { ...common, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', platform: 'node' },
];

rmSync('dist', { recursive: true, force: true });
// The package is written here, and nothing makes the folder for it.
mkdirSync('out', { recursive: true });
for (const bundle of bundles) {
  if (watch) await (await context(bundle)).watch();
  else await build(bundle);
}
