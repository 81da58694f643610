import assert from 'node:assert/strict';
import { findAnchor, findValues } from '../../../src/core/pipeline/values.ts';
import { readProse } from '../../../src/core/text/sentences.ts';

describe('dates, times and amounts', () => {
  const check = (text: string, ...expected: string[]) =>
    it(text, () => {
      const found = findValues(readProse(text), '2024-12-19');
      assert.deepEqual(
        found.map(({ start, end, label, value }) => `${label} ${text.slice(start, end)} = ${value}`),
        expected,
      );
    });

  check('It opens on January 21, 2025.', 'DATE January 21, 2025 = 2025-01-21');
  check('It opened on 21 Jan. 2019 at 14:05 GMT.', 'DATE 21 Jan. 2019 = 2019-01-21', 'TIME 14:05 GMT = 14:05');
  check(
    'It fell yesterday, two weeks ago and last month.',
    'DATE yesterday = 2024-12-18',
    'DATE two weeks ago = 2024-12-05',
    'DATE last month = 2024-11',
  );
  check('In 2019 and since May 2020, not 2021 people.', 'DATE 2019 = 2019', 'DATE May 2020 = 2020-05');
  check('It may march in May.', 'DATE May = 2025-05');
  check(
    'On Friday, July 5, 2019, and Friday 1 May.',
    'DATE Friday, July 5, 2019 = 2019-07-05',
    'DATE Friday 1 May = 2025-05-01',
  );
  check('From 3 June 2019 to Sept. 4.', 'DATE 3 June 2019 = 2019-06-03', 'DATE Sept. 4 = 2024-09-04');
  check(
    'On February 30, 2023 and 29 February 2024.',
    'DATE February 30, 2023 = undefined',
    'DATE 29 February 2024 = 2024-02-29',
  );
  check('It rained the past week; they drove past month-old snow.', 'DATE past week = 2024-12-12');
  check('Dated 2023-04-05.', 'DATE 2023-04-05 = 2023-04-05');
  check('Doors open at 3 p.m. and 10am.', 'TIME 3 p.m. = 15:00', 'TIME 10am = 10:00');
  check(
    'Some 12.5 percent, or 3%, or two percentage points.',
    'PERCENT 12.5 percent = 12.5%',
    'PERCENT 3% = 3%',
    'PERCENT two percentage points = 2%',
  );
  check(
    'It cost $2.5 million, US$3m or 40 euros.',
    'MONEY $2.5 million = 2500000 USD',
    'MONEY US$3m = 3000000 USD',
    'MONEY 40 euros = 40 EUR',
  );
  check('It sold for EGP 5,310.', 'MONEY EGP 5,310 = 5310 EGP');
  check('Worth Tk 14,820 crore.', 'MONEY Tk 14,820 crore = 148200000000 BDT');
  check(
    'A 23-km road of twenty-five miles and 3 square metres.',
    'QUANTITY 23-km = 23 km',
    'QUANTITY twenty-five miles = 25 mi',
    'QUANTITY 3 square metres = 3 m²',
  );
  check('Putin, 72, met 14 of them at the US base.');
  check(`${'1,'.repeat(3)}x`);

  it('gives a day that counts from an unknown one no value', () => {
    const [today] = findValues(readProse('It fell today.'), undefined);
    assert.equal(today?.label, 'DATE');
    assert.equal(today?.value, undefined);
  });

  it('gives a day of an unknown year its month and day', () => {
    const found = findValues(readProse('It fell on 7 March, on Oct. 12 and in May.'), undefined);
    assert.deepEqual(
      found.map(({ value }) => value),
      ['--03-07', '--10-12', undefined],
    );
  });

  it('takes the day of the article from its dateline', () => {
    const anchor = (...paragraphs: string[]) => findAnchor(paragraphs.map(readProse));
    assert.equal(anchor('A headline', 'LIMA, July 3, 2021 — It rained.', 'May 1, 2019'), '2021-07-03');
    assert.equal(anchor('It rained on Friday.'), undefined);
  });
});
