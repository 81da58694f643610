import { JUDGING_VERBS } from '../../lexicon/en/cues.ts';
import type { Item } from '../speakers/outline.ts';
import type { Scene } from '../speakers/scene.ts';
import type { Stretch } from './phrases.ts';
import type { Saying } from './sayings.ts';

/** A sentence with who says something in it. */
export interface Told {
  readonly scene: Scene;
  /** The item behind the sentence. */
  readonly to: number;
  readonly sayings: readonly Saying[];
}

/** Where what is said from item `from` on ends: with the sentence, or where someone says something else about it. */
export function endOfSaid({ scene, to, sayings }: Told, from: number): number {
  const { items } = scene;
  for (const saying of sayings) {
    if (saying.first <= from) continue;
    const cut = cutBefore(items, saying, from);
    if (cut !== undefined) return firstAside(items, { from, to: cut });
  }
  return firstAside(items, { from, to });
}

/** Where the sentence leaves what is said for the saying: ', but Y said …', 'and added that …', ', Y said.' */
function cutBefore(items: readonly Item[], { first, shared }: Saying, from: number): number | undefined {
  let at = first - 1;
  while (at > from && items[at]!.facts.between) at--;
  const joined = JOINING.has(items[at]!.lower);
  const contrasts = joined && items[at]!.lower !== 'and';
  if (joined) at--;
  const comma = at > from && items[at]!.lower === ',';
  if (!comma && !contrasts && !(shared && joined)) return undefined;
  return comma ? at : at + 1;
}

/** Words that join what is said to another saying. */
export const JOINING: ReadonlySet<string> = new Set(['and', 'but', 'while', 'although', 'though', 'whereas']);

/** The comma or colon from which on the narrator speaks: ', according to …', ', adding that …', ': “…”'; or the end. */
function firstAside(items: readonly Item[], { from, to }: Stretch): number {
  for (let i = from; i < to; i++) {
    const { lower, type } = items[i]!;
    const next = items[i + 1];
    // 'was “stable,” citing a report': American commas stand inside the marks.
    if (type === 'quote' && next?.facts.cue?.participle) return i + 1;
    if ((lower === 'and' || lower === 'but') && i > from + 1 && passesOn(next)) return i;
    if (lower === ',' && (next?.facts.cue?.participle || next?.lower === 'according' || namesSaying(items, i + 1)))
      return i;
    if (lower === ':' && (next?.type === 'quote' || items[i - 1]?.type === 'quote')) return i;
  }
  return to;
}

/** 'said it was late and criticized the delay': the narrator goes on with the speaker's next deed of words. */
function passesOn(next: Item | undefined): boolean {
  const cue = next?.facts.cue;
  if (!cue || !next.lower.endsWith('ed')) return false;
  return JUDGING_VERBS.has(cue.lemma) || PASSING_ON.has(cue.lemma);
}

const PASSING_ON: ReadonlySet<string> = new Set(
  'accuse urge ask criticise deny thank demand invite apologise apologize'.split(' '),
);

/** 'a claim that he denies': the narrator calls what was said by its name. */
function namesSaying(items: readonly Item[], i: number): boolean {
  return /^(?:an?|the)$/.test(items[i]?.lower ?? '') && items[i + 1]?.facts.speechNoun === true;
}
