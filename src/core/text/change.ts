import type { Analysis, Boilerplate, Entity, Quote, Section, Span, Speaker } from '../model.ts';

/** An edit: the text in `start`..`end` gave way to `length` new UTF-16 code units. */
export interface TextChange extends Span {
  readonly length: number;
}

/**
 * Where a span lies after an edit, by the rule VS Code applies to decorations that do not grow at their edges: text
 * put in at an edge stays outside, text put in between the edges widens the span. `undefined` if nothing is left of it.
 */
export function mapSpan(span: Span, change: TextChange): Span | undefined {
  return mapThrough(span, [change]);
}

/** {@link mapSpan} for each of the spans through one edit after the other; those of which nothing is left are left out. */
export function mapSpans(spans: readonly Span[], changes: readonly TextChange[]): readonly Span[] {
  return changes.length === 0 ? spans : mapEach(spans, (span) => mapThrough(span, changes));
}

/** Moves every span of an analysis through one edit after the other, in the order given. Lost findings are left out. */
export function mapAnalysis(analysis: Analysis, changes: readonly TextChange[]): Analysis {
  const { headline, ...rest } = analysis;
  const moved = headline && mapThrough(headline, changes);
  return {
    ...rest,
    ...(moved && { headline: moved }),
    boilerplate: mapEach(analysis.boilerplate, (found) => mapBoilerplate(found, changes)),
    sections: mapEach(analysis.sections, (found) => mapSection(found, changes)),
    quotes: mapEach(analysis.quotes, (found) => mapQuote(found, changes)),
    entities: mapEach(analysis.entities, (found) => mapEntity(found, changes)),
  };
}

/**
 * Adds an edit to those that came before it, as part of the last one where it can be: typing on and deleting backwards
 * make one edit of many, so that a long run of keys costs no more than a single one.
 */
export function addChange(changes: TextChange[], change: TextChange): void {
  const last = changes.at(-1);
  const merged = last && mergeChanges(last, change);
  if (merged) changes.pop();
  changes.push(merged ?? change);
}

/** Edits, made at once by replacing all or by many cursors, after which it is quicker to begin anew than to follow them. */
export const MOST_EDITS = 500;

/** One edit that moves spans as `last` and, right after it, `next` do; `undefined` if none does. */
function mergeChanges(last: TextChange, next: TextChange): TextChange | undefined {
  const typed = last.start === last.end && next.start === next.end && next.start === last.start + last.length;
  if (typed) return { ...last, length: last.length + next.length };
  const deleted = last.length === 0 && next.length === 0 && next.end === last.start;
  return deleted ? { start: next.start, end: last.end, length: 0 } : undefined;
}

/** The span itself where nothing moves. */
function mapThrough(span: Span, changes: readonly TextChange[]): Span | undefined {
  let { start, end } = span;
  for (const change of changes) {
    if (end <= change.start) continue;
    start = mapStart(start, change);
    end = mapEnd(end, change);
    if (start >= end) return undefined;
  }
  return start === span.start && end === span.end ? span : { start, end };
}

function mapBoilerplate(boilerplate: Boilerplate, changes: readonly TextChange[]): Boilerplate | undefined {
  const moved = mapThrough(boilerplate, changes);
  return moved === boilerplate ? boilerplate : moved && { ...boilerplate, ...moved };
}

function mapSection(section: Section, changes: readonly TextChange[]): Section | undefined {
  const { heading, gist, ...rest } = section;
  const moved = mapThrough(section, changes);
  if (moved === section) return section;
  const movedHeading = heading && mapThrough(heading, changes);
  const movedGist = gist && mapThrough(gist, changes);
  return (
    moved && {
      ...rest,
      ...moved,
      ...(movedHeading && { heading: movedHeading }),
      ...(movedGist && { gist: movedGist }),
    }
  );
}

function mapQuote(quote: Quote, changes: readonly TextChange[]): Quote | undefined {
  const moved = mapThrough(quote, changes);
  const content = mapThrough(quote.content, changes);
  if (!moved || !content) return undefined;
  const { cue, speaker, ...rest } = quote;
  const movedCue = cue && mapThrough(cue, changes);
  const movedSpeaker = speaker && mapSpeaker(speaker, changes);
  // A cue may stand after the quote, so only a quote whose every part stayed where it was is kept as it is.
  if (moved === quote && movedCue === cue && movedSpeaker === speaker) return quote;
  return {
    ...rest,
    start: moved.start,
    end: moved.end,
    content,
    ...(movedCue && { cue: movedCue }),
    ...(movedSpeaker && { speaker: movedSpeaker }),
  };
}

function mapSpeaker(speaker: Speaker, changes: readonly TextChange[]): Speaker {
  if (!speaker.mention) return speaker;
  const mention = mapThrough(speaker.mention, changes);
  if (mention === speaker.mention) return speaker;
  const { mention: _lost, ...rest } = speaker;
  return mention ? { ...rest, mention } : rest;
}

function mapEntity(entity: Entity, changes: readonly TextChange[]): Entity | undefined {
  const mentions = mapEach(entity.mentions, (mention) => {
    const moved = mapThrough(mention, changes);
    return moved && (moved === mention ? mention : { start: moved.start, end: moved.end, kind: mention.kind });
  });
  if (mentions === entity.mentions) return entity;
  return mentions.length > 0 ? { ...entity, mentions } : undefined;
}

/** The list itself if `map` left every member as it was, so that an unchanged entity costs no memory. */
function mapEach<T>(list: readonly T[], map: (member: T) => T | undefined): readonly T[] {
  let changed = false;
  const mapped: T[] = [];
  for (const member of list) {
    const result = map(member);
    if (result !== member) changed = true;
    if (result !== undefined) mapped.push(result);
  }
  return changed ? mapped : list;
}

function mapStart(offset: number, change: TextChange): number {
  const removed = change.end - change.start;
  const common = Math.min(removed, change.length);
  if (offset < change.start || (offset === change.start && removed > 0)) return offset;
  if (offset < change.start + common) return offset;
  if (offset === change.start + common && common > 0 && removed > change.length) return offset;
  return offset <= change.end ? change.start + change.length : offset + change.length - removed;
}

function mapEnd(offset: number, change: TextChange): number {
  const removed = change.end - change.start;
  if (offset <= change.start + Math.min(removed, change.length)) return offset;
  return offset <= change.end ? change.start + change.length : offset + change.length - removed;
}
