import { parseEmail } from "@usher/rules/email";
import { nameKey } from "@usher/rules/names";
import { proposeColumns } from "@usher/rules/propose-columns";
import type { FileToCheck } from "./check-file";
import { decodeText } from "./decode-text";
import { detectDelimiter, detectNewline, separatorLine } from "./detect-delimiter";
import { detectEncoding } from "./detect-encoding";
import type { FileNotice, FileProblem } from "./file-problem";
import type { Encoding, OpenedFile, Reading } from "./opened-file";
import { type Newline, parseRecords } from "./parse-records";
import { problemHeaders } from "./problem-header";
import { byteEncoding, EndlessRecord, type Layout, maxRecordBytes, readSlice, type Source } from "./read-slice";
import { looksBinary, recogniseFormat } from "./recognise-format";

export const maxColumns = 200;
/** As much as tells the encoding, the separator and the columns. */
const headBytes = 128 * 1024;
/** People whose values are looked at to propose columns. */
const sampleRows = 100;

export type Examination = { ok: true; opened: OpenedFile; file: FileToCheck } | { ok: false; problem: FileProblem };

/** Reads the beginning of a file: what it is, how it is written, its columns and first people. */
export async function examineFile(source: Source, name: string, reading: Reading): Promise<Examination> {
  if (source.size === 0) return refuse({ code: "EMPTY_FILE" });
  const head = await source.read(0, Math.min(headBytes, source.size));
  const known = recogniseFormat(head);
  if (known) return refuse(known);
  const detected = detectEncoding(head);
  const encoding = reading.encoding ?? detected.encoding;
  const isWide = encoding === "utf-16le" || encoding === "utf-16be";
  if (!isWide && looksBinary(head)) return refuse({ code: "NOT_A_CSV", format: "binary" });

  const wholeHead = head.length === source.size;
  const layout = detectLayout(head.subarray(detected.bom), detected.bom, encoding, reading, wholeHead);
  if (!layout) return refuse({ code: "EMPTY_FILE" });

  let bytes: Uint8Array<ArrayBuffer>;
  let end: number;
  try {
    const slice = await readSlice(source, layout, layout.start, headBytes);
    if (!slice) return refuse({ code: "EMPTY_FILE" });
    ({ bytes, end } = slice);
  } catch (error) {
    if (!(error instanceof EndlessRecord)) throw error;
    if (error.openQuote) return refuse({ code: "UNCLOSED_QUOTE", row: 1, text: error.text });
    return refuse({ code: "ROW_TOO_LONG", row: 1, limit: maxRecordBytes });
  }
  const { text } = decodeText(bytes, byteEncoding(encoding));
  const { rows } = parseRecords(text, layout.delimiter, layout.newline);
  const first = rows[0] ?? [];
  // delimiters after the last name are a spreadsheet's empty columns only if no row ever fills them
  const width = reading.hasHeader === false ? widest(rows) : Math.max(1, usedWidth(first, rows));
  if (width > maxColumns) return refuse({ code: "TOO_MANY_COLUMNS", columns: width, limit: maxColumns });

  const hasHeader = reading.hasHeader !== false;
  const header = hasHeader ? fit(first, width).map(trimName) : new Array<string>(width).fill("");
  const people = (hasHeader ? rows.slice(1) : rows).filter((row) => row.some((cell) => cell.trim() !== ""));
  if (people.length === 0 && end === source.size) return refuse({ code: "ONLY_A_HEADER" });

  const sample = people.slice(0, sampleRows).map((row) => fit(row, width));
  const opened: OpenedFile = {
    name,
    size: source.size,
    encoding,
    delimiter: layout.delimiter,
    hasHeader,
    header,
    rows: sample.slice(0, 10),
    estimatedRows: estimateRows(rows.length - (hasHeader ? 1 : 0), end - layout.start, source.size - layout.start),
    proposal: propose(header, sample),
    notices: notice(header, sample, hasHeader),
  };
  return { ok: true, opened, file: { source, layout, header: hasHeader ? fit(first, width) : null, width } };
}

function refuse(problem: FileProblem): Examination {
  return { ok: false, problem };
}

