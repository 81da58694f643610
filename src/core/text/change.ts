import type { Analysis, Boilerplate, Entity, Quote, Section, Span } from '../model.ts';

/** An edit: the text in `start`..`end` gave way to `length` new UTF-16 code units. */
export interface TextChange extends Span {
  readonly length: number;
}

/**
 * Where a span lies after an edit, by the rule VS Code applies to decorations that do not grow at their edges: text
 * put in at an edge stays outside, text put in between the edges widens the span. `undefined` if nothing is left of it.
 */
export function mapSpan(span: Span, change: TextChange): Span | undefined {
  const start = mapStart(span.start, change);
  const end = mapEnd(span.end, change);
  if (start === span.start && end === span.end) return span;
  return start < end ? { start, end } : undefined;
}

/** Moves every span of an analysis through one edit after the other, in the order given. Lost findings are left out. */
export function mapAnalysis(analysis: Analysis, changes: readonly TextChange[]): Analysis {
  return changes.reduce(mapThrough, analysis);
}

function mapThrough(analysis: Analysis, change: TextChange): Analysis {
  const { headline, ...rest } = analysis;
  const moved = headline && mapSpan(headline, change);
  return {
    ...rest,
    ...(moved && { headline: moved }),
    boilerplate: mapEach(analysis.boilerplate, (found) => mapBoilerplate(found, change)),
    sections: mapEach(analysis.sections, (found) => mapSection(found, change)),
    quotes: mapEach(analysis.quotes, (found) => mapQuote(found, change)),
    entities: mapEach(analysis.entities, (found) => mapEntity(found, change)),
  };
}

function mapBoilerplate(boilerplate: Boilerplate, change: TextChange): Boilerplate | undefined {
  if (boilerplate.end <= change.start) return boilerplate;
  const moved = mapSpan(boilerplate, change);
  return moved && { ...boilerplate, ...moved };
}

function mapSection(section: Section, change: TextChange): Section | undefined {
  if (section.end <= change.start) return section;
  const { heading, gist, ...rest } = section;
  const moved = mapSpan(section, change);
  const movedHeading = heading && mapSpan(heading, change);
  const movedGist = gist && mapSpan(gist, change);
  return (
    moved && {
      ...rest,
      ...moved,
      ...(movedHeading && { heading: movedHeading }),
      ...(movedGist && { gist: movedGist }),
    }
  );
}

function mapQuote(quote: Quote, change: TextChange): Quote | undefined {
  const moved = mapSpan(quote, change);
  const content = mapSpan(quote.content, change);
  if (!moved || !content) return undefined;
  const { cue, speaker, ...rest } = quote;
  const movedCue = cue && mapSpan(cue, change);
  const movedSpeaker = speaker && mapSpeaker(speaker, change);
  // A cue may stand after the quote, so only a quote whose every part stayed where it was is kept as it is.
  if (moved === quote && movedCue === cue && movedSpeaker === speaker) return quote;
  return {
    ...rest,
    ...moved,
    content,
    ...(movedCue && { cue: movedCue }),
    ...(movedSpeaker && { speaker: movedSpeaker }),
  };
}

function mapSpeaker(speaker: NonNullable<Quote['speaker']>, change: TextChange): NonNullable<Quote['speaker']> {
  if (!speaker.mention) return speaker;
  const mention = mapSpan(speaker.mention, change);
  if (mention === speaker.mention) return speaker;
  const { mention: _lost, ...rest } = speaker;
  return mention ? { ...rest, mention } : rest;
}

function mapEntity(entity: Entity, change: TextChange): Entity | undefined {
  const mentions = mapEach(entity.mentions, (mention) => {
    const moved = mapSpan(mention, change);
    return moved && (moved === mention ? mention : { ...moved, kind: mention.kind });
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
