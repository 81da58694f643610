import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoldArticle, parseFile } from '../../src/training/markup.ts';

/** Our own articles with their gold annotations, in the order of their files; read from the repository's root. */
export function corpusArticles(): readonly GoldArticle[] {
  const folder = join('test', 'corpus');
  const files = readdirSync(folder).filter((name) => name.endsWith('.art'));
  return files.sort().flatMap((name) => parseFile(readFileSync(join(folder, name), 'utf8')));
}

/** The plain texts of our own articles. */
export function corpusTexts(): readonly string[] {
  return corpusArticles().map((article) => article.text);
}
