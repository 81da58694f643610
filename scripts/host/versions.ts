/** A VS Code that the tests can run in. */
export interface Version {
  /** Version of VS Code, for the desktop download. */
  readonly vscode: string;
  /** Version of the npm package code-server that carries the same VS Code's server. */
  readonly codeServer: string;
  /** Major version of Node that the server runs on. */
  readonly node: number;
}

/** The oldest VS Code we support, which is the default, and the newest that was tried. */
export const VERSIONS: readonly Version[] = [
  { vscode: '1.100.3', codeServer: '4.100.3', node: 20 },
  { vscode: '1.139.1', codeServer: '4.139.1', node: 24 },
];

/** The version that starts with `prefix` ('1.139'), by default the oldest. Throws on one that is not listed. */
export function versionFor(prefix = '1.100'): Version {
  const version = VERSIONS.find(({ vscode }) => `${vscode}.`.startsWith(`${prefix}.`));
  if (version) return version;
  throw new Error(`No VS Code ${prefix} here; there are ${VERSIONS.map(({ vscode }) => vscode).join(' and ')}`);
}
