import {
  DecorationRangeBehavior,
  type DecorationRenderOptions,
  Disposable,
  type ExtensionContext,
  OverviewRulerLane,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
} from 'vscode';
import type { Analysis, Span } from '../core/model.ts';
import {
  HIGHLIGHT_KINDS,
  type HighlightKind,
  type Highlights,
  highlights,
  sameSpans,
} from '../core/view/highlights.ts';
import { quoteAt, quotesBySameSpeaker } from '../core/view/items.ts';
import type { Analyzed, Articles, Edited } from './articles.ts';
import { onDidChangeSettings, setting } from './config.ts';
import { toRange } from './convert.ts';

/**
 * Paints the findings into the visible editors. The types are made once, when there is something to paint; what has not
 * changed is not sent again.
 */
export function registerDecorations(context: ExtensionContext, articles: Articles): Disposable {
  const painter = new Painter(context, articles);
  return Disposable.from(
    painter,
    articles.onDidAnalyze((event) => painter.repaint(event)),
    articles.onDidEdit((event) => painter.edited(event)),
    window.onDidChangeVisibleTextEditors(() => painter.paintNew()),
    window.onDidChangeTextEditorSelection(({ textEditor }) => painter.moved(textEditor)),
    onDidChangeSettings(() => painter.paintAll()),
  );
}

type Look = HighlightKind | 'voice' | 'speaker';

class Painter implements Disposable {
  readonly #articles: Articles;
  readonly #root: Uri;
  #types: Readonly<Record<Look, TextEditorDecorationType>> | undefined;
  /** When each kind was last sent to an editor; an editor that is not in it has not been painted yet. */
  readonly #sent = new WeakMap<TextEditor, Map<Look, number>>();
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
    for (const editor of window.visibleTextEditors) if (!this.#sent.has(editor)) this.#paint(editor);
  }

  repaint({ document, before }: Analyzed): void {
    for (const editor of window.visibleTextEditors) {
      if (editor.document === document) this.#paint(editor, this.#sent.has(editor) ? before : undefined);
    }
  }

  /**
   * The editor moves what it shows along with the text by itself. Only ranges that met the edit on their way there
   * may stand wrong, so they are sent again with the next analysis.
   */
  edited({ document }: Edited): void {
    const since = performance.now() - UNDERWAY;
    for (const editor of window.visibleTextEditors) {
      if (editor.document !== document) continue;
      const sent = this.#sent.get(editor);
      for (const [look, time] of sent ?? []) if (time > since) sent?.delete(look);
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

  #paint(editor: TextEditor, before?: Analysis): void {
    const analysis = this.#articles.get(editor.document);
    if (!analysis && !this.#sent.has(editor)) return;
    const now = shown(analysis);
    const then = before && shown(before);
    for (const kind of HIGHLIGHT_KINDS) this.#send(editor, kind, now[kind], then?.[kind]);
    this.#paintVoice(editor);
  }

  /** All quotes of the speaker under the cursor, and the words that name him. */
  #paintVoice(editor: TextEditor): void {
    const analysis = this.#articles.get(editor.document);
    const visible = analysis && setting('highlights.show') && setting('highlights.quotes');
    const quote = visible ? quoteAt(analysis, editor.document.offsetAt(editor.selection.active)) : undefined;
    const voice = analysis && quote ? quotesBySameSpeaker(analysis, quote).filter(({ kind }) => kind !== 'term') : [];
    const speaker = [quote?.speaker?.mention, quote?.cue].filter((span) => span !== undefined);
    this.#send(editor, 'voice', voice);
    this.#send(editor, 'speaker', speaker);
  }

  #send(editor: TextEditor, look: Look, spans: readonly Span[], shown?: readonly Span[]): void {
    const sent = this.#sent.get(editor) ?? new Map<Look, number>();
    this.#sent.set(editor, sent);
    if (shown && sent.has(look) && sameSpans(spans, shown)) return;
    if (spans.length === 0 && !sent.has(look)) return;
    this.#types ??= makeTypes(this.#root);
    editor.setDecorations(
      this.#types[look],
      spans.map((span) => toRange(editor.document, span)),
    );
    sent.set(look, performance.now());
  }
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

function makeTypes(root: Uri): Readonly<Record<Look, TextEditorDecorationType>> {
  const icon = (name: string) => Uri.joinPath(root, 'media', name);
  const looks: Record<Look, DecorationRenderOptions> = {
    quote: { ...background('quote'), ...ruler('quoteRuler', OverviewRulerLane.Left) },
    fragment: { ...background('fragment'), ...ruler('quoteRuler', OverviewRulerLane.Left) },
    indirect: { ...background('fragment'), ...outline('dashed', 'indirectBorder') },
    term: outline('dotted', 'indirectBorder'),
    person: underline('solid', 'person'),
    organisation: underline('dashed', 'organisation'),
    place: underline('dotted', 'place'),
    group: underline('double', 'group'),
    other: underline('solid', 'other'),
    heading: {
      fontWeight: 'bold',
      ...ruler('sectionRuler', OverviewRulerLane.Full),
      gutterIconSize: '70%',
      light: { gutterIconPath: icon('section-light.svg') },
      dark: { gutterIconPath: icon('section-dark.svg') },
    },
    boilerplate: { color: new ThemeColor('articleLens.boilerplateForeground'), fontStyle: 'italic' },
    voice: { ...background('voice'), ...ruler('voiceRuler', OverviewRulerLane.Left) },
    speaker: outline('solid', 'speakerBorder'),
  };
  const type = (look: DecorationRenderOptions) =>
    window.createTextEditorDecorationType({ rangeBehavior: DecorationRangeBehavior.ClosedClosed, ...look });
  const types = Object.entries(looks).map(([kind, look]) => [kind, type(look)]);
  return Object.fromEntries(types) as Record<Look, TextEditorDecorationType>;
}

function background(kind: string): DecorationRenderOptions {
  return {
    backgroundColor: new ThemeColor(`articleLens.${kind}Background`),
    borderRadius: '3px',
    ...outline('solid', `${kind}Border`),
  };
}

/** A line round the words; most themes leave it transparent, high contrast does not. */
function outline(style: string, color: string): DecorationRenderOptions {
  return {
    borderWidth: '1px',
    borderStyle: style,
    borderColor: new ThemeColor(`articleLens.${color}`),
    borderRadius: '3px',
  };
}

function ruler(color: string, overviewRulerLane: OverviewRulerLane): DecorationRenderOptions {
  return { overviewRulerColor: new ThemeColor(`articleLens.${color}`), overviewRulerLane };
}

/** A line under the words, drawn by the text itself so that it keeps clear of the letters that reach below it. */
function underline(style: string, kind: string): DecorationRenderOptions {
  const color = `var(--vscode-articleLens-${kind}Underline)`;
  return {
    textDecoration: `underline ${style} ${color} 1px; text-underline-offset: 0.25em; text-decoration-skip-ink: auto`,
  };
}

/** Milliseconds within which ranges that were sent may still be on their way to the editor. */
const UNDERWAY = 200;

/** Milliseconds the cursor rests before its speaker's quotes are shown. */
const MOVING = 40;
