/** Turns a message of ours into the reader's language; `{0}`, `{1}` … stand for the arguments. As `vscode.l10n`. */
export interface L10n {
  t(message: string, ...args: (string | number)[]): string;
}

/** The messages as they are written in the source. */
export const english: L10n = {
  t: (message, ...args) => message.replace(/\{(\d+)\}/g, (_hole, i) => String(args[Number(i)] ?? '')),
};
