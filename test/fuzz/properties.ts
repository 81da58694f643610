import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../src/core/model.ts';
import { analyze, analyzeSteps } from '../../src/core/pipeline/analyze.ts';
import { createCache } from '../../src/core/pipeline/cache.ts';
import type { NameModel } from '../../src/core/pipeline/mentions.ts';
import { faultsOf } from './soundness.ts';
import { anyText, applyEdit, type Edit, edits, excerpt, linedText, markedText, mutatedText, text } from './texts.ts';

/** What must hold for every text: `check` throws for one for which it does not. `names` is the model to analyse with. */
export interface Property<T = unknown> {
  readonly name: string;
  readonly arbitrary: fc.Arbitrary<T>;
  readonly check: (value: T, names: NameModel | undefined) => void;
}

/** Parts with blank lines between them, most of them prose. */
const longText = fc
  .array(fc.oneof({ weight: 8, arbitrary: mutatedText }, markedText, linedText), { minLength: 3, maxLength: 10 })
  .map((parts) => parts.join('\n\n'));

/** Edits made one after another; before each of `abandoned`, an analysis is begun and left after so many steps. */
interface Session {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly abandoned: readonly number[];
}

export const PROPERTIES = [
  property('an analysis is sound', text, (input, names) => {
    assert.deepEqual(faultsOf(input, analyze(input, { names, indirect: true })), []);
  }),
  property('the same text has the same analysis', text, (input, names) => {
    assert.equal(
      JSON.stringify(analyze(input, { names, indirect: true })),
      JSON.stringify(analyze(input, { names, indirect: true })),
    );
  }),
  property('CRLF and LF have the same findings', text, (input, names) => {
    const lines = input.replace(/\r\n?/g, '\n');
    const windows = lines.replaceAll('\n', '\r\n');
    assert.deepEqual(
      withoutReturns(windows, analyze(windows, { names, indirect: true })),
      plain(analyze(lines, { names, indirect: true })),
    );
  }),
  property(
    'text after a blank line leaves the quotes long before it alone',
    fc.tuple(longText, fc.oneof(anyText, markedText, linedText, excerpt)),
    ([before, after], names) => {
      const settled = longBeforeEnd(before);
      const spans = (whole: string) =>
        // What is told without marks hangs on names, and answers on whether all this is an interview: on these the whole
        // article has a say.
        analyze(whole, { names })
          .quotes.filter((quote) => quote.end <= settled && quote.kind !== 'block')
          .map((quote) => before.slice(quote.start, quote.end));
      assert.deepEqual(spans(`${before}\n\n${after}`), spans(before));
    },
  ),
  property(
    'the incremental analysis is the full one',
    fc.record({
      text: fc.oneof(
        text,
        fc.array(mutatedText, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('\n')),
      ),
      edits,
      abandoned: fc.array(fc.nat(20), { maxLength: 4 }),
    }),
    checkSession,
  ),
] as const;

function property<T>(name: string, arbitrary: fc.Arbitrary<T>, check: Property<T>['check']): Property {
  return { name, arbitrary, check: (value, names) => check(value as T, names) };
}

function checkSession({ text: first, edits: changes, abandoned }: Session, names: NameModel | undefined): void {
  const cache = createCache();
  let current = first;
  analyze(current, { cache, names, indirect: true });
  for (const [i, change] of changes.entries()) {
    current = applyEdit(current, change);
    const left = abandoned[i];
    if (left !== undefined) {
      const steps = analyzeSteps(current, { cache, names, indirect: true });
      for (let step = 0; step < left && !steps.next().done; step++);
      continue;
    }
    assert.deepEqual(
      plain(analyze(current, { cache, names, indirect: true })),
      plain(analyze(current, { names, indirect: true })),
    );
  }
  assert.deepEqual(
    plain(analyze(current, { cache, names, indirect: true })),
    plain(analyze(current, { names, indirect: true })),
  );
}

/** How far before the end of the text a quote is long before it: an article's habits can be seen in so much text. */
const LONG = 2000;

/** Where what is long before the end ends: {@link LONG} and two blank lines before it. */
function longBeforeEnd(before: string): number {
  const blanks = [...before.slice(0, -LONG).matchAll(/\n[^\S\n]*\n/g)].map((match) => match.index);
  return blanks.at(-2) ?? 0;
}

function plain(analysis: Analysis): unknown {
  return JSON.parse(JSON.stringify(analysis));
}

/** The analysis of a text with CRLF as if its line ends were LF. */
function withoutReturns(windows: string, analysis: Analysis): unknown {
  const before = new Uint32Array(windows.length + 1);
  for (let i = 0; i < windows.length; i++) before[i + 1] = before[i]! + (windows[i] === '\r' ? 1 : 0);
  return JSON.parse(JSON.stringify(analysis), (key, value) => {
    if (key === 'start' || key === 'end') return value - before[value]!;
    return typeof value === 'string' ? value.replaceAll('\r', '') : value;
  });
}
