const { imul } = Math;

/**
 * Writes a 64-bit hash of a text to two places of `into`. At 2,000,000 keys the odds that any two of them meet are
 * 1 in 10 million, and what they would cost is one wrong word in a preview: the server compares the keys themselves.
 * (0, 0) stands for "no key" and is never written.
 */
export function hashKey(text: string, seed: number, into: Uint32Array, at: number): void {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = imul(a ^ code, 0x9e3779b1);
    b = imul(b ^ code, 0x5f356495);
    // carries what only reached the high bits down again
    b ^= a >>> 15;
  }
  a = imul(a ^ (a >>> 16), 0x85ebca6b) ^ imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = imul(b ^ (b >>> 16), 0x85ebca6b) ^ imul(a ^ (a >>> 13), 0xc2b2ae35);
  into[at] = a;
  into[at + 1] = b >>> 0 === 0 && a >>> 0 === 0 ? 1 : b;
}
