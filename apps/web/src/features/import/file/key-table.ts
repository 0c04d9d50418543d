/** Which row had a key first, for millions of keys: open addressing in one typed array, 12 bytes a place. */
export class KeyTable {
  /** [high, low, row] a place; row 0: free. */
  #places: Uint32Array;
  #mask: number;
  #size = 0;

  constructor(expected = 1024) {
    let places = 1024;
    while (places < expected * 1.6) places *= 2;
    this.#places = new Uint32Array(places * 3);
    this.#mask = places - 1;
  }

  get size(): number {
    return this.#size;
  }

  /** The row that had this key before, or 0 when it is new and now belongs to `row`. */
  add(high: number, low: number, row: number): number {
    const places = this.#places;
    let at = low & this.#mask;
    for (;;) {
      const place = at * 3;
      const known = places[place + 2] as number;
      if (known === 0) {
        places[place] = high;
        places[place + 1] = low;
        places[place + 2] = row;
        if (++this.#size * 1.6 > this.#mask) this.#grow();
        return 0;
      }
      if (places[place + 1] === low && places[place] === high) return known;
      at = (at + 1) & this.#mask;
    }
  }

  #grow(): void {
    const old = this.#places;
    const mask = this.#mask * 2 + 1;
    const places = new Uint32Array((mask + 1) * 3);
    for (let from = 0; from < old.length; from += 3) {
      if (old[from + 2] === 0) continue;
      let at = (old[from + 1] as number) & mask;
      while (places[at * 3 + 2] !== 0) at = (at + 1) & mask;
      places[at * 3] = old[from] as number;
      places[at * 3 + 1] = old[from + 1] as number;
      places[at * 3 + 2] = old[from + 2] as number;
    }
    this.#places = places;
    this.#mask = mask;
  }
}
