const SMALL_WORDS = new Set('of and the for de du des la le in on to y e et und'.split(' '));

/** The acronyms a name of several words (in small letters) may have: its initials with and without small words. */
export function acronymsOf(words: readonly string[]): readonly string[] {
  const all = words.map((word) => word[0]).join('');
  const large = words.filter((word) => !SMALL_WORDS.has(word)).map((word) => word[0]);
  return [...new Set([large.join(''), all])].filter((acronym) => acronym.length > 1);
}

/** Whether the letters of `acronym` (small letters) stand in the name in order: 'ipca', 'minstat'. */
export function abbreviates(acronym: string, words: readonly string[]): boolean {
  const name = words.join(' ');
  let at = -1;
  for (const letter of acronym) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
