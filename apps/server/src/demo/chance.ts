/** Chance that falls the same way every time: a demo looks alike wherever it is made. */
export interface Chance {
  /** From 0 up to and without 1. */
  next(): number;
  pick<T>(list: readonly T[]): T;
  /** Whether what happens with this probability happens. */
  is(probability: number): boolean;
}

export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  // xorshift32 (Marsaglia 2003): 0 would stay 0
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return {
    next,
    pick: (list) => list[Math.floor(next() * list.length)] as never,
    is: (probability) => next() < probability,
  };
}
