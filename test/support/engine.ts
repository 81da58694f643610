import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NameModel, readNameModel } from '../../src/core/learned/model.ts';

/** The name model that ships, for tests and benchmarks; read from the folder that npm runs them in. */
export function loadNames(): Promise<NameModel | undefined> {
  return readNameModel(readFileSync(join('media', 'names.bin')));
}
