import type { Encoding } from "./opened-file";

export interface DetectedEncoding {
  encoding: Encoding;
  /** Length of the byte order mark. */
  bom: number;
}

/**
 * From the first bytes of a file. Statistical guessers do worse on short lists of names, so: the mark when there is one,
 * NUL bytes for UTF-16, strict UTF-8, else what spreadsheets in western Europe write.
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", bom: 2 };
  return { encoding: utf16ByZeros(head.subarray(0, 8192)) ?? (isUtf8(head) ? "utf-8" : "windows-1252"), bom: 0 };
}

/** Delimiters, line breaks and e-mail addresses are ASCII in every alphabet, and ASCII has a zero in one half of each unit. */
function utf16ByZeros(head: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const units = head.length / 2;
  if (odd > units / 10 && even < odd / 20) return "utf-16le";
  if (even > units / 10 && odd < even / 20) return "utf-16be";
  return null;
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // stream: the head may end inside a character
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
