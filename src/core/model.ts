/**
 * The words of Article Lens as types: readonly data, no behaviour.
 * All offsets are UTF-16 code units of the article's text; spans are half-open.
 */

/** A stretch of text: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An open text document that is analysed. `uri` is opaque to the core; `version` grows with each edit. */
export interface Article {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** OntoNotes' entity labels, with `PLACE` for its GPE, LOC and FAC together. */
export const LABELS = [
  'PERSON',
  'ORG',
  'PLACE',
  'NORP',
  'EVENT',
  'PRODUCT',
  'WORK_OF_ART',
  'LAW',
  'DATE',
  'TIME',
  'MONEY',
  'PERCENT',
  'QUANTITY',
] as const;
export type Label = (typeof LABELS)[number];

/** One naming of an entity: by its name, by a role phrase ('the Russian leader') or by a pronoun. */
export interface Mention extends Span {
  readonly kind: 'name' | 'noun' | 'pronoun';
}

/** What a reader can correct. */
export interface Correctable {
  /** Id of the annotation by which a reader made or changed it; absent: as the machine found it. */
  readonly corrected?: string;
}

/** A thing named in the article, with all its mentions in text order. */
export interface Entity extends Correctable {
  /** The same for the same name in every analysis of the article: 'person:vladimir-putin'. */
  readonly id: string;
  readonly label: Label;
  /** The fullest name used, without title: 'Donald Trump'. */
  readonly name: string;
  /** Other spellings used in the text: 'Trump'. */
  readonly aliases: readonly string[];
  readonly mentions: readonly Mention[];
  /** What a DATE, TIME, MONEY, PERCENT or QUANTITY stands for: '2024-12-19'. */
  readonly value?: string;
}

/**
 * `direct`: a clause or more; `fragment`: a word or phrase inside the reporter's sentence; `block`: a Markdown block
 * quote or an interview answer; `indirect`: reported content without marks; `term`: in marks, but nobody's words.
 */
export type QuoteKind = 'direct' | 'fragment' | 'block' | 'indirect' | 'term';

/** Who says a quote and how the text tells so. */
export interface Speaker {
  /** The entity's name, or the role phrase if the text gives no name. */
  readonly name: string;
  /** Id of the speaker's entity; absent for roles without a name ('a spokesman'). */
  readonly entity?: string;
  /** The words that name the speaker: 'he' in '“…,” he said'. A carried quote has those of the quote it continues. */
  readonly mention?: Span;
  /** How the mention names the speaker; `carried`: the quote continues the statement before it. */
  readonly via: 'name' | 'pronoun' | 'noun' | 'carried';
  /** Calibrated probability, 0 to 1, that the speaker is right. */
  readonly confidence: number;
}

/** Words given as someone's. The span includes the marks, `content` does not. */
export interface Quote extends Span, Correctable {
  readonly kind: QuoteKind;
  readonly content: Span;
  /** Number of the statement it is part of: the parts of a split quote share it. Unique in the analysis. */
  readonly statement: number;
  /** The word that tells who speaks: 'said', 'according to'. */
  readonly cue?: Span;
  /** Absent: nobody is named with enough confidence. */
  readonly speaker?: Speaker;
}

/** A stretch of the article with one topic, up to the next section of its level or above. In text order. */
export interface Section extends Span, Correctable {
  /** The heading's words without its markup, or the strongest words of an inferred section. */
  readonly title: string;
  /** 0 for the article as a whole under its headline, 1 for a top section, 2 for one inside it. */
  readonly level: number;
  /** The heading's line without markup; absent for inferred sections. */
  readonly heading?: Span;
  readonly origin: 'headline' | 'heading' | 'time' | 'inferred';
  /** Strongest words first, at most six. */
  readonly keywords: readonly string[];
  /** The sentence that tells best what the section says. */
  readonly gist?: Span;
  /** Words of running text in it, boilerplate left out. */
  readonly words: number;
}

export type BoilerplateKind = 'byline' | 'dateline' | 'prompt' | 'copyright' | 'credit' | 'caption';

/** Text that is not the article: bylines, share and comment prompts. In no count. */
export interface Boilerplate extends Span {
  readonly kind: BoilerplateKind;
}

/** What the pipeline found in one version of an article. All lists are in text order. */
export interface Analysis {
  readonly version: number;
  /** ISO 639-1 code of the article's language; 'und' if it cannot be told. */
  readonly language: string;
  readonly headline?: Span;
  readonly boilerplate: readonly Boilerplate[];
  readonly sections: readonly Section[];
  readonly quotes: readonly Quote[];
  readonly entities: readonly Entity[];
  /** Words of running text, boilerplate left out. */
  readonly words: number;
}
