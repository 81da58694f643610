import assert from 'node:assert/strict';
import type { Label } from '../../../src/core/model.ts';
import { createCache } from '../../../src/core/pipeline/cache.ts';
import { findEntities } from '../../../src/core/pipeline/entities.ts';
import { Passage } from '../../../src/core/pipeline/passage.ts';
import { run } from '../../../src/core/pipeline/steps.ts';

const LABELS: Record<string, Label> = { P: 'PERSON', O: 'ORG', L: 'PLACE', N: 'NORP' };

/** The entities of a text with its names in brackets, each after the first letter of its label: '[P:Lena Ortiz]'. */
function entitiesOf(marked: string) {
  const mentions: { start: number; end: number; label: Label }[] = [];
  let text = '';
  for (const [, plain, label, name] of marked.matchAll(/([^[]*)(?:\[(\w):([^\]]*)\])?/g)) {
    text += plain;
    if (label) mentions.push({ start: text.length, end: text.length + name!.length, label: LABELS[label]! });
    text += name ?? '';
  }
  const passages = [{ passage: new Passage(text, 0), start: 0, spans: mentions }];
  return { text, entities: run(findEntities(passages, createCache())) };
}

describe('joining mentions', () => {
  const check = (marked: string, ...expected: string[]) =>
    it(marked, () => {
      const { text, entities } = entitiesOf(marked);
      const words = entities.map(({ name, mentions }) =>
        [
          `${name}:`,
          ...mentions.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, '_').replaceAll(' ', '_')),
        ].join(' '),
      );
      assert.deepEqual(words, expected);
    });

  check('[P:Lena Ortiz] spoke. [P:Ortiz] left.', 'Lena Ortiz: Lena_Ortiz Ortiz');
  check('[P:ORTIZ] wins. [P:Lena Ortiz] spoke.', 'Lena Ortiz: ORTIZ Lena_Ortiz');
  check(
    '[P:Lena Ortiz] met [P:Max Ortiz]. [P:Ortiz] left. [P:Lena Ortiz] stayed, and [P:Ortiz] sang.',
    'Lena Ortiz: Lena_Ortiz Lena_Ortiz Ortiz',
    'Max Ortiz: Max_Ortiz Ortiz',
  );
  check('[P:Lena M. Ortiz] spoke. [P:Lena Ortiz] left.', 'Lena M. Ortiz: Lena_M._Ortiz Lena_Ortiz');
  check('[P:Omar bin Saleh] spoke. [P:bin Saleh] left, [P:Omar] too.', 'Omar bin Saleh: Omar_bin_Saleh bin_Saleh Omar');
  check('[P:Yun Tae-ho] and [P:Yun Tae ho] and [P:Yun].', 'Yun Tae-ho: Yun_Tae-ho Yun_Tae_ho Yun');
  check("[P:Seán O’Dea] and [P:Sean O'Dea].", "Seán O’Dea: Seán_O’Dea Sean_O'Dea");
  check('[O:Port Safety Board] ([O:PSB]) said. The [O:PSB] left.', 'Port Safety Board: Port_Safety_Board PSB PSB');
  check('[O:Port Safety Board]\n([O:PSB]) said.', 'Port Safety Board: Port_Safety_Board PSB');
  check('[O:Port Statistics]\n\n ([O:Portstat]) said.', 'Port Statistics: Port_Statistics', 'Portstat: Portstat');
  check('[O:Bureau of Mines] spoke. [O:BM] left.', 'Bureau of Mines: Bureau_of_Mines BM');
  check(
    '[O:Office for Minor Statistics] ([O:Minstat])',
    'Office for Minor Statistics: Office_for_Minor_Statistics Minstat',
  );
  check(
    '[O:Acme Tools Inc.] rose. [O:Acme Tools] fell, said [O:Acme].',
    'Acme Tools Inc.: Acme_Tools_Inc. Acme_Tools Acme',
  );
  check('[L:United States] and [L:U.S.] and [L:US]', 'United States: United_States U.S. US');
  check('[L:New York] is no [O:New York Times].', 'New York: New_York', 'New York Times: New_York_Times');
  check('[N:Russians] and [N:Russian]', 'Russians: Russians Russian');
  check('[L:Lima] and [L:LIMA]', 'Lima: Lima LIMA');

  check('[P:Omar Saleh] spoke. [O:Saleh] left.', 'Omar Saleh: Omar_Saleh Saleh');

  it('tells things with an article from places', () => {
    const labels = (marked: string) => entitiesOf(marked).entities.map(({ label }) => label);
    assert.deepEqual(labels('It tested the [L:Zarya], and an [L:Zarya] fell.'), ['PRODUCT']);
    assert.deepEqual(labels('He left the [L:Sahel], then the [L:Sahel] burned.'), ['PLACE']);
  });

  it('gives each entity an id of its own', () => {
    const { entities } = entitiesOf('[P:Ann Roe] and [O:Ann Roe] and [L:Bonn]');
    assert.equal(new Set(entities.map(({ id }) => id)).size, entities.length);
  });
});
