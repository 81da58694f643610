import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Annotation,
  createNote,
  isResolved,
  tagsOf,
  textOf,
  withContent,
  withResolved,
  withSelectors,
  withSource,
} from '../../../src/core/notes/annotation.ts';
import { EMPTY_NOTES, isBlank, parse, render, sameNotes } from '../../../src/core/notes/file.ts';
import type { JsonObject } from '../../../src/core/notes/json.ts';
import { note, selectors } from './notes.ts';

const sorted = [note('urn:a', 'First', 5), note('urn:b', 'Second', 5), note('urn:c', 'Third', 70)];

function file(...annotations: readonly Annotation[]): string {
  return render({ ...EMPTY_NOTES, annotations });
}

describe('notes file', () => {
  it('writes records by position, then id, whatever order they came in', () =>
    assert.equal(file(...[...sorted].reverse()), file(...sorted)));

  it('writes a note with its keys in a fixed order', () => {
    assert.equal(
      file(withSource(note('urn:a', 'Check this.', 5, ['money']), '../story.txt')),
      `{
  "@context": [
    "http://www.w3.org/ns/anno.jsonld",
    {
      "lens": "urn:article-lens:"
    }
  ],
  "type": "AnnotationPage",
  "lens:format": 1,
  "items": [
    {
      "id": "urn:a",
      "type": "Annotation",
      "motivation": "commenting",
      "created": "2026-01-02T03:04:05Z",
      "modified": "2026-01-02T03:04:05Z",
      "body": [
        {
          "type": "TextualBody",
          "purpose": "commenting",
          "value": "Check this."
        },
        {
          "type": "TextualBody",
          "purpose": "tagging",
          "value": "money"
        }
      ],
      "target": {
        "source": "../story.txt",
        "selector": [
          {
            "type": "TextQuoteSelector",
            "exact": "the words",
            "prefix": "before ",
            "suffix": " after"
          },
          {
            "type": "TextPositionSelector",
            "start": 5,
            "end": 14
          }
        ]
      }
    }
  ]
}
`,
    );
  });

  it('writes records by where they begin, then by where they end', () => {
    const at = (id: string, start: number, end: number) => {
      const { quote, position } = selectors(start);
      return withSelectors(note(id, '', start), { quote, position: { ...position, end } });
    };
    const ids = parse(file(at('urn:a', 9, 12), at('urn:b', 5, 30), at('urn:c', 5, 7), at('urn:d', 10, 11)));
    assert.deepEqual(
      ids.annotations.map(({ id }) => id),
      ['urn:c', 'urn:b', 'urn:a', 'urn:d'],
    );
  });

  it('is blank only if nothing at all is in it', () => {
    const page = { '@context': [], id: 'x', type: 'AnnotationPage', 'lens:format': 1, 'lens:digest': 'd' };
    assert.equal(isBlank({ ...EMPTY_NOTES, page }), true);
    assert.equal(isBlank({ ...EMPTY_NOTES, page: { ...page, 'x:own': 1 } }), false);
    assert.equal(isBlank({ ...EMPTY_NOTES, strange: [7] }), false);
    assert.equal(isBlank({ ...EMPTY_NOTES, annotations: sorted }), false);
  });

  it('reads an empty file and a byte order mark', () => {
    for (const nothing of ['', ' \n', '\ufeff'])
      assert.deepEqual(parse(nothing), { ...EMPTY_NOTES, state: 'sound', faults: [] });
    assert.deepEqual(parse(`\ufeff${file(...sorted)}`), parse(file(...sorted)));
  });

  it('says what is wrong with a record', () => {
    const target = { selector: { type: 'TextQuoteSelector', exact: 'words' } };
    const records = [
      7,
      { type: 'Annotation', target },
      { id: '', type: 'Annotation', target },
      { id: 'urn:x', target },
    ];
    assert.deepEqual(parse(JSON.stringify({ items: [...records, { id: 'urn:x', type: 'Annotation' }] })).faults, [
      'record 1: not an object',
      'record 2: no id',
      'record 3: no id',
      'record 4: not an annotation',
      'record 5: no text that it is about',
    ]);
  });

  it('says that nothing could be saved', () => {
    for (const lost of ['{', 'no JSON', '{"items": [', '{"items": 7}{', '[]', '7']) {
      const { state, faults, annotations } = parse(lost);
      assert.deepEqual([state, faults, annotations], ['damaged', ['no records can be read'], []], lost);
    }
  });

  it('is the same notes only if every record, strange one and property is the same', () => {
    const notes = { annotations: sorted, strange: [{ a: 1 }], page: { 'x:own': 1 } };
    assert.equal(sameNotes(notes, { ...notes, annotations: [...sorted].reverse() }), true);
    assert.equal(sameNotes(notes, { ...notes, annotations: sorted.slice(1) }), false);
    assert.equal(sameNotes(notes, { ...notes, strange: [] }), false);
    assert.equal(sameNotes(notes, { ...notes, page: {} }), false);
  });

  it('reads back what it wrote', () => {
    const annotation = fc
      .record({
        id: fc.string({ minLength: 1 }),
        text: fc.string({ unit: 'binary' }),
        start: fc.nat(),
        tags: fc.array(fc.string()),
      })
      .map(({ id, text, start, tags }) => note(id, text, start, tags));
    fc.assert(
      fc.property(
        fc.uniqueArray(annotation, { selector: ({ id }) => id }),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (annotations, rest) => {
          const notes = { annotations, strange: [], page: { 'x:rest': rest } as JsonObject };
          const text = render(notes);
          const read = parse(text);
          assert.deepEqual([read.state, read.faults], ['sound', []]);
          assert.equal(render(read), text);
          assert.ok(sameNotes(read, parse(text.replaceAll('\n', '\r\n'))));
        },
      ),
    );
  });

  it('keeps what it does not know, in the page, the record, its bodies and its target', () => {
    const source = JSON.parse(file(note('urn:a', 'Old', 5, ['tag'])));
    source['x:page'] = 1;
    Object.assign(source.items[0], { 'x:own': [2] });
    source.items[0].body[0].language = 'en';
    source.items[0].body.push({ type: 'Video', id: 'http://example.org/v' });
    source.items[0].target.selector.push({ type: 'CssSelector', value: 'p' });
    source.items[0].target['x:state'] = { a: 1 };
    const read = parse(JSON.stringify(source));
    const changed = withSelectors(
      withContent(read.annotations[0]!, { comments: ['New'], tags: ['tag', 'other'] }, 'now'),
      selectors(9),
    );
    const again = JSON.parse(render({ ...read, annotations: [changed] }));
    assert.equal(again['x:page'], 1);
    const [record] = again.items;
    assert.deepEqual(record['x:own'], [2]);
    assert.deepEqual(
      record.body.map((body: JsonObject) => [body.type, body.value, body.language]),
      [
        ['TextualBody', 'New', 'en'],
        ['TextualBody', 'tag', undefined],
        ['TextualBody', 'other', undefined],
        ['Video', undefined, undefined],
      ],
    );
    assert.deepEqual(
      record.target.selector.map((one: JsonObject) => one.type),
      ['TextQuoteSelector', 'TextPositionSelector', 'CssSelector'],
    );
    assert.deepEqual(record.target['x:state'], { a: 1 });
  });

  it('sets aside records that it cannot read and writes them back', () => {
    const source = JSON.parse(file(...sorted));
    source.items.splice(
      1,
      0,
      'nonsense',
      { id: 'urn:x', type: 'Annotation', target: 'http://example.org/' },
      { type: 'Annotation' },
    );
    const read = parse(JSON.stringify(source));
    assert.equal(read.state, 'sound');
    assert.deepEqual(read.annotations.map(textOf), ['First', 'Second', 'Third']);
    assert.deepEqual(read.faults, ['record 2: not an object', 'record 3: no text that it is about', 'record 4: no id']);
    assert.deepEqual(JSON.parse(render(read)).items.slice(3), source.items.slice(1, 4));
  });

  it('reads an annotation as other programs write it', () => {
    const target = { source: 'a.txt', selector: { type: 'TextQuoteSelector', exact: 'words' } };
    const record = { id: 'urn:x', type: 'Annotation', body: { type: 'TextualBody', value: 'Hm.' }, target };
    const read = parse(JSON.stringify({ type: 'AnnotationPage', items: record }));
    assert.deepEqual(read.annotations.map(textOf), ['Hm.']);
    assert.deepEqual(read.faults, []);
  });

  it('makes one of two records with the same id', () => {
    const items = [note('urn:a', 'Mine', 5), note('urn:a', 'Theirs', 5)];
    const read = parse(JSON.stringify({ items }));
    assert.equal(read.annotations.length, 1);
    assert.deepEqual(textOf(read.annotations[0]!).split('\n\n').sort(), ['Mine', 'Theirs']);
  });

  it('knows a file of a later version', () => {
    const later = file(...sorted).replace('"lens:format": 1', '"lens:format": 2');
    assert.equal(parse(later).state, 'newer');
    assert.equal(parse(later).annotations.length, 3);
  });

  it('saves the whole records of a file that was cut off anywhere', () => {
    const text = file(...sorted);
    const whole = (cut: string) => [...(cut.split('"items"')[1] ?? '').matchAll(/^ {4}\}/gm)].length;
    for (let length = 1; length < text.trimEnd().length; length += 7) {
      const read = parse(text.slice(0, length));
      assert.equal(read.state, 'damaged', `cut at ${length}`);
      assert.equal(read.annotations.length, whole(text.slice(0, length)), `cut at ${length}`);
    }
  });

  it('joins both sides of a conflict that version control left', () => {
    const ours = file(sorted[0]!, note('urn:b', 'Ours', 20), sorted[2]!);
    const theirs = file(sorted[0]!, note('urn:b', 'Theirs', 20), note('urn:d', 'Fourth', 90));
    const conflict = `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`;
    const inside = file(sorted[0]!).replace(
      /.*"First"\n/,
      '<<<<<<< HEAD\n"value": "Yes"\n||||||| base\n"value": "First"\n=======\n"value": "No"\n>>>>>>> other\n',
    );
    const texts = (source: string) =>
      parse(source).annotations.map((one) => textOf(one).split('\n\n').sort().join('+'));
    assert.deepEqual(texts(conflict), ['First', 'Ours+Theirs', 'Third', 'Fourth']);
    assert.deepEqual(texts(inside), ['No+Yes']);
  });

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .constant(file(...sorted))
            .chain((text) => fc.nat(text.length).map((at) => `${text.slice(0, at)}}{${text.slice(at)}`)),
        ),
        (text) => {
          render(parse(text));
        },
      ),
    );
  });
});

describe('note', () => {
  it('gives its text, tags and state', () => {
    const created = createNote(
      { id: 'urn:a', created: 'now', selectors: selectors(1) },
      { comments: ['Hm.'], tags: ['b', 'a', 'b'] },
    );
    assert.deepEqual([textOf(created), tagsOf(created), isResolved(created)], ['Hm.', ['b', 'a'], false]);
    const resolved = withResolved(created, 'resolved', 'later');
    assert.ok(isResolved(resolved));
    assert.deepEqual(withResolved(resolved, 'open', 'now'), { ...created, modified: 'now' });
  });
});
