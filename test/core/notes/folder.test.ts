import assert from 'node:assert/strict';
import { NO_NAMES, parseNames, renderNames, withIgnored, withKnown } from '../../../src/core/notes/folder.ts';

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
  it('is not taken for empty if it cannot be read', () => {
    assert.equal(parseNames('{'), undefined);
    assert.equal(parseNames('[]'), undefined);
    assert.equal(parseNames('\n'), NO_NAMES);
  });
});
