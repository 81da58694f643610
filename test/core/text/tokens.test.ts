import assert from 'node:assert/strict';
import { findSentences } from '../../../src/core/text/sentences.ts';
import { findTokens, tokenAt } from '../../../src/core/text/tokens.ts';

describe('tokens', () => {
  const words = (text: string) => {
    const { count, starts, ends } = findTokens(text);
    return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i])).join(' | ');
  };
  const check = (text: string, expected: string) => it(text || '(empty)', () => assert.equal(words(text), expected));

  check('', '');
  check(' \r\n\t\0', '');
  check('Putin’s plan', 'Putin | ’s | plan');
  check("O'Brien doesn't", "O'Brien | doesn't");
  check('We’ll see', 'We | ’ll | see');
  check('Trump-brokered', 'Trump | - | brokered');
  check('U.S. and A.P. Moller', 'U.S. | and | A.P. | Moller');
  check('Washington D.C', 'Washington | D.C');
  check('J. Roe', 'J | . | Roe');
  check('1,204.5 at 14:05, 3D', '1,204.5 | at | 14:05 | , | 3D');
  check('wait... (see https://a.org/b?c=1).', 'wait | ... | ( | see | https://a.org/b?c=1 | ) | .');
  check('www.', 'www | .');
  check('“Go,” 👋🏽 he', '“ | Go | , | ” | 👋 | 🏽 | he');
  check('𝒜lpha नेपाल', '𝒜lpha | नेपाल');
  check('\ud800', '\ud800');

  it('finds the token at an offset', () => {
    const tokens = findTokens('one two');
    assert.deepEqual(
      [0, 3, 4, 7].map((offset) => tokenAt(tokens, offset)),
      [0, 1, 1, 2],
    );
  });
});

describe('sentences', () => {
  const check = (text: string, ...expected: string[]) =>
    it(text || '(empty)', () =>
      assert.deepEqual(
        findSentences(text).map((s) => text.slice(s.start, s.end)),
        expected,
      ),
    );

  check('');
  check('One. Two!', 'One.', 'Two!');
  check('Dr. Roe met J. Doe. They spoke.', 'Dr. Roe met J. Doe.', 'They spoke.');
  check('It left the U.S. The plan failed.', 'It left the U.S.', 'The plan failed.');
  check('The U.S. Senate met.', 'The U.S. Senate met.');
  check('Acme Inc. Chief Roe left.', 'Acme Inc. Chief Roe left.');
  check('“Go.” She went.', '“Go.”', 'She went.');
  check('“Stop!” he said. ‘Why?’', '“Stop!” he said.', '‘Why?’');
  check('A line\nthat goes on. Next', 'A line\nthat goes on.', 'Next');
  check('Version 2.0 is out. 3 people came.', 'Version 2.0 is out.', '3 people came.');
  check('So I. Then you.', 'So I.', 'Then you.');
});
