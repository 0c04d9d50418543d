import { randomFillSync } from "node:crypto";

/** Drawn at once: a call for a few random bytes costs as much as one for thousands. */
const drawn = 256;

/** Random bytes to be used once, `size` at a time. The answer is to be used before the next call. */
export function makeNonces(size: number): () => Buffer {
  const pool = Buffer.alloc(size * drawn);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    at += size;
    return pool.subarray(at - size, at);
  };
}
