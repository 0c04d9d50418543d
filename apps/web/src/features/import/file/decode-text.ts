import type { Encoding } from "./opened-file";

/** UTF-16 is turned into UTF-8 when it is read (read-slice.ts), so that quotes and line breaks can be found in bytes. */
export type ByteEncoding = Exclude<Encoding, "utf-16le" | "utf-16be">;

// a character that begins a UTF-8 sequence and one that continues it, both as Windows-1252 shows them: "Ã©", "â€"
const utf8SeenAs1252 =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const western = new TextDecoder("windows-1252");

/** Decodes whole lines. Files that were joined have lines in both encodings: each line is then read in its own. */
export function decodeText(bytes: Uint8Array, encoding: ByteEncoding): { text: string; otherLines: number } {
  if (encoding === "utf-8") {
    try {
      return { text: strict.decode(bytes), otherLines: 0 };
    } catch {
      return decodeLines(bytes, encoding);
    }
  }
  const text = western.decode(bytes);
  return utf8SeenAs1252.test(text) ? decodeLines(bytes, encoding) : { text, otherLines: 0 };
}

function decodeLines(bytes: Uint8Array, encoding: ByteEncoding): { text: string; otherLines: number } {
  const parts: string[] = [];
  let otherLines = 0;
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    const line = bytes.subarray(start, end);
    let text: string;
    let utf8 = true;
    try {
      text = strict.decode(line);
    } catch {
      text = western.decode(line);
      utf8 = false;
    }
    // plain ASCII is the same in both
    if (utf8 ? encoding !== "utf-8" && text.length !== line.length : encoding === "utf-8") otherLines++;
    parts.push(text);
    start = end;
  }
  return { text: parts.join(""), otherLines };
}
