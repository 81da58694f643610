import { type DocumentPart, documentSignature } from '../../learned/document.ts';
import type { Name, NameModel } from '../../learned/model.ts';
import type { Occurrences } from '../../learned/occurrences.ts';
import type { Vocabulary } from '../../learned/vocabulary.ts';
import { type Draft, type Drafted, type Votes, votesSignature } from '../../learned/votes.ts';
import type { Label } from '../../model.ts';
import { fitted } from '../../text/lists.ts';
import type { Prose } from '../../text/sentences.ts';
import { areSameNames, type FullName, fullNamesOf, type KnownNames } from '../entities/complete.ts';
import { isApposedToProduct, kindOfName } from '../entities/kinds.ts';
import { tidyNames } from '../entities/tidy.ts';
import type { LabelledSpan } from '../labelled.ts';

/**
 * What is known of a paragraph's names, one step building on the other, each kept together with all that it depends on
 * besides the paragraph's text. A step tells whether it had to be done anew.
 */
export class Reading {
  occurrences: Occurrences | undefined;
  draft: Draft | undefined;
  names: readonly LabelledSpan[] | undefined;
  /** Those of several words; the same list while they are the same. */
  fullNames: readonly FullName[] = [];
  #vocabulary: Vocabulary | undefined;
  #documentSignature = 0;
  #draftRead: Draft | undefined;
  #votesSignature = 0;
  #missedBeside: readonly LabelledSpan[] | undefined;
  #known: KnownNames | undefined;
  #missed: readonly LabelledSpan[] = [];

  /** What the paragraph tells the rest of the article about its words. */
  readWords(prose: Prose, model: NameModel, vocabulary: Vocabulary): boolean {
    if (this.#vocabulary === vocabulary) return false;
    this.#vocabulary = vocabulary;
    this.occurrences = model.occurrences(prose, vocabulary);
    return true;
  }

  /** The first reading. */
  readFirst(prose: Prose, model: NameModel, part: DocumentPart): boolean {
    const signature = documentSignature(part);
    if (this.draft && this.#documentSignature === signature) return false;
    this.#documentSignature = signature;
    this.draft = model.draft(prose, part);
    return true;
  }

  /** The second reading, and the names by it. */
  readAgain(prose: Prose, model: NameModel, { drafted, votes }: { drafted: Drafted; votes: Votes }): boolean {
    const signature = votesSignature(drafted.part, votes);
    if (this.#draftRead === drafted.draft && this.#votesSignature === signature) return false;
    this.#draftRead = drafted.draft;
    this.#votesSignature = signature;
    this.names = fitted(model.names(prose, drafted, votes).flatMap((name) => labelled(prose.text, name)));
    const full = fullNamesOf(prose.text, this.names);
    if (!areSameNames(full, this.fullNames)) this.fullNames = full;
    return true;
  }

  /** Names that the model missed here, but found elsewhere. */
  missedNames(prose: Prose, names: readonly LabelledSpan[], known: KnownNames): readonly LabelledSpan[] {
    if (this.#missedBeside === names && this.#known === known) return this.#missed;
    this.#missedBeside = names;
    this.#known = known;
    this.#missed = known.missedIn(prose, names);
    return this.#missed;
  }
}

function labelled(text: string, name: Name): readonly LabelledSpan[] {
  const { start, end } = name;
  return tidyNames(text, { start, end, label: labelOf(text, name) });
}

function labelOf(text: string, { start, end, type }: Name): Label {
  if (type === 'OTHER') return kindOfName(text.slice(start, end), text.slice(start - 1, start));
  const mayBeProduct = type === 'ORG' || type === 'PLACE';
  return mayBeProduct && isApposedToProduct(text, { start, end }) ? 'PRODUCT' : type;
}
