const SMALL_WORDS = new Set('of and the for de du des la le in on to y e et und'.split(' '));

/** The acronyms a name of several words (in small letters) may have: its initials without and with small words. */
export function acronymsOf(name: string): string[] {
  let large = '';
  let all = '';
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    end = name.indexOf(' ', start);
    const initial = name.charAt(start);
    all += initial;
    if (!SMALL_WORDS.has(end < 0 ? name.slice(start) : name.slice(start, end))) large += initial;
  }
  return large.length < 2 || large === all ? [all] : [large, all];
}

/** Whether the letters of `acronym` (small letters) stand in the name in order: 'ipca', 'minstat'. */
export function abbreviates(acronym: string, name: string): boolean {
  let at = -1;
  for (const letter of acronym) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
