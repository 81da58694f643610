import type { BoilerplateKind, Span } from '../../model.ts';
import type { Cache } from '../cache.ts';
import type { Passage } from '../passage.ts';
import type { Steps } from '../steps.ts';
import type { Block, BlockRole } from './block.ts';
import { headingJudge } from './headings.ts';
import { UNDETERMINED } from './language.ts';
import { BOLD_LEVEL } from './markup.ts';
import type { Shape } from './shape.ts';
import type { TreeScorer } from './trees.ts';
import { stemsOf } from './words.ts';
import type { Paragraph } from './wrap.ts';

export interface RolesInput {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly passages: readonly Passage[];
  readonly shapes: readonly Shape[];
  /** The article's language. */
  readonly language: string;
  readonly cache: Cache;
  /** The learned classifier of lines without markup. */
  readonly score: TreeScorer;
}

/** Tells what each paragraph is in the article. */
export function* rolesOf(input: RolesInput): Steps<Block[]> {
  const blocks: Draft[] = [];
  const state: State = {
    fenced: false,
    headline: false,
    isHeading: headingJudge({ ...input, stems: stemsReader(input) }, input.score),
  };
  for (let i = 0; i < input.paragraphs.length; i++) {
    const draft = draftOf(input, i, state);
    const last = blocks.at(-1);
    if (draft.merge && last) blocks[blocks.length - 1] = joined(last, draft);
    else blocks.push(draft);
    yield;
  }
  return withLevels(input, blocks);
}

interface State {
  fenced: boolean;
  headline: boolean;
  /** Whether a line without certain markup is a heading. */
  readonly isHeading: (i: number) => boolean;
}

interface Draft extends Span {
  /** Absent for several paragraphs in one. */
  readonly passage?: Passage;
  readonly role: BlockRole;
  readonly words: number;
  readonly rank?: number;
  readonly title?: Span;
  readonly kind?: BoilerplateKind;
  readonly language?: string;
  /** Whether it goes on the block before it. */
  readonly merge?: boolean;
}

function joined({ passage: _, ...first }: Draft, { end, words }: Draft): Draft {
  return { ...first, end, words: first.words + words };
}

function draftOf(input: RolesInput, i: number, state: State): Draft {
  const { start, end } = input.paragraphs[i]!;
  const { words, markup, tongue: own } = input.shapes[i]!;
  const foreign = own !== UNDETERMINED && own !== input.language && input.language !== UNDETERMINED;
  const base = { start, end, passage: input.passages[i]!, words, ...(foreign && { language: own }) };
  if (markup?.kind === 'fence') state.fenced = !state.fenced;
  if (state.fenced || markup?.kind === 'fence' || markup?.kind === 'rule' || markup?.kind === 'table') {
    return { ...base, role: 'other' };
  }
  if (markup?.kind === 'underline') return { ...base, role: 'other', merge: isUnderline(input, i) };
  const heading = headingOf(input, i);
  if (heading && (heading.rank !== BOLD_LEVEL || state.isHeading(i))) {
    const role = state.headline ? 'heading' : 'headline';
    state.headline = true;
    return { ...base, role, ...heading };
  }
  const kind = boilerplateOf(input, i);
  if (!state.headline && !kind && isHeadline(input, i)) {
    state.headline = true;
    return { ...base, role: 'headline', title: { start, end } };
  }
  if (state.headline && state.isHeading(i)) {
    return { ...base, role: 'heading', rank: PLAIN_RANK, title: { start, end } };
  }
  if (kind) return { ...base, role: 'boilerplate', kind };
  state.headline = true;
  if (input.shapes[i]!.stamp) return { ...base, role: 'time', title: { start, end } };
  if (markup?.kind === 'quote') return { ...base, role: 'quote', merge: isQuoteContinued(input, i) };
  return { ...base, role: markup?.kind === 'list' ? 'list' : 'paragraph' };
}

