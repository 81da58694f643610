// Runs `test/NAME/NAME.ts` bundled the way the extension is, so that what is measured is what ships: node run.mjs NAME
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

const [name, ...rest] = process.argv.slice(2);
const outfile = `out/${name}.mjs`;
await build({
  entryPoints: [`test/${name}/${name}.ts`],
  outfile,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  packages: 'external',
  logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, ['--expose-gc', outfile, ...rest], { stdio: 'inherit' }).status ?? 1;
