import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNameModel } from '../../../src/core/learned/model.ts';
import { analyze } from '../../../src/core/pipeline/analyze.ts';

describe('the model of names', () => {
  const shipped = (): Uint8Array => new Uint8Array(readFileSync(join('media', 'names.bin')));
  const namesIn = (text: string) => {
    const { entities } = analyze(text, { names: readNameModel(shipped()) });
    return entities.map(({ label, name }) => `${label} ${name}`);
  };

  it('finds names in the file that ships', () => {
    assert.deepEqual(namesIn('On the road to Lima, Maria Ortega of Oxfam spoke to Chinese drivers.'), [
      'PLACE Lima',
      'PERSON Maria Ortega',
      'ORG Oxfam',
      'NORP Chinese',
    ]);
  });

  it('is the same wherever in memory its bytes begin', () => {
    const bytes = shipped();
    const moved = new Uint8Array(bytes.length + 1);
    moved.set(bytes, 1);
    assert.ok(readNameModel(moved.subarray(1)));
  });

  const checkDamage = (name: string, damage: (bytes: Uint8Array) => Uint8Array) =>
    it(`is not read from ${name}`, () => assert.equal(readNameModel(damage(shipped())), undefined));

  checkDamage('an empty file', () => new Uint8Array());
  checkDamage('half a file', (bytes) => bytes.slice(0, bytes.length >> 1));
  checkDamage('a file with one bit turned', (bytes) => bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1));
  checkDamage('another file', () => new TextEncoder().encode('not a weights file at all'));
});
