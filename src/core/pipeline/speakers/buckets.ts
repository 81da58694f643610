/** Names of the numbers that {@link bucket} gives. */
export const BUCKETS: readonly string[] = ['0', '1', '2', '3', '6', '12', '24', 'far'];

/** Distances in items, coarser the longer they are. */
export function bucket(n: number): number {
  if (n <= 3) return Math.max(0, n);
  return n <= 6 ? 4 : n <= 12 ? 5 : n <= 24 ? 6 : 7;
}
