import { columnField, type ImportColumn, importColumns } from "@usher/rules/columns";
import type { PersonField } from "@usher/rules/person";
import type { ProblemCount, ProblemQuery, RowProblem, RowProblemCode } from "./check-report";

/** Problems of this file, and how they are kept: three numbers each, whatever the file. */
export const maxStoredProblems = 2_000_000;

/** Numbers a problem: what it is about in one number, and the row that came first for duplicates. */
export interface PackedProblem {
  row: number;
  /** fileColumn << 24 | column << 16 | code << 8 | index, with 255 for "none" of each. */
  what: number;
  firstRow: number;
}

export const none = 255;

/** Every code by number. The order is nobody's business outside this file: nothing of it is stored beyond a page. */
const codes = [
  "REQUIRED",
  "TOO_LONG",
  "MALFORMED",
  "EMAIL_MALFORMED",
  "USERNAME_MALFORMED",
  "UNKNOWN_LANGUAGE",
  "UNKNOWN_ROLE",
  "UNKNOWN_USER_TYPE",
  "DATE_MALFORMED",
  "DATE_IN_PAST",
  "DATE_IN_FUTURE",
  "UNKNOWN_COUNTRY",
  "PHONE_MALFORMED",
  "TAX_NUMBER_MALFORMED",
  "UNKNOWN_DOCUMENT_KIND",
  "LEADER_WITHOUT_TEAM",
  "NOT_ASKED",
  "TOO_MANY_CELLS",
  "QUOTE_MALFORMED",
  "HEADER_REPEATED",
  "DUPLICATE_IN_INPUT",
] as const satisfies readonly RowProblemCode[];
type Uncounted = Exclude<RowProblemCode, (typeof codes)[number]>;
// fails to compile when the rules learn a code that has no number here
const _everyCodeHasANumber: Uncounted extends never ? true : never = true;

const fieldColumn = new Map<PersonField, number>(importColumns.map((column, i) => [columnField(column), i]));

/** Packs problems of one choice of columns. */
export function problemPacker(columns: readonly (ImportColumn | null)[]) {
  return (field: PersonField | null, code: RowProblemCode, index?: number): number => {
    const column = field === null ? none : (fieldColumn.get(field) as number);
    const fileColumn = column === none ? -1 : columns.indexOf(importColumns[column] as ImportColumn);
    return (
      (((fileColumn === -1 ? none : fileColumn) << 24) |
        (column << 16) |
        (codes.indexOf(code as (typeof codes)[number]) << 8) |
        (index === undefined ? none : Math.min(index, none - 1))) >>>
      0
    );
  };
}

export function unpackProblem(what: number, firstRow: number): RowProblem {
  const fileColumn = what >>> 24;
  const column = (what >>> 16) & 255;
  const index = what & 255;
  return {
    column: column === none ? null : (importColumns[column] as ImportColumn),
    fileColumn: fileColumn === none ? null : fileColumn,
    code: codes[(what >>> 8) & 255] as RowProblemCode,
    ...(index === none ? {} : { index }),
    ...(firstRow === 0 ? {} : { firstRow }),
  };
}

/** The problems of a file in the order of its rows, counted by kind. */
export class ProblemStore {
  #rows = new Uint32Array(1024);
  #whats = new Uint32Array(1024);
  #firstRows = new Uint32Array(1024);
  #size = 0;
  #lastRow = 0;
  #counts = new Map<number, { rows: number; lastRow: number; firstRows: number[] }>();
  rowsWithProblems = 0;
  cut = false;

  /** Rows come in ascending order. */
  add(row: number, what: number, firstRow: number): void {
    if (row !== this.#lastRow) {
      this.#lastRow = row;
      this.rowsWithProblems++;
    }
    const kind = what >>> 8;
    let count = this.#counts.get(kind);
    if (!count) {
      count = { rows: 0, lastRow: 0, firstRows: [] };
      this.#counts.set(kind, count);
    }
    if (count.lastRow !== row) {
      count.lastRow = row;
      count.rows++;
      if (count.firstRows.length < 10) count.firstRows.push(row);
    }
    if (this.#size === maxStoredProblems) {
      this.cut = true;
      return;
    }
    if (this.#size === this.#rows.length) this.#grow();
    this.#rows[this.#size] = row;
    this.#whats[this.#size] = what;
    this.#firstRows[this.#size] = firstRow;
    this.#size++;
  }

  counts(): (Omit<ProblemCount, "values" | "valuesCut"> & { kind: number })[] {
    return [...this.#counts]
      .map(([kind, { rows, firstRows }]) => {
        const { column, fileColumn, code } = unpackProblem(((kind << 8) | none) >>> 0, 0);
        return { kind, column, fileColumn, code, rows, firstRows };
      })
      .sort((a, b) => b.rows - a.rows);
  }

  /** The next rows that the query asks for, each with all of its problems. */
  page(query: ProblemQuery): { rows: { row: number; problems: RowProblem[] }[]; hasMore: boolean } {
    const rows: { row: number; problems: RowProblem[] }[] = [];
    let at = this.#firstAfter(query.after ?? 0);
    while (at < this.#size) {
      const row = this.#rows[at] as number;
      const problems: RowProblem[] = [];
      for (; this.#rows[at] === row && at < this.#size; at++) {
        problems.push(unpackProblem(this.#whats[at] as number, this.#firstRows[at] as number));
      }
      if (!problems.some((problem) => isAsked(problem, query))) continue;
      if (rows.length === query.first) return { rows, hasMore: true };
      rows.push({ row, problems });
    }
    return { rows, hasMore: false };
  }

  of(row: number): RowProblem[] {
    const [found] = this.page({ after: row - 1, first: 1 }).rows;
    return found?.row === row ? found.problems : [];
  }

  #firstAfter(row: number): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle] as number) <= row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #grow(): void {
    const length = Math.min(maxStoredProblems, this.#size * 2);
    const grown = (old: Uint32Array) => {
      const more = new Uint32Array(length);
      more.set(old);
      return more;
    };
    this.#rows = grown(this.#rows);
    this.#whats = grown(this.#whats);
    this.#firstRows = grown(this.#firstRows);
  }
}

function isAsked(problem: RowProblem, query: ProblemQuery): boolean {
  if (query.column !== undefined && problem.column !== query.column) return false;
  return query.code === undefined || problem.code === query.code;
}
