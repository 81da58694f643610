import type { Quote, Span } from '../../model.ts';
import { type Reported, reportedIn } from '../indirect/find.ts';
import { isRunningText } from '../layout.ts';
import { type Answer, mentionedBy } from './answers.ts';
import type { Scene } from './scene.ts';
import { attributed, type Draft } from './settle.ts';
import type { Scenes } from './windows.ts';

/**
 * Adds what the paragraph reports without marks, when all quotes up to its end are settled. The resolver learns nothing
 * from its speakers.
 */
export function addReported(reported: Quote[], draft: Draft, paragraph: number, scenes: Scenes): void {
  const { block, key } = draft.article.parts[paragraph]!;
  if (!isRunningText(block) && block.role !== 'headline') return;
  const sayings = block.passage.within('reported', [key], () => sayingsIn(scenes.at(paragraph)));
  const onlooker: Draft = { ...draft, resolver: { ...draft.resolver, resolve: draft.resolver.guess } };
  const shift = ({ start, end }: Span): Span => ({ start: start + block.start, end: end + block.start });
  for (const { parts, answer } of sayings) {
    const statement = draft.quotes.length + reported.length;
    for (const part of parts) {
      const span = shift(part);
      const quote: Quote = { ...span, kind: 'indirect', content: span, statement, cue: shift(answer.cue!) };
      reported.push(attributed(onlooker, quote, paragraph, answer));
    }
  }
}

/** What is said without marks with who says it. */
interface Attributed extends Pick<Reported, 'parts'> {
  readonly answer: Answer;
}

function sayingsIn(scene: Scene): readonly Attributed[] {
  return reportedIn(scene).map(({ parts, speaker, cue, confidence }) => ({
    parts,
    answer: { speaker: speaker < 0 ? undefined : mentionedBy(scene, speaker, 0), confidence, cue, spoken: 1 },
  }));
}
