import type { Span } from '../../model.ts';
import { contentIn, contentOf, keywordAt } from '../layout/words.ts';
import { type Passage, proseIn } from '../passage.ts';
import type { Steps } from '../steps.ts';

/** What a section is about: its strongest words, and the sentence that says most of it. */
export interface Topic {
  readonly words: readonly Keyword[];
  readonly gist: Gist | undefined;
}

/** A sentence of a section; offsets are relative to its paragraph. */
export interface Gist extends Span {
  /** Number of the paragraph in the section. */
  readonly paragraph: number;
}

export interface Keyword {
  readonly stem: string;
  /** The form it has most often. */
  readonly word: string;
  readonly weight: number;
}

/** Most keywords kept for a section, from which those shown are chosen. */
const KEPT = 20;
/** Words near the start of a section tell more of its topic. */
const LEAD = 200;
const LEAD_WEIGHT = 1.7;
/** Sentences that may be the gist. */
const CANDIDATES = 12;

/**
 * The topic of a section from its paragraphs and its title: words by frequency, those of the lead counting more; the gist
 * is the sentence among the first with most of them for its length, earlier ones preferred.
 */
export function topicOf(paragraphs: readonly Passage[], title: string): Topic {
  const weights = new Map<string, Weight>();
  let read = 0;
  for (const passage of paragraphs) {
    const { forms, starts } = contentIn(passage);
    for (const [i, form] of forms.entries()) {
      if (form.isNumber) continue;
      const word = keywordAt(passage.text, starts[i]!, form);
      const weight = read + starts[i]! < LEAD ? LEAD_WEIGHT : 1;
      const known = weights.get(form.stem);
      if (known) addWord(known, word, weight);
      else weights.set(form.stem, { stem: form.stem, weight, word, count: 1, others: undefined });
    }
    read += passage.text.length;
  }
  const words = [...weights.values()].sort((a, b) => b.weight - a.weight).slice(0, KEPT);
  return {
    words: words.map((word) => ({ stem: word.stem, weight: word.weight, word: commonest(word) })),
    gist: gistOf(paragraphs, new Map(words.map(({ stem, weight }) => [stem, weight])), title),
  };
}

/** A stem with its first form; most have no other. */
interface Weight {
  readonly stem: string;
  weight: number;
  readonly word: string;
  count: number;
  others: Map<string, number> | undefined;
}

function addWord(known: Weight, word: string, weight: number): void {
  known.weight += weight;
  if (word === known.word) {
    known.count++;
    return;
  }
  known.others ??= new Map();
  known.others.set(word, (known.others.get(word) ?? 0) + 1);
}

function commonest({ word, count, others }: Weight): string {
  let [best, most] = [word, count];
  for (const [other, times] of others ?? []) if (times > most) [best, most] = [other, times];
  return best;
}

/**
 * The keywords to show for each section: those that fewer of the sections share come first among equally frequent ones
 * (Salton's inverse frequency, over sections).
 */
export function* chooseKeywords(topics: readonly Topic[], most: number): Steps<readonly (readonly string[])[]> {
  const sections = new Map<string, number>();
  for (const { words } of topics) {
    for (const { stem } of words) sections.set(stem, (sections.get(stem) ?? 0) + 1);
    yield;
  }
  const chosen: string[][] = [];
  for (const { words } of topics) {
    const valued = words.map(({ stem, word, weight }) => {
      return { word, value: weight * Math.log(1.5 + topics.length / sections.get(stem)!) };
    });
    valued.sort((a, b) => b.value - a.value);
    chosen.push(valued.slice(0, most).map(({ word }) => word));
    yield;
  }
  return chosen;
}

function gistOf(paragraphs: readonly Passage[], weights: ReadonlyMap<string, number>, title: string): Gist | undefined {
  const titled = new Set(contentOf(title).forms.flatMap(({ stem, isNumber }) => (isNumber ? [] : [stem])));
  let best: Gist | undefined;
  let most = 0;
  let index = 0;
  for (const [paragraph, passage] of paragraphs.entries()) {
    const { forms, starts } = contentIn(passage);
    let next = 0;
    for (const { start, end } of proseIn(passage).sentences) {
      if (index++ >= CANDIDATES) return best;
      const stems = new Set<string>();
      for (; next < starts.length && starts[next]! < end; next++)
        if (!forms[next]!.isNumber) stems.add(forms[next]!.stem);
      if (stems.size < 3) continue;
      let value = 0;
      for (const stem of stems) value += (weights.get(stem) ?? 0) * (titled.has(stem) ? 1.5 : 1);
      value = value / Math.sqrt(stems.size + 4) / (1 + 0.15 * index);
      if (value > most) [most, best] = [value, { paragraph, start, end }];
    }
  }
  return best;
}
