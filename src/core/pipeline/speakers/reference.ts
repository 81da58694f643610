import type { Span } from '../../model.ts';
import type { Description } from './description.ts';
import type { Naming, Namings } from './namings.ts';
import type { Profiles } from './profiles.ts';

/** A pronoun or role phrase whose entity is sought. */
export interface Reference extends Span, Description {
  readonly paragraph: number;
}

/** What is known of the article where the reference stands. */
export interface Memory {
  readonly namings: Namings;
  /** What is known of each entity from the whole article. */
  readonly profiles: Profiles;
  /** The pronoun or role phrase as a naming of what it stands for, `undefined` if that is not told. */
  readonly standIn: (naming: Naming) => Naming | undefined;
  /** Absent where only the place of the namings counts. */
  readonly speech?: Speech;
}

/** What the speakers so far tell. */
export interface Speech {
  /** Who spoke last, and in which paragraph. */
  readonly lastSpeaker: { readonly entity: string; readonly paragraph: number } | undefined;
  /** How many quotes each has said so far. */
  readonly spoken: ReadonlyMap<string, number>;
  /** Entities that 'he' or 'she' stood for earlier in the article. */
  readonly genders: ReadonlyMap<string, number>;
  /** What the last pronoun of a person stood for. */
  readonly lastPronoun: { readonly entity: string; readonly gender: number; readonly paragraph: number } | undefined;
}

/** A reference with what is known where it stands. */
export interface Question {
  readonly reference: Reference;
  readonly memory: Memory;
}
