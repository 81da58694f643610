import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countStyles, type MarkStyle, pairMarks } from '../../../src/core/text/marks.ts';

function check(text: string, expected: readonly string[], style: MarkStyle = 'double') {
  it(text, () => {
    const { spans } = pairMarks(text, style);
    assert.deepEqual(
      spans.map((span) => text.slice(span.start, span.end)),
      expected,
    );
  });
}

describe('pairMarks', () => {
  describe('pairs marks of every kind', () => {
    check('“We left,” Reed said.', ['“We left,”']);
    check('"We left," Reed said. "It was late."', ['"We left,"', '"It was late."']);
    check("''We left,'' Mr. Reed said.", ["''We left,''"]);
    check("``We left,'' Mr. Reed said.", ["``We left,''"]);
    check('„We left,“ said Meyer.', ['„We left,“']);
    check('«We left,» said Meyer.', ['«We left,»']);
    check('« We left », said Meyer.', ['« We left »']);
    check('»We left«, said Meyer.', ['»We left«']);
    check('‹We left,› said Meyer.', ['‹We left,›']);
    check('「我们会上诉」 Petrova said.', ['「我们会上诉」']);
    check('Ortiz: ‘We are ready’ for the storm', ['‘We are ready’']);
    check("Ortiz: 'We are ready' for the storm", ["'We are ready'"]);
    check('He said ("We left") and (“go”).', ['"We left"', '“go”']);
  });

  describe('pairs marks typed wrong', () => {
    check('“We left," Reed said.', ['“We left,"']);
    check('"We left,” Reed said.', ['"We left,”']);
    check('”We left,” Reed said.', ['”We left,”']);
    check('“We left,“ Reed said. “Late.“', ['“We left,“', '“Late.“']);
    check('For schools," For example, they vote". People went.', ['" For example, they vote"']);
    check('“We left, Reed said. “It was late,” he added.', ['“We left, Reed said.', '“It was late,”']);
    check('"We left, Reed said. "It was late," he added.', ['"We left, Reed said.', '"It was late,"']);
  });

  describe('leaves inner marks alone', () => {
    check('“He told me, ‘Go home,’ and I went,” Lind said.', ['“He told me, ‘Go home,’ and I went,”']);
    check('“The “smart” lamp broke,” Lind said.', ['“The “smart” lamp broke,”']);
    check('"The "smart" lamp broke," Lind said.', ['"The "smart" lamp broke,"']);
    check('“The "smart" lamp broke,” Lind said.', ['“The "smart" lamp broke,”']);
    check('‘He told me, “Go,” and I went,’ Lind said.', ['‘He told me, “Go,” and I went,’'], 'single');
  });

  describe('takes no apostrophe, measure or code for a quote', () => {
    check('The teachers’ union and the students’ parents don’t agree on the ’90s rules.', []);
    check("The teachers' union and rock 'n' roll in the '90s.", []);
    check('The 6\'2" guard took a 5" cut to the arm.', []);
    check('<a href="page.html" class="big">Read more</a>', []);
    check('‘We don’t want the parents’ money,’ said Tom.', ['‘We don’t want the parents’ money,’'], 'single');
    check('The parents’ house and the ‘smart’ lamp.', ['‘smart’']);
  });

  it('tells what is open at the end and closed at the start', () => {
    const opened = pairMarks('Reed said: “We left.', 'double');
    assert.deepEqual([opened.spans, opened.open?.start], [[], 11]);
    const closed = pairMarks('It was late,” Reed said.', 'double');
    assert.deepEqual([closed.spans, closed.close?.start], [[], 12]);
  });

  it('gives ordered spans inside any text', () => {
    const piece = fc.constantFrom('“', '”', '"', "'", '’', '‘', '«', '»', '‚', '„', ' ', 'a', 's', ',', '5', '=');
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom<MarkStyle>('double', 'single'), (pieces, style) => {
        const text = pieces.join('');
        let end = 0;
        for (const span of pairMarks(text, style).spans) {
          assert.ok(end <= span.start && span.start < span.content.start);
          assert.ok(span.content.start <= span.content.end && span.content.end <= span.end);
          end = span.end;
        }
        assert.ok(end <= text.length);
      }),
    );
  });
});

describe('countStyles', () => {
  it('counts marks after a stop', () => {
    assert.deepEqual(countStyles("‘Go,’ he said. 'Now.' “Never,” she said. ''No,'' I said."), { double: 2, single: 2 });
  });
});
