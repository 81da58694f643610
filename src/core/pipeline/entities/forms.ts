import type { Label } from '../../model.ts';
import type { LabelledSpan } from '../labelled.ts';

/** The mentions of an article that are written alike, but for capitals, marks and accents. */
export interface Form {
  /** {@link words} with blanks between. */
  readonly key: string;
  readonly words: readonly string[];
  readonly mentions: readonly LabelledSpan[];
  /** The label most of its mentions have; at a tie the earliest. */
  readonly label: Label;
}

/** Groups mentions by their words, in the order of their first mentions. */
export function formsOf(text: string, mentions: readonly LabelledSpan[]): readonly Form[] {
  const groups = new Map<string, { words: readonly string[]; mentions: LabelledSpan[] }>();
  const known = new Map<string, LabelledSpan[]>();
  for (const mention of mentions) {
    const name = text.slice(mention.start, mention.end);
    const alike = known.get(`${mention.label} ${name}`) ?? groupOf(groups, wordsOfName(name, mention.label));
    known.set(`${mention.label} ${name}`, alike);
    alike.push(mention);
  }
  return [...groups].map(([key, group]) => ({ key, ...group, label: vote(group.mentions) }));
}

function groupOf(
  groups: Map<string, { words: readonly string[]; mentions: LabelledSpan[] }>,
  words: readonly string[],
): LabelledSpan[] {
  const key = words.join(' ');
  const group = groups.get(key) ?? { words, mentions: [] };
  groups.set(key, group);
  return group.mentions;
}

/**
 * The words by which two spellings of a name are compared: small letters without accents, periods and apostrophes,
 * hyphens as blanks; without what varies (a leading 'the', 'Inc.' of companies, the plural of peoples).
 */
function wordsOfName(name: string, label: Label): readonly string[] {
  const plain = name
    .normalize('NFD')
    .replace(/[\p{M}.'’‘`]/gu, '')
    .toLowerCase();
  const words = plain.split(/[\s\p{Pd}/,]+/u).filter(Boolean);
  if (words.length > 1 && words[0] === 'the') words.shift();
  if (label === 'ORG') while (words.length > 1 && COMPANY_ENDINGS.has(words.at(-1)!)) words.pop();
  if (label === 'NORP') words.push(singular(words.pop() ?? ''));
  return words.length > 0 ? words : [plain];
}

const COMPANY_ENDINGS = new Set(
  'inc corp corporation co company ltd limited llc plc ag sa nv gmbh spa bhd pte'.split(' '),
);

function singular(word: string): string {
  return word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function vote(mentions: readonly LabelledSpan[]): Label {
  const counts = new Map<Label, number>();
  for (const { label } of mentions) counts.set(label, (counts.get(label) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)![0];
}
