// Builds dist/: the extension for the Node host, the same for the web host, and the command.
import { build, context } from 'esbuild';

const common = { bundle: true, target: 'es2022', sourcemap: true, logLevel: 'warning', minify: true, keepNames: true };
const bundles = [
  {
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  { entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', platform: 'node', format: 'cjs' },
];

for (const bundle of bundles) {
  const options = { ...common, ...bundle };
  if (process.argv.includes('--watch')) await (await context(options)).watch();
  else await build(options);
}
