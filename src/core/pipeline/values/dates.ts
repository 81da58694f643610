import { Chrono, casual } from 'chrono-node/en';
import { BEFORE_PAST, BEFORE_YEARS, DAYS, MONTHS, PERIODS, RELATIVE, WEEKDAYS } from '../../lexicon/en/calendar.ts';
import type { Value } from './amounts.ts';
import { numeralAt, type Words, wordAt } from './numbers.ts';

/** The date that begins at token `i`, without its value; see {@link resolveDate}. */
export function dateAt(words: Words, i: number): Value | undefined {
  const end = endOfDate(words, i);
  return end === undefined ? undefined : { first: i, end, label: 'DATE' };
}

/**
 * What a date stands for, in the form of ISO 8601: a day, a month or a year. Dates that count from a day ('yesterday')
 * need `anchor`, the day the article is of; `undefined` without it, and for what is no point in the calendar.
 */
export function resolveDate(expression: string, anchor: string | undefined): string | undefined {
  if (/^\d{4}s?$/.test(expression)) return expression;
  if (!anchor && !/\d/.test(expression)) return undefined;
  const plain = plainDate(expression.replace(WEEKDAY_OF_DATE, ''), anchor);
  if (plain) return plain;
  const key = `${anchor} ${expression}`;
  if (resolved.has(key)) return resolved.get(key);
  if (resolved.size === MOST_RESOLVED) resolved.clear();
  const value = calendarDate(expression, anchor);
  resolved.set(key, value);
  return value;
}

/**
 * A day of a month with its year, or without where no `anchor` tells the year, and a month with its year: what the date
 * parser says too, but at once. `undefined` for all else, and for days that not every month has.
 */
function plainDate(expression: string, anchor: string | undefined): string | undefined {
  const { name, day, year } = (MONTH_FIRST.exec(expression) ?? DAY_FIRST.exec(expression))?.groups ?? {};
  const month = name && MONTH_NUMBERS.get(name.slice(0, 3).toLowerCase());
  if (!month || !(year || (day && !anchor))) return undefined;
  if (!day) return `${year}-${month}`;
  const isInEveryMonth = Number(day) >= 1 && Number(day) <= 28;
  return isInEveryMonth ? `${year ?? '-'}-${month}-${day.padStart(2, '0')}` : undefined;
}

/** Before a day with its year a weekday tells nothing more. */
const WEEKDAY_OF_DATE = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?=.*\b\d\d?\b.* \d{4}$)/i;
const MONTH = `(?<name>${[...MONTHS].join('|')})`;
const MONTH_FIRST = new RegExp(`^${MONTH}\\.?(?: (?<day>\\d\\d?),?)?(?: (?<year>\\d{4}))?$`, 'i');
const DAY_FIRST = new RegExp(`^(?<day>\\d\\d?) ${MONTH}\\.?,?(?: (?<year>\\d{4}))?$`, 'i');

/** The two digits of a month by the first three letters of its name. */
const MONTH_NUMBERS = new Map([...MONTHS].slice(0, 12).map((name, i) => [name.slice(0, 3), pad(i + 1)]));

/** What was resolved before: articles name few days, and the parser takes longer than all else that is done with one. */
const resolved = new Map<string, string | undefined>();
const MOST_RESOLVED = 10_000;

function calendarDate(expression: string, anchor: string | undefined): string | undefined {
  const [found] = sparing.parse(expression, new Date(`${anchor ?? '2000-01-01'}T12:00:00`));
  if (!found) return undefined;
  const { start } = found;
  const year = start.isCertain('year') || anchor ? String(start.get('year')).padStart(4, '0') : undefined;
  const month = pad(start.get('month'));
  if (year && start.isCertain('month') && !start.isCertain('day')) return `${year}-${month}`;
  if (year) return start.isCertain('day') || anchor ? `${year}-${month}-${pad(start.get('day'))}` : undefined;
  return start.isCertain('month') && start.isCertain('day') ? `--${month}-${pad(start.get('day'))}` : undefined;
}

/** The day that a date with its year stands for; `undefined` for others. */
export function fullDate(expression: string): string | undefined {
  const value = /\d{4}/.test(expression) ? resolveDate(expression, undefined) : undefined;
  return value && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
}

/**
 * The date parser without its patterns of amounts of time ('about two weeks later') where the text has none. Compiling
 * them takes longer than all else that is done with an article.
 */
const sparing = new Chrono({
  parsers: casual.parsers.map((parser) => ({
    pattern(context) {
      const pattern = parser.pattern(context);
      const amounts = pattern.source.includes('about');
      return !amounts || (pattern.source.includes('ago') && /ago$/i.test(context.text)) ? pattern : NOTHING;
    },
    extract: (context, match) => parser.extract(context, match),
  })),
  refiners: casual.refiners,
});
const NOTHING = /$^/;

