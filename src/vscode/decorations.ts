import {
  Disposable,
  type ExtensionContext,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  type Uri,
  window,
} from 'vscode';
import type { Analysis, Span } from '../core/model.ts';
import { addChange, MOST_EDITS, mapSpans, type TextChange } from '../core/text/change.ts';
import { HIGHLIGHT_KINDS, type Highlights, highlights, sameSpans } from '../core/view/highlights.ts';
import { quoteAt, quotesBySameSpeaker } from '../core/view/items.ts';
import type { Articles, Edited } from './articles.ts';
import { onDidChangeSettings, setting } from './config.ts';
import { toRange } from './convert.ts';
import { log } from './log.ts';
import { type Look, makeTypes } from './looks.ts';
import { inSlices } from './slices.ts';

/**
 * Paints the findings into the visible editors. The types are made once, when there is something to paint; what has not
 * changed is not sent again.
 */
export function registerDecorations(context: ExtensionContext, articles: Articles): Disposable {
  const painter = new Painter(context, articles);
  return Disposable.from(
    painter,
    articles.onDidAnalyze((document) => painter.repaint(document)),
    articles.onDidEdit((event) => painter.edited(event)),
    window.onDidChangeVisibleTextEditors(() => painter.paintNew()),
    window.onDidChangeTextEditorSelection(({ textEditor }) => painter.moved(textEditor)),
    onDidChangeSettings(() => painter.paintAll()),
  );
}

/** What was sent of a look, and the edits since: one list for all that were sent between the same two edits. */
interface Sent {
  /** `undefined` if it is not certain where they stand now. */
  spans: readonly Span[] | undefined;
  readonly edits: TextChange[];
  readonly at: number;
}

/** What an editor shows of each look; `edits` is empty until the next edit, `turn` is the painting under way. */
interface Canvas {
  readonly sent: Map<Look, Sent>;
  edits: TextChange[];
  turn: symbol | undefined;
}

class Painter implements Disposable {
  readonly #articles: Articles;
  readonly #root: Uri;
  #types: Readonly<Record<Look, TextEditorDecorationType>> | undefined;
  readonly #canvases = new WeakMap<TextEditor, Canvas>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: ExtensionContext, articles: Articles) {
    this.#articles = articles;
    this.#root = context.extensionUri;
    this.paintAll();
  }

  paintAll(): void {
    for (const editor of window.visibleTextEditors) this.#paint(editor);
  }

  /** An editor that has come into view is painted at once from what is known. */
  paintNew(): void {
    for (const editor of window.visibleTextEditors) if (!this.#canvases.has(editor)) this.#paint(editor);
  }

  repaint(document: TextDocument): void {
    for (const editor of window.visibleTextEditors) if (editor.document === document) this.#paint(editor);
  }

  /**
   * The editor moves what it shows along with the text by itself. Only ranges that met the edit on their way there
   * may stand wrong, so they are sent again with the next analysis, which also ends the painting under way.
   */
  edited({ document, changes }: Edited): void {
    const since = performance.now() - UNDERWAY;
    for (const editor of window.visibleTextEditors) {
      const canvas = editor.document === document ? this.#canvases.get(editor) : undefined;
      if (!canvas) continue;
      canvas.turn = undefined;
      canvas.edits = [];
      const all = [...canvas.sent.values()];
      for (const edits of new Set(all.map((sent) => sent.edits)))
        for (const change of changes) addChange(edits, change);
      for (const sent of all) if (sent.at > since || sent.edits.length > MOST_EDITS) sent.spans = undefined;
    }
  }

  moved(editor: TextEditor): void {
    clearTimeout(this.#timer);
    // While someone types, the next analysis paints it anyway.
    this.#timer = setTimeout(() => this.#articles.isBehind(editor.document) || this.#paintVoice(editor), MOVING);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const type of Object.values(this.#types ?? {})) type.dispose();
  }

  #paint(editor: TextEditor): void {
    const analysis = this.#articles.get(editor.document);
    if (!analysis && !this.#canvases.has(editor)) return;
    const turn = Symbol();
    const canvas = this.#canvasOf(editor);
    canvas.turn = turn;
    inSlices(this.#painting(editor, analysis), () => canvas.turn !== turn).catch((error) =>
      log.error('painting', error),
    );
  }

  /** Kind by kind, between which others are served: in a long article, each has thousands of places. */
  *#painting(editor: TextEditor, analysis: Analysis | undefined): Generator<void, void> {
    const now = shown(analysis);
    for (const kind of HIGHLIGHT_KINDS) {
      yield;
      this.#sendChanged(editor, kind, now[kind]);
    }
    yield;
    this.#paintVoice(editor);
  }

  /** All quotes of the speaker under the cursor, and the words that name him. */
  #paintVoice(editor: TextEditor): void {
    const analysis = this.#articles.get(editor.document);
    const visible = analysis && setting('highlights.show') && setting('highlights.quotes');
    const quote = visible ? quoteAt(analysis, editor.document.offsetAt(editor.selection.active)) : undefined;
    const voice = analysis && quote ? quotesBySameSpeaker(analysis, quote).filter(({ kind }) => kind !== 'term') : [];
    const speaker = [quote?.speaker?.mention, quote?.cue].filter((span) => span !== undefined);
    this.#sendChanged(editor, 'voice', voice);
    this.#sendChanged(editor, 'speaker', speaker);
  }

  #sendChanged(editor: TextEditor, look: Look, spans: readonly Span[]): void {
    const { sent, edits } = this.#canvasOf(editor);
    const last = sent.get(look);
    const unchanged = last ? stands(spans, last) : spans.length === 0;
    if (unchanged) {
      if (last) sent.set(look, { spans, edits, at: last.at });
      return;
    }
    this.#types ??= makeTypes(this.#root);
    editor.setDecorations(
      this.#types[look],
      spans.map((span) => toRange(editor.document, span)),
    );
    sent.set(look, { spans, edits, at: performance.now() });
  }

  #canvasOf(editor: TextEditor): Canvas {
    const canvas = this.#canvases.get(editor) ?? { sent: new Map(), edits: [], turn: undefined };
    this.#canvases.set(editor, canvas);
    return canvas;
  }
}

/** Whether the editor, which has moved what was sent, shows just these spans; where none is left it may show a trace. */
function stands(spans: readonly Span[], { spans: before, edits }: Sent): boolean {
  return before?.length === spans.length && sameSpans(mapSpans(before, edits), spans);
}

function shown(analysis: Analysis | undefined): Highlights {
  const show = setting('highlights.show');
  return highlights(analysis, {
    quotes: show && setting('highlights.quotes'),
    entities: show && setting('highlights.entities'),
    sections: show && setting('highlights.sections'),
    boilerplate: show && setting('highlights.boilerplate'),
    terms: setting('highlights.terms'),
    labels: setting('highlights.labels'),
  });
}

/** Milliseconds within which ranges that were sent may still be on their way to the editor. */
const UNDERWAY = 200;

/** Milliseconds the cursor rests before its speaker's quotes are shown. */
const MOVING = 40;
