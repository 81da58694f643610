import type { Sample } from './corpora.ts';
import { randomFrom } from './crf.ts';
import { personNames } from './packages.ts';

/**
 * Copies of articles with other names: the words of persons' names become other names, the same word the
 * same name throughout an article, so that the model learns what stands around names rather than names by heart.
 */
export function swapNames(samples: readonly Sample[], seed: number): Sample[] {
  const random = randomFrom(seed);
  const pick = (names: readonly string[]) => names[Math.floor(random() * names.length)]!;
  const { given, family } = personNames();
  const plain = (name: string) => /^[\p{L}\p{M}]{3,}$/u.test(name);
  const lists = { given: given.filter(plain), family: family.filter(plain) };
  return samples.map((sample) => {
    const swaps = new Map<string, string>();
    for (const name of sample.names.filter(({ types }) => types[0] === 'PERSON')) {
      const words = wordsOf(sample.text.slice(name.start, name.end));
      for (const [i, word] of words.entries()) {
        if (!swaps.has(word)) swaps.set(word, pick(i === 0 && words.length > 1 ? lists.given : lists.family));
      }
    }
    return swapped(sample, swaps);
  });
}

/** Words of a name that are names themselves: capitalised, no initials or acronyms. */
function wordsOf(name: string): string[] {
  return (name.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => /^\p{Lu}\p{Ll}/u.test(word) && word.length > 2);
}

/** The article with the words in its names swapped, and the names where they are then. */
function swapped(sample: Sample, swaps: ReadonlyMap<string, string>): Sample {
  let text = '';
  let at = 0;
  const names = [];
  for (const name of [...sample.names].sort((a, b) => a.start - b.start)) {
    if (name.start < at) continue;
    text += sample.text.slice(at, name.start);
    const start = text.length;
    text += sample.text.slice(name.start, name.end).replace(/[\p{L}\p{M}]+/gu, (word) => swaps.get(word) ?? word);
    names.push({ ...name, start, end: text.length });
    at = name.end;
  }
  return { ...sample, id: `${sample.id} swapped`, text: text + sample.text.slice(at), names };
}
