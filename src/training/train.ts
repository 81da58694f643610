/**
 * Trains what the extension has learned and writes it to media/: `npm run train -- --data DIR [part ...]`. DIR holds the
 * corpora (see CORPORA.md); without parts, all are trained. `headings-check`, `speakers-check`,
 * `speakers-worth` and `indirect-check` write nothing: they cross-validate, the third on a third and with groups of
 * features left out; nothing is fitted for indirect quotes and interviews.
 */
import { parseArgs } from 'node:util';
import { trainNames } from './entities/train.ts';
import { crossValidateHeadings, trainHeadingsPart } from './headings/main.ts';
import { trainGenders } from './speakers/genders.ts';
import {
  crossValidateSpeakers,
  measureAnswers,
  measureIndirect,
  measureSpeakers,
  trainSpeakersPart,
} from './speakers/main.ts';
import { trainTopicsPart } from './topics/main.ts';

/** What can be trained. `run` gets the folder of the corpora. */
const PARTS: readonly { readonly name: string; readonly run: (data: string) => void | Promise<void> }[] = [
  { name: 'entities', run: (data) => trainNames({ data }) },
  { name: 'genders', run: trainGenders },
  { name: 'speakers', run: trainSpeakersPart },
  { name: 'headings', run: trainHeadingsPart },
  { name: 'topics', run: trainTopicsPart },
];

const { values, positionals } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true });
if (!values.data) throw new Error('usage: npm run train -- --data DIR [part ...]');
for (const { name, run } of PARTS) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`== ${name}`);
  await run(values.data);
}
if (positionals.includes('headings-check')) crossValidateHeadings(values.data);
if (positionals.includes('speakers-check')) await crossValidateSpeakers(6);
if (positionals.includes('speakers-worth')) await measureSpeakers();
if (positionals.includes('indirect-check')) {
  measureIndirect();
  measureAnswers();
}
