import { proseIn } from '../passage.ts';
import type { Paragraph } from './outline.ts';
import { hasQuotes, isEnglish, type Parts, type PartsInput } from './parts.ts';
import type { Scene } from './scene.ts';
import { sceneOf } from './scenes.ts';
import type { QuoteShape, Window } from './window.ts';

/** How many paragraphs before one with quotes may name their speakers. */
const REACH = 2;

/** How far back the last quote before a paragraph matters. */
export const NEAR = 3;

/** The scenes of an article's paragraphs. They are large, and only those of the last few paragraphs are kept. */
export class Scenes {
  readonly #input: PartsInput;
  readonly #parts: Parts;
  readonly #kept: { readonly paragraph: number; readonly scene: Scene }[] = [];

  constructor(input: PartsInput, parts: Parts) {
    this.#input = input;
    this.#parts = parts;
  }

  /** The scene of the paragraph with this number. */
  at(paragraph: number): Scene {
    const place = paragraph % (REACH + 2);
    const kept = this.#kept[place];
    if (kept?.paragraph === paragraph) return kept.scene;
    const scene = sceneOf(this.#paragraph(paragraph));
    this.#kept[place] = { paragraph, scene };
    return scene;
  }

  /** The paragraph with this number and those around it. */
  window(paragraph: number): Window {
    const { blocks } = this.#parts;
    const before: Scene[] = [];
    for (let i = paragraph - 1; i >= Math.max(0, paragraph - REACH); i--) before.push(this.at(i));
    return {
      here: this.at(paragraph),
      text: blocks[paragraph]!.passage.text,
      quotes: this.#shapes(paragraph),
      before,
      after: paragraph + 1 < blocks.length ? this.at(paragraph + 1) : undefined,
      lastQuoteBack: quotesBack(this.#parts, paragraph),
      english: isEnglish(this.#input),
    };
  }

  #shapes(i: number): readonly QuoteShape[] {
    const { text, quotes } = this.#input;
    const { offsets, firstQuote } = this.#parts;
    const shapes: QuoteShape[] = [];
    for (let q = firstQuote[i]!; q < firstQuote[i + 1]!; q++) {
      const { start, end, content, kind, statement } = quotes[q]!;
      shapes.push({
        start: start - offsets[i]!,
        end: end - offsets[i]!,
        content: text.slice(content.start, content.end),
        kind: kind === 'fragment' ? 'fragment' : 'direct',
        continues: statement !== q,
      });
    }
    return shapes;
  }

  #paragraph(i: number): Paragraph {
    const { entities } = this.#input;
    const { blocks, offsets, firstQuote, firstName, quotes, names } = this.#parts;
    const { passage } = blocks[i]!;
    const offset = offsets[i]!;
    const paragraph = { quotes: [] as Paragraph['quotes'][number][], names: [] as Paragraph['names'][number][] };
    for (let q = firstQuote[i]!; q < firstQuote[i + 1]!; q++) {
      paragraph.quotes.push({ start: quotes.starts[q]! - offset, end: quotes.ends[q]! - offset });
    }
    for (let n = firstName[i]!; n < firstName[i + 1]!; n++) {
      const { label } = entities[names.entities[n]!]!;
      paragraph.names.push({ start: names.starts[n]! - offset, end: names.ends[n]! - offset, label });
    }
    return { ...paragraph, english: isEnglish(this.#input), text: passage.text, tokens: proseIn(passage).tokens };
  }
}

/** Everything that the window of the paragraph depends on, given what stands for all that is in each paragraph. */
export function windowContext(parts: Parts, keys: readonly object[], paragraph: number): readonly unknown[] {
  const first = Math.max(0, paragraph - REACH);
  return [quotesBack(parts, paragraph), paragraph - first, ...keys.slice(first, paragraph + 2)];
}

/** Paragraphs from this one with quotes back to the last one with quotes, 0 if there is none near. */
function quotesBack(parts: Parts, paragraph: number): number {
  for (let back = 1; back <= Math.min(NEAR, paragraph); back++) if (hasQuotes(parts, paragraph - back)) return back;
  return 0;
}
