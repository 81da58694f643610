/**
 * How often notes find their text again after random edits: ours against Hypothesis' published rules, on our own
 * articles. `npm run bench:anchoring [-- --articles 20 --scripts 200 --from heldBack|others --wrong 0]`; `--wrong N`
 * shows the first N notes that ours put in a wrong place or left for attention.
 */
import { parseArgs } from 'node:util';
import type { Span } from '../../src/core/model.ts';
import type { Selectors } from '../../src/core/notes/annotation.ts';
import { describe } from '../../src/core/notes/describe.ts';
import { matchAll } from '../../src/core/notes/match.ts';
import { type PlainText, plainText } from '../../src/core/notes/plain.ts';
import { isHeldBack } from '../../src/training/markup.ts';
import { corpusArticles } from '../support/corpus.ts';
import { edited, type Random, random } from './anchoring/edits.ts';
import { hypothesis } from './anchoring/hypothesis.ts';
import { type Tracked, tracked, type Whereabouts, whereabouts } from './anchoring/tracked.ts';

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '20' },
    scripts: { type: 'string', default: '200' },
    from: { type: 'string', default: 'heldBack' },
    wrong: { type: 'string', default: '0' },
  },
});

type Outcome = 'right' | 'edges off' | 'wrong place' | 'left for attention';
type Matcher = (text: PlainText, wanted: readonly Selectors[]) => readonly (Span | undefined)[];
type Counts = Map<Outcome, number>;

const MATCHERS: Readonly<Record<string, Matcher>> = {
  'Article Lens': (text, wanted) =>
    matchAll(text, wanted).map((place) => (place.how === 'attention' ? undefined : place)),
  'Article Lens, each note by itself': (text, wanted) =>
    wanted.map((selectors) => {
      const [place] = matchAll(text, [selectors]);
      return place?.how === 'attention' ? undefined : place;
    }),
  "Hypothesis' rules": (text, wanted) => wanted.map((selectors) => hypothesis(text, selectors)),
};

/** Notes on one article: as many as a diligent reader writes. */
const NOTES = 24;

const articles = chosen(Number(options.articles));
const results = new Map(Object.keys(MATCHERS).map((name) => [name, { exists: counts(), gone: counts(), ms: 0 }]));
let shown = Number(options.wrong);
let notes = 0;
for (const [a, article] of articles.entries()) {
  const original = tracked(article);
  const other = articles[(a + 1) % articles.length]!;
  const pick = random(a);
  const spans = Array.from({ length: NOTES }, () => anySpan(article, pick));
  const wanted = spans.map((span) => describe(plainText(article), span));
  for (let script = 0; script < Number(options.scripts); script++) {
    const now = edited(original, other, random(1000 * a + script + 1));
    const truth = spans.map((span) => whereabouts(now, span));
    const text = plainText(now.text);
    notes += spans.length;
    for (const [name, matcher] of Object.entries(MATCHERS)) {
      const result = results.get(name)!;
      const started = performance.now();
      const places = matcher(text, wanted);
      result.ms += performance.now() - started;
      for (const [i, place] of places.entries()) {
        const outcome = judge(truth[i]!, place);
        const table = truth[i]!.state === 'gone' ? result.gone : result.exists;
        table.set(outcome, table.get(outcome)! + 1);
        if (name === 'Article Lens') show({ outcome, truth: truth[i]!, place, note: wanted[i]!, now });
      }
    }
  }
}
report();

function chosen(count: number): readonly string[] {
  const all = corpusArticles().filter(({ id }) => isHeldBack(id) === (options.from === 'heldBack'));
  const every = Math.floor(all.length / count);
  return all
    .filter((_, i) => i % every === 0)
    .slice(0, count)
    .map(({ text }) => text);
}

/** What readers mark: a word, a phrase, a sentence, some lines. */
function anySpan(text: string, random: Random): Span {
  const patterns = [/\S+/g, /\p{L}+/gu, /\S+(?: \S+){1,5}/g, /[^\s.][^.\n]*\./g, /\S.*/g, /\S.*\n+.*\S/g];
  const found = [...text.matchAll(patterns[random(patterns.length)]!)];
  const { index, 0: words } = found[random(found.length)]!;
  return { start: index, end: index + words.length };
}

function judge({ state, left, hull }: Whereabouts, place: Span | undefined): Outcome {
  if (!place) return 'left for attention';
  if (!left.some((offset) => offset >= place.start && offset < place.end)) return 'wrong place';
  const shared = Math.min(hull.end, place.end) - Math.max(hull.start, place.start);
  const both = Math.max(hull.end, place.end) - Math.min(hull.start, place.start);
  return state !== 'exists' || shared * 2 >= both ? 'right' : 'edges off';
}

interface Shown {
  readonly outcome: Outcome;
  readonly truth: Whereabouts;
  readonly place: Span | undefined;
  readonly note: Selectors;
  readonly now: Tracked;
}

function show({ outcome, truth, place, note, now }: Shown): void {
  if (shown <= 0 || outcome === 'right' || (truth.state === 'gone' && !place)) return;
  shown--;
  const cut = ({ start, end }: Span) =>
    `${now.text.slice(Math.max(0, start - 32), start)}[${now.text.slice(start, end)}]${now.text.slice(end, end + 32)}`;
  const { prefix, exact, suffix } = note.quote;
  console.log(`--- ${outcome}, ${truth.state}`);
  console.log(`was  ${prefix}[${exact}]${suffix}`);
  console.log(`is   ${truth.left.length > 0 ? cut(truth.hull) : 'nowhere'}`);
  if (place) console.log(`put  ${cut(place)}`);
}

function counts(): Counts {
  return new Map<Outcome, number>([
    ['right', 0],
    ['edges off', 0],
    ['wrong place', 0],
    ['left for attention', 0],
  ]);
}

function report(): void {
  const scripts = Number(options.scripts);
  console.log(`${articles.length} articles × ${scripts} edit scripts × ${NOTES} notes = ${notes} notes\n`);
  for (const state of ['exists', 'gone'] as const) {
    const head = state === 'exists' ? 'the text still exists' : 'less than half of the text is left';
    console.log(
      `| ${head} | notes | right | edges off | wrong place | left for attention |\n| --- | --- | --- | --- | --- | --- |`,
    );
    for (const [name, result] of results) {
      const all = [...result[state].values()].reduce((a, b) => a + b, 0);
      const cells = [...result[state].values()].map((count) => `${((100 * count) / all).toFixed(2)} %`);
      console.log(`| ${name} | ${all} | ${cells.join(' | ')} |`);
    }
    console.log('');
  }
  for (const [name, { ms }] of results) console.log(`${name}: ${(ms / notes).toFixed(3)} ms a note`);
}
