import { join } from 'node:path';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '../..');

/** What is downloaded once and kept: git ignores it, and it may be a link to a folder shared by several clones. */
export const CACHE = join(ROOT, '.cache');

/** What tests and packaging make: git ignores it. */
export const OUT = join(ROOT, 'out');
