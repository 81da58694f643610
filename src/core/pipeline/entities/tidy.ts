import { NATIONS, RELIGIONS, SEATS } from '../../lexicon/en/nations.ts';
import { ADDRESS } from '../../lexicon/en/titles.ts';
import type { Label } from '../../model.ts';
import type { LabelledSpan } from '../labelled.ts';

/**
 * The name alone: without 'the' and forms of address at its start, and a people as what it is. A person 'of' something
 * ('Ana Ruiz of Oxfam') is two names, unless the first is of one word ('Catherine of Aragon').
 */
export function tidyNames(text: string, name: LabelledSpan): readonly LabelledSpan[] {
  const words = text.slice(name.start, name.end);
  const [person] = name.label === 'PERSON' && words.includes('of') ? (/^\S+\s.*?(?=\sof\s)/s.exec(words) ?? []) : [];
  if (!person) return [tidied(text, name)];
  const start = name.start + person.length + ' of '.length;
  return [tidied(text, { ...name, end: name.start + person.length }), tidied(text, { ...name, start, label: 'ORG' })];
}

function tidied(text: string, name: LabelledSpan): LabelledSpan {
  const words = text.slice(name.start, name.end);
  const length = lengthOfPrefix(words, name.label);
  const label = knownLabel(words.slice(length), name.label) ?? name.label;
  return { start: name.start + length, end: name.end, label };
}

/** Governments and national teams called by their country count as the place. */
function knownLabel(words: string, label: Label): Label | undefined {
  if (SEATS.has(words)) return 'ORG';
  if (label === 'ORG' && NATIONS.has(words)) return 'PLACE';
  return isPeople(words) ? 'NORP' : undefined;
}

function lengthOfPrefix(words: string, label: Label): number {
  if (!/[\s.]/.test(words)) return 0;
  let length = /^the\s+(?!Hague|Gambia)/i.exec(words)?.[0].length ?? 0;
  if (label !== 'PERSON') return length < words.length ? length : 0;
  for (;;) {
    const [whole, word] = /^([\p{L}\p{M}]+)\.?\s+/u.exec(words.slice(length)) ?? [];
    if (!whole || !word || !ADDRESS.has(word)) return length;
    length += whole.length;
  }
}

const PEOPLES: ReadonlySet<string> = new Set([...NATIONS.values(), RELIGIONS].flat());

/** 'Thai' and 'Thais'; but 'Philippines' and 'Laos' are countries. */
function isPeople(words: string): boolean {
  return PEOPLES.has(words) || (words.endsWith('s') && PEOPLES.has(words.slice(0, -1)) && !NATIONS.has(words));
}
