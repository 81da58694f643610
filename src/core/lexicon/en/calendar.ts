/** Month names in small letters, short forms included, without periods. */
export const MONTHS: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** Names of days in small letters, short forms included. */
export const WEEKDAYS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun'.split(' '),
);

/** Words that are a date by themselves. */
export const DAYS: ReadonlySet<string> = new Set('today yesterday tomorrow tonight'.split(' '));

/** Words that turn the period after them into a date: 'last week'. */
export const RELATIVE: ReadonlySet<string> = new Set('last next this past coming previous'.split(' '));

/** Periods that {@link RELATIVE} words stand before. Only those with a true value count as 'two weeks ago'. */
export const PERIODS: ReadonlyMap<string, boolean> = new Map([
  ['day', true],
  ['week', true],
  ['month', true],
  ['year', true],
  ['decade', true],
  ['century', true],
  ['hour', true],
  ['minute', true],
  ['weekend', false],
  ['quarter', false],
  ['spring', false],
  ['summer', false],
  ['autumn', false],
  ['winter', false],
  ['morning', false],
  ['afternoon', false],
  ['evening', false],
  ['night', false],
]);

/** Words after which 'past' is a time gone by, not a way: 'this past week', but 'he drove past Sunday crowds'. */
export const BEFORE_PAST: ReadonlySet<string> = new Set('the this these our over'.split(' '));

/** Words after which four digits are a year. */
export const BEFORE_YEARS: ReadonlySet<string> = new Set(
  'in since by until till before after from during of late early mid to and circa between through'.split(' '),
);
