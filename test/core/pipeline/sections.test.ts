import assert from 'node:assert/strict';
import { createCache } from '../../../src/core/pipeline/cache.ts';
import { findLayout } from '../../../src/core/pipeline/layout.ts';
import { findSections } from '../../../src/core/pipeline/sections.ts';
import { run } from '../../../src/core/pipeline/steps.ts';

function sectionsOf(text: string, cache = createCache()) {
  const layout = run(findLayout(text, cache));
  return run(findSections(text, layout));
}

const HARBOUR = [
  'MALMOE (NWA) — The harbour of Malmoe will close its old grain quay on Friday, the port company announced, after divers found cracks in the piles under the grain quay.',
  'Ships that unload grain have used the quay since 1931. The port company said that they would be sent to the northern harbour while the piles are mended.',
  'Divers had looked at the piles in spring and found the timber sound, according to the port company, but worms eat the timber of the quay faster in warm water.',
  'The grain ships will pay the same dues in the northern harbour. The port company expects the quay to open again in May.',
  'Three ships with grain were waiting outside the harbour on Tuesday evening, and their crews had been told to stay on board.',
  'The harbour master, Ulla Brandt, 58, said the grain quay had been close to falling into the water and that no ship would have been safe beside it.',
  'Brandt said the divers would go down to the piles again next week, when the water in the harbour is clearer.',
];
const TENNIS = [
  'GRAZ (NWA) — The Austrian tennis player Mirela Kovac won her first title of the season on Sunday when she beat the top seed in two sets in the final of the Graz tournament.',
  'Kovac, 22, lost only five games in the final. She served nine aces and never faced a break point in the second set.',
  'The top seed had won the Graz tournament twice and came to the final without losing a set, but her serve left her when the match was even.',
  'Kovac said she had slept badly before the final and played the match of her life. She will play doubles in Linz next week.',
  'Her coach said the serve had been the work of a long winter, with two hundred serves every morning before breakfast.',
  'The tournament was watched by nine thousand people, the most since the court was built, the organisers of the tournament said.',
  'Kovac moves up to the thirtieth place of the ranking, her best, and will be seeded at the next tournament in Linz.',
];

describe('sections', () => {
  const nested = ['# Harbour', HARBOUR[0], '## Quay', HARBOUR[1], '### Piles', HARBOUR[2], '## Dues', HARBOUR[3]].join(
    '\n\n',
  );

  it('nests sections by their levels, under the headline', () => {
    const found = sectionsOf(nested).map(({ level, title, start, end }) => {
      const last = nested.slice(start, end).trim().slice(-12);
      return `${level} ${title}: ${last}`;
    });
    const [quay, piles, dues] = [HARBOUR[2], HARBOUR[2], HARBOUR[3]].map((text) => text!.slice(-12));
    assert.deepEqual(found, [`0 Harbour: ${dues}`, `1 Quay: ${quay}`, `2 Piles: ${piles}`, `1 Dues: ${dues}`]);
  });

  it('counts the running text of a section, those inside it with it', () => {
    const words = (text: string | undefined) => text!.split(' ').length;
    const quay = sectionsOf(nested).find(({ title }) => title === 'Quay');
    assert.equal(quay?.words, words(HARBOUR[1]) + words(HARBOUR[2]));
  });

  it('gives each section keywords and a sentence that stand in it', () => {
    for (const { keywords, gist, start, end } of sectionsOf(nested)) {
      const own = nested.slice(start, end);
      assert.ok(keywords.length > 0 && keywords.length <= 6);
      for (const word of keywords) assert.ok(own.toLowerCase().includes(word.toLowerCase()), word);
      assert.ok(gist && own.includes(nested.slice(gist.start, gist.end)));
      assert.match(nested.slice(gist.start, gist.end), /\.$/);
    }
  });

  it('names what a section is about by its strongest words', () => {
    const [whole] = sectionsOf(['Old Grain Quay Closes', ...HARBOUR].join('\n'));
    assert.ok(whole?.keywords.includes('grain') && whole.keywords.includes('quay'), whole?.keywords.join(' '));
  });

  it('infers where one story ends and the next begins', () => {
    const text = [...HARBOUR, ...TENNIS].join('\n\n');
    const found = sectionsOf(text);
    assert.deepEqual(
      found.map(({ origin, start }) => [origin, text.slice(start, start + 5)]),
      [
        ['inferred', 'MALMO'],
        ['inferred', 'GRAZ '],
      ],
    );
    assert.match(found[0]!.title, /quay/i);
    assert.match(found[1]!.title, /Kovac|tournament/i);
  });

  it('infers nothing inside one story', () => {
    assert.deepEqual(sectionsOf([...HARBOUR, ...HARBOUR.toReversed()].slice(0, 12).join('\n')), []);
  });

  it('finds the entries of a live blog by their times', () => {
    const text = ['Grain Quay Closes', HARBOUR[0], '14:05', HARBOUR[1], '13:40', HARBOUR[2]].join('\n');
    assert.deepEqual(
      sectionsOf(text).map(({ origin, title }) => `${origin} ${title}`),
      ['headline Grain Quay Closes', 'time 14:05', 'time 13:40'],
    );
  });

  it('finds the same with what an earlier analysis left behind', () => {
    const cache = createCache();
    const before = [...HARBOUR, ...TENNIS].join('\n\n');
    sectionsOf(before, cache);
    cache.sweep();
    const after = before.replace('nine aces', 'ten aces');
    assert.deepEqual(sectionsOf(after, cache), sectionsOf(after));
  });
});
