import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** Another library at the part of our work that it does: the number of findings in a text. */
export interface Peer {
  readonly name: string;
  readonly find: (text: string) => number;
}

const wink = winkNLP(model, ['sbd', 'pos']);

export const PEERS: readonly Peer[] = [
  {
    name: 'compromise: people, organisations, places and quotations',
    find: (text) => {
      const doc = nlp(text);
      const views = [doc.people(), doc.organizations(), doc.places(), doc.quotations()];
      return views.reduce((sum, view) => sum + view.json({ offset: true }).length, 0);
    },
  },
  {
    name: 'wink-nlp, eng-lite-web: tokens and parts of speech',
    find: (text) => wink.readDoc(text).tokens().out(wink.its.pos).length,
  },
];
