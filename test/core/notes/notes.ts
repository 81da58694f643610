import { type Annotation, createNote, type Selectors } from '../../../src/core/notes/annotation.ts';

/** Selectors of 'the words' at a position. */
export function selectors(start: number): Selectors {
  return {
    quote: { type: 'TextQuoteSelector', exact: 'the words', prefix: 'before ', suffix: ' after' },
    position: { type: 'TextPositionSelector', start, end: start + 9 },
  };
}

/** A note made at a fixed time. */
export function note(id: string, text: string, start: number, tags: readonly string[] = []): Annotation {
  return createNote({ id, created: '2026-01-02T03:04:05Z', selectors: selectors(start) }, { comments: [text], tags });
}
