import assert from 'node:assert/strict';
import { createCache } from '../../../src/core/pipeline/cache.ts';
import { findLayout } from '../../../src/core/pipeline/layout.ts';
import { findQuotes } from '../../../src/core/pipeline/quotes.ts';
import { findSpeakers } from '../../../src/core/pipeline/speakers.ts';
import { run } from '../../../src/core/pipeline/steps.ts';
import { parseNamed } from './named.ts';

/**
 * Finds what is reported without marks in a text whose names are marked as in {@link parseNamed}, each expected as
 * 'speaker (cue): words', the parts of a statement with ' … ' between them.
 */
function check(marked: string, ...expected: readonly string[]) {
  it(marked.replaceAll('\n', ' ¶ '), () => {
    const found = spokenIn(marked, true).filter(({ kind }) => kind === 'indirect');
    const statements = [...new Set(found.map(({ statement }) => statement))].map((number) => {
      const parts = found.filter(({ statement }) => statement === number);
      return `${parts[0]!.speaker} (${parts[0]!.cue}): ${parts.map(({ words }) => words).join(' … ')}`;
    });
    assert.deepEqual(statements, expected);
  });
}

function spokenIn(marked: string, indirect: boolean) {
  const { text, entities } = parseNamed(marked);
  const cache = createCache();
  const layout = { ...run(findLayout(text, cache)), language: 'en' };
  const quotes = run(findQuotes(text, layout));
  const found = run(findSpeakers({ text, layout, quotes, entities, cache, indirect })).quotes;
  return found.map(({ kind, start, end, statement, cue, speaker }) => ({
    kind,
    statement,
    words: text.slice(start, end),
    cue: cue ? text.slice(cue.start, cue.end) : 'no cue',
    speaker: speaker?.name ?? 'nobody',
  }));
}

