import type { FileProblem } from "./file-problem";

const magics: [bytes: string, format: "pdf" | "image" | "archive" | "document" | "binary"][] = [
  ["%PDF-", "pdf"],
  ["\x89PNG\r\n\x1a\n", "image"],
  ["\xff\xd8\xff", "image"],
  ["GIF87a", "image"],
  ["GIF89a", "image"],
  ["II*\0", "image"],
  ["MM\0*", "image"],
  ["\x1f\x8b", "archive"],
  ["7z\xbc\xaf\x27\x1c", "archive"],
  ["Rar!\x1a\x07", "archive"],
  ["BZh", "archive"],
  ["\xfd7zXZ\0", "archive"],
  ["\x28\xb5\x2f\xfd", "archive"],
  ["{\\rtf", "document"],
  ["\x7fELF", "binary"],
  ["SQLite format 3\0", "binary"],
];

/** What a file surely is when it is no CSV, from its first bytes; null: nothing speaks against it. */
export function recogniseFormat(head: Uint8Array): FileProblem | null {
  const start = ascii(head.subarray(0, 64));
  for (const [magic, format] of magics) if (start.startsWith(magic)) return { code: "NOT_A_CSV", format };
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return { code: "NOT_A_CSV", format: "image" };
  if (start.slice(4, 8) === "ftyp") return { code: "NOT_A_CSV", format: "image" };
  if (start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return fromCompoundFile(head);
  if (["PK\x03\x04", "PK\x05\x06", "PK\x07\x08"].some((magic) => start.startsWith(magic))) return fromZip(head);
  const text = (start.startsWith("\xef\xbb\xbf") ? start.slice(3) : start).trimStart();
  // "Excel" exports of web programs are often a page with a table, or XML
  if (/^<(!doctype|html|\?xml|table|head|meta|body)\b/i.test(text)) return { code: "NOT_A_CSV", format: "web page" };
  if (/^(\[\s*)?\{\s*"/.test(text)) return { code: "NOT_A_CSV", format: "json" };
  return null;
}

/** Too many control characters for text in one byte a character. */
export function looksBinary(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) if (byte < 32 && (byte < 9 || byte > 13)) controls++;
  return controls > head.length / 50;
}

function fromZip(head: Uint8Array): FileProblem {
  const names = ascii(head);
  // the first entry's name stands after a header of 30 bytes
  const first = names.slice(30, 60);
  const isOffice = ["[Content_Types].xml", "_rels/", "docProps/", "xl/"].some((name) => first.startsWith(name));
  if (isOffice || names.includes("xl/workbook")) {
    if (names.includes("word/") || names.includes("ppt/")) return { code: "NOT_A_CSV", format: "document" };
    return { code: "SPREADSHEET", format: "xlsx" };
  }
  if (names.includes("opendocument.spreadsheet")) return { code: "SPREADSHEET", format: "ods" };
  if (names.includes("opendocument.")) return { code: "NOT_A_CSV", format: "document" };
  if (names.includes(".iwa")) return { code: "SPREADSHEET", format: "numbers" };
  return { code: "NOT_A_CSV", format: "archive" };
}

function fromCompoundFile(head: Uint8Array): FileProblem {
  const text = ascii(head);
  return text.includes("W\0o\0r\0d\0D\0o\0c")
    ? { code: "NOT_A_CSV", format: "document" }
    : { code: "SPREADSHEET", format: "xls" };
}

/** One character a byte, so that bytes can be compared with string literals. */
function ascii(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}
