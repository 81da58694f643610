import type { Span } from '../../model.ts';
import { findSentences } from '../../text/sentences.ts';
import { contentWords } from '../layout/words.ts';
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
 * The topic of a section from the texts of its paragraphs and its title: words by frequency, those of the lead
 * counting more; the gist is the sentence among the first with most of them for its length, earlier ones preferred.
 */
export function topicOf(paragraphs: readonly string[], title: string): Topic {
  const weights = new Map<string, { weight: number; forms: Map<string, number> }>();
  let read = 0;
  for (const text of paragraphs) {
    for (const { word, stem, at } of contentWords(text)) {
      const entry = weights.get(stem) ?? { weight: 0, forms: new Map() };
      entry.weight += read + at < LEAD ? LEAD_WEIGHT : 1;
      entry.forms.set(word, (entry.forms.get(word) ?? 0) + 1);
      weights.set(stem, entry);
    }
    read += text.length;
  }
  const words = [...weights]
    .map(([stem, { weight, forms }]) => ({ stem, weight, word: commonest(forms) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, KEPT);
  return { words, gist: gistOf(paragraphs, new Map(words.map(({ stem, weight }) => [stem, weight])), title) };
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

function gistOf(paragraphs: readonly string[], weights: ReadonlyMap<string, number>, title: string): Gist | undefined {
  const titled = new Set(contentWords(title).map(({ stem }) => stem));
  let best: Gist | undefined;
  let most = 0;
  let index = 0;
  for (const [paragraph, own] of paragraphs.entries()) {
    for (const { start, end } of findSentences(own)) {
      if (index++ >= CANDIDATES) return best;
      const stems = new Set(contentWords(own.slice(start, end)).map(({ stem }) => stem));
      if (stems.size < 3) continue;
      let value = 0;
      for (const stem of stems) value += (weights.get(stem) ?? 0) * (titled.has(stem) ? 1.5 : 1);
      value = value / Math.sqrt(stems.size + 4) / (1 + 0.15 * index);
      if (value > most) [most, best] = [value, { paragraph, start, end }];
    }
  }
  return best;
}

function commonest(forms: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [form, count] of forms) if (count > most) [most, best] = [count, form];
  return best;
}
