import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/pipeline/analyze.ts';
import { mapAnalysis, mapSpan, mergeChanges, type TextChange } from '../../../src/core/text/change.ts';

describe('mapSpan', () => {
  /** `<…>` is the span, `[…|…]` an edit from the one text to the other; what is left of the span is the last argument. */
  const check = (marked: string, expected: string | undefined) => {
    const { before, after, span, change } = read(marked);
    const mapped = mapSpan(span, change);
    assert.equal(mapped && after.slice(mapped.start, mapped.end), expected, `${before} → ${after}`);
  };
  const cases: readonly (readonly [name: string, marked: string, expected: string | undefined])[] = [
    ['text put in before it', '[|xx] a <Putin> b', 'Putin'],
    ['text taken out before it', '[xx|] a <Putin> b', 'Putin'],
    ['text after it', 'a <Putin> b [|xx]', 'Putin'],
    ['text put in at its start stays outside', 'a [|x]<Putin> b', 'Putin'],
    ['text put in at its end stays outside', 'a <Putin>[|x] b', 'Putin'],
    ['text put in inside it', 'a <Pu[|x]tin> b', 'Puxtin'],
    ['text taken out inside it', 'a <P[uti|]n> b', 'Pn'],
    ['all of it taken out', 'a [<Putin>|] b', undefined],
    ['its start taken out', '[a <Pu|]tin> b', 'tin'],
    ['its end taken out', 'a <Pu[tin> b|]', 'Pu'],
    ['all of it replaced by a longer word keeps its length', 'a [<Putin>|Zelensky] b', 'Zelen'],
    ['all of it replaced by a shorter word', 'a [<Putin>|Xi] b', 'Xi'],
  ];
  for (const [name, marked, expected] of cases) it(name, () => check(marked, expected));

  it('gives back the span itself where nothing moves', () => {
    const span = { start: 1, end: 2 };
    assert.equal(mapSpan(span, { start: 5, end: 5, length: 1 }), span);
  });
});

describe('mergeChanges', () => {
  const apply = (offsets: readonly number[], changes: readonly TextChange[]) =>
    offsets.map((start) =>
      changes.reduce<{ start: number; end: number } | undefined>((span, change) => span && mapSpan(span, change), {
        start,
        end: start + 3,
      }),
    );
  const offsets = Array.from({ length: 20 }, (_, i) => i);
  const type = (start: number, length: number) => ({ start, end: start, length });
  const erase = (start: number, end: number) => ({ start, end, length: 0 });
  const cases: readonly (readonly [name: string, last: TextChange, next: TextChange, merges: boolean])[] = [
    ['typing on', type(6, 2), type(8, 1), true],
    ['deleting backwards', erase(6, 7), erase(5, 6), true],
    ['typing elsewhere', type(6, 2), type(7, 1), false],
    ['deleting what was typed', type(6, 2), erase(7, 8), false],
    ['typing over a selection, then on', { start: 6, end: 9, length: 1 }, type(7, 1), false],
  ];
  for (const [name, last, next, merges] of cases) {
    it(`${merges ? 'makes one edit of' : 'leaves alone'} ${name}`, () => {
      const merged = mergeChanges(last, next);
      assert.equal(merged !== undefined, merges);
      if (merged) assert.deepEqual(apply(offsets, [merged]), apply(offsets, [last, next]));
    });
  }
});

describe('mapAnalysis', () => {
  const text = 'Some Headline\nOne Heading\n“We are ready to go now,” he told Anna Berg in the town of Berg.\n“Yes.”\n';
  const wordsOf = (analysis: ReturnType<typeof analyze>, article: string) =>
    [
      ...analysis.quotes,
      ...analysis.quotes.flatMap((quote) => [quote.content, ...(quote.cue ? [quote.cue] : [])]),
      ...analysis.entities.flatMap((entity) => entity.mentions),
      ...analysis.sections.flatMap((section) => section.heading ?? []),
    ].map(({ start, end }) => article.slice(start, end));

  it('keeps every finding on its words through edits before and between them', () => {
    const before = analyze(text);
    const heading = text.indexOf('“We');
    const changes: TextChange[] = [
      { start: 0, end: 0, length: 6 },
      { start: heading + 6, end: heading + 6, length: 3 },
    ];
    const edited = `Hello ${text.slice(0, heading)}...${text.slice(heading)}`;
    assert.deepEqual(wordsOf(mapAnalysis(before, changes), edited), wordsOf(before, text));
  });

  it('leaves out what the edit took away', () => {
    const start = text.indexOf('“Yes.”');
    const mapped = mapAnalysis(analyze(text), [{ start, end: start + 6, length: 0 }]);
    assert.deepEqual(
      mapped.quotes.map((quote) => text.slice(quote.start, quote.end)),
      ['“We are ready to go now,”'],
    );
  });
});

function read(marked: string) {
  const edit = /\[([^|]*)\|([^\]]*)\]/.exec(marked);
  assert.ok(edit);
  const [whole, removed = '', inserted = ''] = edit;
  const bare = (words: string) => words.replace(/[<>]/g, '');
  const start = bare(marked.slice(0, edit.index)).length;
  const withRemoved = marked.slice(0, edit.index) + removed + marked.slice(edit.index + whole.length);
  const before = bare(withRemoved);
  const span = { start: withRemoved.indexOf('<'), end: withRemoved.indexOf('>') - 1 };
  const change = { start, end: start + bare(removed).length, length: inserted.length };
  return { before, after: before.slice(0, start) + inserted + before.slice(change.end), span, change };
}
