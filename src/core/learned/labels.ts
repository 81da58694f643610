/** The kinds of name the model tells apart. `OTHER` holds events, products, works and laws, told apart afterwards. */
export const NAME_TYPES = ['PERSON', 'ORG', 'PLACE', 'NORP', 'OTHER'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** The place of a token in its name: first, inner, last, or the only one (the BILOU scheme). */
export const Part = { begin: 0, inside: 1, last: 2, unit: 3 } as const;
export type Part = (typeof Part)[keyof typeof Part];

/** Number of tags: one for tokens outside names, then four parts for each type. */
export const TAGS = 1 + NAME_TYPES.length * 4;
export const OUTSIDE = 0;

export function tagOf(type: number, part: Part): number {
  return 1 + type * 4 + part;
}

/** Index of the tag's type in {@link NAME_TYPES}; -1 outside names. */
export function typeOfTag(tag: number): number {
  return tag === OUTSIDE ? -1 : (tag - 1) >> 2;
}

/** The tag's part of a name; `undefined` outside names. */
export function partOfTag(tag: number): Part | undefined {
  return tag === OUTSIDE ? undefined : (((tag - 1) & 3) as Part);
}

/** Whether a name can begin with the tag, or none is open at it: it may follow the start of a stretch. */
export function canOpen(tag: number): boolean {
  const part = partOfTag(tag);
  return part === undefined || part === Part.begin || part === Part.unit;
}

/** Whether no name is open after the tag: it may stand at the end of a stretch. */
export function canClose(tag: number): boolean {
  const part = partOfTag(tag);
  return part === undefined || part === Part.last || part === Part.unit;
}

/** For each tag, the tags that may stand before it. */
export const BEFORE: readonly Int32Array[] = Array.from({ length: TAGS }, (_, tag) =>
  Int32Array.from(Array.from({ length: TAGS }, (_, before) => before).filter((before) => mayFollow(before, tag))),
);

function mayFollow(before: number, tag: number): boolean {
  if (canClose(before)) return canOpen(tag);
  return !canOpen(tag) && typeOfTag(before) === typeOfTag(tag);
}
