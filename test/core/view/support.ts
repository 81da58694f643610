import assert from 'node:assert/strict';
import type { Analysis, Entity, Label, Quote, Section, Span, Speaker } from '../../../src/core/model.ts';

interface Marked {
  /**
   * The text with what was found in it: `{q putin|“…”}` a quote of the entity whose name ends with the word, or of
   * nobody (`{q -|“…”}`), `{f …}` a fragment, `{t …}` a term; `{PERSON putin|Vladimir Putin}` a name, `{he putin|he}`
   * a pronoun; `{h 1|Title}` a heading with its level, `{b|…}` boilerplate. A `+` after the speaker joins the quote to the
   * statement before.
   */
  readonly marked: string;
}

interface Article {
  readonly text: string;
  readonly analysis: Analysis;
}

/** An article with exactly the findings that are marked in it. */
export function article({ marked }: Marked): Article {
  const { text, marks } = unmark(marked);
  const entities = entitiesOf(marks, text);
  const headings = marks.filter(({ kind }) => kind === 'h');
  const analysis: Analysis = {
    version: 0,
    language: 'en',
    boilerplate: marks.filter(({ kind }) => kind === 'b').map(({ span }) => ({ ...span, kind: 'prompt' })),
    sections: headings.map((heading, i) => sectionOf(heading, headings.slice(i + 1), text)),
    quotes: quotesOf(marks, entities),
    entities,
    words: text.split(/\s+/).length,
  };
  return { text, analysis };
}

/** Where `words` first stand in the text. */
export function offsetOf(text: string, words: string): number {
  const offset = text.indexOf(words);
  assert.ok(offset >= 0, `“${words}” is not in the text`);
  return offset;
}

interface Mark {
  readonly kind: string;
  readonly argument: string;
  readonly span: Span;
}

function unmark(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: { kind: string; argument: string; span: { start: number; end: number } }[] = [];
  const open: (typeof marks)[number][] = [];
  let text = '';
  for (const [token, kind, argument = ''] of marked.matchAll(/\{([\w-]+) ?([^|{}]*)\||\}|[^{}]/g)) {
    if (kind) {
      const mark = { kind, argument, span: { start: text.length, end: 0 } };
      marks.push(mark);
      open.push(mark);
    } else if (token === '}') {
      const mark = open.pop();
      if (mark) mark.span.end = text.length;
    } else text += token;
  }
  return { text, marks };
}

function entitiesOf(marks: readonly Mark[], text: string): readonly Entity[] {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    if (!/^[A-Z]+$/.test(mark.kind) && mark.kind !== 'he') continue;
    groups.set(mark.argument, [...(groups.get(mark.argument) ?? []), mark]);
  }
  return [...groups].map(([key, group]) => {
    const names = group.filter(({ kind }) => kind !== 'he').map(({ span }) => text.slice(span.start, span.end));
    const name = names.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
    const label = (group.find(({ kind }) => kind !== 'he')?.kind ?? 'PERSON') as Label;
    return {
      id: `${label.toLowerCase()}:${key}`,
      label,
      name,
      aliases: [...new Set(names)].filter((one) => one !== name),
      mentions: group.map(({ span, kind }) => ({
        ...span,
        kind: kind === 'he' ? ('pronoun' as const) : ('name' as const),
      })),
    };
  });
}

function quotesOf(marks: readonly Mark[], entities: readonly Entity[]): readonly Quote[] {
  const kinds: Readonly<Record<string, Quote['kind']>> = { q: 'direct', f: 'fragment', t: 'term', i: 'indirect' };
  let statement = -1;
  return marks.flatMap(({ kind, argument, span }) => {
    const quoteKind = kinds[kind];
    if (!quoteKind) return [];
    if (!argument.endsWith('+')) statement++;
    const entity = entities.find(({ id }) => id.endsWith(`:${argument.replace('+', '')}`));
    const speaker: Speaker | undefined = entity && { name: entity.name, entity: entity.id, via: 'name', confidence: 1 };
    const content = { start: span.start + 1, end: span.end - 1 };
    return [{ ...span, kind: quoteKind, content, statement, ...(speaker && { speaker }) }];
  });
}

function sectionOf({ argument, span }: Mark, later: readonly Mark[], text: string): Section {
  const level = Number(argument);
  const end = later.find((heading) => Number(heading.argument) <= level)?.span.start ?? text.length;
  const words = text.slice(span.end, end).split(/\s+/).filter(Boolean).length;
  const title = text.slice(span.start, span.end);
  return { start: span.start, end, title, level, heading: span, origin: 'heading', keywords: [], words };
}
