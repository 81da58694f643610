import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe as selectorsOf } from '../../../src/core/notes/describe.ts';
import { match, matchAll } from '../../../src/core/notes/match.ts';
import { plainText } from '../../../src/core/notes/plain.ts';

const ARTICLE = [
  'Harbour Tunnel Delayed Again',
  'The tunnel under the harbour will not open before the spring, the city said on Monday.',
  '“We found water where there should be none,” said Robin Vale, who leads the works.',
  'Merchants near the east gate fear for their trade. Robin Ashe closed her shop in June.',
  'The city has promised to pay half of what the merchants lost, but nobody has seen a form.',
].join('\n');

/** Describes the words in the old text (in brackets where they stand twice) and tells where they are in the new one. */
function find(words: string, change: (article: string) => string) {
  const marked = words.includes('[') ? words : `[${words}]`;
  const bare = marked.replace(/[[\]]/g, '');
  const start = ARTICLE.indexOf(bare) + marked.indexOf('[');
  const end = start + marked.indexOf(']') - marked.indexOf('[') - 1;
  const changed = change(ARTICLE);
  const placement = match(plainText(changed), selectorsOf(plainText(ARTICLE), { start, end }));
  if (placement.how === 'attention') {
    return {
      how: placement.how,
      candidates: placement.candidates.map((place) => changed.slice(place.start, place.end)),
    };
  }
  const { how } = placement;
  const before = changed.slice(Math.max(0, placement.start - 8), placement.start);
  return { how, words: changed.slice(placement.start, placement.end), before };
}

function check(words: string, change: (article: string) => string, expected: { how: string; words?: string }) {
  const { how, words: found } = find(words, change);
  assert.deepEqual({ how, ...(found !== undefined && { words: found }) }, expected);
}

const same = (article: string) => article;
const words = 'water where there should be none';

