import { commonEnds, type Ends } from '../../text/ends.ts';
import { type Lines, lineSteps } from '../../text/lines.ts';
import type { Cache } from '../cache.ts';
import type { Passage } from '../passage.ts';
import type { Steps } from '../steps.ts';
import type { LineFeatures } from './heading-line.ts';
import { type ArticleEvidence, createArticleEvidence, type LanguageEvidence } from './language.ts';
import { readParagraph } from './reading.ts';
import { readShape, type Shape } from './shape.ts';
import { type Paragraphs, paragraphSteps, unwrapped } from './wrap.ts';

/** A text cut into paragraphs, each read by itself. */
export interface ReadText {
  readonly paragraphs: Paragraphs;
  readonly passages: readonly Passage[];
  readonly shapes: readonly Shape[];
  /** What speaks for the article's language. */
  readonly evidence: ArticleEvidence;
  /** Features of the lines that may be headings, of those paragraphs that were read in this pass. */
  readonly features: ReadonlyMap<number, LineFeatures>;
  /** Whether the paragraphs are headings, as far as it is known: one of {@link Judged} each, to be filled in. */
  readonly judged: Uint8Array;
}

/** What is known of whether a paragraph is a heading. */
export const Judged = { not: 0, no: 1, yes: 2 } as const;

/** What is kept of a text until its next version is read. */
interface Kept extends Omit<ReadText, 'features'> {
  readonly text: string;
  readonly lines: Lines;
}

/**
 * Reads a text; only what changed since its last version is read anew. Of `judged` that is forgotten, too, which lies so
 * few paragraphs around the change.
 */
export function* readText(text: string, cache: Cache, reach: number): Steps<ReadText> {
  const before = cache.recall<Kept>('layout');
  const same = before ? commonEnds(before.text, text) : NOTHING;
  const lines = yield* lineSteps(text, before && { lines: before.lines, length: before.text.length, same });
  const paragraphs = yield* paragraphSteps(text, lines);
  const kept = before ? sameParagraphs(before, text, paragraphs, same) : NOTHING;
  const fresh = yield* readBetween({ text, paragraphs, before, kept, cache });
  // From here on in one step: an analysis that is abandoned leaves the cache as it was.
  const { evidence = createArticleEvidence() } = before ?? {};
  for (const { text } of without(before?.passages ?? [], kept))
    evidence.add(readParagraph(unwrapped(text)).language, -1);
  for (const language of fresh.languages) evidence.add(language, 1);
  const read = {
    paragraphs,
    passages: spliced(before?.passages ?? [], kept, fresh.passages),
    shapes: spliced(before?.shapes ?? [], kept, fresh.shapes),
    evidence,
    judged: stillJudged(before?.judged ?? NOT_JUDGED, paragraphs.count, kept, reach),
  };
  cache.keep('layout', { ...read, text, lines } satisfies Kept);
  return { ...read, features: fresh.features };
}

const NOTHING: Ends = { start: 0, end: 0 };
const NOT_JUDGED = new Uint8Array(0);

/** How many paragraphs at the start and at the end lie in what two versions have in common. */
function sameParagraphs(before: Kept, text: string, paragraphs: Paragraphs, same: Ends): Ends {
  const { paragraphs: old } = before;
  const moved = text.length - before.text.length;
  const areSame = (i: number, j: number, shift: number) =>
    old.starts[i]! + shift === paragraphs.starts[j] &&
    old.ends[i]! + shift === paragraphs.ends[j] &&
    old.gaps[i] === paragraphs.gaps[j] &&
    old.lines[i] === paragraphs.lines[j];
  const most = Math.min(old.count, paragraphs.count);
  let start = 0;
  while (start < most && old.ends[start]! <= same.start && areSame(start, start, 0)) start++;
  let end = 0;
  for (; end < most - start; end++) {
    const [i, j] = [old.count - 1 - end, paragraphs.count - 1 - end];
    if (old.starts[i]! < before.text.length - same.end || !areSame(i, j, moved)) break;
  }
  return { start, end };
}

interface Between {
  readonly text: string;
  readonly paragraphs: Paragraphs;
  readonly before: Kept | undefined;
  /** Paragraphs that are taken over. */
  readonly kept: Ends;
  readonly cache: Cache;
}

/** Reads the paragraphs that are not taken over; those that only moved are known by their text. */
function* readBetween({ text, paragraphs, before, kept, cache }: Between) {
  const known = new Map<string, Passage>();
  const first = kept.start;
  const old = before ? before.passages.length - kept.end : 0;
  for (let i = first; i < old; i++) known.set(before!.passages[i]!.text, before!.passages[i]!);
  const passages: Passage[] = [];
  const shapes: Shape[] = [];
  const languages: LanguageEvidence[] = [];
  const features = new Map<number, LineFeatures>();
  for (let i = first; i < paragraphs.count - kept.end; i++) {
    const own = text.slice(paragraphs.starts[i]!, paragraphs.ends[i]!);
    const earlier = known.get(own);
    const { shape, language, line } = readShape(unwrapped(own));
    passages.push(earlier ?? cache.passage(own));
    shapes.push(shape);
    languages.push(language);
    if (line) features.set(i, line);
    if ((i - first) % PAUSE === PAUSE - 1) yield;
  }
  return { passages, shapes, languages, features };
}

/** Paragraphs read in one step. */
const PAUSE = 16;

function without<T>(items: readonly T[], { start, end }: Ends): readonly T[] {
  return items.slice(start, items.length - end);
}

function spliced<T>(items: readonly T[], { start, end }: Ends, fresh: readonly T[]): readonly T[] {
  return items.slice(0, start).concat(fresh, items.slice(items.length - end));
}

function stillJudged(before: Uint8Array, count: number, kept: Ends, reach: number): Uint8Array {
  const judged = new Uint8Array(count);
  const start = Math.max(0, kept.start - reach);
  const end = Math.max(0, kept.end - reach);
  judged.set(before.subarray(0, start));
  judged.set(before.subarray(before.length - end), count - end);
  return judged;
}
