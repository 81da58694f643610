import type { Entity } from '../../model.ts';
import type { Namings } from './namings.ts';
import type { Parts } from './parts.ts';
import type { Reference } from './reference.ts';
import { AHEAD, NAMINGS, STANDING_IN } from './resolve.ts';
import type { Resolver } from './resolver.ts';
import type { Takeover } from './takeover.ts';

/** What the references of a paragraph were found to stand for, in the order in which they were asked for. */
export interface Referral {
  /** Paragraphs back from the reference to the naming, and the naming's number there; absent: nobody that is named. */
  readonly naming?: { readonly back: number; readonly number: number };
  readonly confidence: number;
}

/** What one paragraph tells of its references and speakers. */
export interface Heard {
  readonly referrals: readonly Referral[];
  /** Who speaks in it and whom its pronouns stand for: all that later paragraphs know of it. */
  readonly events: readonly string[];
}

/** What was heard before in each paragraph, and how much of it may hold still. */
export interface HeardBefore extends Takeover {
  readonly heard: readonly Heard[];
  /** The numbers of the entities of which the article tells something else than it did. */
  readonly retold: ReadonlySet<number>;
}

export interface ReferralsInput {
  readonly resolver: Resolver;
  readonly namings: Namings;
  readonly parts: Parts;
  readonly before: HeardBefore | undefined;
}

/** Whom references stand for. */
export interface Referents {
  /** The entity that the reference stands for, `undefined` for nobody that is named, and how probable that is. */
  resolve(reference: Reference): Referent;
  /** To be told of each quote's speaker. */
  remember(speaker: string, paragraph: number): void;
}

export interface Referent {
  readonly entity: Entity | undefined;
  /** The entity's number in the article's list, -1 for people without names. */
  readonly number: number;
  readonly confidence: number;
}

/**
 * Asks the resolver what references stand for, paragraph by paragraph, or takes over what it answered before where
 * nothing near is new and nobody near is told of anew, as long as those who speak are the same as before.
 */
export class Referrals implements Referents {
  /** The same references, of which later ones know nothing. */
  readonly onlooker: Referents = { resolve: (reference) => this.#guess(reference), remember: () => {} };
  readonly heard: Heard[] = [];
  readonly #resolver: Resolver;
  readonly #namings: Namings;
  readonly #parts: Parts;
  readonly #before: HeardBefore | undefined;
  /** Paragraphs near which someone is named of whom the article tells something else than it did. */
  readonly #touched: Uint8Array;
  /** Number of the paragraph before, -1 for one that is new. */
  #old = -1;
  #known: Heard | undefined;
  #referrals: Referral[] = [];
  #events: string[] = [];
  /** Whether the new paragraphs tell of the same speakers as what stood there before; unknown in front of them. */
  #agrees: boolean | undefined;
  #diverged = false;

  constructor({ resolver, namings, parts, before }: ReferralsInput) {
    this.#resolver = resolver;
    this.#namings = namings;
    this.#parts = parts;
    this.#before = before;
    this.#touched = touched(parts, before?.retold);
  }

  /** Goes on to the paragraph with this number; they are to be taken in order. */
  enter(paragraph: number): void {
    this.#known = this.#takenOver(paragraph);
    this.#referrals = [];
    this.#events = [];
  }

  /** Ends the paragraph. */
  leave(): void {
    const isSilent = this.#referrals.length + this.#events.length === 0;
    const heard = isSilent ? SILENCE : { referrals: this.#referrals, events: this.#events };
    this.heard.push(this.#known ?? heard);
    if (this.#known || this.#old < 0) return;
    const before = this.#before!.heard[this.#old]!;
    if (before.events.join('\n') !== heard.events.join('\n')) this.#diverged = true;
  }

  resolve(reference: Reference): Referent {
    const found = this.#guess(reference);
    this.#resolver.learn(reference, found.entity);
    if (found.entity && !this.#known)
      this.#events.push(`${reference.words[0]} ${found.entity.id || found.entity.name}`);
    return found;
  }

  remember(speaker: string, paragraph: number): void {
    this.#resolver.remember(speaker, paragraph);
    if (!this.#known) this.#events.push(speaker);
  }

  #guess(reference: Reference): Referent {
    const referral = this.#known?.referrals[this.#referrals.length] ?? this.#ask(reference);
    this.#referrals.push(referral);
    const { naming, confidence } = referral;
    if (!naming) return { entity: undefined, number: -1, confidence };
    return { ...this.#namings.entityAt(reference.paragraph - naming.back, naming.number), confidence };
  }

  #ask(reference: Reference): Referral {
    const { naming, confidence } = this.#resolver.guess(reference);
    if (!naming) return { confidence };
    return { naming: { back: reference.paragraph - naming.paragraph, number: naming.number }, confidence };
  }

  #takenOver(paragraph: number): Heard | undefined {
    this.#old = -1;
    if (!this.#before || this.#diverged) return undefined;
    const { heard, first, rest, shift } = this.#before;
    if (paragraph + REACH < first) this.#old = paragraph;
    else if (isFarBehind(this.#parts, rest, paragraph)) {
      this.#agrees ??= isSameHearing(this.heard, heard.slice(0, paragraph - shift), Math.max(0, first - REACH));
      if (this.#agrees) this.#old = paragraph - shift;
    }
    const near = this.#touched.subarray(Math.max(0, paragraph - BACK), paragraph + REACH + 1);
    return this.#old < 0 || near.includes(1) ? undefined : heard[this.#old];
  }
}

/** A speaker may be mentioned in the next paragraph, and be named some paragraphs behind that. */
const REACH = 1 + AHEAD;

/** It may be mentioned two paragraphs before, and what stands in for a name some paragraphs before that. */
const BACK = 2 + STANDING_IN;

/** Marks the paragraphs where whom references stand for may depend on what is told of these entities. */
function touched({ firstName, names, blocks }: Parts, entities: ReadonlySet<number> | undefined): Uint8Array {
  const marks = new Uint8Array(blocks.length + 1);
  if (!entities || entities.size === 0) return marks;
  let reach = -1;
  for (let i = 0; i < blocks.length; i++) {
    for (let n = firstName[i]!; n < firstName[i + 1]!; n++) if (entities.has(names.entities[n]!)) reach = n + NAMINGS;
    if (firstName[i]! <= reach) marks[i] = 1;
  }
  return marks;
}

const SILENCE: Heard = { referrals: [], events: [] };

/** Paragraphs behind a change from which on their distance to what stands before it makes no difference. */
const FAR = 8;

/** Whether nothing in front of paragraph `rest` is looked at to tell what the references of a paragraph stand for. */
function isFarBehind({ firstName }: Parts, rest: number, paragraph: number): boolean {
  return paragraph - rest >= FAR && firstName[paragraph - BACK]! - firstName[rest]! >= NAMINGS;
}

/** Whether the same was heard from paragraph `from` on. */
function isSameHearing(now: readonly Heard[], before: readonly Heard[], from: number): boolean {
  const events = (heard: readonly Heard[]) =>
    heard
      .slice(from)
      .flatMap((one) => one.events)
      .join('\n');
  return events(now) === events(before);
}
