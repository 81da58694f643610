import assert from 'node:assert/strict';
import type { Analysis, Label, Span } from '../../../src/core/model.ts';
import { applyCorrections } from '../../../src/core/notes/apply.ts';
import type { Correction } from '../../../src/core/notes/corrections.ts';
import { correctionOf, createCorrection, isCorrectionAnnotation } from '../../../src/core/notes/corrections.ts';
import { applyNames, type FolderNames, NO_NAMES, withIgnored, withKnown } from '../../../src/core/notes/folder.ts';
import { findNames } from '../../../src/core/notes/names.ts';
import { frozen } from '../../support/frozen.ts';
import { note, selectors } from './notes.ts';

const TEXT = [
  'Lena Ortiz met Paul Reed in Mercury. “We agree,” Ortiz said. “At last.”',
  'Later News',
  'Mercury rose. Reed called it “luck”. Ortiz left for Mercury.',
].join('\n');

function spanOf(words: string, nth = 1): Span {
  let start = -1;
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1);
  return { start, end: start + words.length };
}

const name = (words: string, nth?: number) => ({ ...spanOf(words, nth), kind: 'name' as const });
const entity = (label: Label, full: string, mentions: ReturnType<typeof name>[]) => ({
  id: `${label.toLowerCase()}:${full.toLowerCase().replaceAll(' ', '-')}`,
  label,
  name: full,
  aliases: full.includes(' ') ? [full.split(' ')[1]!] : [],
  mentions,
});
const ortiz = { name: 'Lena Ortiz', entity: 'person:lena-ortiz', via: 'name' as const, confidence: 0.9 };
const quote = (words: string, statement: number) => {
  const span = spanOf(words);
  return {
    ...span,
    kind: 'direct' as const,
    content: { start: span.start + 1, end: span.end - 1 },
    statement,
    speaker: ortiz,
  };
};

const ANALYSIS: Analysis = frozen({
  version: 1,
  language: 'en',
  boilerplate: [],
  sections: [
    { start: 0, end: spanOf('Later News').start, title: 'Met', level: 1, origin: 'inferred', keywords: [], words: 12 },
    {
      ...spanOf('Later News'),
      end: TEXT.length,
      title: 'Later News',
      level: 1,
      heading: spanOf('Later News'),
      origin: 'heading',
      keywords: [],
      words: 10,
    },
  ],
  quotes: [quote('“We agree,”', 0), quote('“At last.”', 0)],
  entities: [
    entity('PERSON', 'Lena Ortiz', [name('Lena Ortiz'), name('Ortiz', 2), name('Ortiz', 3)]),
    entity('PERSON', 'Paul Reed', [name('Paul Reed'), name('Reed', 2)]),
    entity('PLACE', 'Mercury', [name('Mercury'), name('Mercury', 2), name('Mercury', 3)]),
  ],
  words: 22,
});

/** Entities as 'LABEL Name (alias): mentions', quotes as 'words: speaker', sections as 'title'. */
function tell(analysis: Analysis) {
  return {
    entities: analysis.entities.map(
      (one) =>
        `${one.label} ${one.name}${one.aliases.length > 0 ? ` (${one.aliases.join(', ')})` : ''} ${one.mentions.length}`,
    ),
    quotes: analysis.quotes.map((one) => `${TEXT.slice(one.start, one.end)} ${one.speaker?.name ?? '-'}`),
    sections: analysis.sections.map((one) => `${one.title} ${one.words}`),
  };
}

const before = tell(ANALYSIS);

function check(at: Span, correction: Correction, expected: Partial<typeof before>) {
  const corrected = applyCorrections(TEXT, ANALYSIS, [{ ...at, id: 'urn:c', correction }]);
  assert.deepEqual(tell(corrected), { ...before, ...expected });
  const touched = [...corrected.entities, ...corrected.quotes, ...corrected.sections].filter((one) => one.corrected);
  assert.equal(touched.length > 0, !['reject'].includes(correction.action));
}

