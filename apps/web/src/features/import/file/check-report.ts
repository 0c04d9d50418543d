import type { ImportColumn } from "@usher/rules/columns";
import type { DateOrder } from "@usher/rules/date";
import type { AskedFields } from "@usher/rules/identity-fields";
import type { PersonFields, Problem } from "@usher/rules/person";
import type { FileProblem } from "./file-problem";

/** What the person confirmed. One entry a column of the file; null: not read, not sent. */
export interface Choice {
  columns: (ImportColumn | null)[];
  /** For empty cells and for columns that the file does not have. */
  defaults: PersonFields;
  dateOrder?: DateOrder;
  /** yyyy-mm-dd in the workspace's time zone: what a deletion date must not lie before, nor a date of birth after. */
  today: string;
  /** How the workspace asks for the fields of an identity; absent: as usual. */
  asked?: AskedFields;
}

/** Codes of the rules about one person, and those that only a file can have. */
export type RowProblemCode =
  | Problem["code"]
  /** Cells with text beyond the last column: a separator inside an unquoted value, mostly. */
  | "TOO_MANY_CELLS"
  /** Text after a closing quote, so that the cell swallowed the lines after it. */
  | "QUOTE_MALFORMED"
  /** The header once more, as in files that were joined. */
  | "HEADER_REPEATED"
  /** An earlier row has this e-mail, username or external id. */
  | "DUPLICATE_IN_INPUT";

export interface RowProblem {
  /** Of Usher; null when it is about the row as a whole. */
  column: ImportColumn | null;
  /** Of the file, from 0; null when no column of the file is at fault (a default, the row as a whole). */
  fileColumn: number | null;
  code: RowProblemCode;
  /** Which of several groups or roles in the cell, from 0. */
  index?: number;
  /** DUPLICATE_IN_INPUT: the row that came first. */
  firstRow?: number;
}

export interface CheckedRow {
  /** Record number in the file, the header being 1; a file without a header is counted as if it had one. */
  row: number;
  /** Every cell of the record as in the file, extra ones included. */
  cells: string[];
  /** What Usher would read, defaults filled in; null for an empty row. */
  person: PersonFields | null;
  problems: RowProblem[];
}

export interface ProblemCount {
  column: ImportColumn | null;
  fileColumn: number | null;
  code: RowProblemCode;
  /** Rows, not cells. */
  rows: number;
  /** The first of these rows, at most 10. */
  firstRows: number[];
  /** The different values that are at fault, the 20 most frequent, each cut to 100 characters. */
  values: { text: string; rows: number }[];
  /** There are more different values. */
  valuesCut: boolean;
}

export interface Progress {
  /** Of `size`. */
  bytes: number;
  size: number;
  rows: number;
  rowsWithProblems: number;
}

export interface CheckReport {
  /** Records after the header up to the last that is not empty: `totalRows` of startImport. */
  rows: number;
  /** Of `rows`, those without any text. */
  emptyRows: number;
  /** Empty records after the last person, not in `rows` and not sent: spreadsheets leave up to a million. */
  trailingEmptyRows: number;
  /** rows - emptyRows. */
  people: number;
  rowsWithProblems: number;
  /** people - rowsWithProblems. */
  peopleReady: number;
  /** Most rows first. */
  problems: ProblemCount[];
  /** More problems than the store holds (2,000,000): counts are exact, `problemRows` ends early. */
  problemsCut: boolean;
  /** The first 10 people. */
  firstRows: CheckedRow[];
  distinctEmails: number;
  /** What the cells of the date columns say; "ask" comes with a cell that can be read both ways. null: no such column, or no slash dates. */
  dates: { order: DateOrder | "ask"; example: string | null } | null;
  /** Lines in another encoding than the rest, which were read in theirs. */
  linesInOtherEncoding: number;
  /** How many 2,000-row chunks `chunks` gives. */
  chunks: number;
}

export type CheckResult =
  | { ok: true; report: CheckReport }
  | { ok: false; problem: FileProblem }
  /** By the signal, by `close`, or by a newer check of the same file. */
  | { ok: false; cancelled: true };

/** Which rows with problems to show: all, or those of one (column, code). */
export interface ProblemQuery {
  column?: ImportColumn | null;
  code?: RowProblemCode;
  /** Go on after this row. */
  after?: number;
  /** At most 200. */
  first: number;
}

export interface ProblemPage {
  rows: CheckedRow[];
  hasMore: boolean;
}

/** 2,000 rows for stageImportRows. */
export interface RowChunk {
  /** From 0. */
  chunk: number;
  /** The record number of rows[0], header = 1. */
  firstRow: number;
  /**
   * Cells in the file's order, as `columns` of startImport has them. Those of ignored columns are "", an empty row is []; a
   * row with TOO_MANY_CELLS or QUOTE_MALFORMED has one cell more than there are columns, which the server refuses.
   */
  rows: string[][];
}

/** Addresses for one question of `availability`: each only once in a file, malformed ones left out. */
export interface EmailBatch {
  emails: string[];
  /** The first row of each. */
  rows: number[];
}
