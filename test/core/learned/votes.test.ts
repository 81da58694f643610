import assert from 'node:assert/strict';
import { readContext } from '../../../src/core/learned/context.ts';
import { joinOccurrences, partOf } from '../../../src/core/learned/document.ts';
import { FeatureList } from '../../../src/core/learned/features.ts';
import { Part, tagOf } from '../../../src/core/learned/labels.ts';
import { readOccurrences } from '../../../src/core/learned/occurrences.ts';
import { Vocabulary } from '../../../src/core/learned/vocabulary.ts';
import { addVoteFeatures, countVotes, votesSignature } from '../../../src/core/learned/votes.ts';
import { Words } from '../../../src/core/learned/words.ts';
import { readProse } from '../../../src/core/text/sentences.ts';

const PERSON = tagOf(0, Part.unit);
const ORG = tagOf(1, Part.unit);

/** The votes on the capitalised words of paragraphs, whose capitalised words were read as these tags. */
function votesOn(paragraphs: readonly { readonly text: string; readonly tags: readonly number[] }[]) {
  const lists = { clusters: { get: () => 0 }, gazetteer: { get: () => 0 } };
  const words = new Words(lists);
  const contexts = paragraphs.map(({ text }) => readContext(readProse(text), words, lists));
  const vocabulary = new Vocabulary();
  const occurrences = contexts.map((context) => readOccurrences(context, vocabulary));
  const table = joinOccurrences(occurrences, vocabulary);
  const drafted = contexts.map(({ prose }, i) => {
    const tags = new Uint8Array(prose.tokens.count);
    const capitals = [...tags.keys()].filter((k) => /^\p{Lu}/u.test(prose.text.slice(prose.tokens.starts[k])));
    for (const [n, tag] of paragraphs[i]!.tags.entries()) tags[capitals[n]!] = tag;
    return { part: partOf(table, i), tags };
  });
  return { drafted, votes: countVotes(table, drafted) };
}

/** What the first capitalised word of the first paragraph learns from the rest. */
function learned(paragraphs: Parameters<typeof votesOn>[0]): number[] {
  const { drafted, votes } = votesOn(paragraphs);
  const [{ part, tags } = assert.fail()] = drafted;
  const features = new FeatureList();
  addVoteFeatures({ records: part.records, k: 0, tag: tags.find(Boolean) ?? 0 }, votes, features);
  return [...features.hashed().subarray(0, features.count)];
}

describe('votes on a word', () => {
  const seen = (tag: number) => ({ text: 'they saw Ruiz again.', tags: [tag] });

  it('are none where it stands once', () => {
    assert.deepEqual(learned([seen(PERSON)]), []);
  });

  it('do not count the word itself', () => {
    assert.deepEqual(learned([seen(ORG), seen(PERSON)]), learned([seen(PERSON), seen(PERSON)]));
  });

  it('differ by what it is elsewhere', () => {
    assert.notDeepEqual(learned([seen(0), seen(PERSON)]), learned([seen(0), seen(ORG)]));
  });

  it('are not taken from lines in capitals', () => {
    const line = { text: 'RUIZ IS BACK AGAIN', tags: [PERSON] };
    assert.deepEqual(learned([seen(0), line]), []);
  });

  it('change the signature of the paragraphs that hold it, and of no other', () => {
    const other = { text: 'then came Lima.', tags: [0] };
    const signatures = (tag: number) => {
      const { drafted, votes } = votesOn([seen(0), other, seen(tag)]);
      return drafted.map(({ part }) => votesSignature(part, votes));
    };
    const [before, after] = [signatures(PERSON), signatures(ORG)];
    assert.notEqual(before[0], after[0]);
    assert.equal(before[1], after[1]);
  });
});
