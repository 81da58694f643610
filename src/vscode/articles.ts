import {
  type Disposable,
  type Event,
  EventEmitter,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from 'vscode';
import type { Analysis } from '../core/model.ts';
import type { NameModel } from '../core/pipeline/mentions.ts';
import type { TextChange } from '../core/text/change.ts';
import { Article } from './article.ts';
import { onDidChangeSettings, setting } from './config.ts';
import { toChanges } from './convert.ts';

/** An article was edited; `changes` are to be applied in the order given. */
export interface Edited {
  readonly document: TextDocument;
  readonly changes: readonly TextChange[];
}

/** Puts a reader's corrections on top of what the pipeline found. Must be quick: it runs after each analysis. */
export type Refine = (document: TextDocument, analysis: Analysis) => Analysis;

/**
 * The open articles and their analyses: the extension's only state about texts, and its only subscriber of their
 * changes. Others pull with {@link get}, which is up to date with the text after every edit, and paint when
 * {@link onDidAnalyze} tells them.
 */
export class Articles implements Disposable {
  readonly #articles = new Map<TextDocument, Article>();
  readonly #refiners = new Set<Refine>();
  readonly #analyzed = new EventEmitter<TextDocument>();
  readonly #edited = new EventEmitter<Edited>();
  readonly #opened = new EventEmitter<TextDocument>();
  readonly #slow = new EventEmitter<TextDocument>();
  readonly #names: () => Promise<NameModel | undefined>;
  readonly #asked = new Set<string>();
  readonly #subscriptions: Disposable[];
  readonly #start: ReturnType<typeof setTimeout>;

  /** An article has a new analysis. */
  readonly onDidAnalyze: Event<TextDocument> = this.#analyzed.event;
  readonly onDidEdit: Event<Edited> = this.#edited.event;
  /** The analysis of an article has been under way for a second. */
  readonly onDidTakeLong: Event<TextDocument> = this.#slow.event;

  /** `names` is asked for the model of names before the first analysis. */
  constructor(names: () => Promise<NameModel | undefined>) {
    this.#names = names;
    this.#subscriptions = [
      workspace.onDidChangeTextDocument((event) => this.#edit(event)),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
      window.onDidChangeVisibleTextEditors(() => this.annotateVisible()),
      onDidChangeSettings(() => this.#findOthers()),
    ];
    // After the activation, as settings take long to read for the first time.
    this.#start = setTimeout(() => this.annotateVisible());
  }

  /** The analysis of an article, moved along with every edit since it was made; `undefined` until there is one. */
  get(document: TextDocument): Analysis | undefined {
    return this.#articles.get(document)?.analysis;
  }

  /** Whether an article has an analysis, which may have been made before the last edits. */
  has(document: TextDocument): boolean {
    return this.#articles.get(document)?.hasAnalysis ?? false;
  }

  /** Whether a new analysis of the article will follow, since its text was edited. */
  isBehind(document: TextDocument): boolean {
    return this.#articles.get(document)?.isBehind ?? false;
  }

  /** The analysis of the article as it is now, once it is made; `undefined` if the document is no article. */
  async settled(document: TextDocument): Promise<Analysis | undefined> {
    if (this.#isWanted(document)) this.#open(document);
    return this.#articles.get(document)?.settled();
  }

  /** How much of the analysis under way is done, from 0 to 1; `undefined` when there is none. */
  progress(document: TextDocument): number | undefined {
    return this.#articles.get(document)?.progress;
  }

  /** Makes a document an article, whatever its language, until it is closed. */
  annotate(document: TextDocument): void {
    this.#asked.add(document.uri.toString());
    this.#open(document);
  }

  /** Annotates what is on the screen and in a language that is annotated without being asked. */
  annotateVisible(): void {
    for (const { document } of window.visibleTextEditors) if (this.#isWanted(document)) this.#open(document);
  }

  /** Has every analysis pass through `refine` from now on. */
  addRefiner(refine: Refine): Disposable {
    this.#refiners.add(refine);
    this.refresh();
    return {
      dispose: () => {
        this.#refiners.delete(refine);
        this.refresh();
      },
    };
  }

  /** Applies the refiners anew, to one article or to all, without a new analysis. */
  refresh(document?: TextDocument): void {
    if (document) this.#articles.get(document)?.refine();
    else for (const article of this.#articles.values()) article.refine();
  }

  /**
   * Registers something for each language that articles are in, once the first is opened: the languages are not known
   * before, and documents in other languages must not be bothered.
   */
  forEachLanguage(register: (language: string) => Disposable): Disposable {
    const registered = new Map<string, Disposable>();
    const add = (language: string) => {
      if (!registered.has(language)) registered.set(language, register(language));
    };
    for (const { languageId } of this.#articles.keys()) add(languageId);
    const subscription = this.#opened.event(({ languageId }) => add(languageId));
    return {
      dispose: () => {
        for (const one of [subscription, ...registered.values()]) one.dispose();
      },
    };
  }

  dispose(): void {
    clearTimeout(this.#start);
    for (const article of this.#articles.values()) article.dispose();
    for (const subscription of [...this.#subscriptions, this.#analyzed, this.#edited, this.#opened, this.#slow])
      subscription.dispose();
  }

  #isWanted(document: TextDocument): boolean {
    if (this.#asked.has(document.uri.toString())) return true;
    if (NOT_ARTICLES.test(document.uri.scheme)) return false;
    return setting('annotate.automatically') && setting('annotate.languages').includes(document.languageId);
  }

  #open(document: TextDocument): void {
    if (this.#articles.has(document) || document.isClosed) return;
    const article = new Article(document, {
      names: this.#names,
      refine: (analysis) => [...this.#refiners].reduce((refined, refine) => refine(document, refined), analysis),
      onDidAnalyze: () => this.#analyzed.fire(document),
      onDidTakeLong: () => this.#slow.fire(document),
    });
    this.#articles.set(document, article);
    this.#opened.fire(document);
  }

  /** Analyses the articles anew if the settings now ask for other findings. */
  #findOthers(): void {
    const indirect = setting('annotate.indirectQuotes');
    for (const article of this.#articles.values()) if (article.indirect !== indirect) article.analyzeAnew();
  }

  #edit(event: TextDocumentChangeEvent): void {
    const article = this.#articles.get(event.document);
    if (!article || event.contentChanges.length === 0) return;
    const changes = toChanges(event);
    article.edit(changes);
    this.#edited.fire({ document: event.document, changes });
  }

  #close(document: TextDocument): void {
    this.#articles.get(document)?.dispose();
    this.#articles.delete(document);
    this.#asked.delete(document.uri.toString());
  }
}

/** Schemes of documents that are no articles though their language may be plain text: logs, comment boxes, old versions. */
const NOT_ARTICLES =
  /^(?:output|comment|debug|git|search-editor|walkThrough.*|chat.*|interactive.*|vscode(?!-remote|-vfs|-test).*)$/;
