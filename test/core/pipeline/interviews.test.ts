import assert from 'node:assert/strict';
import { createCache } from '../../../src/core/pipeline/cache.ts';
import { findInterviews } from '../../../src/core/pipeline/interviews.ts';
import { findLayout } from '../../../src/core/pipeline/layout.ts';
import { run } from '../../../src/core/pipeline/steps.ts';
import { parseNamed } from './named.ts';

/**
 * Finds the answers in a text whose names are marked as in {@link parseNamed}, one paragraph a line, each expected as
 * 'number of the statement, speaker: first words'.
 */
function check(title: string, marked: string, expected: readonly string[]) {
  it(title, () => {
    const { text, entities } = parseNamed(marked);
    const layout = run(findLayout(text, createCache()));
    const quotes = run(findInterviews({ layout, entities, quotes: [] }));
    assert.deepEqual(
      quotes.map(({ start, end, statement, speaker }) => {
        const words = text.slice(start, end).split(/\s+/).slice(0, 3).join(' ');
        return `${statement}, ${speaker?.name ?? 'nobody'}: ${words}`;
      }),
      expected,
    );
  });
}

const INTRO = 'A gardener of many words\n\n[Edith Marsh] has kept the park of the town for thirty years.\n\n';

describe('findInterviews', () => {
  check(
    'reads answers behind Q and A, over paragraphs, for the person named before',
    `${INTRO}Q: When did you begin?\n\nA: In the spring of 1990. It rained.\n\nIt has rained since.\n\nQ: Do you mind?\n\nA: I like rain.`,
    ['0, Edith Marsh: In the spring', '0, Edith Marsh: It has rained', '1, Edith Marsh: I like rain.'],
  );
  check(
    'takes the byline’s person for nobody who answers',
    `A gardener of many words\n\nInterview by [Tom Hale]\n\n[Edith Marsh] has kept the park.\n\nQ: When did you begin?\n\nA: In the spring.\n\nQ: And now?\n\nA: Now I rest.`,
    ['0, Edith Marsh: In the spring.', '1, Edith Marsh: Now I rest.'],
  );
  check(
    'reads names in bold as labels, with surnames and initials, and leaves the one who asks out',
    `${INTRO}**[Tom Hale]:** When did you begin?\n\n**[Edith Marsh]:** In the spring of 1990, and I have never left it for a day.\n\n**Hale:** Do you mind rain?\n\n**Marsh:** I like rain, and the rain likes me, as you can see.\n\n**EM:** And snow.`,
    ['0, Edith Marsh: In the spring', '1, Edith Marsh: I like rain,', '2, Edith Marsh: And snow.'],
  );
  check(
    'takes a newspaper’s label for one that asks',
    `${INTRO}Daily Star: When did you begin?\n\n[Edith Marsh]: In the spring of 1990.\n\nDaily Star: They say it rained.\n\nMarsh: It did.`,
    ['0, Edith Marsh: In the spring', '1, Edith Marsh: It did.'],
  );
  check(
    'reads transcripts of several voices, also of roles',
    `Transcript of the council\n\n[Lena Ortiz]: The bridge is open.\n\n[Boris Novak]: It should not be.\n\nMayor: Order, please.\n\nNovak: I will be brief.`,
    [
      '0, Lena Ortiz: The bridge is',
      '1, Boris Novak: It should not',
      '2, Mayor: Order, please.',
      '3, Boris Novak: I will be',
    ],
  );
  check(
    'reads answers behind bold questions',
    `${INTRO}**When did you begin?**\n\nIn the spring. I was young.\n\n**Was it hard for you?**\n\nMy back says so.\n\nMy knees too.\n\n**Would you do it again?**\n\nI would.`,
    [
      '0, Edith Marsh: In the spring.',
      '1, Edith Marsh: My back says',
      '1, Edith Marsh: My knees too.',
      '2, Edith Marsh: I would.',
    ],
  );
  check(
    'reads answers behind questions on lines of their own',
    `${INTRO}When did you begin?\n\nIn the spring. I was young. But who was not?\n\nWas it hard for you?\n\nMy back says so.\n\nWould you do it again?\n\nI would.`,
    ['0, Edith Marsh: In the spring.', '1, Edith Marsh: My back says', '2, Edith Marsh: I would.'],
  );
  check('leaves quotes in marks alone', `${INTRO}Q: And now?\n\nA: “I rest.”\n\nQ: Why?\n\nA: I am tired.`, [
    '0, Edith Marsh: I am tired.',
  ]);
  check(
    'takes labels of other kinds for none',
    `${INTRO}Note: The park closes at six.\n\nUpdate: It closes at five.\n\nNote: Dogs stay out.\n\nPhoto: [Tom Hale]`,
    [],
  );
  check(
    'takes an explainer’s questions for headings',
    `${INTRO}What is being built?\n\nA wall of stone.\n\nWho pays for it?\n\nThe town does.\n\nWhen will it be done?\n\nIn May.`,
    [],
  );
  check('takes one label for no talk', `${INTRO}[Edith Marsh]: The park is open again.`, []);
});
