import { Disposable, type LogOutputChannel, l10n, window } from 'vscode';

/** Our output channel; made at the first line that is written to it. */
export const log = {
  info: (message: string) => channel().info(message),
  warn: (message: string) => channel().warn(message),
  error: (what: string, error: unknown) => channel().error(`${what}: ${describe(error)}`),
  show: () => channel().show(true),
};

/**
 * Runs the part of the extension with that name. What it throws is logged and told once, and only that part stays off.
 */
export function guard(name: string, part: () => Disposable): Disposable {
  try {
    return part();
  } catch (error) {
    tell(name, error);
    return new Disposable(() => {});
  }
}

function tell(name: string, error: unknown): void {
  log.error(name, error);
  const details = l10n.t('Show Details');
  window
    .showWarningMessage(l10n.t('Article Lens: {0} could not start. Everything else works.', name), details)
    .then((choice) => choice && log.show());
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

let made: LogOutputChannel | undefined;

function channel(): LogOutputChannel {
  made ??= window.createOutputChannel('Article Lens', { log: true });
  return made;
}
