import type { Section } from '../model.ts';

/** A section with those that are part of it. */
export interface Branch {
  readonly section: Section;
  readonly below: readonly Branch[];
}

/** The sections as a tree: each has those of a deeper level below it that follow it. */
export function nested(sections: readonly Section[]): readonly Branch[] {
  const top: Branch[] = [];
  const open: { readonly section: Section; readonly below: Branch[] }[] = [];
  for (const section of sections) {
    while ((open.at(-1)?.section.level ?? -1) >= section.level) open.pop();
    const branch = { section, below: [] };
    (open.at(-1)?.below ?? top).push(branch);
    open.push(branch);
  }
  return top;
}
