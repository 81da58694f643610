import type { Span } from '../../model.ts';
import { type ContentWords, contentOf, isNumber, keywordAt } from '../layout/words.ts';
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
  readonly stem: number;
  /** The form it has most often. */
  readonly word: string;
  readonly weight: number;
}

/** A paragraph of a section with its content words. */
export interface ReadParagraph {
  readonly passage: Passage;
  readonly content: ContentWords;
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
export function topicOf(paragraphs: readonly ReadParagraph[], title: string): Topic {
  const weights = new Map(strongest(weightsOf(paragraphs), KEPT, ([, weight]) => weight));
  const forms = commonestForms(paragraphs, weights);
  return {
    words: [...weights].map(([stem, weight]) => ({ stem, weight, word: forms.get(stem)! })),
    gist: gistOf(paragraphs, weights, title),
  };
}

function weightsOf(paragraphs: readonly ReadParagraph[]): Map<number, number> {
  const weights = new Map<number, number>();
  let read = 0;
  for (const { passage, content } of paragraphs) {
    const { stems, starts } = content;
    for (let i = 0; i < stems.length; i++) {
      const stem = stems[i]!;
      if (isNumber(stem)) continue;
      weights.set(stem, (weights.get(stem) ?? 0) + (read + starts[i]! < LEAD ? LEAD_WEIGHT : 1));
    }
    read += passage.text.length;
  }
  return weights;
}

/** The heaviest, heaviest first; of equally heavy ones those that came first. */
function strongest<T>(items: Iterable<T>, most: number, weigh: (item: T) => number): T[] {
  const best: T[] = [];
  const weights: number[] = [];
  for (const item of items) {
    const weight = weigh(item);
    if (best.length === most && weight <= weights[most - 1]!) continue;
    let at = Math.min(best.length, most - 1);
    for (; at > 0 && weights[at - 1]! < weight; at--) {
      best[at] = best[at - 1]!;
      weights[at] = weights[at - 1]!;
    }
    best[at] = item;
    weights[at] = weight;
  }
  return best;
}

/** The form that each of the stems has most often; of equally common ones the first. */
function commonestForms(
  paragraphs: readonly ReadParagraph[],
  stems: ReadonlyMap<number, unknown>,
): ReadonlyMap<number, string> {
  const counts = new Map([...stems.keys()].map((stem) => [stem, new Map<string, number>()]));
  for (const { passage, content } of paragraphs) {
    for (let i = 0; i < content.stems.length; i++) {
      const forms = counts.get(content.stems[i]!);
      if (!forms) continue;
      const word = keywordAt(passage.text, content.starts[i]!, content.ends[i]!);
      forms.set(word, (forms.get(word) ?? 0) + 1);
    }
  }
  return new Map([...counts].map(([stem, forms]) => [stem, commonest(forms)]));
}

function commonest(forms: ReadonlyMap<string, number>): string {
  let [best, most] = ['', 0];
  for (const [form, count] of forms) if (count > most) [best, most] = [form, count];
  return best;
}

/**
 * The keywords to show for each section: those that fewer of the sections share come first among equally frequent ones
 * (Salton's inverse frequency, over sections).
 */
export function* chooseKeywords(topics: readonly Topic[], most: number): Steps<readonly (readonly string[])[]> {
  const sections = new Map<number, number>();
  for (let i = 0; i < topics.length; i++) {
    for (const { stem } of topics[i]!.words) sections.set(stem, (sections.get(stem) ?? 0) + 1);
    if (i % PAUSE === 0) yield;
  }
  const rarities: number[] = [];
  const rarity = (count: number) => {
    rarities[count] ??= Math.log(1.5 + topics.length / count);
    return rarities[count];
  };
  const value = ({ stem, weight }: Keyword) => weight * rarity(sections.get(stem)!);
  const chosen: (readonly string[])[] = [];
  for (const { words } of topics) {
    const best = strongest(words, most, value);
    if (chosen.push(best.map(({ word }) => word)) % PAUSE === 0) yield;
  }
  return chosen;
}

/** Topics in one step. */
const PAUSE = 64;

function gistOf(
  paragraphs: readonly ReadParagraph[],
  weights: ReadonlyMap<number, number>,
  title: string,
): Gist | undefined {
  const titled = new Set(contentOf(title).stems);
  let best: Gist | undefined;
  let most = 0;
  let index = 0;
  for (const [paragraph, { passage, content }] of paragraphs.entries()) {
    const { stems, starts } = content;
    let next = 0;
    for (const { start, end } of proseIn(passage).sentences) {
      if (index++ >= CANDIDATES) return best;
      const own = new Set<number>();
      for (; next < starts.length && starts[next]! < end; next++) if (!isNumber(stems[next]!)) own.add(stems[next]!);
      if (own.size < 3) continue;
      let value = 0;
      for (const stem of own) value += (weights.get(stem) ?? 0) * (titled.has(stem) ? 1.5 : 1);
      value = value / Math.sqrt(own.size + 4) / (1 + 0.15 * index);
      if (value > most) [most, best] = [value, { paragraph, start, end }];
    }
  }
  return best;
}
