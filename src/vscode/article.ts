import type { Disposable, TextDocument } from 'vscode';
import type { Analysis } from '../core/model.ts';
import type { Stage } from '../core/pipeline/analyze.ts';
import { createCache } from '../core/pipeline/cache.ts';
import type { NameModel } from '../core/pipeline/mentions.ts';
import { addChange, MOST_EDITS, mapAnalysis, type TextChange } from '../core/text/change.ts';
import { setting } from './config.ts';
import { loadEngine } from './engine.ts';
import { log } from './log.ts';
import { inSlices } from './slices.ts';

/** What an article needs, and whom it tells. */
export interface ArticleHost {
  readonly names: () => Promise<NameModel | undefined>;
  readonly refine: (analysis: Analysis) => Analysis;
  readonly onDidAnalyze: () => void;
  readonly onDidTakeLong: () => void;
}

/** One open article: its analysis, the edits since, and the work on the next analysis. */
export class Article implements Disposable {
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
    for (const change of changes) addChange(this.#edits, change);
    const now = performance.now();
    const typing = now - this.#editedAt < TYPING;
    this.#editedAt = now;
    this.#schedule(typing ? Math.min(LONGEST_REST, Math.max(SHORTEST_REST, 2 * this.#took)) : PAUSE);
  }

  analyzeAnew(): void {
    this.#schedule(0);
  }

  refine(): void {
    // What is shown is moved along, and what it was made from with it.
    if (this.analysis && this.#found) this.#show(this.#found);
  }

  dispose(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#wake();
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
    this.#timer = undefined;
    this.progress = undefined;
    if (found) this.#show(found);
    this.#wake();
  }

  /** Shows what was found in the text as it is now. */
  #show(found: Analysis): void {
    this.#edits = [];
    this.#found = found;
    this.#refined = this.#host.refine(found);
    this.#host.onDidAnalyze();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

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
