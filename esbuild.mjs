// Builds dist/: the extension for the Node host, the same for the web host, and the command. With --watch the bundles
// are for debugging: with source maps, not minified, and built anew on each change.
import { rmSync } from 'node:fs';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  // jsonc-parser's CommonJS build cannot be bundled: its ES modules come first.
  mainFields: ['module', 'main'],
  minify: !watch,
  sourcemap: watch,
  // VS Code's task waits for what is said about a build.
  logLevel: watch ? 'info' : 'warning',
};
const extension = { ...common, entryPoints: ['src/extension.ts'], external: ['vscode'] };
const bundles = [
  { ...extension, outfile: 'dist/extension.js', platform: 'node' },
  { ...extension, outfile: 'dist/web/extension.js', platform: 'browser' },
  { ...common, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', platform: 'node' },
];

rmSync('dist', { recursive: true, force: true });
for (const bundle of bundles) {
  if (watch) await (await context(bundle)).watch();
  else await build(bundle);
}