function endOfDate(words: Words, i: number): number | undefined {
  const word = wordAt(words, i);
  if (DAYS.has(word)) return i + 1;
  if (WEEKDAYS.has(word) && isCapitalised(words, i)) return endOfWeekday(words, i, word);
  if (MONTHS.has(word) && isCapitalised(words, i)) return endOfMonth(words, i, word);
  if (RELATIVE.has(word) && (word !== 'past' || BEFORE_PAST.has(wordAt(words, i - 1)))) return endOfRelative(words, i);
  if (/^\d/.test(word)) return endOfNumeric(words, i, word) ?? endOfAgo(words, i);
  return endOfAgo(words, i);
}

function endOfWeekday(words: Words, i: number, word: string): number | undefined {
  const period = word.length < 6 && wordAt(words, i + 1) === '.' ? 1 : 0;
  if (word === 'sun' && period === 0) return undefined;
  const at = i + 1 + period;
  const next = wordAt(words, at) === ',' ? at + 1 : at;
  const date = MONTHS.has(wordAt(words, next))
    ? endOfMonth(words, next, wordAt(words, next))
    : dayAndMonth(words, next);
  return date ?? at;
}

/** 'January 21, 2024', 'Jan. 21', 'May 2024', 'last May' without the word before; a bare 'May' or 'March' is none. */
function endOfMonth(words: Words, i: number, word: string): number | undefined {
  const at = i + 1 + (word.length < 5 && word !== 'may' && wordAt(words, i + 1) === '.' ? 1 : 0);
  if (isDay(wordAt(words, at))) return endOfYear(words, at + 1) ?? at + 1;
  if (isYear(wordAt(words, at))) return at + 1;
  const plain = word.length > 3 && word !== 'march' && word !== 'sept';
  return plain || BEFORE_YEARS.has(wordAt(words, i - 1)) || RELATIVE.has(wordAt(words, i - 1)) ? at : undefined;
}

/** '21 January 2024'. */
function dayAndMonth(words: Words, i: number): number | undefined {
  if (!isDay(wordAt(words, i))) return undefined;
  const at = wordAt(words, i + 1) === 'of' ? i + 2 : i + 1;
  const month = wordAt(words, at);
  if (!MONTHS.has(month) || !isCapitalised(words, at)) return undefined;
  const end = at + 1 + (month.length < 5 && month !== 'may' && wordAt(words, at + 1) === '.' ? 1 : 0);
  return endOfYear(words, end) ?? end;
}

function endOfYear(words: Words, at: number): number | undefined {
  const year = wordAt(words, at) === ',' ? at + 1 : at;
  return isYear(wordAt(words, year)) ? year + 1 : undefined;
}

/** '2024-12-19', '19/12/2024', '21 January', '1990s', and years after 'in', 'since' and their like. */
function endOfNumeric(words: Words, i: number, word: string): number | undefined {
  const month = dayAndMonth(words, i);
  if (month) return month;
  const mark = wordAt(words, i + 1);
  const threeParts =
    (mark === '-' || mark === '/') && wordAt(words, i + 3) === mark && /^\d+$/.test(wordAt(words, i + 2));
  if (threeParts && words.tokens.ends[i] === words.tokens.starts[i + 1]) {
    const last = wordAt(words, i + 4);
    if ((isYear(word) && /^\d\d$/.test(last)) || (isDay(word) && isYear(last))) return i + 5;
  }
  if (/^1[5-9]\d0s$|^20\d0s$/.test(word)) return i + 1;
  return isYear(word) && BEFORE_YEARS.has(wordAt(words, i - 1)) && mark !== '%' ? i + 1 : undefined;
}

/** 'last week', 'next Monday', 'this May'. */
function endOfRelative(words: Words, i: number): number | undefined {
  const next = wordAt(words, i + 1);
  if (PERIODS.has(next) || WEEKDAYS.has(next)) return i + 2;
  return MONTHS.has(next) && isCapitalised(words, i + 1) ? i + 2 : undefined;
}

/** 'three weeks ago'. */
function endOfAgo(words: Words, i: number): number | undefined {
  const number = numeralAt(words, i);
  if (!number) return undefined;
  const period = wordAt(words, number.end).replace(/s$/, '');
  return PERIODS.get(period) && wordAt(words, number.end + 1) === 'ago' ? number.end + 2 : undefined;
}

function isDay(word: string): boolean {
  return /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(word);
}

function isYear(word: string): boolean {
  return /^(?:1[5-9]|20|21)\d\d$/.test(word);
}

function isCapitalised({ text, tokens }: Words, i: number): boolean {
  const first = text[tokens.starts[i]!]!;
  return first !== first.toLowerCase();
}

function pad(number: number | null): string {
  return String(number ?? 1).padStart(2, '0');
}
