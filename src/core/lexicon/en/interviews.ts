/** English labels of turns in interviews, in lower case. Data only. */

/** Of those who ask. */
export const ASKING_LABELS: ReadonlySet<string> = new Set(
  'q question interviewer reporter moderator host journalist presenter'.split(' '),
);

/** Of the one who is asked. */
export const ANSWERING_LABELS: ReadonlySet<string> = new Set('a answer interviewee guest'.split(' '));
