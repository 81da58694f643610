/** Words in the names of laws, in small letters. */
export const LAW_WORDS: ReadonlySet<string> = new Set(
  (
    'act acts law laws bill treaty convention constitution code accord accords agreement amendment protocol charter ' +
    'directive regulation regulations statute ordinance decree covenant declaration pact'
  ).split(' '),
);

/** Words in the names of events, in small letters. */
export const EVENT_WORDS: ReadonlySet<string> = new Set(
  (
    'cup games olympics paralympics championship championships league liga trophy shield open prix tour race marathon ' +
    'derby final finals series masters tournament festival fest fair carnival expo biennale biennial parade week day ' +
    'days weekend season summit conference congress forum meeting convention war wars battle siege revolution uprising ' +
    'riots massacre crisis election elections primary referendum storm hurricane typhoon cyclone earthquake tsunami ' +
    'prize prizes award awards oscars emmys grammys bowl slam medal holocaust pandemic exhibition jubilee'
  ).split(' '),
);

/** Words in the names of plans and writings, in small letters: the works of those who are no artists. */
export const WORK_WORDS: ReadonlySet<string> = new Set(
  (
    'plan programme program scheme initiative strategy project report study survey framework agenda vision policy ' +
    'symphony concerto sonata opera overture song ballad novel book bible quran koran encyclopedia dictionary handbook ' +
    'review show film movie chronicles diaries magazine album corridor facility'
  ).split(' '),
);

/** Things made by people that bear names, in the singular. */
export const PRODUCT_WORDS: ReadonlySet<string> = new Set(
  (
    'missile rocket drone tank torpedo rifle warship frigate destroyer submarine ship ferry yacht aircraft jet airliner ' +
    'helicopter spacecraft satellite probe rover car truck motorcycle smartphone phone tablet console laptop app chatbot ' +
    'browser vaccine drug'
  ).split(' '),
);
