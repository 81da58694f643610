import { LABELS, type Label, type Span } from '../model.ts';
import { type Annotation, createAnnotation, type NewAnnotation } from './annotation.ts';
import { asList, isObject, type Json, type JsonObject } from './json.ts';

/** `mention`: only here; `article`: wherever the article has it. (For the whole folder: folder.ts.) */
export type Scope = 'mention' | 'article';

/** What a reader says the machine got wrong about a span, or missed in it. */
export type Correction =
  /** It is no quote, entity or heading. */
  | { readonly action: 'reject'; readonly finding: 'quote' | 'entity' | 'heading'; readonly scope: Scope }
  /** It is one. For quotes `name` is the speaker, if given; for entities the name they are joined under. */
  | { readonly action: 'mark'; readonly finding: 'quote'; readonly name?: string }
  | { readonly action: 'mark'; readonly finding: 'entity'; readonly label: Label; readonly scope: Scope }
  | { readonly action: 'mark'; readonly finding: 'heading' }
  /** The entity is of another kind. */
  | { readonly action: 'label'; readonly label: Label; readonly scope: Scope }
  /** The quote's statement is by someone else; an empty name means nobody named. */
  | { readonly action: 'speaker'; readonly name: string }
  /** The entity is the same as the one named. */
  | { readonly action: 'merge'; readonly name: string }
  /** This mention is of something else than the entity it was joined to. */
  | { readonly action: 'split' }
  /** The entity's name is another one. */
  | { readonly action: 'rename'; readonly name: string };

/** A correction with its place in the article and the id of its annotation. */
export interface PlacedCorrection extends Span {
  readonly id: string;
  readonly correction: Correction;
}

/** A new annotation that holds the correction. */
export function createCorrection(to: NewAnnotation, correction: Correction): Annotation {
  const entries = Object.entries(correction).map(([key, value]) => [`lens:${key}`, value]);
  const body: JsonObject = { type: TYPE, purpose: 'editing', ...Object.fromEntries(entries) };
  return createAnnotation(to, { motivation: 'editing', body: [body] });
}

/** The correction an annotation holds; `undefined` if it is a note, or a correction of a kind we do not know. */
export function correctionOf(annotation: Annotation): Correction | undefined {
  const body = asList(annotation.body).find(isCorrection);
  return body && readCorrection(body);
}

/** Whether the annotation is a correction, known or not: then it is not shown as a note. */
export function isCorrectionAnnotation(annotation: Annotation): boolean {
  return asList(annotation.body).some(isCorrection);
}

const TYPE = 'lens:Correction';

function isCorrection(body: Json): body is JsonObject {
  return isObject(body) && body.type === TYPE;
}

function readCorrection(body: JsonObject): Correction | undefined {
  const finding = oneOf(['quote', 'entity', 'heading'] as const, body['lens:finding']);
  const scope = oneOf(['mention', 'article'] as const, body['lens:scope']) ?? 'mention';
  const label = oneOf(LABELS, body['lens:label']);
  const name = typeof body['lens:name'] === 'string' ? body['lens:name'] : undefined;
  switch (body['lens:action']) {
    case 'reject':
      return finding && { action: 'reject', finding, scope };
    case 'mark':
      if (finding === 'entity') return label && { action: 'mark', finding, label, scope };
      if (finding === 'quote') return { action: 'mark', finding, ...(name !== undefined && { name }) };
      return finding && { action: 'mark', finding };
    case 'label':
      return label && { action: 'label', label, scope };
    case 'speaker':
      return name === undefined ? undefined : { action: 'speaker', name };
    case 'merge':
    case 'rename':
      return name ? { action: body['lens:action'], name } : undefined;
    case 'split':
      return { action: 'split' };
    default:
      return undefined;
  }
}

function oneOf<T extends string>(allowed: readonly T[], value: Json | undefined): T | undefined {
  return allowed.find((one) => one === value);
}
