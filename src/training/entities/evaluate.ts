import type { NameType } from '../../core/learned/labels.ts';
import type { NameModel } from '../../core/learned/model.ts';
import type { Analysis } from '../../core/model.ts';
import { analyze } from '../../core/pipeline/analyze.ts';
import type { Sample } from './corpora.ts';

/** Types scored together, as published figures do. */
const CORE: readonly NameType[] = ['PERSON', 'ORG', 'PLACE'];

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and F1 in percent, exact span and type: for PERSON, ORG and PLACE together (`all`), and each type. */
export function evaluate(samples: readonly Sample[], names: NameModel): Record<string, Score> {
  const counts = new Map<string, { gold: number; found: number; right: number }>();
  const count = (type: string, field: 'gold' | 'found' | 'right') => {
    for (const key of CORE.includes(type as NameType) ? ['all', type] : [type]) {
      const entry = counts.get(key) ?? { gold: 0, found: 0, right: 0 };
      entry[field]++;
      counts.set(key, entry);
    }
  };
  for (const sample of samples) {
    const found = namesIn(analyze(sample.text, { names }));
    const gold = new Set(sample.names.map(({ start, end, types }) => `${start} ${end} ${types[0]}`));
    for (const key of gold) count(key.split(' ')[2]!, 'gold');
    for (const key of found) {
      count(key.split(' ')[2]!, 'found');
      if (gold.has(key)) count(key.split(' ')[2]!, 'right');
    }
  }
  return Object.fromEntries([...counts].map(([key, { gold, found, right }]) => [key, scoreOf(gold, found, right)]));
}

/** One line of a table. */
export function renderScores(scores: Record<string, Score>): string {
  return ['all', ...CORE, 'NORP', 'OTHER']
    .map((key) => `${key} ${(scores[key]?.f1 ?? 0).toFixed(1)}`)
    .concat(`(P ${scores.all?.precision.toFixed(1)}, R ${scores.all?.recall.toFixed(1)})`)
    .join('  ');
}

function scoreOf(gold: number, found: number, right: number): Score {
  const percent = (a: number, b: number) => (b === 0 ? 0 : (100 * a) / b);
  return { precision: percent(right, found), recall: percent(right, gold), f1: percent(2 * right, gold + found) };
}

const RULED = new Set(['DATE', 'TIME', 'MONEY', 'PERCENT', 'QUANTITY']);

function namesIn({ entities }: Analysis): Set<string> {
  const named = entities.filter(({ label }) => !RULED.has(label));
  return new Set(
    named.flatMap(({ label, mentions }) => {
      const type = label === 'NORP' || CORE.includes(label as NameType) ? label : 'OTHER';
      return mentions.filter(({ kind }) => kind === 'name').map(({ start, end }) => `${start} ${end} ${type}`);
    }),
  );
}
