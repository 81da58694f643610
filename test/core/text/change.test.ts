import assert from 'node:assert/strict';
import type { Analysis, Span } from '../../../src/core/model.ts';
import { addChange, mapAnalysis, mapSpan, type TextChange } from '../../../src/core/text/change.ts';
import { frozen } from '../../support/frozen.ts';

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
    ['its start replaced by fewer letters', 'a [b <Put|x]in> c', 'in'],
    ['its end replaced by fewer letters', 'a <Pu[tin> b|x] c', 'Pux'],
    ['letters before it replaced by more', 'a [b|xyz] <Putin> c', 'Putin'],
    ['the letter before it replaced', 'a[ |-]<Putin> c', 'Putin'],
    ['the letter behind it replaced', 'a <Putin>[ |-]c', 'Putin'],
    ['its first letter replaced', 'a <[P|L]utin> c', 'Lutin'],
    ['its last letter replaced by two', 'a <Puti[n|m]> c', 'Putim'],
  ];
  for (const [name, marked, expected] of cases) it(name, () => check(marked, expected));

  it('gives back the span itself where nothing moves', () => {
    const span = { start: 1, end: 2 };
    assert.equal(mapSpan(span, { start: 5, end: 5, length: 1 }), span);
  });
});

describe('addChange', () => {
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
    ['deleting, then deleting elsewhere', erase(6, 7), erase(4, 5), false],
    ['deleting what stands before typed words', type(6, 2), erase(5, 6), false],
    ['typing where letters were deleted', erase(6, 7), type(6, 1), false],
    ['deleting, then replacing before it', erase(6, 7), { start: 5, end: 6, length: 2 }, false],
    ['typing, then typing over what is behind', type(6, 2), { start: 8, end: 9, length: 1 }, false],
    ['typing over a selection, then on', { start: 6, end: 9, length: 1 }, type(7, 1), false],
  ];
  for (const [name, last, next, merges] of cases) {
    it(`${merges ? 'makes one edit of' : 'leaves alone'} ${name}`, () => {
      const changes: TextChange[] = [];
      for (const change of [last, next]) addChange(changes, change);
      assert.equal(changes.length, merges ? 1 : 2);
      assert.deepEqual(apply(offsets, changes), apply(offsets, [last, next]));
    });
  }
});

