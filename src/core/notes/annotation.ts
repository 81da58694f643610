import { asList, isObject, type Json, type JsonObject } from './json.ts';

/**
 * A W3C Web Annotation as it stands in the file: plain JSON of which we read what we know and keep the rest.
 * https://www.w3.org/TR/annotation-model/
 */
export interface Annotation extends JsonObject {
  /** An IRI that never changes: 'urn:uuid:…'. */
  readonly id: string;
  readonly type: 'Annotation';
}

/** The words themselves with what stands around them. All with LF line ends. */
export interface TextQuoteSelector extends JsonObject {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Where the words stood, in Unicode code points of the text with LF line ends. */
export interface TextPositionSelector extends JsonObject {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** What finds an annotation's text again. */
export interface Selectors extends JsonObject {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
}

/** What a reader writes into a note. */
export interface NoteContent {
  /** One, as a rule; more where two versions were merged. */
  readonly comments: readonly string[];
  readonly tags: readonly string[];
}

export interface NewAnnotation {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** Name of the author, if known. */
  readonly creator?: string | undefined;
  readonly selectors: Selectors;
}

/** A new note on a text. */
export function createNote(to: NewAnnotation, content: NoteContent): Annotation {
  return withContent(createAnnotation(to, { motivation: 'commenting' }), content, to.created);
}

/** A new annotation with the given properties of its own. */
export function createAnnotation(to: NewAnnotation, properties: JsonObject): Annotation {
  const { id, created, creator, selectors } = to;
  const target = { selector: [selectors.quote, selectors.position] };
  const author = creator ? { creator: { type: 'Person', name: creator } } : {};
  return { id, type: 'Annotation', ...author, created, ...properties, target };
}

/** The note's text: its comments, one below the other if two people wrote at the same time. */
export function textOf(annotation: Annotation): string {
  return commentsOf(annotation).join('\n\n');
}

/** Each comment of the note; more than one where two versions were merged or a colleague's program added one. */
export function commentsOf(annotation: Annotation): string[] {
  return asList(annotation.body)
    .filter(isComment)
    .map((body) => body.value);
}

/** The note's tags in their order, each once. */
export function tagsOf(annotation: Annotation): string[] {
  const tags = asList(annotation.body).filter(isTag);
  return [...new Set(tags.map((body) => body.value))];
}

/** The author's name; empty if none is given. */
export function creatorOf(annotation: Annotation): string {
  const creator = asList(annotation.creator)[0];
  const name = isObject(creator) ? creator.name : creator;
  return typeof name === 'string' ? name : '';
}

/** The note with other comments and tags; whatever else it has in its body stays. */
export function withContent(annotation: Annotation, content: NoteContent, modified: string): Annotation {
  const old = asList(annotation.body);
  const renew = (purpose: string, kept: readonly Json[], values: readonly string[]): Json[] =>
    values.map((value, i) => ({ type: 'TextualBody', purpose, ...(kept[i] as JsonObject | undefined), value }));
  const comments = renew('commenting', old.filter(isComment), content.comments);
  const tags = [...new Set(content.tags)].map(
    (value) => old.find((body) => isTag(body) && body.value === value) ?? renew('tagging', [], [value])[0]!,
  );
  const others = old.filter((body) => !isTag(body) && !isComment(body));
  return { ...annotation, modified, body: [...comments, ...tags, ...others] };
}

/** Key of our own state of a note: 'resolved', or absent while it is open. */
const STATUS = 'lens:status';

export function isResolved(annotation: Annotation): boolean {
  return annotation[STATUS] === 'resolved';
}

export function withResolved(annotation: Annotation, resolved: 'resolved' | 'open', modified: string): Annotation {
  const { [STATUS]: _, ...open } = annotation;
  const changed = { ...open, id: annotation.id, type: annotation.type, modified };
  return resolved === 'resolved' ? { ...changed, [STATUS]: 'resolved' } : changed;
}

/** What finds the annotation's text; `undefined` if it has no quote selector. Without a position it starts at 0. */
export function selectorsOf(annotation: Annotation): Selectors | undefined {
  const all = asList(targetOf(annotation)?.selector).filter(isObject);
  const quote = all.find((selector) => selector.type === 'TextQuoteSelector' && typeof selector.exact === 'string');
  if (!quote) return undefined;
  const position = all.find((selector) => selector.type === 'TextPositionSelector');
  const start = typeof position?.start === 'number' ? position.start : 0;
  const end = typeof position?.end === 'number' ? position.end : start + [...String(quote.exact)].length;
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: String(quote.exact),
      prefix: typeof quote.prefix === 'string' ? quote.prefix : '',
      suffix: typeof quote.suffix === 'string' ? quote.suffix : '',
    },
    position: { type: 'TextPositionSelector', start, end },
  };
}

/** The annotation with other selectors of our two types; selectors of other types and their own fields stay. */
export function withSelectors(annotation: Annotation, { quote, position }: Selectors): Annotation {
  return withTarget(annotation, (target) => {
    const old = asList(target.selector);
    const fresh: Json[] = [quote, position].map((selector) => ({
      ...(old.find((o) => isObject(o) && o.type === selector.type) as JsonObject | undefined),
      ...selector,
    }));
    const others = old.filter((o) => !isObject(o) || (o.type !== quote.type && o.type !== position.type));
    return { ...target, selector: [...fresh, ...others] };
  });
}

/** The annotation with the article it is about, as a reference from the file it stands in. */
export function withSource(annotation: Annotation, source: string): Annotation {
  return withTarget(annotation, (target) => ({ ...target, source }));
}

function withTarget(annotation: Annotation, change: (target: JsonObject) => JsonObject): Annotation {
  const old = targetOf(annotation);
  const fresh = change(old ?? {});
  const { target } = annotation;
  return { ...annotation, target: Array.isArray(target) ? target.map((one) => (one === old ? fresh : one)) : fresh };
}

function targetOf(annotation: Annotation): JsonObject | undefined {
  return asList(annotation.target).find(isObject);
}

type TextualBody = JsonObject & { readonly value: string };

function isTag(body: Json): body is TextualBody {
  return isObject(body) && body.purpose === 'tagging' && typeof body.value === 'string';
}

function isComment(body: Json): body is TextualBody {
  if (!isObject(body) || body.type !== 'TextualBody' || typeof body.value !== 'string') return false;
  return body.purpose === 'commenting' || body.purpose === undefined;
}
