/** Closed classes of English words. Data only. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export type PronounKind = 'he' | 'they' | 'it' | 'i' | 'you' | 'who' | 'his';

/** Pronouns that may name a speaker, by how they are resolved: 'she' like 'he', 'her' like 'his'. */
export const PRONOUN_KINDS: Readonly<Record<string, PronounKind>> = {
  he: 'he',
  she: 'he',
  they: 'they',
  it: 'it',
  i: 'i',
  we: 'i',
  you: 'you',
  who: 'who',
  his: 'his',
  her: 'his',
  their: 'his',
  its: 'his',
};

export const SUBJECT_PRONOUNS = words('he she they it i we you who');
export const POSSESSIVE_PRONOUNS = words('his her their its my our whose');

export const DETERMINERS = words(
  `the a an his her their its our my your this that these those one another some many several most few both two three four
  five six seven eight nine ten no any each every other such all`,
);

export const PREPOSITIONS = words(
  `of for in from at with on by to about as into against under over between among after before during through within
  without near behind like than outside inside across around beyond despite amid alongside upon toward towards via per`,
);

/** Auxiliaries, adverbs and verbs that may stand between a subject and its reporting verb. */
export const BETWEEN_SUBJECT_AND_VERB = words(
  `has had have having is was were are be been being would will could can may might must should do does did also then later
  to still even once again further not never just only simply recently already previously earlier subsequently repeatedly
  often always sometimes went goes go going on began continued continues proceeded managed tried sought took both all
  quickly soon now today yesterday tonight instead however nonetheless himself herself themselves first finally last
  eventually actually really ever n't there here meanwhile thus therefore famously publicly once twice afterwards`,
);

export const CLAUSE_OPENERS = words(
  'because since while when whereas although though if unless until that which where',
);

/** Words that may begin a sentence's subject without being part of a name. */
export const DAYS_AND_MONTHS = words(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december`,
);

/** Verbs that only a subject stands right before: auxiliaries and past forms that do not end with -ed. */
export const FINITE_VERBS = words(
  `is are was were am has have had do does did will would can could may might must should became began bought brought broke
  built came caught chose drew drove fell felt fled flew forgot fought found gave got grew had held hit hung kept knew laid
  led left lost made met paid put ran rang rose said sang sat saw sent shook shot sold spent spoke spread stood stole struck
  swam swore taught threw told took understood went woke won wore wrote`,
);
