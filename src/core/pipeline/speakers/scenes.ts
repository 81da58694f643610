import { addCandidate, addSource, type Draft } from './candidates.ts';
import { outlineOf, type Paragraph } from './outline.ts';
import type { Candidate, Scene } from './scene.ts';
import { addCue } from './subjects.ts';

/** Finds names, pronouns, role phrases and reporting words outside the paragraph's quotes. */
export function sceneOf(paragraph: Paragraph): Scene {
  const items = outlineOf(paragraph);
  const draft: Draft = { paragraph, items, candidates: [], cues: [], byHead: new Map() };
  for (let i = 0; i < items.length; i++) addCandidate(draft, i);
  for (let i = 0; i < items.length; i++) addSource(draft, i);
  for (let i = 0; i < items.length; i++) addCue(draft, i);
  const quoteItems = items.flatMap((item, i) => (item.type === 'quote' ? [i] : []));
  const { candidates, cues } = inOrder(draft);
  return { items, quoteItems, candidates, cues, rivalsBefore: countRivals(candidates) };
}

/** Whether the candidate is a name or a role phrase that would be a new speaker. */
function isRival({ type }: Candidate): boolean {
  return type === 'PERSON' || type === 'ORG' || type === 'role' || type === 'body' || type === 'plural';
}

function countRivals(candidates: readonly Candidate[]): number[] {
  const before = [0];
  for (const [k, candidate] of candidates.entries()) before.push(before[k]! + (isRival(candidate) ? 1 : 0));
  return before;
}

/** Subjects found from their verbs come late: puts the candidates into text order. */
function inOrder({ candidates, cues }: Draft): Pick<Scene, 'candidates' | 'cues'> {
  if (candidates.every((candidate, k) => k === 0 || candidates[k - 1]!.head < candidate.head))
    return { candidates, cues };
  const order = [...candidates.keys()].sort((a, b) => candidates[a]!.head - candidates[b]!.head);
  const place = new Map(order.map((old, at) => [old, at]));
  return {
    candidates: order.map((old) => candidates[old]!),
    cues: cues.map((cue) => ({ ...cue, subject: place.get(cue.subject) ?? -1 })),
  };
}