const PLAIN_RANK = 6;

/** A heading told by its markup, or by the line of marks under it. */
function headingOf({ paragraphs, shapes }: RolesInput, i: number): Pick<Draft, 'rank' | 'title'> | undefined {
  const { start, end } = paragraphs[i]!;
  const { markup } = shapes[i]!;
  if (markup?.kind === 'heading') {
    return { rank: markup.level, title: { start: start + markup.title.start, end: start + markup.title.end } };
  }
  const under = shapes[i + 1]?.markup;
  if (markup || under?.kind !== 'underline' || !isUnderline({ paragraphs, shapes }, i + 1)) return undefined;
  return { rank: UNDERLINES.indexOf(under.mark) + 1 || UNDERLINES.length, title: { start, end } };
}

const UNDERLINES = '=-~^"';

/** Whether a line of marks underlines the short line right above it. */
function isUnderline({ paragraphs, shapes }: Pick<RolesInput, 'paragraphs' | 'shapes'>, i: number): boolean {
  const above = paragraphs[i - 1];
  const line = paragraphs[i]!;
  if (!above || line.gap > 0 || above.lines > 1 || shapes[i - 1]!.markup) return false;
  const length = above.end - above.start;
  return line.end - line.start >= 3 && length <= 120 && line.end - line.start <= 2 * length + 20;
}

function isQuoteContinued({ paragraphs, shapes }: RolesInput, i: number): boolean {
  return i > 0 && paragraphs[i]!.gap === 0 && shapes[i - 1]!.markup?.kind === 'quote';
}

/** Boilerplate by its words or, near the article's ends, by a language other than the article's. */
function boilerplateOf({ paragraphs, shapes, language }: RolesInput, i: number): BoilerplateKind | undefined {
  const { boilerplate, tongue, language: evidence } = shapes[i]!;
  const { start, end } = paragraphs[i]!;
  const nearEnd = i >= paragraphs.length - 8;
  const length = end - start;
  if (boilerplate && (length <= 120 || nearEnd || i < 6)) return boilerplate;
  if (!nearEnd || length > 200 || language === UNDETERMINED) return undefined;
  return tongue !== UNDETERMINED && tongue !== language && evidence.foreign ? 'prompt' : undefined;
}

/** The first line of an article, unless it is prose. */
function isHeadline({ text, paragraphs, shapes }: RolesInput, i: number): boolean {
  const { start, end, lines } = paragraphs[i]!;
  if (end - start > 250 || lines > 3 || !paragraphs[i + 1]) return false;
  const line = text.slice(start, end);
  return !/[.,;:]["”’)]*$/.test(line) && shapes[i]!.markup?.kind !== 'list';
}

/** Turns the ranks of headings into levels without holes, 1 for the topmost rank there is. */
function withLevels({ text, cache }: RolesInput, drafts: readonly Draft[]): Block[] {
  const ranks = [...new Set(drafts.flatMap(({ role, rank }) => (role === 'heading' && rank ? [rank] : [])))].sort(
    (a, b) => a - b,
  );
  return drafts.map(({ rank, merge: _, ...draft }) => {
    const block = { ...draft, passage: draft.passage ?? cache.joined(text.slice(draft.start, draft.end)) };
    return block.role === 'heading' ? { ...block, level: ranks.indexOf(rank ?? BOLD_LEVEL) + 1 || 1 } : block;
  });
}

/** The content words of a paragraph's opening. */
function stemsReader({ passages }: RolesInput): (i: number) => ReadonlySet<string> {
  const stemsIn = ({ text }: Passage) => new Set(stemsOf(text.slice(0, OPENING).replaceAll('\r\n', '\n')));
  return (i) => {
    const passage = passages[i];
    return passage ? passage.alone('stems', () => stemsIn(passage)) : NONE;
  };
}

const NONE: ReadonlySet<string> = new Set();

const OPENING = 800;
