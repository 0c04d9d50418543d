import type { ImportColumn } from "@usher/rules/columns";
import { parseEmail } from "@usher/rules/email";
import { isEmptyRow, rowReader } from "@usher/rules/row";
import { type Checked, chunkRows, type FileToCheck, firstPersonRow, maxRows } from "./check-file";
import type { EmailBatch, ProblemPage, ProblemQuery, RowChunk } from "./check-report";
import { decodeText } from "./decode-text";
import { FileProblemError } from "./file-problem";
import { parseRecords } from "./parse-records";
import { byteEncoding, EndlessRecord, maxRecordBytes, readSlice } from "./read-slice";
import { SliceIndex } from "./slice-index";

/** As far apart as the rows that the check remembers: a page of problems from all over a file is read at once. */
const pageBytes = 512 * 1024;

interface Page {
  /** The record number of rows[0]. */
  row: number;
  rows: string[][];
  /** Indices of rows whose quotes swallowed others. */
  broken: Set<number>;
  /** Where the next slice begins. */
  end: number;
}

/** Rows of a file by their number, in any order, with two slices of it in memory. */
export class RowFile {
  #pages: Page[] = [];
  /** The last row that is known not to be empty. */
  #filled = 0;
  /** From here on nobody stands in the file, as far as is known. */
  #emptyFrom = Number.POSITIVE_INFINITY;

  constructor(
    private readonly file: FileToCheck,
    private readonly index = new SliceIndex(),
    lastFilled: number | null = null,
  ) {
    this.index.add(file.layout.start, 1);
    if (lastFilled === null) return;
    this.#filled = lastFilled;
    this.#emptyFrom = lastFilled + 1;
  }

  /** The cells of a record; null after the last. */
  async row(row: number): Promise<string[] | null> {
    const page = await this.#pageWith(row);
    return page?.rows[row - page.row] ?? null;
  }

  /** Whether anyone stands in this row or after it. */
  async #isFilledFrom(row: number): Promise<boolean> {
    let scanned = row;
    while (row > this.#filled) {
      if (row >= this.#emptyFrom) return false;
      const page = await this.#pageWith(scanned);
      if (!page) {
        this.#emptyFrom = row;
        return false;
      }
      scanned = page.row + page.rows.length;
      const found = page.rows.findLastIndex((cells) => !isEmptyRow(cells));
      if (found !== -1) this.#filled = Math.max(this.#filled, page.row + found);
    }
    return true;
  }

  async #pageWith(row: number): Promise<Page | null> {
    for (;;) {
      const kept = this.#pages.find((page) => row >= page.row && row < page.row + page.rows.length);
      if (kept) return kept;
      const known = this.index.before(row);
      const page = await this.#read(known.offset, known.row);
      if (!page) return null;
      this.#pages = [page, ...this.#pages.slice(0, 1)];
      this.index.add(page.end, page.row + page.rows.length);
    }
  }

  async #read(offset: number, row: number): Promise<Page | null> {
    const { source, layout } = this.file;
    try {
      const slice = await readSlice(source, layout, offset, pageBytes);
      if (!slice) return null;
      const { text } = decodeText(slice.bytes, byteEncoding(layout.encoding));
      const { rows, swallowed } = parseRecords(text, layout.delimiter, layout.newline);
      return { row, rows, broken: new Set(swallowed), end: slice.end };
    } catch (error) {
      if (!(error instanceof EndlessRecord)) throw error;
      if (error.openQuote) throw new FileProblemError({ code: "UNCLOSED_QUOTE", row, text: error.text });
      throw new FileProblemError({ code: "ROW_TOO_LONG", row, limit: maxRecordBytes });
    }
  }

  /** A chunk for the server; null after the last. Empty rows at the file's end are left out. */
  async chunk(chunk: number, columns: readonly (ImportColumn | null)[]): Promise<RowChunk | null> {
    const firstRow = firstPersonRow(this.file) + chunk * chunkRows;
    if (chunk * chunkRows >= maxRows) throw new FileProblemError({ code: "TOO_MANY_ROWS", limit: maxRows });
    if (!(await this.#isFilledFrom(firstRow))) return null;
    const send = rowSender(columns);
    const rows: string[][] = [];
    while (rows.length < chunkRows) {
      const page = await this.#pageWith(firstRow + rows.length);
      if (!page) break;
      const end = Math.min(page.row + page.rows.length, firstRow + chunkRows);
      for (let index = firstRow + rows.length - page.row; index < end - page.row; index++) {
        rows.push(send(page.rows[index] as string[], page.broken.has(index)));
      }
    }
    while (rows.at(-1)?.length === 0 && !(await this.#isFilledFrom(firstRow + rows.length - 1))) rows.pop();
    return { chunk, firstRow, rows };
  }

  /** The next addresses after a row, each at its first row only. */
  async emails(checked: Checked, after: number, size: number): Promise<EmailBatch & { hasMore: boolean }> {
    const read = rowReader(checked.choice.columns, checked.choice.defaults);
    const emails: string[] = [];
    const numbers: number[] = [];
    for (let row = Math.max(after + 1, firstPersonRow(this.file)); emails.length < size; ) {
      const page = await this.#pageWith(row);
      if (!page) return { emails, rows: numbers, hasMore: false };
      const pageEnd = page.row + page.rows.length;
      for (; row < pageEnd && emails.length < size; row++) {
        if (!checked.emailRows.has(row)) continue;
        const parsed = parseEmail(read(page.rows[row - page.row] as string[]).email ?? "");
        if (!parsed.ok) continue;
        emails.push(parsed.email);
        numbers.push(row);
      }
    }
    return { emails, rows: numbers, hasMore: true };
  }

  async problemRows(checked: Checked, query: ProblemQuery): Promise<ProblemPage> {
    const page = checked.store.page({ ...query, first: Math.min(Math.max(1, query.first), 200) });
    const read = rowReader(checked.choice.columns, checked.choice.defaults);
    const rows: ProblemPage["rows"] = [];
    for (const { row, problems } of page.rows) {
      const cells = (await this.row(row)) ?? [];
      rows.push({ row, cells, person: read(cells), problems });
    }
    return { rows, hasMore: page.hasMore };
  }
}

/**
 * What the server gets of a row: its cells up to the last mapped one, ignored ones emptied. In a row with text beyond the last
 * column, or with quotes that swallowed other rows, nobody knows which value is which. Such a row is sent with one cell more
 * than there are columns: the server then refuses it for that alone, as the check did.
 */
function rowSender(columns: readonly (ImportColumn | null)[]): (cells: string[], isBroken: boolean) => string[] {
  const width = columns.length;
  const used = columns.findLastIndex((column) => column !== null) + 1;
  return (cells, isBroken) => {
    if (isEmptyRow(cells)) return [];
    const row: string[] = [];
    for (let i = 0; i < used; i++) row.push(columns[i] === null ? "" : (cells[i] ?? ""));
    const isShifted = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== "");
    if (isShifted || isBroken) {
      while (row.length < width) row.push("");
      // what stands there belongs to no column that was chosen, and is not sent
      row.push("…");
    }
    return row;
  };
}
