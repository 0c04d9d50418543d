/** Where in a file which record begins, for some records. */
export class SliceIndex {
  readonly #offsets: number[] = [];
  readonly #rows: number[] = [];

  /** Slices come in ascending order; one that is known already is passed over. */
  add(offset: number, row: number): void {
    if (offset <= (this.#offsets.at(-1) ?? -1)) return;
    this.#offsets.push(offset);
    this.#rows.push(row);
  }

  /** The last known slice that begins at this row or before it. */
  before(row: number): { offset: number; row: number } {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle] as number) <= row) low = middle + 1;
      else high = middle;
    }
    const at = Math.max(0, low - 1);
    return { offset: this.#offsets[at] as number, row: this.#rows[at] as number };
  }
}
