import assert from 'node:assert/strict';
import { english } from '../../../src/core/view/l10n.ts';
import { type OutlineOptions, outline } from '../../../src/core/view/outline.ts';
import { pathTo, type TreeNode } from '../../../src/core/view/tree.ts';
import { article, offsetOf } from './support.ts';

const OPTIONS: OutlineOptions = {
  groupBy: 'kind',
  sortBy: 'text',
  filter: '',
  quotes: true,
  entities: true,
  sections: true,
  fragments: true,
};

const STORY = article({
  marked: [
    '{PERSON berg|Anna Berg} met {PERSON cole|Jim Cole} in {PLACE lima|Lima}.',
    '{q berg|“We will go,”} {he berg|she} said. {q berg+|“Soon.”}',
    '{h 1|The Answer}',
    '{q cole|“I stay,”} said {PERSON cole|Cole}, {f cole|“tired”} and {t -|“Art”}.',
    '{q -|“Who knows.”}',
    '{h 2|In {PLACE lima|Lima}}',
    'It rained in {PLACE lima|Lima}.',
  ].join('\n'),
});

describe('outline', () => {
  const rowsOf = (options: Partial<OutlineOptions> = {}) =>
    outline({ uri: 'a', ...STORY, options: { ...OPTIONS, ...options }, l10n: english });

  it('9 has quotes by speaker, entities by type and sections, each with a count', () => {
    assert.deepEqual(draw(rowsOf()), [
      'Quotes 4',
      '  Anna Berg 1',
      '    “We will go,” 2 parts',
      '      “We will go,”',
      '      “Soon.”',
      '  Jim Cole 2',
      '    “I stay,” The Answer',
      '    “tired” The Answer',
      '  Unattributed 1',
      '    “Who knows.” The Answer',
      'Entities 3',
      '  Persons 2',
      '    Anna Berg 2',
      '      [Anna Berg] met Jim Cole in Lima.',
      '      “We will go,” [she] said. “Soon.”',
      '    Jim Cole 2',
      '      Anna Berg met [Jim Cole] in Lima.',
      '      “I stay,” said [Cole], “tired” and “Art”. The Answer',
      '  Places 1',
      '    Lima 3',
      '      …Berg met Jim Cole in [Lima].',
      '      In [Lima] In Lima',
      '      It rained in [Lima]. In Lima',
      'Sections 2',
      '  The Answer 15 words',
      '    In Lima 4 words',
    ]);
  });

  it('tells of each row its menu, icon, place in the text and more under the pointer', () => {
    const told = (rows: readonly TreeNode[]): readonly string[] =>
      rows.flatMap(({ context, icon, color, target, tooltip, children }) => [
        [
          context,
          icon,
          color,
          target && STORY.text.slice(target.start, target.end),
          tooltip?.replaceAll('\n', ' / '),
        ].join(' | '),
        ...told(children?.() ?? []),
      ]);
    assert.deepEqual(told(rowsOf()), [
      'quotes | quote |  |  | ',
      'speaker | account |  | “We will go,” | Anna Berg · 1 quote',
      'quote | quote | quote | “We will go,” | “We will go,” / “Soon.” / Anna Berg · Direct quote',
      'quote | quote | quote | “We will go,” | ',
      'quote | quote | quote | “Soon.” | ',
      'speaker | account |  | “I stay,” | Jim Cole · 2 quotes',
      'quote | quote | quote | “I stay,” | “I stay,” / Jim Cole · Direct quote / Section: The Answer',
      'quote | quote | fragment | “tired” | “tired” / Jim Cole · Quoted fragment / Section: The Answer',
      'nobody | question |  | “Who knows.” | Unattributed · 1 quote',
      'quote | quote | quote | “Who knows.” | “Who knows.” / Unattributed · Direct quote / Section: The Answer',
      'entities | symbol-class |  |  | ',
      'label | person | person |  | ',
      'entity | person | person | Anna Berg | Anna Berg · Person · 2 mentions',
      'mention | location |  | Anna Berg | ',
      'mention | location |  | she | ',
      'entity | person | person | Jim Cole | Jim Cole · Person · 2 mentions / Also: Cole',
      'mention | location |  | Jim Cole | ',
      'mention | location |  | Cole | ',
      'label | globe | place |  | ',
      'entity | globe | place | Lima | Lima · Place · 3 mentions',
      'mention | location |  | Lima | ',
      'mention | location |  | Lima | ',
      'mention | location |  | Lima | ',
      'sections | list-tree |  |  | ',
      'section | bookmark |  | The Answer | The Answer / 15 words',
      'section | bookmark |  | In Lima | In Lima / 4 words',
    ]);
  });

  it('5 leaves fragments out of lists and counts if they are not wanted', () => {
    const [quotes] = rowsOf({ fragments: false });
    assert.equal(quotes?.description, '3');
    assert.equal(
      draw([quotes!]).some((line) => line.includes('tired')),
      false,
    );
  });

  it('groups by section, the lead first', () => {
    assert.deepEqual(draw(rowsOf({ groupBy: 'section' }), 2), [
      'Lead 4',
      '  “We will go,” 2 parts · Anna Berg',
      '  Anna Berg 2',
      '  Jim Cole 1',
      '  Lima 1',
      'The Answer 4',
      '  “I stay,” Jim Cole',
      '  “tired” Jim Cole',
      '  “Who knows.” Unattributed',
      '  Jim Cole 1',
      'In Lima 1',
      '  Lima 2',
    ]);
  });

  it('leaves sections closed where there are many', () => {
    const many = article({ marked: Array.from({ length: 40 }, (_, i) => `{h 1|Part ${i}}\n{q -|“No.”}\n`).join('') });
    const rows = outline({ uri: 'a', ...many, options: { ...OPTIONS, groupBy: 'section' }, l10n: english });
    assert.equal(rows.length, 40);
    assert.deepEqual(draw(rows.slice(-1)), ['Part 39 1', '  “No.” Unattributed']);
    assert.equal(
      rows.some(({ expanded }) => expanded),
      false,
    );
  });

  it('has a check at what a reader corrected', () => {
    const { entities, quotes, sections } = STORY.analysis;
    const corrected = { corrected: 'urn:a' };
    const analysis = {
      ...STORY.analysis,
      entities: entities.map((entity, i) => (i === 1 ? { ...entity, ...corrected } : entity)),
      quotes: quotes.map((quote, i) => (i === 1 || i === 2 ? { ...quote, ...corrected } : quote)),
      sections: sections.map((section, i) => (i === 1 ? { ...section, ...corrected } : section)),
    };
    const rows = outline({ uri: 'a', text: STORY.text, analysis, options: OPTIONS, l10n: english });
    const checks = all(rows).filter(({ description }) => description?.includes('✓'));
    assert.deepEqual(
      checks.map(({ label, description }) => `${label} ${description}`),
      ['“We will go,” ✓ 2 parts', '“I stay,” ✓ The Answer', 'Jim Cole ✓ 2', 'In Lima ✓ 4 words'],
    );
    for (const { tooltip } of checks) assert.match(String(tooltip), /Corrected by hand$/);
  });

  it('lists everything in the order of the text', () => {
    assert.deepEqual(draw(rowsOf({ groupBy: 'text' }), 1), [
      'Anna Berg 2',
      'Jim Cole 2',
      'Lima 3',
      '“We will go,” 2 parts · Anna Berg',
      'The Answer 15 words',
      '“I stay,” Jim Cole',
      '“tired” Jim Cole',
      '“Who knows.” Unattributed',
      'In Lima 4 words',
    ]);
  });

  it('sorts by count and by name', () => {
    const speakers = (sortBy: OutlineOptions['sortBy']) =>
      rowsOf({ sortBy })[0]
        ?.children?.()
        .map(({ label }) => label);
    assert.deepEqual(speakers('count'), ['Jim Cole', 'Anna Berg', 'Unattributed']);
    assert.deepEqual(speakers('name'), ['Anna Berg', 'Jim Cole', 'Unattributed']);
  });

  it('shows only what the filter’s words are in', () => {
    assert.deepEqual(draw(rowsOf({ filter: ' COLE ' }), 2), ['Quotes 2', '  Jim Cole 2', 'Entities 1', '  Persons 1']);
    assert.deepEqual(draw(rowsOf({ filter: 'soon' }), 2), ['Quotes 1', '  Anna Berg 1']);
    assert.deepEqual(draw(rowsOf({ filter: 'nothing like it' })), []);
  });

  it('shows only the kinds that are wanted', () => {
    assert.deepEqual(draw(rowsOf({ quotes: false, sections: false }), 1), ['Entities 3']);
  });

  it('11 finds the rows that lead to a finding', () => {
    const start = offsetOf(STORY.text, '“Soon.”');
    const path = pathTo(rowsOf(), { start, end: start + 7 });
    assert.deepEqual(
      path.map(({ label }) => label),
      ['Quotes', 'Anna Berg', '“We will go,”', '“Soon.”'],
    );
    assert.deepEqual(pathTo(rowsOf(), { start: 1, end: 2 }), []);
  });

  it('has each id once, though words come again', () => {
    const twice = article({ marked: '{q -|“No.”} {q -|“No.”} {q -|“No,”} {q -+|“no.”}\n{h 1|Day}\nx\n{h 1|Day}\nx' });
    for (const groupBy of ['kind', 'section', 'text'] as const) {
      const rows = outline({ uri: 'a', ...twice, options: { ...OPTIONS, groupBy }, l10n: english });
      const ids = all(rows).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, ids.join('\n'));
    }
  });

  it('shows long, many-lined and masked text as one short line', () => {
    const { label } = all(
      outline({
        uri: 'a',
        ...article({ marked: `{q -|“First\r\nline\u202e with   more ${'and more '.repeat(1000)}”}` }),
        options: OPTIONS,
        l10n: english,
      }),
    ).at(-1) as TreeNode;
    assert.match(label, /^“First line with more (and more )+and more…$/);
    assert.equal(label.length <= 61, true);
  });

  it('makes the rows below a row only when they are asked for', () => {
    const words = `{q -|“Word.”} `.repeat(5000);
    const many = article({ marked: words });
    const [quotes] = outline({ uri: 'a', ...many, options: OPTIONS, l10n: english });
    assert.equal(quotes?.description, '5000');
    assert.equal(quotes?.children?.(), quotes?.children?.());
  });
});

/** The rows as indented lines, with the stressed stretch of a label in brackets, down to a depth. */
function draw(rows: readonly TreeNode[], depth = 9, indent = ''): readonly string[] {
  if (depth === 0) return [];
  return rows.flatMap((row) => {
    const { label, stress, description, children } = row;
    const marked = stress
      ? `${label.slice(0, stress.start)}[${label.slice(stress.start, stress.end)}]${label.slice(stress.end)}`
      : label;
    return [
      `${indent}${marked}${description ? ` ${description}` : ''}`,
      ...draw(children?.() ?? [], depth - 1, `${indent}  `),
    ];
  });
}

function all(rows: readonly TreeNode[]): readonly TreeNode[] {
  return rows.flatMap((row) => [row, ...all(row.children?.() ?? [])]);
}
