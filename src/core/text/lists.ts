/**
 * A copy of a list that grew item by item, to be kept: it has room for its items only, while the list itself has room
 * for sixteen more or half as many again.
 */
export function fitted<T>(list: readonly T[]): readonly T[] {
  return list.slice();
}

/**
 * The number of the first of `count` things in order for which the test holds, if it then holds for all behind it, too;
 * `count` if it holds for none. By halving.
 */
export function firstIndex(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
