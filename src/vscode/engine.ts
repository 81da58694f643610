/** What finds things in texts. */
export type Engine = typeof import('../core/pipeline/engine.ts');

/**
 * Loads the engine, with all that it has learned, when it is first asked for: that takes longer than all else that
 * happens when the extension is activated. In Node it is a file of its own (`esbuild.mjs`); in the browser, where an
 * extension is one file, a function in it that has not run yet.
 */
export function loadEngine(): Promise<Engine> {
  loaded ??= import('../core/pipeline/engine.ts');
  return loaded;
}

let loaded: Promise<Engine> | undefined;
