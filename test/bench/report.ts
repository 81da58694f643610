import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** A table in Markdown; the first row is its head. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...body.map(line)].join('\n');
}

/** Three figures that count. */
export function figures(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** What the figures were taken on. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors[0]?.model.trim()}, ${processors.length} cores, ${memory} GiB, Node ${process.version}, V8 ${process.versions.v8}`;
}

/** Puts the section with this heading into a file of sections, in place of the one of the same heading. */
export function writeSection(path: string, heading: string, body: string): void {
  const old = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const sections = old.split(/^(?=## )/m).filter((section) => !section.startsWith(`## ${heading}\n`));
  writeFileSync(
    path,
    `${[...sections.map((section) => section.trim()), `## ${heading}\n\n${body}`].join('\n\n').trim()}\n`,
  );
}
