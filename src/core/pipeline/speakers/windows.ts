import { proseIn } from '../passage.ts';
import type { Paragraph } from './outline.ts';
import { isEnglish, type Part, type Parts, type PartsInput } from './parts.ts';
import type { Scene } from './scene.ts';
import { sceneOf } from './scenes.ts';
import type { QuoteShape, Window } from './window.ts';

/** How many paragraphs before one with quotes may name their speakers. */
const REACH = 2;

/** How far back the last quote before a paragraph matters. */
const NEAR = 3;

/** The scenes of an article's paragraphs. They are large, and only those of the last few paragraphs are kept. */
export class Scenes {
  readonly #input: PartsInput;
  readonly #article: Parts;
  readonly #kept: { readonly paragraph: number; readonly scene: Scene }[] = [];

  constructor(input: PartsInput, article: Parts) {
    this.#input = input;
    this.#article = article;
  }

  /** The scene of the paragraph with this number. */
  at(paragraph: number): Scene {
    const place = paragraph % (REACH + 2);
    const kept = this.#kept[place];
    if (kept?.paragraph === paragraph) return kept.scene;
    const scene = sceneOf(this.#paragraph(this.#article.parts[paragraph]!));
    this.#kept[place] = { paragraph, scene };
    return scene;
  }

  /** The paragraph with this number and those around it, given how far back the last quote before it is, 0 for not near. */
  window(paragraph: number, lastQuoteBack: number): Window {
    const { parts } = this.#article;
    const part = parts[paragraph]!;
    const before: Scene[] = [];
    for (let i = paragraph - 1; i >= Math.max(0, paragraph - REACH); i--) before.push(this.at(i));
    return {
      here: this.at(paragraph),
      text: part.block.passage.text,
      quotes: shapesOf(this.#input, part),
      before,
      after: paragraph + 1 < parts.length ? this.at(paragraph + 1) : undefined,
      lastQuoteBack,
      english: isEnglish(this.#input),
    };
  }

  #paragraph({ block, firstQuote, endQuote, firstName, endName }: Part): Paragraph {
    const { quotes } = this.#input;
    const { starts, ends, entities } = this.#article.names;
    const offset = block.start;
    const names = [];
    for (let n = firstName; n < endName; n++) {
      names.push({ start: starts[n]! - offset, end: ends[n]! - offset, label: entities[n]!.label });
    }
    return {
      english: isEnglish(this.#input),
      text: block.passage.text,
      tokens: proseIn(block.passage).tokens,
      quotes: quotes
        .slice(firstQuote, endQuote)
        .map(({ start, end }) => ({ start: start - offset, end: end - offset })),
      names,
    };
  }
}

/** Paragraphs from this one with quotes back to the last one with quotes, 0 if there is none near. */
export function quotesBack({ parts }: Parts, paragraph: number): number {
  for (let back = 1; back <= Math.min(NEAR, paragraph); back++) {
    const { firstQuote, endQuote } = parts[paragraph - back]!;
    if (endQuote > firstQuote) return back;
  }
  return 0;
}

/** Everything that the window of the paragraph depends on. */
export function windowContext(article: Parts, paragraph: number): readonly unknown[] {
  const first = Math.max(0, paragraph - REACH);
  const keys = article.parts.slice(first, paragraph + 2).map(({ key }) => key);
  return [quotesBack(article, paragraph), paragraph - first, ...keys];
}

function shapesOf({ text, quotes }: PartsInput, { block, firstQuote, endQuote }: Part): readonly QuoteShape[] {
  const shapes: QuoteShape[] = [];
  for (let q = firstQuote; q < endQuote; q++) {
    const { start, end, content, kind, statement } = quotes[q]!;
    shapes.push({
      start: start - block.start,
      end: end - block.start,
      content: text.slice(content.start, content.end),
      kind: kind === 'fragment' ? 'fragment' : 'direct',
      continues: statement !== q,
    });
  }
  return shapes;
}
