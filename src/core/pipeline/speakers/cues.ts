import {
  AMBIGUOUS_FORMS,
  IRREGULAR_FORMS,
  NOT_INVERTED,
  SPEECH_NOUNS,
  SPEECH_VERBS,
  WEAK_VERBS,
} from '../../lexicon/en/cues.ts';

/** A verb form that may report speech. */
export interface CueForm {
  readonly lemma: string;
  /** `speech`: the verb is about words; `weak`: it may be about something else. */
  readonly strength: 'speech' | 'weak';
  /** It is a noun or a preposition as often. */
  readonly ambiguous: boolean;
  /** Its subject may follow it: 'said Reed'. */
  readonly inverts: boolean;
  readonly participle: boolean;
}

/** The cue that the lower-case word may be. */
export function cueForm(word: string): CueForm | undefined {
  return FORMS.get(word);
}

/** All forms of all cue verbs and all nouns for something said. */
export function cueWords(): string[] {
  return [...FORMS.keys(), ...SPEECH_NOUNS];
}

/** The base forms of all cue verbs. */
export function cueLemmas(): string[] {
  return [...new Set([...WEAK_VERBS, ...SPEECH_VERBS])];
}

/** Whether the lower-case noun stands for something said: 'claim'. */
export function isSpeechNoun(word: string): boolean {
  return SPEECH_NOUNS.has(word);
}

const FORMS: ReadonlyMap<string, CueForm> = new Map([
  ...WEAK_VERBS.flatMap((lemma) => entriesOf(lemma, 'weak')),
  ...SPEECH_VERBS.flatMap((lemma) => entriesOf(lemma, 'speech')),
]);

function entriesOf(lemma: string, strength: CueForm['strength']): [string, CueForm][] {
  const inverts = !NOT_INVERTED.has(lemma);
  return [lemma, ...(IRREGULAR_FORMS[lemma]?.split(' ') ?? regularForms(lemma))].map((form) => [
    form,
    { lemma, strength, ambiguous: AMBIGUOUS_FORMS.has(form), inverts, participle: form.endsWith('ing') },
  ]);
}

function regularForms(lemma: string): string[] {
  if (lemma.endsWith('e')) return [`${lemma}d`, `${lemma}s`, `${lemma.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ied`, `${lemma.slice(0, -1)}ies`, `${lemma}ing`];
  return [`${lemma}ed`, /(?:s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, `${lemma}ing`];
}
