import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** Another library at the part of our work that it does: the number of findings in a text. */
export interface Peer {
  readonly name: string;
  /** What of ours it does; none if it does less than any part. */
  readonly part?: 'entities' | 'all';
  readonly find: (text: string) => number;
}

const wink = winkNLP(model, ['sbd', 'pos']);

export const PEERS: readonly Peer[] = [
  {
    name: 'compromise: people, organisations and places',
    part: 'entities',
    find: (text) => compromised(text, ['people', 'organizations', 'places']),
  },
  {
    name: 'compromise: the same and quotations',
    part: 'all',
    find: (text) => compromised(text, ['people', 'organizations', 'places', 'quotations']),
  },
  {
    name: 'wink-nlp, eng-lite-web: tokens and parts of speech',
    find: (text) => wink.readDoc(text).tokens().out(wink.its.pos).length,
  },
];

function compromised(text: string, views: readonly ('people' | 'organizations' | 'places' | 'quotations')[]): number {
  const doc = nlp(text);
  return views.reduce((sum, view) => sum + doc[view]().json({ offset: true }).length, 0);
}
