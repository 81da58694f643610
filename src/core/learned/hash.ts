/** The hash of no characters, to which {@link hashStep} adds one after another (FNV-1a, 32 bits). */
export const HASH_START = 0x811c9dc5 | 0;

export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** The 32-bit hash of a string. */
export function hashOf(text: string): number {
  let hash = HASH_START;
  for (let i = 0; i < text.length; i++) hash = hashStep(hash, text.charCodeAt(i));
  return hash;
}

/** A 32-bit hash of two: well spread whatever the two are (the finaliser of MurmurHash3). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}

/**
 * Hashes with a number each, found in constant time. At most half full, so `size` is known from the start. The highest
 * bits tell the place: hashes set in their order fill the memory from its start to its end, which is quick.
 */
export class HashMap32 {
  /** Key and value by turns, so that a look-up touches one place in memory. A value of 0 means an empty place. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly shift: number;

  constructor(size: number) {
    const bits = Math.ceil(Math.log2(Math.max(8, size * 2)));
    this.slots = new Int32Array(2 ** bits * 2);
    this.shift = 32 - bits;
    this.mask = this.slots.length - 2;
  }

  /** The number kept under `key`; 0 if there is none. */
  get(key: number): number {
    return this.slots[this.find(key) + 1]!;
  }

  /** Keeps `value`, which must not be 0, under `key`. */
  set(key: number, value: number): void {
    const slot = this.find(key);
    this.slots[slot] = key;
    this.slots[slot + 1] = value;
  }

  private find(key: number): number {
    const { slots, mask } = this;
    let slot = (key >>> this.shift) * 2;
    while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + 2) & mask;
    return slot;
  }
}
