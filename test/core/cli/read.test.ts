import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { decode, readLines } from '../../../src/cli/read.ts';

describe('decode', () => {
  const check = (name: string, bytes: readonly number[], text: string) =>
    it(name, () => assert.equal(decode(new Uint8Array(bytes)), text));

  check('UTF-8', [0xe2, 0x80, 0x9c, 0x48, 0x69], '“Hi');
  check('UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0x48, 0x69], 'Hi');
  check('UTF-16, little end first', [0xff, 0xfe, 0x48, 0, 0x1c, 0x20], 'H“');
  check('UTF-16, big end first', [0xfe, 0xff, 0, 0x48, 0x20, 0x1c], 'H“');
  check('Windows-1252', [0x93, 0x48, 0xe9, 0x94], '“Hé”');

  it('rejects a binary file', () => {
    assert.throws(() => decode(new Uint8Array([0x7f, 0x45, 0, 1])), /binary/);
  });
});

describe('readLines', () => {
  const check = (name: string, chunks: readonly Buffer[], lines: readonly string[]) =>
    it(name, async () => {
      const read: string[] = [];
      for await (const line of readLines(Readable.from(chunks))) read.push(line);
      assert.deepEqual(read, lines);
    });
  const euro = Buffer.from('€');

  check('splits at line feeds alone', [Buffer.from('a\rb\u2028c\n\nd\n')], ['a\rb\u2028c', '', 'd']);
  check('joins a line that comes in pieces', [Buffer.from('a'), Buffer.from('b\nc'), Buffer.from('d')], ['ab', 'cd']);
  check('joins a character that comes in pieces', [euro.subarray(0, 1), euro.subarray(1)], ['€']);
  check('nothing', [], []);
});
