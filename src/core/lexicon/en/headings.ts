/** Words by which lines that are headings differ from others, by what they tell. In lower case, apostrophes straight. */
export const LINE_WORDS = {
  /** Title case leaves them small, and no heading ends on them. */
  minor:
    'a an the and or but nor of in on at to for from by with as vs via is it its be not so if up off out over per into than that',
  /** What a part of a text may be called, before its number. */
  part: 'chapter section part step day week stage round no',
  /** Finite verbs, which sentences have and many headings do not. */
  verb: 'is are was were has have had will would can could did does been be am should must may might',
  /** Beginnings of negated verbs: 'isn't'. */
  negated: 'isn wasn don didn',
  said: 'said says told added according announced asked',
  person: 'he she it they this that we i you these those there',
  you: 'you your yours yourself',
  wh: 'who what why how when where which',
  asks: 'is are was were do does did can could will would should has have and but so',
  article: 'the a an',
  by: 'by from via',
  picture: 'photo picture image photograph video pictured courtesy file',
  work: 'reporter correspondent editor staff writer desk news press times agency post herald',
} as const;
