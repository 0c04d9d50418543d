/**
 * Why a file cannot be used, or not any further. Codes and what a sentence needs; the screens own the words.
 * Rows are records of the file, the header (there or not) being 1; columns count from 0.
 */
export type FileProblem =
  | { code: "EMPTY_FILE" }
  | { code: "ONLY_A_HEADER" }
  /** A workbook: the person saves it as CSV first. */
  | { code: "SPREADSHEET"; format: "xlsx" | "xls" | "ods" | "numbers" }
  | { code: "NOT_A_CSV"; format: "pdf" | "image" | "archive" | "document" | "web page" | "json" | "binary" }
  | { code: "TOO_MANY_COLUMNS"; columns: number; limit: number }
  | { code: "TOO_MANY_ROWS"; limit: number }
  /** The quote that opens in this row is never closed and swallows all that follows. `text`: how the row begins. */
  | { code: "UNCLOSED_QUOTE"; row: number; text: string }
  /** One record beyond any sense, without an open quote: the line breaks are missing, or this is no table. */
  | { code: "ROW_TOO_LONG"; row: number; limit: number }
  /** Deleted, moved, changed or locked since it was chosen: choose it again. */
  | { code: "FILE_CHANGED" }
  /** The engine itself stopped (a bug, or the browser ran out of memory). `detail` is for a bug report, in English. */
  | { code: "READER_FAILED"; detail: string };

export type FileProblemCode = FileProblem["code"];

/** Worth saying, but the file can be used. */
export type FileNotice =
  /** Nothing separates columns: a list of e-mail addresses, or a separator that is not known. */
  | { code: "ONE_COLUMN" }
  /** The first record holds an e-mail address: offer to read the file with `hasHeader: false`. */
  | { code: "HEADER_LOOKS_LIKE_DATA"; cell: string }
  /** These columns have one name (after folding case, marks and punctuation). */
  | { code: "HEADER_REPEATED"; name: string; columns: number[] }
  /** These columns hold values but have no name. */
  | { code: "HEADER_EMPTY"; columns: number[] };

/** Thrown by what reads rows step by step (`chunks`, `emails`, `problemRows`); everything else answers problems as data. */
export class FileProblemError extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.code);
    this.name = "FileProblemError";
  }
}
