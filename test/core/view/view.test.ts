import assert from 'node:assert/strict';
import { citation, quotesOfSection } from '../../../src/core/view/citation.ts';
import { destinations } from '../../../src/core/view/destinations.ts';
import { sectionFigures, spokenFor } from '../../../src/core/view/figures.ts';
import { highlights } from '../../../src/core/view/highlights.ts';
import { hoverAt } from '../../../src/core/view/hover.ts';
import { countWords, itemsAt, quotesBySameSpeaker } from '../../../src/core/view/items.ts';
import { english } from '../../../src/core/view/l10n.ts';
import { type StopKind, step, stops } from '../../../src/core/view/moving.ts';
import { fullNaming, renamed } from '../../../src/core/view/naming.ts';
import { plain, snippet } from '../../../src/core/view/words.ts';
import { article, offsetOf } from './support.ts';

const STORY = article({
  marked: [
    '{h 1|{PERSON berg|Berg} Leaves}',
    '{PERSON berg|Anna Berg} met {PERSON cole|Jim Cole} in {PLACE lima|Lima}.',
    '{q berg|“We will meet {PERSON cole|Cole},”} {he berg|she} said. {q berg+|“Soon.”}',
    '{h 1|The Answer}',
    '{q cole|“I stay,”} said {PERSON cole|Cole}, {f cole|“tired”} and {t -|“Art”}. {q -|“Who knows.”}',
    '{b|Share this}',
  ].join('\n'),
});
const { text, analysis } = STORY;
const words = (spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('highlights', () => {
  const all = {
    quotes: true,
    entities: true,
    sections: true,
    boilerplate: true,
    terms: false,
    labels: ['PERSON', 'PLACE'],
  };
  const shown = (options: Partial<typeof all> = {}) =>
    Object.fromEntries(
      Object.entries(highlights(analysis, { ...all, ...options }))
        .filter(([, spans]) => spans.length > 0)
        .map(([kind, spans]) => [kind, words(spans).join(' | ')]),
    );

  it('have a kind for each look; pronouns and terms have none', () => {
    assert.deepEqual(shown(), {
      quote: '“We will meet Cole,” | “Soon.” | “I stay,” | “Who knows.”',
      fragment: '“tired”',
      person: 'Berg | Anna Berg | Jim Cole | Cole | Cole',
      place: 'Lima',
      heading: 'Berg Leaves | The Answer',
      boilerplate: 'Share this',
    });
  });

  it('leave out what is not wanted', () => {
    assert.deepEqual(Object.keys(shown({ quotes: false, labels: ['PLACE'] })), ['place', 'heading', 'boilerplate']);
    assert.deepEqual(Object.keys(shown({ entities: false, sections: false, boilerplate: false })), [
      'quote',
      'fragment',
    ]);
    assert.equal(shown({ terms: true }).term, '“Art”');
    assert.equal(Object.values(highlights(undefined, all)).flat().length, 0);
  });
});

describe('items', () => {
  const kindsAt = (at: string) => itemsAt(analysis, offsetOf(text, at)).map(({ kind }) => kind);
  it('are every layer at an offset, the smallest first', () => {
    assert.deepEqual(kindsAt('Cole,”'), ['mention', 'quote']);
    assert.deepEqual(kindsAt('Berg Leaves'), ['mention', 'section']);
    assert.deepEqual(kindsAt('Share'), ['boilerplate']);
    assert.deepEqual(kindsAt(' met'), []);
    assert.deepEqual(kindsAt('”'), ['quote']);
    assert.deepEqual(kindsAt(' said'), []);
  });

  it('count words, not marks that stand alone', () => {
    assert.equal(countWords(' “We – all – go!” '), 3);
    assert.equal(countWords(' … — '), 0);
  });

  it('of one speaker are found from any of his quotes; nobody’s quotes stand alone', () => {
    const quote = (at: string) => analysis.quotes.find(({ start }) => start === offsetOf(text, at))!;
    assert.deepEqual(words(quotesBySameSpeaker(analysis, quote('“tired'))), ['“I stay,”', '“tired”']);
    assert.deepEqual(words(quotesBySameSpeaker(analysis, quote('“Who'))), ['“Who knows.”']);
  });
});

describe('steps', () => {
  const check = (kind: StopKind, at: string, expected: readonly string[]) =>
    assert.deepEqual(words(stops(analysis, kind, offsetOf(text, at))), expected);
  it('12 stop at each kind', () => {
    check('quote', 'Berg', ['“We will meet Cole,”', '“Soon.”', '“I stay,”', '“tired”', '“Who knows.”']);
    check('speaker', '“Soon', ['“We will meet Cole,”', '“Soon.”']);
    check('speaker', 'met', []);
    check('mention', 'Anna', ['Berg', 'Anna Berg', 'she']);
    check('section', 'met', ['Berg Leaves', 'The Answer']);
    check('annotation', 'met', [
      ...['Berg', 'Berg Leaves', 'Anna Berg', 'Jim Cole', 'Lima', '“We will meet Cole,”', 'Cole', '“Soon.”'],
      ...['The Answer', '“I stay,”', 'Cole', '“tired”', '“Who knows.”'],
    ]);
  });

  const places = [2, 5, 9].map((start) => ({ start, end: start + 1 }));
  const cases: readonly (readonly [number, 'next' | 'previous', boolean, number | undefined])[] = [
    [0, 'next', true, 2],
    [2, 'next', true, 5],
    [9, 'next', true, 2],
    [9, 'next', false, undefined],
    [9, 'previous', true, 5],
    [3, 'previous', true, 2],
    [2, 'previous', true, 9],
    [2, 'previous', false, undefined],
  ];
  for (const [from, direction, wrap, expected] of cases) {
    it(`12 ${direction} from ${from}${wrap ? '' : ' without wrapping'} is ${expected}`, () =>
      assert.equal(step(places, { from, direction, wrap })?.start, expected));
  }
});

describe('hover', () => {
  const titles = (at: string) =>
    hoverAt(analysis, text, offsetOf(text, at), english).map(({ title, kind }) => `${title} · ${kind}`);
  it('has a block for every layer', () => {
    assert.deepEqual(titles('Cole,”'), ['Jim Cole · Person', 'Anna Berg · Direct quote · 4 words']);
    assert.deepEqual(titles('Leaves'), ['Berg Leaves · Section']);
    assert.deepEqual(titles('“Who'), ['Unattributed · Direct quote · 2 words']);
    assert.deepEqual(titles('“Art'), ['Art · Term in quotation marks · 1 word']);
    assert.deepEqual(titles('Share'), ['Prompt · Not part of the article']);
  });

  it('has a check and a way back where a reader corrected something', () => {
    const corrected = { corrected: 'urn:a' };
    const all = {
      ...analysis,
      quotes: analysis.quotes.map((quote) => ({ ...quote, ...corrected })),
      entities: analysis.entities.map((entity) => ({ ...entity, ...corrected })),
      sections: analysis.sections.map((section) => ({ ...section, ...corrected })),
    };
    for (const words of ['Berg Leaves', 'Cole,”', '“I stay']) {
      const blocks = hoverAt(all, text, offsetOf(text, words), english);
      assert.equal(blocks.length > 0, true);
      for (const { kind, actions } of blocks) {
        assert.match(kind, /✓ corrected$/);
        assert.equal(actions.at(-1)?.command, 'undoCorrection');
      }
    }
  });

  it('tells the facts', () => {
    const facts = (at: string) => hoverAt(analysis, text, offsetOf(text, at), english)[0]?.facts;
    assert.deepEqual(facts('“Soon'), [
      'Continues the statement above',
      'Part 2 of 2 of a statement of 5 words',
      'Section: Berg Leaves',
    ]);
    assert.deepEqual(facts('Anna Berg'), ['2 mentions by name, 1 by pronoun or description', 'Also: Berg']);
    assert.deepEqual(facts('The Answer'), ['11 words · 3 quotes']);
    assert.deepEqual(facts('Share'), ['In no count']);
  });
});

describe('naming', () => {
  it('13 finds the first full naming', () => {
    const entity = analysis.entities.find(({ name }) => name === 'Anna Berg')!;
    assert.equal(fullNaming(entity, text)?.start, offsetOf(text, 'Anna Berg'));
  });

  const cases: readonly (readonly [mention: string, oldName: string, newName: string, expected: string])[] = [
    ['Trump', 'Trump', 'Smith', 'Smith'],
    ['Donald Trump', 'Trump', 'Smith', 'Donald Smith'],
    ['Trump', 'Donald Trump', 'John Smith', 'Smith'],
    ['Donald', 'Donald Trump', 'John Smith', 'John'],
    ['Trump', 'Donald Trump', 'Smith', 'Smith'],
    ['EU', 'European Union', 'Arab League', 'Arab League'],
    ['Trump', 'Trump', '$& Co', '$& Co'],
  ];
  for (const [mention, oldName, newName, expected] of cases) {
    it(`makes “${expected}” of “${mention}” when “${oldName}” becomes “${newName}”`, () =>
      assert.equal(renamed(mention, oldName, newName), expected));
  }
});

describe('citation', () => {
  const input = { analysis, text, source: 'story.txt', l10n: english };
  const quote = (at: string) => analysis.quotes.find(({ start }) => start === offsetOf(text, at))!;
  it('gives the whole statement, its speaker and its source', () => {
    assert.equal(citation(quote('“Soon'), input), '“We will meet Cole,” […] “Soon.” — Anna Berg, story.txt');
    assert.equal(citation(quote('“Who'), input), '“Who knows.” — Unattributed, story.txt');
    assert.equal(citation(quote('“Art'), input), '“Art” — Unattributed, story.txt');
    const headline = { start: 0, end: 11 };
    const titled = { ...input, analysis: { ...analysis, headline } };
    assert.equal(citation(analysis.quotes[2]!, titled), '“I stay,” — Jim Cole, “Berg Leaves”, story.txt');
  });

  it('lists the quotes of a section', () => {
    assert.equal(
      quotesOfSection(analysis.sections[1]!, input),
      'The Answer\n- “I stay,” — Jim Cole\n- “tired” — Jim Cole\n- “Who knows.” — Unattributed\n',
    );
    const empty = article({ marked: '{h 1|Nothing}\nsaid here' });
    assert.equal(quotesOfSection(empty.analysis.sections[0]!, { ...input, ...empty }), '');
  });
});

describe('figures', () => {
  it('count what is in a section', () => {
    assert.equal(sectionFigures(analysis, analysis.sections[1]!, english), '11 words · 3 quotes · 1 entity');
  });

  it('name the speaker behind each pronoun once', () => {
    const mention = { start: 3, end: 6 };
    const speaker = { name: 'Anna Berg', entity: 'person:berg', mention, via: 'pronoun', confidence: 1 } as const;
    const spoken = { ...analysis, quotes: analysis.quotes.map((quote) => ({ ...quote, speaker })) };
    assert.deepEqual(spokenFor(spoken), [{ name: 'Anna Berg', end: 6 }]);
    assert.deepEqual(spokenFor(analysis), []);
    assert.deepEqual(spokenFor(undefined), []);
  });
});

describe('destinations', () => {
  it('are sections, entities and quotes by name', () => {
    assert.deepEqual(
      destinations(analysis, text, english).map(({ kind, label, description }) => `${kind} ${label} (${description})`),
      [
        'section Berg Leaves (14 words)',
        'section The Answer (11 words)',
        'entity Anna Berg (Person)',
        'entity Jim Cole (Person)',
        'entity Lima (Place)',
        'quote “We will meet Cole,” (Anna Berg)',
        'quote “Soon.” (Anna Berg)',
        'quote “I stay,” (Jim Cole)',
        'quote “tired” (Jim Cole)',
        'quote “Art” (Term in quotation marks)',
        'quote “Who knows.” (Direct quote)',
      ],
    );
  });
});

describe('words', () => {
  const cases: readonly (readonly [name: string, words: string, limit: number, expected: string])[] = [
    ['blanks and line ends become one blank', ' a \r\n\t b ', 9, 'a b'],
    ['what is too long ends at a word', 'one two three', 9, 'one two…'],
    ['a long word is cut', 'abcdefghij', 4, 'abcd…'],
    ['emoji are not cut in half', '😀😀😀😀', 3, '😀😀😀…'],
    ['what just fits stays', 'abcd', 4, 'abcd'],
    ['what hides or reorders is taken out', 'a\u202eb\u200bc\0d\u2066e', 9, 'abcde'],
  ];
  for (const [name, input, limit, expected] of cases) it(name, () => assert.equal(plain(input, limit), expected));

  it('show a span among its neighbours on the line', () => {
    const line = 'x\nThe very long beginning of a line with Anna Berg in the midst of it, and an end as long\ny';
    const start = line.indexOf('Anna');
    assert.deepEqual(
      snippet(line, { start, end: start + 9 }).label,
      '…of a line with Anna Berg in the midst of it, and an end as long',
    );
  });
});
