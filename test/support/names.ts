import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NameModel, readNameModel } from '../../src/core/learned/model.ts';

let names: NameModel | undefined;

/** The model of names that ships, read once, from the repository's root. */
export function shippedNames(): NameModel | undefined {
  names ??= readNameModel(readFileSync(join('media', 'names.bin')));
  return names;
}
