/** How many tests of a run passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Starts each line that the integration suite prints, so that the harness can tell it from what the host logs. */
export const MARK = 'suite| ';

const RESULT = 'passed and failed: ';

/** The line that ends a run. */
export function describeCounts({ passed, failed }: Counts): string {
  return `${RESULT}${passed} ${failed}`;
}

/** The counts of a line made by {@link describeCounts}; undefined for any other line. */
export function matchCounts(line: string): Counts | undefined {
  if (!line.startsWith(RESULT)) return undefined;
  const [passed = 0, failed = 0] = line.slice(RESULT.length).split(' ').map(Number);
  return { passed, failed };
}
