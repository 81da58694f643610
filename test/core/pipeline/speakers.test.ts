import assert from 'node:assert/strict';
import { createCache } from '../../../src/core/pipeline/cache.ts';
import { findLayout } from '../../../src/core/pipeline/layout.ts';
import { findQuotes } from '../../../src/core/pipeline/quotes.ts';
import { findSpeakers } from '../../../src/core/pipeline/speakers.ts';
import { run } from '../../../src/core/pipeline/steps.ts';
import { parseNamed } from './named.ts';

/**
 * Finds the speakers of an article whose names are marked as in {@link parseNamed}. Each quote is expected as 'speaker < mention' or as its kind if nobody says it.
 */
function check(marked: string, expected: readonly string[]) {
  it(marked.replaceAll('\n', ' ¶ '), () => {
    const { text, entities } = parseNamed(marked);
    const cache = createCache();
    const layout = { ...run(findLayout(text, cache)), language: 'en' };
    const quotes = run(findQuotes(text, layout));
    const result = run(findSpeakers({ text, layout, quotes, entities, cache }));
    assert.deepEqual(
      result.quotes.map(({ kind, speaker }) => {
        if (kind === 'term') return kind;
        const mention = speaker?.mention && text.slice(speaker.mention.start, speaker.mention.end);
        return speaker ? `${speaker.name} < ${mention}` : 'nobody';
      }),
      expected,
    );
  });
}

