import type { BoilerplateKind, Span } from '../../model.ts';
import type { Cache } from '../cache.ts';
import type { Passage } from '../passage.ts';
import { pacer, type Steps } from '../steps.ts';
import type { Block, BlockRole } from './block.ts';
import { UNDETERMINED } from './language.ts';
import { BOLD_LEVEL } from './markup.ts';
import type { Shape } from './shape.ts';
import type { Paragraphs } from './wrap.ts';

export interface RolesInput {
  readonly text: string;
  readonly paragraphs: Paragraphs;
  readonly passages: readonly Passage[];
  readonly shapes: readonly Shape[];
  /** The article's language. */
  readonly language: string;
  readonly cache: Cache;
  /** Whether a line without certain markup is a heading. */
  readonly isHeading: (i: number) => boolean;
}

/** Tells what each paragraph is in the article. */
export function* rolesOf(input: RolesInput): Steps<readonly Block[]> {
  const drafts: Draft[] = [];
  const state: State = { fenced: false, headline: false };
  for (let i = 0; i < input.paragraphs.count; i++) {
    const role = roleOf(input, i, state);
    const last = drafts.at(-1);
    if (role.merge && last) extend(last, input, i);
    else drafts.push(draftOf(input, i, role));
    if (i % PAUSE === 0) yield;
  }
  return yield* withLevels(input, drafts);
}

/** So many paragraphs are told in one step: most take a microsecond, those judged as headings twenty. */
const PAUSE = 32;

/** So many blocks get their levels in one step; one that is joined from several counts as more. */
const LEVELLED = 4096;
const JOINED = 64;

interface State {
  fenced: boolean;
  headline: boolean;
}

interface Role {
  readonly role: BlockRole;
  /** For headings: lower ones stand above. */
  readonly rank?: number;
  readonly title?: Span;
  readonly kind?: BoilerplateKind;
  /** Whether it goes on the block before it. */
  readonly merge?: boolean;
}

/** A block that may still grow. */
interface Draft extends Block {
  end: number;
  words: number;
  level: number | undefined;
  passage: Passage;
  /** Whether it was joined from several paragraphs. */
  joined: boolean;
}

function draftOf({ paragraphs, passages, shapes, language }: RolesInput, i: number, role: Role): Draft {
  const { words, tongue } = shapes[i]!;
  const foreign = tongue !== language && tongue !== UNDETERMINED && language !== UNDETERMINED;
  return {
    start: paragraphs.starts[i]!,
    end: paragraphs.ends[i]!,
    passage: passages[i]!,
    role: role.role,
    level: role.rank,
    title: role.title,
    kind: role.kind,
    language: foreign ? tongue : undefined,
    words,
    joined: false,
  };
}

function extend(draft: Draft, { paragraphs, shapes }: RolesInput, i: number): void {
  draft.end = paragraphs.ends[i]!;
  draft.words += shapes[i]!.words;
  draft.joined = true;
}

function roleOf(input: RolesInput, i: number, state: State): Role {
  const { markup } = input.shapes[i]!;
  if (markup?.kind === 'fence') state.fenced = !state.fenced;
  if (state.fenced || markup?.kind === 'fence' || markup?.kind === 'rule' || markup?.kind === 'table') return OTHER;
  if (markup?.kind === 'underline') return isUnderline(input, i) ? UNDERLINE : OTHER;
  const heading = headingOf(input, i);
  if (heading && (heading.rank !== BOLD_LEVEL || input.isHeading(i))) {
    const role = state.headline ? 'heading' : 'headline';
    state.headline = true;
    return { role, ...heading };
  }
  const kind = boilerplateOf(input, i);
  if (!state.headline && !kind && isHeadline(input, i)) {
    state.headline = true;
    return { role: 'headline', title: spanOf(input, i) };
  }
  if (state.headline && input.isHeading(i)) return { role: 'heading', rank: PLAIN_RANK, title: spanOf(input, i) };
  if (kind) return { role: 'boilerplate', kind };
  state.headline = true;
  if (input.shapes[i]!.stamp) return { role: 'time', title: spanOf(input, i) };
  if (markup?.kind === 'quote') return isQuoteContinued(input, i) ? QUOTE_CONTINUED : QUOTE;
  return markup?.kind === 'list' ? LIST : PARAGRAPH;
}

