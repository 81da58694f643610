import assert from 'node:assert/strict';
import type { Analysis, Speaker } from '../../../src/core/model.ts';
import { hoverAt } from '../../../src/core/view/hover.ts';
import { english } from '../../../src/core/view/l10n.ts';
import { article, offsetOf } from './support.ts';

const { text, analysis } = article({
  marked: [
    '{h 1|The Bridge}',
    '{PERSON berg|Anna Berg} met {PERSON cole|Jim Cole} and the press on {DATE day|Monday}.',
    '{q berg|“It is late,”} {he berg|she} said of the bridge, which has been closed for the better part of a year now, and smiled.',
    '{q -|“Who knows?”}',
    '{h 1|{PERSON cole|COLE} Stays}',
    '{t -|“Art”}',
  ].join('\n'),
});

const hover = (words: string, of: Analysis = analysis) => hoverAt(of, text, offsetOf(text, words), english)[0];
const span = (words: string) => ({ start: offsetOf(text, words), end: offsetOf(text, words) + words.length });

describe('a hover’s reason for a speaker', () => {
  const check = (via: Speaker['via'], mention: string, cue: string | undefined, expected: string) =>
    it(expected, () => {
      const quotes = analysis.quotes.map((quote) => {
        const speaker = quote.speaker && { ...quote.speaker, via, ...(mention && { mention: span(mention) }) };
        return { ...quote, ...(speaker && { speaker }), ...(cue && { cue: span(cue) }) };
      });
      assert.equal(hover('“It is', { ...analysis, quotes })?.facts[0], expected);
    });

  check('pronoun', 'she', 'said', 'From the pronoun “she”: “she said”');
  check('noun', 'the press', undefined, 'From the words “the press”');
  check('noun', 'the press', 'the press', 'From the words “the press”');
  check('name', 'Anna Berg', 'met', 'From the name “Anna Berg”: “Anna Berg met”');
  check('name', 'Jim Cole', 'met', 'From the name “Jim Cole”: “met Jim Cole”');
  check('name', 'Anna Berg', 'smiled', 'From the name “Anna Berg”: “Anna Berg … smiled”');
  check('carried', 'she', 'said', 'Continues the statement above');
  check('name', '', 'said', 'Continues the statement above');
});

describe('a hover’s facts', () => {
  const check = (words: string, of: Partial<Analysis>, ...expected: string[]) =>
    it(expected.join(' | '), () => assert.deepEqual(hover(words, { ...analysis, ...of })?.facts, expected));

  check('“Who', {}, 'Section: The Bridge');
  check('“Who', { sections: [] });
  check('Jim', {}, '2 mentions', 'Also: COLE');
  check('Anna', {}, '1 mention by name, 1 by pronoun or description');
  const entities = analysis.entities.map((entity) => ({ ...entity, value: '2026-11-23', aliases: [] }));
  check('Monday', { entities }, '1 mention', 'Stands for 2026-11-23');
  check('COLE', { entities }, '2 mentions', 'Stands for 2026-11-23', 'Here: “COLE”');
  const unvalued = entities.map((entity) => ({ ...entity, value: entity.name }));
  check('Monday', { entities: unvalued }, '1 mention');
  check('The Bridge', {}, '34 words · 2 quotes');
  const sections = analysis.sections.map((section) => ({ ...section, keywords: ['bridge', 'year'] }));
  check('The Bridge', { sections }, '34 words · 2 quotes', 'About: bridge, year');
  check('Stays', {}, '1 word · 0 quotes');
});

describe('a hover’s actions', () => {
  const check = (words: string, expected: Readonly<Record<string, string>>) =>
    it(words, () => {
      const actions = hover(words)?.actions ?? [];
      assert.deepEqual(Object.fromEntries(actions.map(({ label, command }) => [label, command])), expected);
    });

  check('“It is', {
    'Previous by Speaker': 'previousQuoteBySpeaker',
    'Next by Speaker': 'nextQuoteBySpeaker',
    'Change Speaker…': 'changeSpeaker',
    'Not a Quote': 'notAQuote',
    'Copy as Citation': 'copyCitation',
  });
  check('Anna', {
    'Previous Mention': 'previousMention',
    'Next Mention': 'nextMention',
    'Change Type…': 'changeLabel',
    'Not an Entity': 'notAnEntity',
    'Rename…': 'renameEntity',
    'Merge…': 'mergeEntities',
  });
  check('The Bridge', {
    'Previous Section': 'previousSection',
    'Next Section': 'nextSection',
    'Copy Quotes': 'copyQuotesOfSection',
    'Not a Heading': 'notAHeading',
  });
});
