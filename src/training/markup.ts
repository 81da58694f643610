/**
 * Reads articles with inline markup and gives their plain text with gold annotations.
 *
 * A file holds articles, each opened by a line `=== id`. The rest is the article, line for line, with this markup:
 * - `[P.ortiz:Lena Ortiz]` an entity mention. P person, O organisation, L place, N nationality, religious or political
 *   group, E event, W work or law, R product. After the dot: the entity's key in this article.
 * - `<q id=1 s=ortiz k=direct>“…”</q>` a quote with its marks; s = key of the speaker's entity, or a role in quotes
 *   (`s="a spokesman"`), or none; k = direct or fragment. Parts of one split statement share the id. (Across the line
 *   end of a hard-wrapped text: closed and opened again with the same id.)
 * - `<q id=101 s=ortiz k=indirect>…</q>` a clause that is reported without marks, alone: without 'that' and without who
 *   says it. Quotes in marks may stand in it. An article with one of these has them all annotated.
 * - `<q id=201 s=ortiz k=block>…</q>` a paragraph of an answer in an interview, without its label.
 * - `<by q=1>she</by>`, `<cue q=1>said</cue>` the words that name the speaker, and those that report; once per quote id.
 * - `<x why=title>“…”</x>` other words in quotation marks (title, scare, term, nickname)
 * and a first token on lines that are not running prose: #H headline, #S section heading, #D dateline or byline,
 * #B boilerplate, #C caption, #L list item. Everything else is a paragraph.
 */
import type { Span } from '../core/model.ts';

export interface GoldQuote extends Span {
  readonly kind: 'direct' | 'fragment' | 'indirect' | 'block';
  readonly statement: number;
  /** The fullest name of the speaker in the article, or a role; `undefined` if nobody is named. */
  readonly speaker: string | undefined;
  readonly mention: Span | undefined;
  readonly cue: Span | undefined;
}

export interface GoldEntity extends Span {
  readonly type: 'PERSON' | 'ORG' | 'PLACE' | 'NORP' | 'EVENT' | 'WORK' | 'PRODUCT';
  /** Mentions with the same key are the same entity; without one, mentions with the same words are. */
  readonly key: string | undefined;
}

export type LineRole = 'headline' | 'heading' | 'byline' | 'boilerplate' | 'caption' | 'list';

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  /** The quotes in marks. */
  readonly quotes: readonly GoldQuote[];
  /** What is reported without marks; annotated in some of the articles, in the others empty. */
  readonly indirect: readonly GoldQuote[];
  /** The answers of interviews, paragraph by paragraph. */
  readonly answers: readonly GoldQuote[];
  /** Words in quotation marks that nobody says, with the reason. */
  readonly terms: readonly (Span & { readonly why: string })[];
  readonly entities: readonly GoldEntity[];
  /** Lines that are not running prose. */
  readonly lines: readonly (Span & { readonly role: LineRole })[];
}

/** Whether training leaves the article out so that figures can be taken on it: every seventh. */
export function isHeldBack(id: string): boolean {
  return Number(/\d+$/.exec(id)?.[0]) % 7 === 0;
}

/** The articles of a file, in order. Throws with the article's id and line if the markup is wrong. */
export function parseFile(source: string): GoldArticle[] {
  const parts = source.replaceAll('\r\n', '\n').split(/^=== *(\S+) *$\n?/m);
  const articles: GoldArticle[] = [];
  for (let i = 1; i < parts.length; i += 2) articles.push(parseArticle(parts[i]!, parts[i + 1]!.replace(/\n+$/, '')));
  return articles;
}

/** One article with inline markup. Throws with the id and line if the markup is wrong. */
export function parseArticle(id: string, marked: string): GoldArticle {
  const draft: Draft = { text: '', entities: [], quotes: [], terms: [], lines: [], by: new Map(), cues: new Map() };
  for (const [i, line] of marked.split('\n').entries()) {
    if (i > 0) draft.text += '\n';
    parseLine(draft, line, (why) => new Error(`${id}, line ${i + 1}: ${why}: ${line.slice(0, 90)}`));
  }
  const all = joinWrapped(draft.text, draft.quotes).map(
    ({ start, end, kind, statement, key }): GoldQuote => ({
      start,
      end,
      kind,
      statement,
      speaker: key === 'none' ? undefined : (longestName(draft, key) ?? key),
      mention: draft.by.get(statement),
      cue: draft.cues.get(statement),
    }),
  );
  const { text, terms, entities, lines } = draft;
  const quotes = all.filter(({ kind }) => kind === 'direct' || kind === 'fragment');
  const indirect = all.filter(({ kind }) => kind === 'indirect');
  const answers = all.filter(({ kind }) => kind === 'block');
  return { id, text, quotes, indirect, answers, terms, entities, lines };
}