describe('indirect quotes', () => {
  describe('behind a verb of saying', () => {
    check('[Lena Ortiz] said that the bridge was safe.', 'Lena Ortiz (said): the bridge was safe');
    check('[Lena Ortiz] said the bridge was safe.', 'Lena Ortiz (said): the bridge was safe');
    check('[Lena Ortiz] says she will run again.', 'Lena Ortiz (says): she will run again');
    check('[Ortiz] told reporters on Monday that the toll would rise.', 'Ortiz (told): the toll would rise');
    check('[Ortiz] told the [ORG:Star] the toll would rise.', 'Ortiz (told): the toll would rise');
    check('[Ortiz] warned drivers that the ramp was icy.', 'Ortiz (warned): the ramp was icy');
    check('[Ortiz] claimed the count was wrong.', 'Ortiz (claimed): the count was wrong');
    check('[Ortiz] argued that nobody had been asked.', 'Ortiz (argued): nobody had been asked');
    check('In a statement, the [ORG:Bank] said it had lost $3 million.', 'Bank (said): it had lost $3 million');
    check('The [ORG:Bank] said in a statement that it had lost money.', 'Bank (said): it had lost money');
    check('The [ORG:Bank] said in a statement it had lost money.', 'Bank (said): it had lost money');
    check('The court ruled that the law was void.', 'The court (ruled): the law was void');
    check(
      '[Lena Ortiz] said the plan was “a ‘sad’ plan and ‘late’. Nobody in the town had ever asked for it, not even once',
      'Lena Ortiz (said): the plan was “a ‘sad’ plan and ‘late’. Nobody in the town had ever asked for it, not even once',
    );
    check('Officials said only two lanes were open.', 'Officials (said): only two lanes were open');
    check('[Ortiz] said that was a mistake.', 'Ortiz (said): that was a mistake');
    check(
      'A spokesman for the port said crews were on strike.',
      'A spokesman for the port (said): crews were on strike',
    );
  });

  describe('finds the subject', () => {
    check('[Dana Cole], 34, a nurse, said she was tired of waiting.', 'Dana Cole (said): she was tired of waiting');
    check('The owner, [Ivo Didi], said the last call came at noon.', 'Ivo Didi (said): the last call came at noon');
    check(
      '[PLACE:LIMA], [PLACE:Peru] – Ten ships sank, the head of the port, [Ivo Didi], said.',
      'Ivo Didi (said): Ten ships sank',
    );
    check('Two ships sank in March, said Agriculture Officer [Ivo Didi].', 'Ivo Didi (said): Two ships sank in March');
    check('[Ivo Didi], who came by bus, said he had paid for it.', 'Ivo Didi (said): he had paid for it');
    check('The [ORG:Agency] ([ORG:NA]) said it was ready to pay.', 'Agency (said): it was ready to pay');
    check('[Eva Brandt] was calm. She said the train had come.', 'Eva Brandt (said): the train had come');
    check('[Anna Petrova] and [Boris Novak] said they would vote.', 'Anna Petrova (said): they would vote');
    check(
      '[Lena Ortiz] said the bridge was safe and added that it would open in May.',
      'Lena Ortiz (said): the bridge was safe',
      'Lena Ortiz (added): it would open in May',
    );
    check(
      '[Lena Ortiz] said the bridge was safe, adding that it would open in May.',
      'Lena Ortiz (said): the bridge was safe',
      'Lena Ortiz (adding): it would open in May',
    );
    check(
      '[Ortiz] said the bridge was safe, but [Novak] said it had cracks.',
      'Ortiz (said): the bridge was safe',
      'Novak (said): it had cracks',
    );
  });

  describe('before it or around it', () => {
    check('The bridge was safe, [Lena Ortiz] said.', 'Lena Ortiz (said): The bridge was safe');
    check('The bridge was safe, said [Lena Ortiz].', 'Lena Ortiz (said): The bridge was safe');
    check('The bridge was safe, [Ortiz] said on Monday.', 'Ortiz (said): The bridge was safe');
    check('The bridge was safe, [Ortiz] told the [ORG:Star].', 'Ortiz (told): The bridge was safe');
    check('The bridge, [Ortiz] said, was safe.', 'Ortiz (said): The bridge … was safe');
    check('The bridge was safe, [Ortiz] said, citing a report.', 'Ortiz (said): The bridge was safe');
    check('[PLACE:LIMA], [PLACE:Peru] — Two ships sank, the navy said Friday.', 'the navy (said): Two ships sank');
    check('Two ships sank, it was announced on Friday.', 'nobody (announced): Two ships sank');
    check('It was announced that the school would close.', 'nobody (announced): the school would close');
    check(
      'It was announced by the council that the school would close.',
      'the council (announced): the school would close',
    );
  });

  describe('by according to', () => {
    check('According to [Lena Ortiz], the bridge is safe.', 'Lena Ortiz (According to): the bridge is safe');
    check(
      'According to the envoy of Peru to Chile [Ivo Didi], the talks went on.',
      'Ivo Didi (According to): the talks went on',
    );
    check('The bridge is safe, according to the report.', 'the report (according to): The bridge is safe');
    check('Prices rose 5% in May, according to the [ORG:Bank].', 'Bank (according to): Prices rose 5% in May');
    check('All went according to plan.');
    check(
      'According to the mayor’s aide, [Ivo Didi], deputy for the north, there were boats at sea.',
      'Ivo Didi (According to): there were boats at sea',
    );
  });

  describe('beside marks', () => {
    check(
      '[Ortiz] said the plan of the council was “a disgrace.”',
      'Ortiz (said): the plan of the council was “a disgrace.”',
    );
    check('[Ortiz] said that “the plan is a disgrace.”');
    check('[Ortiz] said it was “a disgrace”.');
    check('“We will rebuild the bridge,” [Ortiz] said.');
    check('[Ortiz] said the budget was “stable,” citing a report.', 'Ortiz (said): the budget was “stable,”');
    check('[Ortiz] said the bill was late and criticized the bank.', 'Ortiz (said): the bill was late');
    check('“We will,” [Ortiz] said. She said the work had begun.', 'Ortiz (said): the work had begun');
  });

  describe('not where nothing is reported', () => {
    check('[Ortiz] did not say that the bridge was safe.');
    check('[Ortiz] didn’t say the bridge was safe.');
    check('[Ortiz] declined to say that the bridge was safe.');
    check('[Ortiz] would say that the bridge was safe.');
    check('If [Ortiz] said that the bridge was safe, it was not on Monday.');
    check('What she said was that.');
    check('Did [Ortiz] say that the bridge was safe?');
    check('Nobody said that the bridge was safe.');
    check('[Ortiz] announced the start of a plan to ask whether voters would like a bridge.');
    check('The [ORG:Star] has learned that according to [Ortiz] it was late.');
    check('[Ortiz] rejected claims that the bridge was safe.');
    check('[Ortiz] denied that the bridge was safe.');
    check('[Ortiz] is said to be rich, that is to say, comfortable.');
    check('[Ortiz] said nothing of the bridge.');
    check('[Ortiz] said so in a letter to the council.');
    check('Mr [Ortiz] said this at a meeting on Friday.');
    check('A car reported stolen in May was found in the river.');
  });

  it('change nothing of the quotes in marks', () => {
    const text =
      '[Eva Brandt] met [Ivo Didi]. He said the train was late. “We waited,” she said. [Novak] said it was “cold.” “And wet,” he said.';
    const marked = spokenIn(text, false);
    const same = spokenIn(text, true).filter(({ kind }) => kind !== 'indirect');
    assert.equal(marked.length, 3);
    assert.deepEqual(same, marked);
  });

  it('are none in other languages', () => {
    const text = 'Der Minister said that Brücke was safe, sagte er.';
    const cache = createCache();
    const layout = { ...run(findLayout(text, cache)), language: 'de' };
    const input = { text, layout, quotes: [], entities: [], cache, indirect: true };
    assert.deepEqual(run(findSpeakers(input)).quotes, []);
  });
});
