import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const strings: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const { contributes } = manifest;
const commands: readonly { command: string; category?: string }[] = contributes.commands;

describe('the manifest', () => {
  it('takes each of its strings from package.nls.json, and all of those are used', () => {
    const used = new Set(JSON.stringify(manifest).match(/(?<="%)[^%"]+(?=%")/g));
    assert.deepEqual(
      [...used].filter((key) => !strings[key]),
      [],
    );
    assert.deepEqual(
      Object.keys(strings).filter((key) => !used.has(key)),
      [],
    );
  });

  it('has all commands in one category, and each that it names somewhere', () => {
    assert.deepEqual(
      commands.filter(({ category }) => category !== 'Article Lens'),
      [],
    );
    const known = new Set(commands.map(({ command }) => command));
    const named = JSON.stringify([contributes.menus, contributes.walkthroughs, contributes.viewsWelcome, strings]);
    for (const [, name = ''] of named.matchAll(/(?:command:|"command":")(articleLens\.\w+)/g)) {
      if (name !== 'articleLens.findings') assert.equal(known.has(name), true, name);
    }
  });

  it('names every command that the source registers, and no other', () => {
    const source = readdirSync('src/vscode')
      .map((file) => readFileSync(join('src/vscode', file), 'utf8'))
      .join('\n');
    for (const { command } of commands) {
      const name = command.replace(/^articleLens\.(next|previous)?/, '');
      assert.equal(source.includes(name), true, command);
    }
    const known = new Set(commands.map(({ command }) => command));
    for (const [, name = ''] of source.matchAll(/registerCommand\(\s*'([\w.]+)'/g))
      assert.equal(known.has(name), true, name);
  });

  it('has fewer than 25 settings, each with an order and in words', () => {
    const settings = contributes.configuration.flatMap(({ properties }: { properties: object }) =>
      Object.values(properties),
    );
    assert.equal(settings.length < 25, true, String(settings.length));
    for (const { order, markdownDescription } of settings) {
      assert.equal(typeof order, 'number');
      assert.equal(typeof markdownDescription, 'string');
    }
  });

  it('never starts for everything, and overrides no key', () => {
    assert.equal(manifest.activationEvents.includes('*'), false);
    assert.equal(contributes.keybindings, undefined);
  });

  it('names files that are there', () => {
    const paths = JSON.stringify(manifest).match(/media\/[\w/-]+\.(?:svg|png)/g) ?? [];
    assert.equal(paths.length > 5, true);
    assert.deepEqual(
      paths.filter((path) => !existsSync(path)),
      [],
    );
  });
});
