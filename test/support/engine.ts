import type { NameModel } from '../../src/core/pipeline/mentions.ts';

/** The name model that ships, for tests and benchmarks. */
export function loadNames(): NameModel | undefined {
  return undefined;
}