describe('findSpeakers', () => {
  describe('finds a name by its place', () => {
    check('“We will rebuild the bridge,” said Mayor [Lena Ortiz].', ['Lena Ortiz < Lena Ortiz']);
    check('“We lost everything,” [Dana Cole], 34, a nurse from [PLACE:Springfield], [PLACE:Ohio], said on Friday.', [
      'Dana Cole < Dana Cole',
    ]);
    check('According to [Karim Nasser], the tax is “deeply unfair.”', ['Karim Nasser < Karim Nasser']);
    check('[Anna Petrova] tweeted: “Count every vote!”', ['Anna Petrova < Anna Petrova']);
    check('[Zubair “Oga” Lawal] said his players had stopped asking.\n\n“We train behind the goal,” he said.', [
      'term',
      'Zubair “Oga” Lawal < he',
    ]);
    check('“Yes,” said [Boris Novak]. “No,” said [Anna Petrova].', [
      'Boris Novak < Boris Novak',
      'Anna Petrova < Anna Petrova',
    ]);
    check('[Anna Petrova] said that she hopes voters “will not forget.”', ['Anna Petrova < Anna Petrova']);
  });

  describe('resolves pronouns and role phrases', () => {
    check('[Lena Ortiz] opened the meeting. “The bridge is safe,” she said.', ['Lena Ortiz < she']);
    check('“The talks failed,” a spokesman for the ministry told reporters.', [
      'a spokesman for the ministry < a spokesman for the ministry',
    ]);
  });

  describe('knows a role by what was said of someone', () => {
    check('Sen. [Karin Holm] met Dr. [Omar Haddad] on Monday. “It was short,” the senator said.', [
      'Karin Holm < the senator',
    ]);
    check(
      'Fish live between [Orrin] and the sea.\n\nWhen Dr. [Priya Raman] lowered her nets at the [Orrin] weir, she caught two boots. This spring she caught fish. “It was short,” the biologist said.',
      ['Priya Raman < the biologist'],
    );
    check('A monk, the Venerable [Ananda Perera], met [Omar Haddad]. “It was short,” the monk said.', [
      'Ananda Perera < the monk',
    ]);
    check('[Karin Holm] is a judge. [Omar Haddad] spoke first. “It was short,” the judge said.', [
      'Karin Holm < the judge',
    ]);
    check(
      'The deal was signed by [ORG:Larkspur Bank] and [ORG:Ministry of Works]. “It was short,” the ministry said.',
      ['Ministry of Works < the ministry'],
    );
    check('Governor vows to ‘fight on’\n\nGov. [Eleanor Whitcomb] spoke on Monday in [PLACE:Carlisle].', [
      'Eleanor Whitcomb < Governor',
    ]);
  });

  describe('knows that anyone may be meant by a word that tells little', () => {
    check('[Otto Lang], who runs a mill, came late. “It was short,” the 61-year-old said.', [
      'Otto Lang < the 61-year-old',
    ]);
    check('Rep. [Otto Lang], a [NORP:Democrat], came late. “It was short,” the [NORP:Democrat] said.', [
      'Otto Lang < Democrat',
    ]);
  });

  describe('takes a pronoun for whom the reference before it stands for', () => {
    check(
      'Mayor [Otto Lang] met Judge [Peter Holm] and Bishop [Martin Reed].\n\nThe mayor left at noon. “It was short,” he said.',
      ['Otto Lang < he'],
    );
    check(
      'Mayor [Otto Lang] met Judge [Peter Holm] and Bishop [Martin Reed].\n\nThe judge left at noon. “It was short,” he said.',
      ['Peter Holm < he'],
    );
  });

  describe('tells gender by what is said of someone', () => {
    check('[Robin Vale] came with her son, [Otis]. “It was short,” she said.', ['Robin Vale < she']);
  });

  describe('names nobody for a possessive alone', () => {
    check('Its view is that the road is “open and fair.”\n\nIt rained in [PLACE:Nether Wick].', ['nobody']);
  });

  describe('carries a speaker on', () => {
    check('“It was late,” [Ortiz] said. “Nobody saw the truck.”', ['Ortiz < Ortiz', 'Ortiz < Ortiz']);
    check('[Eva Brandt] said: “We waited for an hour.\n\n“Then the train came.”', [
      'Eva Brandt < Eva Brandt',
      'Eva Brandt < Eva Brandt',
    ]);
  });

  describe('gives a headline the speaker of its words', () => {
    check(
      'Bridge to open ‘tomorrow’\n\nThe word “tomorrow” is on every gate.\n\n“I would open it tomorrow,” [Boris Novak] said on Monday. “It has been ready since the spring.”',
      ['Boris Novak < Boris Novak', 'term', 'Boris Novak < Boris Novak', 'Boris Novak < Boris Novak'],
    );
  });

  describe('looks for a speaker up to the next full stop', () => {
    check('[Karin Holm] said, “We want to be heard”. [Omar Haddad] also said that he was there.', [
      'Karin Holm < Karin Holm',
    ]);
    check('[Karin Holm] said,\n\n“We want to be heard.” [Omar Haddad] said that he was there.', [
      'Karin Holm < Karin Holm',
    ]);
    check('The council met on Monday. “We want to be heard.” said [Omar Haddad].', ['Omar Haddad < Omar Haddad']);
  });

  describe('takes who reports for the speaker, not who is reported on', () => {
    check('[Omar Haddad] told reporters that [Karin Holm] had been “asleep at the wheel.”', [
      'Omar Haddad < Omar Haddad',
    ]);
    check('[Omar Haddad] dismissed the [Holm] letter as “garbage.”', ['Omar Haddad < Omar Haddad']);
  });

  describe('tells terms from words of someone', () => {
    check('[Robert] “Bobby” [Hale] won the race on Sunday.', ['term']);
    check('The word “liberty” appears nine times in the text.', ['term']);
  });

  describe('hears the same person again', () => {
    check(
      '[Vera Kohl] was ready to meet [Ivo Brandt] “anytime” in spring. “I will meet him anytime, anywhere,” [Kohl] said.',
      ['Vera Kohl < Vera Kohl', 'Vera Kohl < Kohl'],
    );
    check(
      '[Peter Lang] rejected claims that the fall of ex-President [Omar Haddad] was a defeat. “It is not,” he said.',
      ['Peter Lang < he'],
    );
    check('[Peter Lang] criticized the bank, labeling it the “main culprit” of the crisis.', [
      'Peter Lang < Peter Lang',
    ]);
  });

  describe('tells gender by the letters of a name', () => {
    check('[Ludmila Borzova] met [Bertrand Collier]. “We will see,” she said.', ['Ludmila Borzova < she']);
    check('[Bertrand Collier] met [Ludmila Borzova]. “We will see,” he said.', ['Bertrand Collier < he']);
  });

  describe('finds who introduces a quote of its own paragraph', () => {
    check('[Anna Petrova] met [Boris Novak] on Monday. Professor [Omar Haddad] commented,\n\n“Hope is not a plan.”', [
      'Omar Haddad < Omar Haddad',
    ]);
  });

  describe('reads a signature', () => {
    check('“A garden is a slow sort of gossip.” — [Edith Marsh], founder', ['Edith Marsh < Edith Marsh']);
    check('[Tom Hale] dug the park.\n\n> The roses were for whoever came by. — [Edith Marsh]', [
      'Edith Marsh < Edith Marsh',
    ]);
    check(
      '[Tom Hale] dug the park.\n\n> The roses were for whoever came by.\n\n— [Edith Marsh], gardener\n\nIt rained.',
      ['Edith Marsh < Edith Marsh'],
    );
    check('“We dug,” said [Tom Hale].\n\n> The roses were for whoever came by.\n> — [Edith Marsh]', [
      'Tom Hale < Tom Hale',
      'Edith Marsh < Edith Marsh',
    ]);
  });

  describe('takes the subject of a participle', () => {
    check('The council met, with one resident writing “We want the bus back.”', ['one resident < one resident']);
  });
});
