import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe as selectorsOf } from '../../../src/core/notes/describe.ts';
import { plainText } from '../../../src/core/notes/plain.ts';

/** Checks the selectors of the words between brackets. */
function check(
  marked: string,
  expected: { exact: string; prefix: string; suffix: string; start: number; end: number },
) {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const { quote, position } = selectorsOf(plainText(marked.replace(/[[\]]/g, '')), { start, end });
  const { exact, prefix, suffix } = quote;
  assert.deepEqual({ exact, prefix, suffix, start: position.start, end: position.end }, expected);
}

describe('describe', () => {
  it('takes exactly the chosen characters', () => {
    check('The [mayor ]said', { exact: 'mayor ', prefix: 'The ', suffix: 'said', start: 4, end: 10 });
  });
  it('keeps 32 characters of context', () => {
    const far = 'x'.repeat(40);
    const near = 'x'.repeat(32);
    check(`${far}[a]${far}`, { exact: 'a', prefix: near, suffix: near, start: 40, end: 41 });
  });
  it('counts code points', () => {
    check('😀😀 [a 😀] b', { exact: 'a 😀', prefix: '😀😀 ', suffix: ' b', start: 3, end: 6 });
  });
  it('counts every line end as one LF', () => {
    check('a\r\nb\r[c\r\nd]', { exact: 'c\nd', prefix: 'a\nb\n', suffix: '', start: 4, end: 7 });
  });
  it('does not split a surrogate pair or a CRLF', () => {
    const plain = plainText('a\r\n😀b');
    assert.equal(selectorsOf(plain, { start: 2, end: 6 }).quote.exact, '\n😀b');
    assert.equal(selectorsOf(plain, { start: 4, end: 6 }).quote.exact, '😀b');
  });
});

describe('plainText', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '😀', '\r\n', '\r', '\n', '\0', '\ud83d') });

  it('finds every code point of the LF text again in the article', () => {
    fc.assert(
      fc.property(text, (article) => {
        const plain = plainText(article);
        let offset = 0;
        for (const [i, character] of [...plain.text].entries()) {
          assert.equal(plain.fromPoints(i), offset);
          assert.equal(plain.toPoints(offset), i);
          const source = plain.toArticle(offset);
          assert.equal(plain.fromArticle(source), offset);
          const next = plain.toArticle(offset + character.length);
          assert.equal(article.slice(source, next).replace(/\r\n?/g, '\n'), character);
          offset += character.length;
        }
      }),
    );
  });
});
