import type { Value } from './amounts.ts';
import { type Words, wordAt } from './numbers.ts';

/** The time of day that begins at token `i`: '14:05 GMT', '3 p.m.', '10.30am', 'noon'. Its value is '14:05'. */
export function timeAt(words: Words, i: number): Value | undefined {
  const word = wordAt(words, i);
  if (word === 'noon' || word === 'midnight') {
    return { first: i, end: i + 1, label: 'TIME', value: word === 'noon' ? '12:00' : '00:00' };
  }
  const match = /^(\d{1,2})(?:[:.](\d\d))?([ap]m)?$/.exec(word);
  if (!match) return undefined;
  const [, hour = '', minute, glued] = match;
  const half = glued ? { half: glued, end: i + 1 } : halfOfDay(words, i + 1);
  if (!half && !(minute && word.includes(':'))) return undefined;
  const hours = (Number(hour) % (half ? 12 : 24)) + (half?.half === 'pm' ? 12 : 0);
  if (Number(hour) > 24 || Number(minute ?? 0) > 59) return undefined;
  const end = half?.end ?? i + 1;
  const value = `${String(hours).padStart(2, '0')}:${minute ?? '00'}`;
  return { first: i, end: end + (ZONES.has(wordAt(words, end)) ? 1 : 0), label: 'TIME', value };
}

const ZONES = new Set('gmt utc est edt cst cdt pst pdt bst cet cest ist'.split(' '));

/** 'pm' or 'p.m.', which is four tokens. */
function halfOfDay(words: Words, at: number): { half: string; end: number } | undefined {
  const word = wordAt(words, at);
  if (word === 'am' || word === 'pm') return { half: word, end: at + 1 };
  if ((word !== 'a' && word !== 'p') || wordAt(words, at + 1) !== '.' || wordAt(words, at + 2) !== 'm')
    return undefined;
  return { half: `${word}m`, end: wordAt(words, at + 3) === '.' ? at + 4 : at + 3 };
}
