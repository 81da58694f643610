import assert from 'node:assert/strict';
import {
  type FolderNames,
  mergeNames,
  NO_NAMES,
  parseNames,
  renderNames,
  withIgnored,
  withKnown,
} from '../../../src/core/notes/folder.ts';

describe("the folder's names file", () => {
  it('is written sorted and read back', () => {
    const names = withIgnored(
      withIgnored(
        withKnown(withKnown(NO_NAMES, { name: 'b', aliases: [] }), { name: 'a', label: 'ORG', aliases: ['z', 'y'] }),
        'q',
      ),
      'p',
    );
    const text = renderNames(names);
    assert.deepEqual(JSON.parse(text), {
      format: 1,
      entities: [
        { name: 'a', label: 'ORG', aliases: ['y', 'z'] },
        { name: 'b', aliases: [] },
      ],
      ignored: ['p', 'q'],
    });
    assert.equal(renderNames(parseNames(text)!), text);
  });
  it('keeps what it does not know', () => {
    const source = {
      x: 1,
      entities: [{ name: 'a', aliases: [], y: 2 }, { name: 'b', label: 'PLANET' }, 7],
      ignored: [],
    };
    const again = JSON.parse(renderNames(withIgnored(parseNames(JSON.stringify(source))!, 'w')));
    assert.deepEqual(again, { ...source, format: 1, ignored: ['w'] });
  });
  it('is written with its keys in a fixed order, names and words each once', () => {
    const source = { ignored: ['b', 'a', 'b', 7], x: 1, entities: [{ aliases: ['z', 'z', 7], y: 2, name: 'n' }] };
    const text = renderNames(parseNames(`\ufeff${JSON.stringify(source)}`)!);
    assert.deepEqual(Object.keys(JSON.parse(text)), ['format', 'entities', 'ignored', 'x']);
    assert.deepEqual(Object.keys(JSON.parse(text).entities[0]), ['name', 'aliases', 'y']);
    assert.deepEqual(JSON.parse(text).entities, [{ name: 'n', aliases: ['z'], y: 2 }]);
    assert.deepEqual(JSON.parse(text).ignored, ['a', 'b']);
  });
  it('gives the names that can be read', () => {
    const read = (entities: unknown) => parseNames(JSON.stringify({ entities }))?.entities;
    const named = { name: 'a', label: 'ORG', aliases: ['b', 7] };
    assert.deepEqual(read([named, null, 7, 'x', { name: '' }, { name: 7 }, {}, { name: 'c', label: 'PLANET' }]), [
      { name: 'a', label: 'ORG', aliases: ['b'] },
    ]);
    assert.deepEqual(read([{ name: 'a' }]), [{ name: 'a', aliases: [] }]);
    assert.deepEqual(read(undefined), []);
  });
  it('is not taken for empty if it cannot be read', () => {
    assert.equal(parseNames('{'), undefined);
    assert.equal(parseNames('[]'), undefined);
    assert.equal(parseNames('\n'), NO_NAMES);
  });
  it('is merged name by name with what others wrote', () => {
    const names = (...known: readonly (readonly [string, ...string[]])[]): FolderNames =>
      known.reduce((all, [name, ...aliases]) => withKnown(all, { name, aliases }), NO_NAMES);
    const base = names(['Ann', 'A'], ['Bo', 'B']);
    const table: readonly (readonly [mine: FolderNames, theirs: FolderNames, expected: FolderNames])[] = [
      [
        names(['Ann', 'A'], ['Bo', 'B'], ['Cy']),
        names(['Ann', 'A'], ['Bo', 'B'], ['Di']),
        names(['Ann', 'A'], ['Bo', 'B'], ['Di'], ['Cy']),
      ],
      [names(['Ann', 'A']), base, names(['Ann', 'A'])],
      [
        names(['Ann', 'A', 'Anna'], ['Bo', 'B']),
        names(['Ann', 'A', 'Annie'], ['Bo', 'B']),
        names(['Ann', 'A', 'Anna', 'Annie'], ['Bo', 'B']),
      ],
      [names(['Ann', 'A'], ['Bo', 'Bob']), names(['Ann', 'A']), names(['Ann', 'A'], ['Bo', 'Bob'])],
      [withIgnored(base, 'x'), withIgnored(base, 'y'), withIgnored(withIgnored(base, 'x'), 'y')],
    ];
    for (const [mine, theirs, expected] of table) {
      assert.equal(renderNames(mergeNames({ base, mine, theirs })), renderNames(expected));
    }
    const ignored = withIgnored(base, 'x');
    assert.deepEqual(mergeNames({ base: ignored, mine: base, theirs: withIgnored(ignored, 'y') }).ignored, ['y']);
  });
});
