import type { Label } from '../../model.ts';
import { acronymsOf } from './acronyms.ts';

/**
 * The parts by which a name of several words, in small letters, is called for short, and acronyms it may have. Some come
 * twice.
 */
export function partsOf(label: Label, key: string): readonly string[] {
  const parts = acronymsOf(key);
  if (label === 'PERSON') addWords(key, parts);
  else if (label === 'ORG') addHeadsAndTails(key, parts);
  else if (label === 'PLACE' && KINDS_OF_PLACE.has(lastWord(key))) parts.push(key.slice(0, key.lastIndexOf(' ')));
  return parts;
}

/** The last of a name's words. */
export function lastWord(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1);
}

const KINDS_OF_PLACE = new Set('city dc state province region county district federation republic oblast'.split(' '));

function addWords(key: string, parts: string[]): void {
  let start = 0;
  for (let end = key.indexOf(' '); end > 0; end = key.indexOf(' ', start)) {
    parts.push(key.slice(start, end));
    start = end + 1;
  }
  parts.push(key.slice(start));
}

/** The first word, the first two and so on; the last two, the last three and so on. */
function addHeadsAndTails(key: string, parts: string[]): void {
  const last = key.lastIndexOf(' ');
  for (let end = key.indexOf(' '); end > 0; end = key.indexOf(' ', end + 1)) {
    parts.push(key.slice(0, end));
    if (end < last) parts.push(key.slice(end + 1));
  }
}
