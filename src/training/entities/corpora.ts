import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NAME_TYPES, type NameType } from '../../core/learned/labels.ts';
import type { Span } from '../../core/model.ts';
import { type GoldArticle, isHeldBack, parseFile } from '../markup.ts';

/** An annotated article or sentence of a corpus. */
export interface Sample {
  readonly id: string;
  /** The corpus' family: the part of its name before the first hyphen. */
  readonly corpus: string;
  readonly text: string;
  readonly names: readonly GoldName[];
  /** Types the corpus does not annotate: its silence tells nothing about them. */
  readonly silent: readonly NameType[];
}

/** A name with the types it may have: several where the corpus' label does not tell. */
export interface GoldName extends Span {
  readonly types: readonly NameType[];
}

/** Our own articles: those for training, and those held back for figures. */
export function readOwnArticles(folder: string): { training: GoldArticle[]; heldBack: GoldArticle[] } {
  const files = readdirSync(folder).filter((name) => name.endsWith('.art'));
  const articles = files.sort().flatMap((name) => parseFile(readFileSync(join(folder, name), 'utf8')));
  return {
    training: articles.filter(({ id }) => !isHeldBack(id)),
    heldBack: articles.filter(({ id }) => isHeldBack(id)),
  };
}

export function sampleOf({ id, text, entities }: GoldArticle): Sample {
  const names = entities.map(({ start, end, type }): GoldName => ({ start, end, types: [OWN_TYPES[type]] }));
  return { id, corpus: 'own', text, names, silent: [] };
}

const OWN_TYPES: Record<GoldArticle['entities'][number]['type'], NameType> = {
  PERSON: 'PERSON',
  ORG: 'ORG',
  PLACE: 'PLACE',
  NORP: 'NORP',
  EVENT: 'OTHER',
  WORK: 'OTHER',
  PRODUCT: 'OTHER',
};

/** The corpora of other people that we learn from, in `folder`: see CORPORA.md. */
export function readCorpora(folder: string): Sample[] {
  const files = readdirSync(folder).filter((name) => LEARNED.test(name));
  return files.sort().flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean).map(read));
}

const LEARNED = /^(?:gum|redocred|uner|wikigold)\b.*\.jsonl$/;

interface Line {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly entities: readonly (Span & { readonly type: string; readonly raw: string })[];
}

function read(line: string): Sample {
  const { id, source, text, entities } = JSON.parse(line) as Line;
  const corpus = source.split('-')[0]!;
  const names = entities.map(({ start, end, type, raw }) => ({ start, end, types: typesOf(corpus, type, raw) }));
  return { id, corpus, text, names, silent: SILENT[corpus] ?? [] };
}

const SILENT: Record<string, readonly NameType[]> = {
  uner: ['NORP', 'OTHER'],
  redocred: ['NORP', 'OTHER'],
  gum: ['NORP', 'OTHER'],
};

/** Corpora after CoNLL's example label demonyms, works and all else alike. */
const CONLL_LIKE = new Set(['wikigold', 'redocred']);

function typesOf(corpus: string, type: string, raw: string): readonly NameType[] {
  if (type === 'GROUP') return ['NORP'];
  if ((NAME_TYPES as readonly string[]).includes(type)) return [type as NameType];
  if (CONLL_LIKE.has(corpus) && type === 'MISC' && /misc/i.test(raw)) return ['OTHER', 'NORP'];
  return ['OTHER'];
}
