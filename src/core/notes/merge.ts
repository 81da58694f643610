import type { Annotation } from './annotation.ts';
import { asList, canonical, type Json, type JsonObject, sameJson } from './json.ts';

export interface Versions<T> {
  /** What both sides started from. */
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

/**
 * Joins two versions of a file's annotations by id. What only one side changed is as that side has it; what one side
 * deleted and the other changed stays; where both wrote a comment or set tags, both are kept. The same whichever side
 * is called mine, so that two windows that merge each other's writing end with the same file.
 */
export function merge({ base, mine, theirs }: Versions<readonly Annotation[]>): Annotation[] {
  const [old, left, right] = [base, mine, theirs].map(byId) as [ById, ById, ById];
  const ids = new Set([...right.keys(), ...left.keys()]);
  return [...ids].flatMap((id) => mergeOne({ base: old.get(id), mine: left.get(id), theirs: right.get(id) }) ?? []);
}

/** Annotations with the same id made one, with the comments and tags of both. */
export function mergeTwins(annotations: readonly Annotation[]): Annotation[] {
  const merged = new Map<string, Annotation>();
  for (const annotation of annotations) {
    const twin = merged.get(annotation.id);
    merged.set(annotation.id, twin ? mergeBoth({ id: twin.id, type: twin.type }, twin, annotation) : annotation);
  }
  return [...merged.values()];
}

/** Adds what an interrupted save left behind: annotations the file lacks or has in an older version. Deletes nothing. */
export function recover(file: readonly Annotation[], left: readonly Annotation[]): Annotation[] {
  const recovered = byId(file);
  for (const annotation of left) {
    const kept = recovered.get(annotation.id);
    if (!kept || timeOf(annotation) > timeOf(kept)) recovered.set(annotation.id, annotation);
  }
  return [...recovered.values()];
}

type ById = Map<string, Annotation>;

function byId(annotations: readonly Annotation[]): ById {
  return new Map(annotations.map((annotation) => [annotation.id, annotation]));
}

function mergeOne({ base, mine, theirs }: Versions<Annotation | undefined>): Annotation | undefined {
  if (sameJson(mine, base)) return theirs;
  if (sameJson(theirs, base) || !theirs) return mine;
  return mine ? mergeBoth(base ?? { id: mine.id, type: mine.type }, mine, theirs) : theirs;
}

/** Property by property; where both changed one, the later annotation has it, except that lists of bodies are joined. */
function mergeBoth(base: JsonObject, mine: Annotation, theirs: Annotation): Annotation {
  const [later, earlier] = inOrder(mine, theirs);
  const merged: Record<string, Json | undefined> = {};
  for (const key of new Set([...Object.keys(later), ...Object.keys(earlier)])) {
    const both = { base: base[key], mine: later[key], theirs: earlier[key] };
    const value = key === 'body' ? mergeBodies(both) : mergeValue(both);
    if (value !== undefined) merged[key] = value;
  }
  return { ...merged, id: mine.id, type: mine.type };
}

function mergeValue({ base, mine, theirs }: Versions<Json | undefined>): Json | undefined {
  return sameJson(mine, base) ? theirs : mine;
}

/** The later side's bodies and those the earlier one added, without those it took away. */
function mergeBodies(versions: Versions<Json | undefined>): Json {
  const [base, later, earlier] = [versions.base, versions.mine, versions.theirs].map(
    (bodies) => new Map(asList(bodies).map((body) => [canonical(body), body])),
  ) as [Map<string, Json>, Map<string, Json>, Map<string, Json>];
  const kept = [...later].filter(([key]) => earlier.has(key) || !base.has(key));
  const added = [...earlier].filter(([key]) => !later.has(key) && !base.has(key));
  return [...kept, ...added].map(([, body]) => body);
}

function inOrder(a: Annotation, b: Annotation): [later: Annotation, earlier: Annotation] {
  const difference = timeOf(a) - timeOf(b);
  return difference > 0 || (difference === 0 && canonical(a) >= canonical(b)) ? [a, b] : [b, a];
}

/** When it was last changed, in milliseconds; 0 if unknown. */
function timeOf({ modified, created }: Annotation): number {
  const time = Date.parse(String(modified ?? created));
  return Number.isNaN(time) ? 0 : time;
}
