import type { Quote, Span } from '../../model.ts';
import { type Reported, reportedIn } from '../indirect/find.ts';
import { type Answer, mentionedBy } from './answers.ts';
import type { Scene } from './scene.ts';
import { attributed, type Draft } from './settle.ts';

/**
 * Adds what the paragraph reports without marks, when all quotes up to its end are settled.
 */
export function addReported(reported: Quote[], draft: Draft, paragraph: number, sayings: readonly Attributed[]): void {
  const offset = draft.parts.offsets[paragraph]!;
  const shift = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
  for (const { parts, answer } of sayings) {
    const statement = draft.quotes.length + reported.length;
    for (const part of parts) {
      const span = shift(part);
      const quote: Quote = { ...span, kind: 'indirect', content: span, statement, cue: shift(answer.cue!) };
      reported.push(attributed(draft, quote, paragraph, answer));
    }
  }
}

/** What is said without marks with who says it. */
export interface Attributed extends Pick<Reported, 'parts'> {
  readonly answer: Answer;
}

/** What the paragraph's scene says without marks. */
export function sayingsIn(scene: Scene): readonly Attributed[] {
  return reportedIn(scene).map(({ parts, speaker, cue, confidence }) => ({
    parts,
    answer: { speaker: speaker < 0 ? undefined : mentionedBy(scene, speaker, 0), confidence, cue, spoken: 1 },
  }));
}
