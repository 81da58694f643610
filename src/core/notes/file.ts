import { type Annotation, selectorsOf } from './annotation.ts';
import { salvage } from './damaged.ts';
import { asList, isObject, type Json, type JsonObject, sameJson, withKeyOrder } from './json.ts';
import { mergeTwins } from './merge.ts';

/** The notes of one article as they stand in its file: a W3C AnnotationPage in JSON-LD. */
export interface NotesFile {
  readonly annotations: readonly Annotation[];
  /** Records we cannot read; they stay in the file as they are. */
  readonly strange: readonly Json[];
  /** The page's own properties, known or not, without its items. */
  readonly page: JsonObject;
}

/** What was read, and what was wrong with it. */
export interface ParsedNotes extends NotesFile {
  /** `sound`; `damaged`: not JSON, what could be saved was; `newer`: made by a later version, not to be written. */
  readonly state: 'sound' | 'damaged' | 'newer';
  /** One line for each record that was set aside. */
  readonly faults: readonly string[];
}

/** Version of the file's own properties (`lens:…`); a file with a higher one is only read. */
const FORMAT = 1;

export const EMPTY_NOTES: NotesFile = { annotations: [], strange: [], page: {} };

/** Reads a notes file. Never throws: what cannot be read is set aside, record by record. */
export function parse(source: string): ParsedNotes {
  const text = source.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { ...EMPTY_NOTES, state: 'sound', faults: [] };
  const pages = readJson(text);
  if (pages) return fromPage(pages, 'sound', []);
  const { records, faults } = salvage(text);
  return fromPage({ items: records }, 'damaged', faults);
}

/** Writes a notes file: two-space JSON, LF, fixed order of keys, records by position and then id. */
export function render({ annotations, strange, page }: NotesFile): string {
  const sorted = annotations.map((annotation) => ({ annotation, at: positionOf(annotation) }));
  sorted.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || compare(a.annotation.id, b.annotation.id));
  const items = [...sorted.map(({ annotation }) => ordered(annotation)), ...strange];
  const head = { '@context': CONTEXT, type: 'AnnotationPage', 'lens:format': FORMAT, ...page };
  return `${JSON.stringify({ ...withKeyOrder(head, PAGE_KEYS), items }, null, 2)}\n`;
}

/** Whether both say the same, however they are laid out. */
export function sameNotes(a: NotesFile, b: NotesFile): boolean {
  const sorted = ({ annotations }: NotesFile) => [...annotations].sort((x, y) => compare(x.id, y.id));
  return sameJson(sorted(a), sorted(b)) && sameJson(a.strange, b.strange) && sameJson(a.page, b.page);
}

/** Whether the file says nothing at all, not even something that we do not know. */
export function isBlank({ annotations, strange, page }: NotesFile): boolean {
  return annotations.length === 0 && strange.length === 0 && Object.keys(page).every((key) => PAGE_KEYS.includes(key));
}

const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { lens: 'urn:article-lens:' }];
const PAGE_KEYS = ['@context', 'id', 'type', 'lens:format', 'lens:digest'];
const KEYS = [
  '@context',
  'id',
  'type',
  'motivation',
  'creator',
  'created',
  'modified',
  'lens:status',
  'body',
  'target',
];
const BODY_KEYS = ['type', 'purpose', 'format', 'language', 'value'];
const TARGET_KEYS = ['source', 'selector'];
const SELECTOR_KEYS = ['type', 'exact', 'prefix', 'suffix', 'start', 'end'];

function readJson(text: string): JsonObject | undefined {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function fromPage(source: JsonObject, state: 'sound' | 'damaged', faults: readonly string[]): ParsedNotes {
  const { items, ...page } = source;
  const annotations: Annotation[] = [];
  const strange: Json[] = [];
  const told = [...faults];
  for (const [i, record] of asList(items).entries()) {
    const fault = faultOf(record);
    if (fault) {
      strange.push(record);
      told.push(`record ${i + 1}: ${fault}`);
    } else annotations.push(record as Annotation);
  }
  const newer = typeof page['lens:format'] === 'number' && page['lens:format'] > FORMAT;
  return { annotations: mergeTwins(annotations), strange, page, state: newer ? 'newer' : state, faults: told };
}

function faultOf(record: Json): string | undefined {
  if (!isObject(record)) return 'not an object';
  if (typeof record.id !== 'string' || record.id === '') return 'no id';
  if (record.type !== 'Annotation') return 'not an annotation';
  return selectorsOf(record as Annotation) ? undefined : 'no text that it is about';
}

function positionOf(annotation: Annotation): { readonly start: number; readonly end: number } {
  return selectorsOf(annotation)?.position ?? { start: 0, end: 0 };
}

function ordered(annotation: Annotation): JsonObject {
  const { body, target } = annotation;
  const whole = withKeyOrder(annotation, KEYS);
  return {
    ...whole,
    ...(body !== undefined && { body: each(body, (part) => withKeyOrder(part, BODY_KEYS)) }),
    ...(target !== undefined && { target: each(target, orderedTarget) }),
  };
}

function orderedTarget(target: JsonObject): JsonObject {
  const { selector } = target;
  const whole = withKeyOrder(target, TARGET_KEYS);
  if (selector === undefined) return whole;
  return { ...whole, selector: each(selector, (part) => withKeyOrder(part, SELECTOR_KEYS)) };
}

/** Changes the objects of a value that is one or a list. */
function each(value: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((part: Json) => (isObject(part) ? change(part) : part));
  return isObject(value) ? change(value) : value;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