describe('corrections', () => {
  it('take out a quote', () =>
    check(
      spanOf('“At last.”'),
      { action: 'reject', finding: 'quote', scope: 'mention' },
      { quotes: before.quotes.slice(0, 1) },
    ));
  describe('in an answer or what is reported', () => {
    const outer = (kind: 'block' | 'indirect') => ({
      ...quote('Reed called it “luck”. Ortiz left for Mercury.', 7),
      kind,
    });
    const corrected = (kind: 'block' | 'indirect', inner: Correction, inside: boolean) => {
      const quotes = [...ANALYSIS.quotes, outer(kind), ...(inside ? [quote('“luck”', 8)] : [])];
      const placed = { ...spanOf('“luck”'), id: 'urn:c', correction: inner };
      return tell(applyCorrections(TEXT, { ...ANALYSIS, quotes }, [placed])).quotes.slice(2);
    };
    const whole = 'Reed called it “luck”. Ortiz left for Mercury. Lena Ortiz';

    it('take out the quote in marks alone', () => {
      const rejected = corrected('indirect', { action: 'reject', finding: 'quote', scope: 'mention' }, true);
      assert.deepEqual(rejected, [whole]);
    });
    it('change the speaker of the quote in marks alone', () => {
      const changed = corrected('block', { action: 'speaker', name: 'Paul Reed' }, true);
      assert.deepEqual(changed, [whole, '“luck” Paul Reed']);
    });
    it('mark a quote inside it', () => {
      const marked = corrected('block', { action: 'mark', finding: 'quote', name: 'Reed' }, false);
      assert.deepEqual(marked, [whole, '“luck” Paul Reed']);
    });
  });
  it('take out a mention, or the entity with the speakers that it was', () => {
    check(
      spanOf('Mercury', 2),
      { action: 'reject', finding: 'entity', scope: 'mention' },
      {
        entities: ['PERSON Lena Ortiz (Ortiz) 3', 'PERSON Paul Reed (Reed) 2', 'PLACE Mercury 2'],
      },
    );
    check(
      spanOf('Lena Ortiz'),
      { action: 'reject', finding: 'entity', scope: 'article' },
      {
        entities: ['PERSON Paul Reed (Reed) 2', 'PLACE Mercury 3'],
        quotes: ['“We agree,” -', '“At last.” -'],
      },
    );
  });
  it('take out a heading and give its section to the one before', () =>
    check(spanOf('Later News'), { action: 'reject', finding: 'heading', scope: 'mention' }, { sections: ['Met 22'] }));
  it('mark a quote', () =>
    check(
      spanOf('“luck”'),
      { action: 'mark', finding: 'quote', name: 'Reed' },
      { quotes: [...before.quotes, '“luck” Paul Reed'] },
    ));
  const marked: readonly (readonly [words: string, kind: string, content: string])[] = [
    ['“luck”', 'fragment', 'luck'],
    ['Reed called it “luck”', 'fragment', 'Reed called it “luck'],
    ['“luck”. Ortiz left', 'fragment', 'luck”. Ortiz left'],
    ['Ortiz left for Mercury', 'fragment', 'Ortiz left for Mercury'],
    ['Reed called it “luck”. Ortiz', 'direct', 'Reed called it “luck”. Ortiz'],
    ['“', 'fragment', ''],
  ];
  for (const [words, kind, content] of marked) {
    it(`mark ${words} as a quote of its own, without the marks at its edges`, () => {
      const at = { ...spanOf(words), id: 'urn:c', correction: { action: 'mark', finding: 'quote' } as const };
      const quote = applyCorrections(TEXT, { ...ANALYSIS, quotes: ANALYSIS.quotes.slice(0, words === '“' ? 0 : 2) }, [
        at,
      ]).quotes.at(-1)!;
      assert.deepEqual(
        [quote.kind, TEXT.slice(quote.content.start, quote.content.end), quote.speaker, quote.corrected],
        [kind, content, undefined, 'urn:c'],
      );
      assert.equal(quote.statement, words === '“' ? 0 : 1);
    });
  }
  it('mark a quote in place of those it overlaps', () =>
    check(
      { start: spanOf('Ortiz said').start, end: spanOf('“At last').end },
      { action: 'mark', finding: 'quote' },
      { quotes: [before.quotes[0]!, 'Ortiz said. “At last -'] },
    ));
  it('reach the quote that shares most with what is selected', () => {
    const take = (start: number, end: number) =>
      tell(
        applyCorrections(TEXT, ANALYSIS, [
          { start, end, id: 'urn:c', correction: { action: 'reject', finding: 'quote', scope: 'mention' } },
        ]),
      ).quotes;
    const [first, second] = [spanOf('“We agree,”'), spanOf('“At last.”')];
    assert.deepEqual(take(first.end - 3, second.end), before.quotes.slice(0, 1));
    assert.deepEqual(take(first.start, second.start + 3), before.quotes.slice(1));
    assert.deepEqual(take(first.end, second.start), before.quotes);
  });
  it('name a speaker by the entity of that name, or by the words', () => {
    const speakerOf = (name: string) =>
      applyCorrections(TEXT, ANALYSIS, [
        { ...spanOf('“At last.”'), id: 'urn:c', correction: { action: 'speaker', name } },
      ]).quotes[0]!.speaker;
    assert.deepEqual(speakerOf('Reed'), { name: 'Paul Reed', entity: 'person:paul-reed', via: 'name', confidence: 1 });
    assert.deepEqual(speakerOf('a clerk'), { name: 'a clerk', via: 'name', confidence: 1 });
  });
  it('mark an entity, here or everywhere', () => {
    check(
      spanOf('News'),
      { action: 'mark', finding: 'entity', label: 'ORG', scope: 'article' },
      {
        entities: [...before.entities, 'ORG News 1'],
      },
    );
    check(
      spanOf('Mercury', 2),
      { action: 'mark', finding: 'entity', label: 'WORK_OF_ART', scope: 'mention' },
      {
        entities: [
          'PERSON Lena Ortiz (Ortiz) 3',
          'PERSON Paul Reed (Reed) 2',
          'PLACE Mercury 2',
          'WORK_OF_ART Mercury 1',
        ],
      },
    );
    check(
      spanOf('Mercury', 2),
      { action: 'mark', finding: 'entity', label: 'WORK_OF_ART', scope: 'article' },
      {
        entities: ['PERSON Lena Ortiz (Ortiz) 3', 'PERSON Paul Reed (Reed) 2', 'WORK_OF_ART Mercury 3'],
      },
    );
  });
  it('mark a heading', () =>
    check(
      spanOf('Mercury rose.'),
      { action: 'mark', finding: 'heading' },
      { sections: ['Met 12', 'Later News 2', 'Mercury rose. 8'] },
    ));
  it('change a label, here or everywhere', () => {
    check(
      spanOf('Mercury', 3),
      { action: 'label', label: 'ORG', scope: 'article' },
      {
        entities: ['PERSON Lena Ortiz (Ortiz) 3', 'PERSON Paul Reed (Reed) 2', 'ORG Mercury 3'],
      },
    );
    check(
      spanOf('Mercury', 3),
      { action: 'label', label: 'ORG', scope: 'mention' },
      {
        entities: ['PERSON Lena Ortiz (Ortiz) 3', 'PERSON Paul Reed (Reed) 2', 'PLACE Mercury 2', 'ORG Mercury 1'],
      },
    );
  });
  it('change the speaker of the whole statement', () => {
    check(
      spanOf('“At last.”'),
      { action: 'speaker', name: 'Reed' },
      { quotes: ['“We agree,” Paul Reed', '“At last.” Paul Reed'] },
    );
    check(
      spanOf('“At last.”'),
      { action: 'speaker', name: 'a clerk' },
      { quotes: ['“We agree,” a clerk', '“At last.” a clerk'] },
    );
    check(spanOf('“At last.”'), { action: 'speaker', name: '' }, { quotes: ['“We agree,” -', '“At last.” -'] });
  });
  it('merge entities, split off a mention and rename, speakers with them', () => {
    check(
      spanOf('Lena Ortiz'),
      { action: 'merge', name: 'Reed' },
      {
        entities: ['PERSON Paul Reed (Reed, Lena Ortiz, Ortiz) 5', 'PLACE Mercury 3'],
        quotes: ['“We agree,” Paul Reed', '“At last.” Paul Reed'],
      },
    );
    check(
      spanOf('Ortiz', 3),
      { action: 'split' },
      {
        entities: ['PERSON Lena Ortiz (Ortiz) 2', 'PERSON Paul Reed (Reed) 2', 'PLACE Mercury 3', 'PERSON Ortiz 1'],
      },
    );
    check(
      spanOf('Ortiz', 2),
      { action: 'rename', name: 'Helena Ortiz' },
      {
        entities: ['PERSON Helena Ortiz (Lena Ortiz, Ortiz) 3', 'PERSON Paul Reed (Reed) 2', 'PLACE Mercury 3'],
        quotes: ['“We agree,” Helena Ortiz', '“At last.” Helena Ortiz'],
      },
    );
  });
  it('change nothing where there is nothing of that kind', () => {
    const nowhere = { start: TEXT.length, end: TEXT.length };
    const all: Correction[] = [
      { action: 'split' },
      { action: 'rename', name: 'x' },
      { action: 'merge', name: 'x' },
      { action: 'speaker', name: 'x' },
      { action: 'label', label: 'ORG', scope: 'article' },
    ];
    const placed = all.map((correction) => ({ ...nowhere, id: 'urn:c', correction }));
    assert.deepEqual(applyCorrections(TEXT, ANALYSIS, placed), ANALYSIS);
    for (const finding of ['quote', 'heading'] as const)
      check(nowhere, { action: 'reject', finding, scope: 'mention' }, {});
  });
  it('take out the first heading though there is no section before it', () => {
    const alone = { ...ANALYSIS, sections: ANALYSIS.sections.slice(1) };
    const rejected = applyCorrections(TEXT, alone, [
      {
        ...spanOf('Later News'),
        id: 'urn:c',
        correction: { action: 'reject', finding: 'heading', scope: 'mention' },
      },
    ]);
    assert.deepEqual(rejected.sections, []);
  });
  it('are applied in their order', () => {
    const corrected = applyCorrections(TEXT, ANALYSIS, [
      { ...spanOf('Mercury'), id: 'urn:1', correction: { action: 'label', label: 'ORG', scope: 'article' } },
      { ...spanOf('Mercury', 2), id: 'urn:2', correction: { action: 'rename', name: 'Mercury Corp' } },
    ]);
    assert.equal(tell(corrected).entities[2], 'ORG Mercury Corp (Mercury) 3');
  });
});