const TYPES: Record<string, GoldEntity['type']> = {
  P: 'PERSON',
  O: 'ORG',
  L: 'PLACE',
  N: 'NORP',
  E: 'EVENT',
  W: 'WORK',
  R: 'PRODUCT',
};
const ROLES: Record<string, LineRole> = {
  H: 'headline',
  S: 'heading',
  D: 'byline',
  B: 'boilerplate',
  C: 'caption',
  L: 'list',
};
const OTHER_KINDS = ['fragment', 'indirect', 'block'] as const;
const TOKEN = /\[([POLNEWR])(?:\.([\w-]+))?:|\]|<(q|by|cue|x)((?:\s+\w+=(?:"[^"]*"|[^\s>"]+))*)\s*>|<\/(q|by|cue|x)>/g;

type DraftQuote = Span & { kind: GoldQuote['kind']; statement: number; key: string };
type Open = { tag: string; start: number; type?: GoldEntity['type']; key?: string; attributes: Record<string, string> };
interface Draft {
  text: string;
  entities: GoldEntity[];
  quotes: DraftQuote[];
  terms: (Span & { why: string })[];
  lines: (Span & { role: LineRole })[];
  by: Map<number, Span>;
  cues: Map<number, Span>;
}

function parseLine(draft: Draft, raw: string, wrong: (why: string) => Error): void {
  const role = /^#([HSDBCL]) /.exec(raw)?.[1];
  const line = role ? raw.slice(3) : raw;
  const lineStart = draft.text.length;
  const open: Open[] = [];
  let at = 0;
  for (const token of line.matchAll(TOKEN)) {
    draft.text += line.slice(at, token.index);
    at = token.index + token[0].length;
    const [whole, type, key, tag, attributes = '', closing] = token;
    const start = draft.text.length;
    if (type) open.push({ tag: 'entity', start, type: TYPES[type]!, ...(key && { key }), attributes: {} });
    else if (tag) open.push({ tag, start, attributes: parseAttributes(attributes) });
    else if (whole === ']' && !open.some((o) => o.tag === 'entity'))
      draft.text += ']'; // a bracket of the article's own
    else {
      const top = open.pop();
      if (!top || top.tag !== (closing ?? 'entity')) throw wrong(`'${whole}' closes ${top?.tag ?? 'nothing'}`);
      close(draft, top);
    }
  }
  draft.text += line.slice(at);
  if (open.length > 0) throw wrong(`${open.at(-1)?.tag} is not closed`);
  if (role && draft.text.length > lineStart) {
    draft.lines.push({ start: lineStart, end: draft.text.length, role: ROLES[role]! });
  }
}

function parseAttributes(source: string): Record<string, string> {
  return Object.fromEntries([...source.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)].map((m) => [m[1], m[2] ?? m[3]]));
}

function close(draft: Draft, { tag, start, type, key, attributes }: Open): void {
  const span = { start, end: draft.text.length };
  const statement = Number(attributes.id ?? attributes.q);
  if (tag === 'entity') draft.entities.push({ ...span, type: type!, key });
  else if (tag === 'x') draft.terms.push({ ...span, why: attributes.why ?? 'other' });
  else if (tag === 'q') {
    const kind = OTHER_KINDS.find((other) => other === attributes.k) ?? 'direct';
    draft.quotes.push({ ...span, kind, statement, key: attributes.s ?? 'none' });
  } else {
    const table = tag === 'by' ? draft.by : draft.cues;
    if (!table.has(statement)) table.set(statement, span);
  }
}

/** In a hard-wrapped article a quote that crosses a line end is written as two of one id: one quote again. */
function joinWrapped(text: string, quotes: readonly DraftQuote[]): DraftQuote[] {
  const joined: DraftQuote[] = [];
  for (const quote of quotes) {
    const last = joined.at(-1);
    const goesOn =
      last?.statement === quote.statement &&
      text.slice(last.end, quote.start) === '\n' &&
      !/[“„«"‘']/.test(text[quote.start]!);
    if (last && goesOn) joined[joined.length - 1] = { ...last, end: quote.end };
    else joined.push(quote);
  }
  return joined;
}

function longestName({ text, entities }: Draft, key: string): string | undefined {
  const names = entities.filter((entity) => entity.key === key).map((entity) => text.slice(entity.start, entity.end));
  return names.length === 0 ? undefined : names.reduce((a, b) => (b.length > a.length ? b : a));
}
