import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/pipeline/analyze.ts';
import { createCache } from '../../../src/core/pipeline/cache.ts';
import type { NameModel } from '../../../src/core/pipeline/mentions.ts';
import { shippedNames } from '../../support/names.ts';

const PEOPLE = ['Anna Petrova', 'Boris Novak', 'Eva Brandt', 'Karim Nasser', 'Lena Ortiz'];

/** So many paragraphs that most of what is told behind an edit can be taken over. */
const LONG = 60;

function paragraph(i: number): string {
  const [one, other] = [PEOPLE[i % 5]!, PEOPLE[(i * 3 + 1) % 5]!];
  const pronoun = i % 2 === 0 ? 'she' : 'he';
  return `Mayor ${one} met ${other} on Monday. “We will wait for number ${i},” ${pronoun} said. ${other} agreed.`;
}

/** An edit of the paragraphs of a long article: what is found then must be what is found without knowing of it. */
function check(name: string, edit: (paragraphs: readonly string[]) => readonly string[]) {
  it(name, () => {
    const before = Array.from({ length: LONG }, (_, i) => paragraph(i));
    const cache = createCache();
    analyze(before.join('\n\n'), { names, cache });
    const after = edit(before).join('\n\n');
    const anew = analyze(after, { names });
    assert.deepEqual(analyze(after, { names, cache }), anew);
    assert.deepEqual(analyze(after, { names, cache }), anew);
  });
}

let names: NameModel | undefined;

describe('the speakers of an edited article', () => {
  before(() => {
    names = shippedNames();
  });

  const at = LONG / 3;
  const put = (list: readonly string[], text: string) => [...list.slice(0, at), text, ...list.slice(at + 1)];
  check('are the same where nothing changed', (list) => list);
  check('with a letter more', (list) => put(list, `${list[at]!} x`));
  check('with another pronoun', (list) => put(list, list[at]!.replace('she said', 'he said')));
  check('with another name', (list) => put(list, list[at]!.replaceAll(PEOPLE[at % 5]!, 'Omar Haddad')));
  check('with a title that tells the gender', (list) => put(list, list[at]!.replace('Mayor', 'Mr.')));
  check('with a paragraph more', (list) => [...list.slice(0, at), '“It is late,” she said.', ...list.slice(at)]);
  check('with paragraphs less', (list) => [...list.slice(0, at), ...list.slice(at + 4)]);
  check('with one name less everywhere', (list) => list.map((text) => text.replaceAll('Boris Novak', 'Eva Brandt')));
  check('with its halves swapped', (list) => [...list.slice(LONG / 2), ...list.slice(0, LONG / 2)]);
});
