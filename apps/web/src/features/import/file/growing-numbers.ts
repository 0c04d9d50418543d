/** A list of 32-bit numbers that can be handed to another thread without a copy. */
export class GrowingNumbers {
  #numbers: Uint32Array<ArrayBuffer>;
  size = 0;

  constructor(capacity: number) {
    this.#numbers = new Uint32Array(Math.max(16, capacity));
  }

  push(number: number): void {
    if (this.size === this.#numbers.length) this.#grow(this.size + 1);
    this.#numbers[this.size++] = number;
  }

  /** Appends zeros, to be written to in place. */
  extend(count: number): Uint32Array {
    this.size += count;
    if (this.size > this.#numbers.length) this.#grow(this.size);
    return this.#numbers;
  }

  /** What was pushed, with nothing after it. */
  take(): Uint32Array<ArrayBuffer> {
    return this.#numbers.slice(0, this.size);
  }

  #grow(atLeast: number): void {
    const more = new Uint32Array(Math.max(atLeast, this.#numbers.length * 2));
    more.set(this.#numbers);
    this.#numbers = more;
  }
}
