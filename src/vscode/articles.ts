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
import type { Stage } from '../core/pipeline/analyze.ts';
import { createCache } from '../core/pipeline/cache.ts';
import type { NameModel } from '../core/pipeline/mentions.ts';
import { mapAnalysis, mergeChanges, type TextChange } from '../core/text/change.ts';
import { onDidChangeSettings, setting } from './config.ts';
import { toChanges } from './convert.ts';
import { loadEngine } from './engine.ts';
import { log } from './log.ts';
import { inSlices } from './slices.ts';

/** An article has a new analysis; `before` is what {@link Articles.get} gave until then. */
export interface Analyzed {
  readonly document: TextDocument;
  readonly before: Analysis | undefined;
}

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
  readonly #analyzed = new EventEmitter<Analyzed>();
  readonly #edited = new EventEmitter<Edited>();
  readonly #opened = new EventEmitter<TextDocument>();
  readonly #slow = new EventEmitter<TextDocument>();
  readonly #names: () => Promise<NameModel | undefined>;
  readonly #asked = new Set<string>();
  readonly #subscriptions: Disposable[];
  readonly #start: ReturnType<typeof setTimeout>;

  readonly onDidAnalyze: Event<Analyzed> = this.#analyzed.event;
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
      onDidAnalyze: (before) => this.#analyzed.fire({ document, before }),
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

interface ArticleHost {
  readonly names: () => Promise<NameModel | undefined>;
  readonly refine: (analysis: Analysis) => Analysis;
  readonly onDidAnalyze: (before: Analysis | undefined) => void;
  readonly onDidTakeLong: () => void;
}

/** One open article: its analysis, the edits since, and the work on the next analysis. */
class Article implements Disposable {
  readonly #document: TextDocument;
  readonly #host: ArticleHost;
  readonly #cache = createCache();
  #found: Analysis | undefined;
  #refined: Analysis | undefined;
  #edits: TextChange[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void)[] = [];
  #closed = false;
  #editedAt = Number.NEGATIVE_INFINITY;
  /** Milliseconds of the last analysis. */
  #took = 0;
  /** How much of the analysis under way is done. */
  progress: number | undefined;
  /** Whether the last analysis, or the one under way, was to find indirect quotes. */
  indirect: boolean | undefined;

  constructor(document: TextDocument, host: ArticleHost) {
    this.#document = document;
    this.#host = host;
    this.#schedule(0);
  }

  /** Moved along only when it is asked for, so that a key stroke costs next to nothing. */
  get analysis(): Analysis | undefined {
    if (this.#edits.length > MOST_EDITS) {
      this.#found = undefined;
      this.#refined = undefined;
    } else if (this.#edits.length > 0 && this.#found && this.#refined) {
      const same = this.#found === this.#refined;
      this.#found = mapAnalysis(this.#found, this.#edits);
      this.#refined = same ? this.#found : mapAnalysis(this.#refined, this.#edits);
    }
    this.#edits = [];
    return this.#refined;
  }

  /** Whether the text was edited since the last analysis. */
  get isBehind(): boolean {
    return this.#timer !== undefined;
  }

  get hasAnalysis(): boolean {
    return this.#refined !== undefined;
  }

  async settled(): Promise<Analysis | undefined> {
    while (this.#timer !== undefined && !this.#closed)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.analysis;
  }

  edit(changes: readonly TextChange[]): void {
    for (const change of changes) this.#add(change);
    const now = performance.now();
    const typing = now - this.#editedAt < TYPING;
    this.#editedAt = now;
    this.#schedule(typing ? Math.min(LONGEST_REST, Math.max(SHORTEST_REST, 2 * this.#took)) : PAUSE);
  }

  analyzeAnew(): void {
    this.#schedule(0);
  }

  refine(): void {
    const before = this.analysis;
    if (this.#found) this.#show(this.#found, before);
  }

  dispose(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#wake();
  }

  #add(change: TextChange): void {
    const last = this.#edits.at(-1);
    const merged = last && mergeChanges(last, change);
    if (merged) this.#edits.pop();
    this.#edits.push(merged ?? change);
  }

  #schedule(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#analyze(), pause);
  }

  /** Works in slices; a newer edit, which sets the timer anew, ends the work. What was found stays in the cache. */
  async #analyze(): Promise<void> {
    const timer = this.#timer;
    const [{ analyzeSteps, STAGES }, names] = await Promise.all([loadEngine(), this.#host.names()]);
    const stale = () => this.#closed || timer !== this.#timer;
    if (stale()) return;
    const began = performance.now();
    const slow = setTimeout(this.#host.onDidTakeLong, LONG);
    const onStage = (stage: Stage) => {
      this.progress = STAGES.indexOf(stage) / STAGES.length;
    };
    try {
      const { version } = this.#document;
      this.indirect = setting('annotate.indirectQuotes');
      const options = { version, names, indirect: this.indirect, cache: this.#cache, onStage };
      const found = await inSlices(analyzeSteps(this.#document.getText(), options), stale);
      this.#took = performance.now() - began;
      if (found) this.#finish(found);
    } catch (error) {
      log.error(`analysing ${this.#document.uri.path}`, error);
      if (!stale()) this.#finish(undefined);
    } finally {
      clearTimeout(slow);
    }
  }

  #finish(found: Analysis | undefined): void {
    const before = this.analysis;
    this.#timer = undefined;
    this.progress = undefined;
    if (found) this.#show(found, before);
    this.#wake();
  }

  #show(found: Analysis, before: Analysis | undefined): void {
    this.#found = found;
    this.#refined = this.#host.refine(found);
    this.#host.onDidAnalyze(before);
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** Edits, made at once by replacing all or by many cursors, after which it is quicker to find all anew than to move it. */
const MOST_EDITS = 500;

/** Milliseconds from a single edit to the next analysis. */
const PAUSE = 5;

/**
 * While someone types, the analysis waits for a rest of twice the time that the last one took, within these bounds in
 * milliseconds. Until then all that is shown moves along with the text.
 */
const SHORTEST_REST = 250;
const LONGEST_REST = 1000;

/** Milliseconds from one edit to the next within which someone is typing. */
const TYPING = 1000;

/** Milliseconds of one analysis after which its progress is shown. */
const LONG = 1000;

/** Schemes of documents that are no articles though their language may be plain text: logs, comment boxes, old versions. */
const NOT_ARTICLES =
  /^(?:output|comment|debug|git|search-editor|walkThrough.*|chat.*|interactive.*|vscode(?!-remote|-vfs|-test).*)$/;
