import type { ByteEncoding } from "./decode-text";
import { FileProblemError } from "./file-problem";
import { lastRecordEnd } from "./find-record-end";
import type { Delimiter, Encoding } from "./opened-file";
import type { Newline } from "./parse-records";

/** Bytes that can be asked for piece by piece: a File in the browser. */
export interface Source {
  readonly size: number;
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** How the bytes of a file are cut and read. */
export interface Layout {
  encoding: Encoding;
  delimiter: Delimiter;
  newline: Newline;
  /** Where the first record begins: after the byte order mark, a `sep=` line and blank lines. */
  start: number;
}

export interface Slice {
  /** Whole records, in `byteEncoding(layout.encoding)`. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Where in `bytes` a record ends, about every 64 KB. */
  ends: number[];
  /** Where in the file they begin and end. */
  start: number;
  end: number;
}

/** Rows of which so few exist at once that they never leave the young generation of the heap: parsed twice as fast. */
const blockBytes = 64 * 1024;

/** A record longer than this is no row of people, but what an unclosed quote or a missing line break swallowed. */
export const maxRecordBytes = 4 * 1024 * 1024;

/** How a slice begins whose first record never ends. */
export class EndlessRecord extends Error {
  constructor(
    readonly openQuote: boolean,
    readonly text: string,
  ) {
    super("endless record");
  }
}

export function blobSource(blob: Blob): Source {
  return {
    size: blob.size,
    async read(start, end) {
      let bytes: Uint8Array<ArrayBuffer>;
      try {
        bytes = new Uint8Array(await blob.slice(start, end).arrayBuffer());
      } catch {
        // NotReadableError, NotFoundError: browsers name the same event differently
        throw new FileProblemError({ code: "FILE_CHANGED" });
      }
      if (bytes.length !== Math.min(end, blob.size) - start) throw new FileProblemError({ code: "FILE_CHANGED" });
      return bytes;
    },
  };
}

export function byteEncoding(encoding: Encoding): ByteEncoding {
  return encoding === "windows-1252" ? encoding : "utf-8";
}

/** The next whole records from `start` on, about `length` bytes of them; null at the end of the file. Throws EndlessRecord. */
export async function readSlice(source: Source, layout: Layout, start: number, length: number): Promise<Slice | null> {
  if (start >= source.size) return null;
  const delimiter = layout.delimiter.charCodeAt(0);
  const newline = layout.newline.charCodeAt(0);
  for (let take = length; ; take *= 2) {
    const { bytes, end } = await readBlock(source, layout.encoding, start, Math.min(source.size, start + take));
    const atFileEnd = end === source.size;
    if (bytes.length === 0) return null;
    const { ends, open } = recordEnds(bytes, delimiter, newline, atFileEnd);
    const whole = bytes.subarray(0, ends.at(-1) ?? 0);
    if (whole.length > 0) {
      const isAll = atFileEnd && whole.length === bytes.length;
      return { bytes: whole, ends, start, end: isAll ? end : start + sizeInFile(whole, layout.encoding) };
    }
    if (atFileEnd || take > maxRecordBytes) throw new EndlessRecord(open, beginning(bytes, layout.encoding));
  }
}

/** `open`: what follows the last end is a record with a quote that does not close. */
function recordEnds(bytes: Uint8Array, delimiter: number, newline: number, atFileEnd: boolean) {
  const ends: number[] = [];
  let start = 0;
  for (let take = blockBytes; start < bytes.length; ) {
    const stop = Math.min(start + take, bytes.length);
    const isLast = atFileEnd && stop === bytes.length;
    const found = lastRecordEnd(bytes.subarray(start, stop), delimiter, newline, isLast);
    if (isLast && !found.open) start = bytes.length;
    else if (found.end > 0) start += found.end;
    else if (stop === bytes.length) return { ends, open: found.open };
    else {
      take *= 2;
      continue;
    }
    ends.push(start);
    take = blockBytes;
  }
  return { ends, open: false };
}

async function readBlock(source: Source, encoding: Encoding, start: number, end: number) {
  const bytes = await source.read(start, end);
  if (encoding !== "utf-16le" && encoding !== "utf-16be") return { bytes, end };
  // an odd byte, or the first half of a surrogate pair, waits for the next block
  let length = bytes.length - (bytes.length % 2);
  if (end < source.size && length > 2) {
    const high = bytes[length - (encoding === "utf-16le" ? 1 : 2)] as number;
    if (high >= 0xd8 && high <= 0xdb) length -= 2;
  }
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, length));
  return { bytes: new TextEncoder().encode(text), end: end < source.size ? start + length : end };
}

/** How many bytes of the file became these. */
export function sizeInFile(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding !== "utf-16le" && encoding !== "utf-16be") return bytes.length;
  let units = 0;
  // every character is one unit but for those of four bytes in UTF-8, which are a pair
  for (const byte of bytes) if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  return units * 2;
}

function beginning(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(byteEncoding(encoding)).decode(bytes.subarray(0, 200)).slice(0, 60);
}