const OTHER: Role = { role: 'other' };
const UNDERLINE: Role = { role: 'other', merge: true };
const QUOTE: Role = { role: 'quote' };
const QUOTE_CONTINUED: Role = { role: 'quote', merge: true };
const LIST: Role = { role: 'list' };
const PARAGRAPH: Role = { role: 'paragraph' };

function spanOf({ paragraphs }: RolesInput, i: number): Span {
  return { start: paragraphs.starts[i]!, end: paragraphs.ends[i]! };
}

const PLAIN_RANK = 6;

/** A heading told by its markup, or by the line of marks under it. */
function headingOf(input: RolesInput, i: number): Pick<Role, 'rank' | 'title'> | undefined {
  const { paragraphs, shapes } = input;
  const start = paragraphs.starts[i]!;
  const { markup } = shapes[i]!;
  if (markup?.kind === 'heading') {
    return { rank: markup.level, title: { start: start + markup.title.start, end: start + markup.title.end } };
  }
  const under = shapes[i + 1]?.markup;
  if (markup || under?.kind !== 'underline' || !isUnderline(input, i + 1)) return undefined;
  return { rank: UNDERLINES.indexOf(under.mark) + 1 || UNDERLINES.length, title: spanOf(input, i) };
}

const UNDERLINES = '=-~^"';

/** Whether a line of marks underlines the short line right above it. */
function isUnderline({ paragraphs, shapes }: RolesInput, i: number): boolean {
  const { starts, ends, gaps, lines } = paragraphs;
  if (i === 0 || gaps[i]! > 0 || lines[i - 1]! > 1 || shapes[i - 1]!.markup) return false;
  const above = ends[i - 1]! - starts[i - 1]!;
  const length = ends[i]! - starts[i]!;
  return length >= 3 && above <= 120 && length <= 2 * above + 20;
}

function isQuoteContinued({ paragraphs, shapes }: RolesInput, i: number): boolean {
  return i > 0 && paragraphs.gaps[i] === 0 && shapes[i - 1]!.markup?.kind === 'quote';
}

/** Boilerplate by its words or, near the article's ends, by a language other than the article's. */
function boilerplateOf({ paragraphs, shapes, language }: RolesInput, i: number): BoilerplateKind | undefined {
  const { boilerplate, tongue, foreign } = shapes[i]!;
  const nearEnd = i >= paragraphs.count - 8;
  const length = paragraphs.ends[i]! - paragraphs.starts[i]!;
  if (boilerplate && (length <= 120 || nearEnd || i < 6)) return boilerplate;
  if (!nearEnd || length > 200 || language === UNDETERMINED) return undefined;
  return tongue !== UNDETERMINED && tongue !== language && foreign ? 'prompt' : undefined;
}

/** The first line of an article, unless it is prose. */
function isHeadline({ text, paragraphs, shapes }: RolesInput, i: number): boolean {
  const [start, end] = [paragraphs.starts[i]!, paragraphs.ends[i]!];
  if (end - start > 250 || paragraphs.lines[i]! > 3 || i + 1 >= paragraphs.count) return false;
  const line = text.slice(start, end);
  return !/[.,;:]["”’)]*$/.test(line) && shapes[i]!.markup?.kind !== 'list';
}

/** Turns the ranks of headings into levels without holes, 1 for the topmost rank there is. */
function* withLevels({ text, cache }: RolesInput, drafts: readonly Draft[]): Steps<readonly Block[]> {
  const ranks = new Set<number>();
  for (const { role, level } of drafts) if (role === 'heading' && level) ranks.add(level);
  const sorted = [...ranks].sort((a, b) => a - b);
  const isDue = pacer(LEVELLED);
  yield;
  for (const draft of drafts) {
    if (draft.joined) draft.passage = cache.joined(text.slice(draft.start, draft.end));
    draft.level = draft.role === 'heading' ? sorted.indexOf(draft.level ?? BOLD_LEVEL) + 1 || 1 : undefined;
    if (isDue(draft.joined ? JOINED : 1)) yield;
  }
  return drafts;
}
