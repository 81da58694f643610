import assert from 'node:assert/strict';
import { piecesOf } from '../../../src/core/pipeline/layout/pieces.ts';

/** Sentences of different lengths and words, `separator` between them. */
function prose(count: number, separator: string): string {
  const sentence = (i: number) => `The ${'very '.repeat((i * 7) % 5)}old bridge number ${i * i} was closed again.`;
  return Array.from({ length: count }, (_, i) => sentence(i)).join(separator);
}

function piecesIn(text: string): string[] {
  return [...piecesOf(text, { start: 0, end: text.length })].map(({ start, end }) => text.slice(start, end));
}

describe('pieces', () => {
  it('leave a paragraph whole', () => {
    const text = prose(40, ' ');
    assert.deepEqual(piecesIn(text), [text]);
  });

  it('of a long line end with sentences and lose no words', () => {
    const text = prose(1000, ' ');
    const pieces = piecesIn(text);
    assert.equal(pieces.join(' '), text);
    assert.deepEqual(
      pieces.filter((piece) => piece.length > 5000 || !piece.endsWith('again.')),
      [],
    );
  });

  it('are the same with CRLF and LF', () => {
    const text = prose(1000, '\n');
    const pieces = piecesIn(text.replaceAll('\n', '\r\n'));
    assert.deepEqual(
      pieces.map((piece) => piece.replaceAll('\r', '')),
      piecesIn(text),
    );
  });

  it('are mostly the same after an edit at the start', () => {
    const text = prose(2000, ' ');
    const before = new Set(piecesIn(text));
    const changed = piecesIn(`No. ${text}`).filter((piece) => !before.has(piece));
    assert.ok(changed.length <= before.size / 3, `${changed.length} of ${before.size} changed`);
  });

  it('end between characters where there are no words', () => {
    const pieces = piecesIn(`a${'😀'.repeat(6000)}`);
    assert.ok(pieces.length > 1);
    assert.deepEqual(
      pieces.filter((piece) => /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(piece)),
      [],
    );
  });
});
