import { addCandidate, addSource, type Draft } from './candidates.ts';
import { outlineOf, type Paragraph } from './outline.ts';
import { type Candidate, type Cue, firstAfter, type Scene } from './scene.ts';
import { addCue } from './subjects.ts';

/** Finds names, pronouns, role phrases and reporting words outside the paragraph's quotes. */
export function sceneOf(paragraph: Paragraph): Scene {
  const items = outlineOf(paragraph);
  const byHead = new Int32Array(items.length).fill(-1);
  const draft: Draft = { paragraph, items, candidates: [], cues: [], byHead };
  for (let i = 0; i < items.length; i++) addCandidate(draft, i);
  for (let i = 0; i < items.length; i++) addSource(draft, i);
  for (let i = 0; i < items.length; i++) addCue(draft, i);
  const quoteItems: number[] = [];
  for (let i = 0; i < items.length; i++) if (items[i]!.type === 'quote') quoteItems.push(i);
  const { candidates, cues } = inOrder(draft);
  const heads = candidates.map(({ head }) => head);
  return {
    items,
    quoteItems,
    candidates,
    heads,
    cues: cues.map((cue) => withObject(cue, heads, candidates)),
    cueItems: cues.map(({ item }) => item),
    rivalsBefore: countRivals(candidates),
  };
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

/** The reporting word with the candidate right behind it that is not its subject. */
function withObject(cue: Draft['cues'][number], heads: readonly number[], candidates: readonly Candidate[]): Cue {
  const { start, end, item, form, subject, tie } = cue;
  const k = firstAfter(heads, item);
  const object = candidates[k]?.first === item + 1 && k !== subject ? k : -1;
  return { start, end, item, form, subject, object, tie };
}

/** Subjects found from their verbs come late: puts the candidates into text order. */
function inOrder({ candidates, cues }: Draft): Pick<Draft, 'candidates' | 'cues'> {
  if (candidates.every((candidate, k) => k === 0 || candidates[k - 1]!.head < candidate.head))
    return { candidates, cues };
  const order = [...candidates.keys()].sort((a, b) => candidates[a]!.head - candidates[b]!.head);
  const places = new Int32Array(order.length);
  for (const [at, old] of order.entries()) places[old] = at;
  return {
    candidates: order.map((old) => candidates[old]!),
    cues: cues.map((cue) => ({ ...cue, subject: places[cue.subject] ?? -1 })),
  };
}
