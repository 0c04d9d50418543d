/** A set of row numbers: one bit a row. */
export class RowSet {
  #bits = new Uint32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(row: number): void {
    const word = row >>> 5;
    if (word >= this.#bits.length) {
      const more = new Uint32Array(Math.max(word + 1, this.#bits.length * 2));
      more.set(this.#bits);
      this.#bits = more;
    }
    const bit = 1 << (row & 31);
    const bits = this.#bits[word] as number;
    if (bits & bit) return;
    this.#bits[word] = bits | bit;
    this.#size++;
  }

  has(row: number): boolean {
    return ((this.#bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
  }
}