describe('correction annotation', () => {
  it('gives back what was put in', () => {
    const all: Correction[] = [
      { action: 'reject', finding: 'entity', scope: 'article' },
      { action: 'mark', finding: 'quote', name: 'Ortiz' },
      { action: 'mark', finding: 'quote' },
      { action: 'mark', finding: 'entity', label: 'ORG', scope: 'mention' },
      { action: 'mark', finding: 'heading' },
      { action: 'label', label: 'PLACE', scope: 'article' },
      { action: 'speaker', name: '' },
      { action: 'merge', name: 'Ortiz' },
      { action: 'split' },
      { action: 'rename', name: 'Ortiz' },
    ];
    const again = all.map((one) =>
      correctionOf(createCorrection({ id: 'urn:a', created: 'now', selectors: selectors(1) }, one)),
    );
    assert.deepEqual(again, all);
  });
  it('is none for a note, and kept but not applied if its kind is not known', () => {
    const plain = note('urn:a', 'Hm.', 1);
    const later = { ...plain, body: [{ type: 'lens:Correction', 'lens:action': 'transmute' }] };
    assert.deepEqual(
      [plain, later].map((one) => [isCorrectionAnnotation(one), correctionOf(one)]),
      [
        [false, undefined],
        [true, undefined],
      ],
    );
  });
});