describe('mapAnalysis', () => {
  const TEXT = [
    'Town Waits',
    'By Ann Berg',
    'First Steps',
    '“We are ready,” Lena Ortiz said. Nobody left.',
    '“At last,” she said.',
  ].join('\n');
  const spanOf = (words: string): Span => {
    const start = TEXT.indexOf(words);
    return { start, end: start + words.length };
  };
  const name = (words: string) => ({ ...spanOf(words), kind: 'name' as const });
  const speaker = { name: 'Lena Ortiz', entity: 'person:lena-ortiz', confidence: 0.9 };
  const ANALYSIS: Analysis = frozen({
    version: 1,
    language: 'en',
    headline: spanOf('Town Waits'),
    boilerplate: [{ ...spanOf('By Ann Berg'), kind: 'byline' }],
    sections: [
      {
        start: TEXT.indexOf('First'),
        end: TEXT.length,
        title: 'First Steps',
        level: 1,
        heading: spanOf('First Steps'),
        origin: 'heading',
        keywords: ['ready'],
        gist: spanOf('Nobody left.'),
        words: 12,
      },
    ],
    quotes: [
      {
        ...spanOf('“We are ready,”'),
        kind: 'direct',
        content: spanOf('We are ready,'),
        statement: 0,
        cue: spanOf('said'),
        speaker: { ...speaker, mention: spanOf('Lena Ortiz'), via: 'name' },
      },
      {
        ...spanOf('“At last,”'),
        kind: 'direct',
        content: spanOf('At last,'),
        statement: 1,
        speaker: { ...speaker, via: 'carried' },
      },
    ],
    entities: [
      {
        id: 'person:lena-ortiz',
        label: 'PERSON',
        name: 'Lena Ortiz',
        aliases: [],
        mentions: [name('Lena Ortiz'), name('she')],
      },
      { id: 'person:ann-berg', label: 'PERSON', name: 'Ann Berg', aliases: [], mentions: [name('Ann Berg')] },
    ],
    words: 12,
  });

  /** Everything found, by its words, in the order of the analysis. */
  const tell = ({ headline, boilerplate, sections, quotes, entities }: Analysis, text: string) => {
    const words = (span: Span | undefined) => span && text.slice(span.start, span.end);
    return {
      headline: words(headline),
      boilerplate: boilerplate.map((one) => `${one.kind}: ${words(one)}`),
      sections: sections.map((one) => [one.title, words(one.heading), words(one.gist), words(one)?.length]),
      quotes: quotes.map((one) => [
        words(one),
        words(one.content),
        words(one.cue),
        one.speaker?.name,
        words(one.speaker?.mention),
      ]),
      entities: entities.map((one) => [
        one.name,
        ...one.mentions.map((mention) => `${mention.kind} ${words(mention)}`),
      ]),
    };
  };
  const replace = (words: string, by: string) => {
    const { start, end } = spanOf(words);
    const mapped = mapAnalysis(ANALYSIS, [{ start, end, length: by.length }]);
    return { mapped, told: tell(mapped, TEXT.slice(0, start) + by + TEXT.slice(end)) };
  };
  const WHOLE = tell(ANALYSIS, TEXT);
  const length = TEXT.length - TEXT.indexOf('First');

  it('keeps every finding on its words through an edit before all of them', () => {
    const mapped = mapAnalysis(ANALYSIS, [{ start: 0, end: 0, length: 7 }]);
    assert.deepEqual(tell(mapped, `Extra: ${TEXT}`), WHOLE);
    assert.deepEqual(
      [mapped.version, mapped.language, mapped.words, mapped.quotes[0]?.speaker?.via, mapped.quotes[0]?.kind],
      [1, 'en', 12, 'name', 'direct'],
    );
  });

  const edits: readonly (readonly [name: string, words: string, by: string, expected: Partial<typeof WHOLE>])[] = [
    ['the headline', 'Town Waits', '', { headline: undefined }],
    ['the byline', 'By Ann Berg', '', { boilerplate: [], entities: WHOLE.entities.slice(0, 1) }],
    [
      'a heading',
      'First Steps',
      '',
      { sections: [['First Steps', undefined, 'Nobody left.', length - 'First Steps'.length]] },
    ],
    [
      'a gist',
      'Nobody left.',
      '',
      { sections: [['First Steps', 'First Steps', undefined, length - 'Nobody left.'.length]] },
    ],
    [
      'a speaker and her cue',
      ' Lena Ortiz said',
      '',
      {
        sections: [['First Steps', 'First Steps', 'Nobody left.', length - ' Lena Ortiz said'.length]],
        quotes: [['“We are ready,”', 'We are ready,', undefined, 'Lena Ortiz', undefined], WHOLE.quotes[1]!],
        entities: [['Lena Ortiz', 'name she'], WHOLE.entities[1]!],
      },
    ],
    [
      'a quote',
      '“At last,”',
      '',
      {
        sections: [['First Steps', 'First Steps', 'Nobody left.', length - '“At last,”'.length]],
        quotes: WHOLE.quotes.slice(0, 1),
      },
    ],
    [
      'words inside a quote',
      'are',
      'were always',
      {
        sections: [['First Steps', 'First Steps', 'Nobody left.', length + 'were always'.length - 'are'.length]],
        quotes: [
          ['“We were always ready,”', 'We were always ready,', 'said', 'Lena Ortiz', 'Lena Ortiz'],
          WHOLE.quotes[1]!,
        ],
      },
    ],
    [
      'all that is in a quote’s marks',
      'We are ready,',
      '',
      {
        sections: [['First Steps', 'First Steps', 'Nobody left.', length - 'We are ready,'.length]],
        quotes: WHOLE.quotes.slice(1),
      },
    ],
  ];
  for (const [name, words, by, expected] of edits) {
    it(`${by ? 'follows an edit of' : 'leaves out'} ${name}`, () =>
      assert.deepEqual(replace(words, by).told, { ...WHOLE, ...expected }));
  }

  it('gives back the very findings that an edit behind them leaves where they are', () => {
    const { mapped } = replace('she said.', 'she said then.');
    assert.equal(mapped.headline, ANALYSIS.headline);
    assert.equal(mapped.boilerplate, ANALYSIS.boilerplate);
    assert.equal(mapped.quotes, ANALYSIS.quotes);
    assert.equal(mapped.entities[1], ANALYSIS.entities[1]);
    assert.equal(
      mapAnalysis(ANALYSIS, [{ start: TEXT.length, end: TEXT.length, length: 1 }]).entities,
      ANALYSIS.entities,
    );
  });

  it('moves the cue and the speaker behind a quote that stays', () => {
    const { told } = replace('Lena', 'Madalena');
    assert.deepEqual(told.quotes[0], ['“We are ready,”', 'We are ready,', 'said', 'Lena Ortiz', 'Madalena Ortiz']);
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
