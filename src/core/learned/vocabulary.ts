/** The words of an article, however they are capitalised, by number: told by their hashes in small letters. */
export class Vocabulary {
  count = 0;
  /** Hash and number plus one, by turns; at most half full. */
  private slots = new Int32Array(1024);

  /** The number of a word, a new one if it has none. */
  numberOf(lower: number): number {
    const slot = this.slotOf(lower);
    const known = this.slots[slot + 1]!;
    if (known !== 0) return known - 1;
    this.slots[slot] = lower;
    this.slots[slot + 1] = ++this.count;
    const number = this.count - 1;
    if (this.count * 4 > this.slots.length) this.grow();
    return number;
  }

  /** The number of a word; -1 if it has none. */
  find(lower: number): number {
    return this.slots[this.slotOf(lower) + 1]! - 1;
  }

  private slotOf(lower: number): number {
    const { slots } = this;
    let slot = (Math.imul(lower, 0x9e3779b1) >>> 4) & (slots.length - 2);
    while (slots[slot + 1] !== 0 && slots[slot] !== lower) slot = (slot + 2) & (slots.length - 1);
    return slot;
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Int32Array(slots.length * 2);
    for (let slot = 0; slot < slots.length; slot += 2) {
      if (slots[slot + 1] === 0) continue;
      const place = this.slotOf(slots[slot]!);
      this.slots[place] = slots[slot]!;
      this.slots[place + 1] = slots[slot + 1]!;
    }
  }
}