describe("the folder's names", () => {
  const check = (names: FolderNames, expected: Partial<typeof before>) =>
    assert.deepEqual(tell(applyNames(TEXT, ANALYSIS, names)), { ...before, ...expected });

  it('leave out ignored words', () =>
    check(withIgnored(NO_NAMES, 'Mercury'), { entities: before.entities.slice(0, 2) }));
  it('label and rename what is known', () =>
    check(withKnown(NO_NAMES, { name: 'Mercury Corp', label: 'ORG', aliases: ['Mercury'] }), {
      entities: [...before.entities.slice(0, 2), 'ORG Mercury Corp (Mercury) 3'],
    }));
  it('join what is one', () =>
    check(withKnown(NO_NAMES, { name: 'Lena Ortiz', aliases: ['Paul Reed'] }), {
      entities: ['PERSON Lena Ortiz (Ortiz, Paul Reed, Reed) 5', 'PLACE Mercury 3'],
    }));
  it('name the speakers too', () =>
    check(withKnown(NO_NAMES, { name: 'Mayor Ortiz', aliases: ['Lena Ortiz'] }), {
      entities: ['PERSON Mayor Ortiz (Lena Ortiz, Ortiz) 3', ...before.entities.slice(1)],
      quotes: ['“We agree,” Mayor Ortiz', '“At last.” Mayor Ortiz'],
    }));
  it('are found where the machine saw nothing', () =>
    check(withKnown(NO_NAMES, { name: 'Later News', label: 'ORG', aliases: [] }), {
      entities: [...before.entities, 'ORG Later News 1'],
    }));
  it('complete the entry that has the name', () => {
    const names = withKnown(withKnown(NO_NAMES, { name: 'Ann Roe', label: 'PERSON', aliases: ['Roe'] }), {
      name: 'Dr Roe',
      aliases: ['Ann Roe'],
    });
    assert.deepEqual(names.entities, [{ name: 'Dr Roe', label: 'PERSON', aliases: ['Ann Roe', 'Roe'] }]);
    assert.deepEqual(withIgnored(names, 'Roe').entities[0]!.aliases, ['Ann Roe']);
    assert.deepEqual(withKnown(withIgnored(names, 'Zed'), { name: 'Zed', aliases: [] }).ignored, []);
  });
});

describe('findNames', () => {
  it('finds whole words only, the longer name first', () => {
    const text = 'Reed, Reedy and Paul Reed’s Éred; Reed-Roe.';
    assert.deepEqual(
      findNames(text, ['Reed', 'Paul Reed', 'red', '…']).map(({ name, start }) => `${name} ${start}`),
      ['Reed 0', 'Paul Reed 16', 'Reed 34'],
    );
  });
});
