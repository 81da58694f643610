import { BOILERPLATE, type BoilerplateRule } from '../../lexicon/boilerplate.ts';
import type { BoilerplateKind } from '../../model.ts';
import { createWordTable } from '../../text/word-table.ts';

/** Letters by which cue words are known. */
export const CUE_LENGTH = 6;

/** The sign that someone speaks of himself. */
export const SELF = 1 << 30;

/**
 * Signs in a paragraph's words, a bit each: {@link SELF} and, by its number, each rule of boilerplate that asks for certain
 * words. They tell cheaply which patterns are worth trying. Words are known by their first six letters.
 */
export const cueWords = createWordTable([
  ...['i', 'my', 'me', 'we', 'our'].map((word) => [word, SELF] as const),
  ...BOILERPLATE.flatMap(({ opens, holds }, rule) =>
    (opens ?? holds ?? '').split(' ').flatMap((word) => (word ? [[word, 1 << rule] as const] : [])),
  ),
]);

/** Rules by what they ask for: a word at the start, a word anywhere, or none. */
const OPENS = rulesWith(({ opens }) => opens !== undefined);
const HOLDS = rulesWith(({ holds }) => holds !== undefined);
const FREE = ~(OPENS | HOLDS) & ((1 << BOILERPLATE.length) - 1);

/** The kind of the first rule of boilerplate that a text matches, given the signs in its words and in its first one. */
export function matchBoilerplate(text: string, cues: number, openingCues: number): BoilerplateKind | undefined {
  let rules = FREE | (cues & HOLDS) | (openingCues & OPENS);
  while (rules !== 0) {
    const rule = BOILERPLATE[31 - Math.clz32(rules & -rules)]!;
    if (mayMatch(text, rule) && rule.pattern.test(text)) return rule.kind;
    rules &= rules - 1;
  }
  return undefined;
}

function mayMatch(text: string, { first, has, most }: BoilerplateRule): boolean {
  if (most !== undefined && text.length > most) return false;
  if (first !== undefined && !first.includes(text.charAt(0))) return false;
  return has === undefined || has.some((sign) => text.includes(sign));
}

function rulesWith(test: (rule: BoilerplateRule) => boolean): number {
  return BOILERPLATE.reduce((bits, rule, i) => bits | (test(rule) ? 1 << i : 0), 0);
}