/** null when there is nothing but white space. */
function detectLayout(
  head: Uint8Array<ArrayBuffer>,
  bom: number,
  encoding: Encoding,
  reading: Reading,
  wholeHead: boolean,
): Layout | null {
  const isWide = encoding === "utf-16le" || encoding === "utf-16be";
  const text = isWide
    ? new TextDecoder(encoding).decode(head.subarray(0, head.length - (head.length % 2)))
    : decodeText(head, byteEncoding(encoding)).text;
  if (text.trim() === "") return wholeHead ? null : { encoding, delimiter: ",", newline: "\n", start: bom };
  const separator = separatorLine(text);
  const blank = /^(?:[\s,;|\u00a0]*[\r\n])?/.exec(text.slice(separator.length))?.[0].length ?? 0;
  const skipped = separator.length + blank;
  const rest = text.slice(skipped);
  const newline: Newline = detectNewline(rest);
  const delimiter =
    reading.delimiter ??
    separator.delimiter ??
    detectDelimiter(wholeRecords(rest, newline, wholeHead), newline).delimiter;
  return { encoding, delimiter, newline, start: bom + bytesOf(text.slice(0, skipped), encoding) };
}

/** Without the last line, which may be cut; quotes don't matter for a sample. */
function wholeRecords(text: string, newline: Newline, wholeHead: boolean): string {
  const last = text.lastIndexOf(newline);
  return wholeHead || last === -1 ? text : text.slice(0, last + 1);
}

function bytesOf(text: string, encoding: Encoding): number {
  if (encoding === "utf-8") return new TextEncoder().encode(text).length;
  return encoding === "windows-1252" ? text.length : text.length * 2;
}

/** Up to the last column that has a name, or a value in the rows at hand, as long as the header reaches. */
function usedWidth(header: string[], rows: string[][]): number {
  let width = header.length;
  while (width > 1 && rows.every((row) => (row[width - 1] ?? "").trim() === "")) width--;
  return width;
}

function widest(rows: string[][]): number {
  return usedWidth(new Array<string>(rows.reduce((most, row) => Math.max(most, row.length), 1)), rows);
}

function fit(row: string[], width: number): string[] {
  if (row.length === width) return row;
  return Array.from({ length: width }, (_, i) => row[i] ?? "");
}

function trimName(name: string): string {
  return name.replace(/^[\s\ufeff\u200b]+|[\s\ufeff\u200b]+$/g, "").replace(/\s+/g, " ");
}

/** What an error file says in its own column is for people: whatever it says, it is never proposed. */
function propose(header: string[], sample: string[][]): OpenedFile["proposal"] {
  const proposal = proposeColumns(header, sample);
  const columns = proposal.columns.map((column, i) =>
    problemHeaders.has(nameKey(header[i] as string)) ? null : column,
  );
  return { ...proposal, columns };
}

function notice(header: string[], sample: string[][], hasHeader: boolean): FileNotice[] {
  const notices: FileNotice[] = [];
  if (header.length === 1) notices.push({ code: "ONE_COLUMN" });
  if (!hasHeader) return notices;
  const cell = header.find((name) => parseEmail(name).ok);
  if (cell !== undefined) notices.push({ code: "HEADER_LOOKS_LIKE_DATA", cell });
  const byName = new Map<string, number[]>();
  const unnamed: number[] = [];
  header.forEach((name, i) => {
    const key = nameKey(name).replace(/[^\p{L}\p{N}]+/gu, "");
    if (name === "") unnamed.push(i);
    else byName.set(key || name, [...(byName.get(key || name) ?? []), i]);
  });
  for (const columns of byName.values()) {
    if (columns.length > 1)
      notices.push({ code: "HEADER_REPEATED", name: header[columns[0] as number] as string, columns });
  }
  const filled = unnamed.filter((i) => sample.some((row) => (row[i] as string).trim() !== ""));
  if (filled.length > 0) notices.push({ code: "HEADER_EMPTY", columns: filled });
  return notices;
}

function estimateRows(seen: number, bytes: number, all: number): number {
  // one row may be longer than what was looked at
  return bytes === all ? seen : Math.max(1, Math.round((seen * all) / bytes));
}