describe('match', () => {
  it('finds what did not change', () => check(words, same, { how: 'same', words }));
  it('finds a note after a line inserted above', () =>
    check(words, (article) => `A new first line.\n${article}`, { how: 'moved', words }));
  it('finds words under other line ends', () =>
    check(`[said on Monday.\n“We]`, (article) => article.replaceAll('\n', '\r\n'), {
      how: 'same',
      words: 'said on Monday.\r\n“We',
    }));
  it('finds words in other marks and case', () =>
    check('“We found water', (article) => article.replace('“We found', '"WE FOUND'), {
      how: 'approximate',
      words: '"WE FOUND water',
    }));
  it('finds words over a line that was wrapped', () =>
    check('will not open before', (article) => article.replace('not open', 'not\nopen'), {
      how: 'approximate',
      words: 'will not\nopen before',
    }));
  it('finds a reworded sentence by what is left of it and its surroundings', () =>
    check(
      'The city has promised to pay half of what the merchants lost',
      (article) => article.replace('promised to pay half of what', 'agreed to pay a half of what'),
      { how: 'approximate', words: 'The city has agreed to pay a half of what the merchants lost' },
    ));
  it('finds a long note whose middle was replaced', () => {
    const middle = Array.from({ length: 200 }, (_, i) => (i * 7919).toString(36)).join(' ');
    const long = `“We found ${middle} the works.`;
    const [start, end] = [10, 10 + long.length];
    const selectors = selectorsOf(plainText(`The title\n${long}\nThe end of it, said nobody.`), { start, end });
    const changed = `The title\n“We found ${middle.slice(0, 500)} the works.\nThe end of it, said nobody.`;
    const placement = match(plainText(changed), selectors);
    assert.ok(placement.how === 'approximate');
    assert.equal(changed.slice(placement.start, placement.end), `“We found ${middle.slice(0, 500)} the works.`);
  });

  it('does not take another person of the same name', () => {
    const gone = (article: string) => article.replace(/“We found.*works\.\n/, '');
    assert.deepEqual(find('[Robin] Vale', gone), { how: 'attention', candidates: ['Robin'] });
  });
  it('does not find a word inside another', () =>
    assert.equal(
      find('[fear] for', (article) => article.replace('fear for', 'care about').replace('near', 'unfearing')).how,
      'attention',
    ));
  it('does not decide between two places that are alike', () => {
    const line = ARTICLE.split('\n')[3]!;
    const other = 'Some other news came in, and it was long enough for a line.';
    const twice = () => [line, other.repeat(6), line].join('\n');
    assert.deepEqual(find('Robin Ashe', twice), { how: 'attention', candidates: ['Robin Ashe', 'Robin Ashe'] });
  });
  it('takes the first of two copies side by side', () => {
    const lines = ARTICLE.split('\n');
    const twice = [...lines.slice(0, 4), ...lines.slice(3)].join('\n');
    const start = ARTICLE.indexOf('Robin Ashe');
    const selectors = selectorsOf(plainText(ARTICLE), { start, end: start + 10 });
    const placement = match(plainText(twice), selectors);
    assert.deepEqual(placement.how === 'attention' ? undefined : placement.start, twice.indexOf('Robin Ashe'));
  });
  it('stays on a line that was there several times from the start', () => {
    const song = plainText('One line.\nAnd the chorus.\nAnd the chorus.\nAnd the chorus.\nAnother line.');
    assert.deepEqual(match(song, selectorsOf(song, { start: 26, end: 41 })).how, 'same');
  });
  it('finds the first words when something is written above them', () =>
    assert.equal(find('[Harbour] Tunnel', (article) => `News of today\n${article}`).words, 'Harbour'));
  it('offers what is left where the words are gone', () => {
    const replaced = (article: string) => article.replace('Robin Ashe', 'A shopkeeper from the east');
    const { how, candidates } = find('[Robin Ashe] closed', replaced);
    assert.equal(how, 'attention');
    assert.equal(candidates?.[0], 'A shopkeeper from the east');
  });
  it('gives no candidate in an empty article', () =>
    assert.deepEqual(
      find(words, () => ''),
      { how: 'attention', candidates: [] },
    ));
  it('heals when the old text comes back', () => {
    const selectors = selectorsOf(plainText(ARTICLE), { start: 100, end: 130 });
    assert.equal(match(plainText('Something else.'), selectors).how, 'attention');
    assert.equal(match(plainText(ARTICLE), selectors).how, 'same');
  });

  it('tells a paragraph from its copy by how its neighbours moved', () => {
    const lines = ARTICLE.split('\n');
    const copy = lines[3]!;
    const changed = [lines[0], lines[1], copy, 'x'.repeat(90), lines[2], copy, lines[4]].join('\n');
    const spans = ['Robin Ashe', 'a form'].map((note) => {
      const start = ARTICLE.indexOf(note);
      return { start, end: start + note.length };
    });
    const wanted = spans.map((span) => selectorsOf(plainText(ARTICLE), span));
    const [placement] = matchAll(plainText(changed), wanted);
    assert.ok(placement?.how === 'moved');
    assert.equal(placement.start, changed.lastIndexOf('Robin Ashe'));
  });

  it('finds any span of an unchanged article where it was, and gives spans inside any changed one', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b ', 'Robin ', '\n', '\r\n', '😀', '“') });
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (article, changed, a, b) => {
        const plain = plainText(article);
        const size = [...plain.text].length + 1;
        const [start, end] = [a % size, b % size].sort((x, y) => x - y) as [number, number];
        const offsets = [start, end].map((point) => plain.toArticle(plain.fromPoints(point)));
        const selectors = selectorsOf(plain, { start: offsets[0]!, end: offsets[1]! });
        const kept = match(plain, selectors);
        if (end > start && kept.how !== 'attention') assert.deepEqual([kept.start, kept.end], offsets);
        const placement = match(plainText(changed), selectors);
        const places = placement.how === 'attention' ? placement.candidates : [placement];
        for (const place of places) {
          assert.ok(place.start >= 0 && place.start <= place.end && place.end <= changed.length);
        }
      }),
    );
  });
});
