/** Words whose period does not end a sentence when a capital follows. Without the period. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'Mr Mrs Ms Mx Dr Prof St Ste Gen Sen Sens Rep Reps Gov Govs Lt Col Sgt Capt Cpl Maj Cmdr Cmdt Adm Brig Pvt Insp ' +
    'Supt Det Hon Rev Fr Pres Messrs Mmes Mt Ft No Nos Vol Art Sec Fig vs v Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct ' +
    'Nov Dec approx ca cf al pp ed eds Atty Dist Dept'
  ).split(' '),
);

/** Abbreviations that end a sentence only if a word follows that begins sentences. Without the period. */
export const COMPANY_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'Inc Corp Co Ltd Jr Sr Bros Cos etc Ave Blvd Rd'.split(' '),
);

/** Capitalised words that rarely stand inside a sentence: after 'U.S.' or 'Inc.' they begin a new one. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    'The A An In It Its He She They We I You His Her Their This That These Those But And Or So Yet If When While As ' +
    'At On For From By With After Before Since Until There Here What Who Why How Some Many Most All Both Now Then ' +
    'Meanwhile However Officials Police Last Earlier'
  ).split(' '),
);
