import type { Entity, Mention } from '../model.ts';

/** The mention that first gives the entity's full name; else its first mention by name, else its first. */
export function fullNaming(entity: Entity, text: string): Mention | undefined {
  const names = entity.mentions.filter(({ kind }) => kind === 'name');
  const full = names.find(({ start, end }) => text.slice(start, end).includes(entity.name));
  return full ?? names[0] ?? entity.mentions[0];
}

/**
 * A mention's new words when `oldName` becomes `newName`: a mention that holds the old name keeps what is around it,
 * one that is only the first or last part of it becomes the same part of the new name, any other the whole new name.
 */
export function renamed(mention: string, oldName: string, newName: string): string {
  if (mention.includes(oldName)) return mention.replace(oldName, () => newName);
  const parts = newName.split(/\s+/);
  if (oldName.endsWith(` ${mention}`)) return parts.at(-1) ?? newName;
  if (oldName.startsWith(`${mention} `)) return parts[0] ?? newName;
  return newName;
}
