import { columnDateOrder } from "@usher/rules/date";
import { rowReader } from "@usher/rules/row";
import type { CheckedRow, CheckReport, CheckResult, Choice, ProblemCount, Progress } from "./check-report";
import type { CheckSetup, SliceResult } from "./check-slice";
import { type FileProblem, FileProblemError } from "./file-problem";
import { KeyTable } from "./key-table";
import type { Lane } from "./lane";
import { ProblemStore, problemPacker } from "./problem-store";
import {
  byteEncoding,
  EndlessRecord,
  type Layout,
  maxRecordBytes,
  readSlice,
  type Source,
  sizeInFile,
} from "./read-slice";
import { RowSet } from "./row-set";
import { SliceIndex } from "./slice-index";

/** Rows that the server takes in one import. */
export const maxRows = 2_000_000;
export const chunkRows = 2_000;
/** So that the first people are checked at once. */
const firstBytes = 64 * 1024;
/** Blocks of 64 KB in a message to a lane. */
const partBlocks = 8;

export interface FileToCheck {
  source: Source;
  layout: Layout;
  /** As in the file; null when it has none. */
  header: string[] | null;
  width: number;
}

/** Rows are numbered as the person sees them in their file: the header is row 1, where there is one. */
export function firstPersonRow(file: Pick<FileToCheck, "header">): number {
  return file.header === null ? 1 : 2;
}

/** What stays of a check: enough to show and to send any row without checking again. */
export interface Checked {
  choice: Choice;
  report: CheckReport;
  store: ProblemStore;
  index: SliceIndex;
  /** Rows that hold an address for the first time. */
  emailRows: RowSet;
}

export interface CheckEvents {
  onFirstRows(rows: CheckedRow[]): void;
  onProgress(progress: Progress): void;
  isCancelled(): boolean;
}

/** Checks every row of a file. Slices are checked by the lanes in any order and counted in the file's. */
export async function checkFile(
  file: FileToCheck,
  choice: Choice,
  lanes: Lane[],
  events: CheckEvents,
): Promise<{ result: CheckResult; checked: Checked | null }> {
  const { source, layout } = file;
  const setup: CheckSetup = {
    choice,
    encoding: byteEncoding(layout.encoding),
    delimiter: layout.delimiter,
    newline: layout.newline,
    header: file.header,
    width: file.width,
    seed: (Math.random() * 2 ** 32) >>> 0,
  };
  const tally = new Tally(file, choice, events);
  for (const lane of lanes) lane.begin(setup);
  const idle = [...lanes, ...lanes];
  const running = new Set<Promise<void>>();
  let failure: unknown = null;
  let number = 0;
  const mustStop = () => failure !== null || events.isCancelled() || tally.isFull;

  try {
    for await (const part of fileParts(source, layout)) {
      while (idle.length === 0) await Promise.race(running);
      if (mustStop()) break;
      const lane = idle.shift() as Lane;
      const skip = number === 0 && file.header !== null ? 1 : 0;
      const { start, end } = part;
      const place = number++;
      const job = lane
        .check({ bytes: part.bytes, ends: part.ends, skip, wanted: tally.wantedRows })
        .then(
          (result) => tally.take(place, start, end, skip, result),
          (error) => {
            failure ??= error;
          },
        )
        .then(() => {
          running.delete(job);
          idle.push(lane);
        });
      running.add(job);
    }
  } catch (error) {
    failure ??= error;
  }
  await Promise.all(running);

  if (events.isCancelled()) return { result: { ok: false, cancelled: true }, checked: null };
  if (failure instanceof FileProblemError) return refuse(failure.problem);
  if (failure !== null && !(failure instanceof EndlessRecord)) throw failure;
  if (tally.isFull) return refuse({ code: "TOO_MANY_ROWS", limit: maxRows });
  if (failure !== null) {
    const row = tally.nextRow;
    if (failure.openQuote) return refuse({ code: "UNCLOSED_QUOTE", row, text: failure.text });
    return refuse({ code: "ROW_TOO_LONG", row, limit: maxRecordBytes });
  }
  const report = tally.report();
  if (report.people === 0) return refuse({ code: "ONLY_A_HEADER" });
  events.onProgress(tally.progress());
  const { store, index, emailRows } = tally;
  return { result: { ok: true, report }, checked: { choice, report, store, index, emailRows } };
}

/** Reading is a question to another process: many bytes at a time, and the next while these are checked. */
const readBytes = 4 * 1024 * 1024;

/** A file in parts of whole records, each with bytes of its own to hand over. */
async function* fileParts(source: Source, layout: Layout) {
  let ahead = readSlice(source, layout, layout.start, firstBytes);
  for (let slice = await ahead; slice; slice = await ahead) {
    ahead = readSlice(source, layout, slice.end, readBytes);
    // who stops early does not wait for it
    ahead.catch(() => {});
    let offset = slice.start;
    let from = 0;
    for (let first = 0; first < slice.ends.length; first += partBlocks) {
      const ends = slice.ends.slice(first, first + partBlocks);
      const to = ends.at(-1) as number;
      const bytes = slice.bytes.slice(from, to);
      const end = offset + sizeInFile(bytes, layout.encoding);
      yield { bytes, ends: ends.map((at) => at - from), start: offset, end };
      offset = end;
      from = to;
    }
  }
}

function refuse(problem: FileProblem): { result: CheckResult; checked: null } {
  return { result: { ok: false, problem }, checked: null };
}

/** Everything that needs the file's order: row numbers, duplicates, totals. */
class Tally {
  readonly store = new ProblemStore();
  readonly index = new SliceIndex();
  readonly emailRows = new RowSet();
  /** The number of the next record. */
  nextRow = 1;
  readonly #firstRow: number;
  readonly #waiting = new Map<number, () => void>();
  #next = 0;
  #bytes: number;
  #emptyRows = 0;
  #lastFilled: number;
  #otherLines = 0;
  readonly #dates: string[] = [];
  readonly #values = new Map<number, Map<string, number>>();
  readonly #firstRows: CheckedRow[] = [];
  readonly #read: ReturnType<typeof rowReader>;
  #told = 0;
  readonly #keys: { table: KeyTable; of: "emails" | "usernames" | "externalIds"; what: number }[];

  constructor(
    private readonly file: FileToCheck,
    choice: Choice,
    private readonly events: CheckEvents,
  ) {
    const pack = problemPacker(choice.columns);
    // most rows of people are about 100 bytes; a table that was made too small grows
    const expected = Math.min(maxRows, file.source.size / 100);
    this.#keys = [{ table: new KeyTable(expected), of: "emails", what: pack("email", "DUPLICATE_IN_INPUT") }];
    if (choice.columns.includes("username"))
      this.#keys.push({ table: new KeyTable(expected), of: "usernames", what: pack("username", "DUPLICATE_IN_INPUT") });
    if (choice.columns.includes("external_id"))
      this.#keys.push({
        table: new KeyTable(expected),
        of: "externalIds",
        what: pack("externalId", "DUPLICATE_IN_INPUT"),
      });
    this.#read = rowReader(choice.columns, choice.defaults);
    this.#bytes = file.layout.start;
    this.#firstRow = firstPersonRow(file);
    this.#lastFilled = this.#firstRow - 1;
  }

  get isFull(): boolean {
    return this.#lastFilled - this.#firstRow + 1 > maxRows;
  }

  take(number: number, start: number, end: number, skipped: number, result: SliceResult): void {
    this.#waiting.set(number, () => {
      this.index.add(start, this.nextRow);
      this.nextRow += skipped;
      this.#count(result);
      this.#bytes = end;
    });
    for (let count = this.#waiting.get(this.#next); count; count = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next++);
      count();
    }
    const now = performance.now();
    if (now - this.#told < 100) return;
    this.#told = now;
    this.events.onProgress(this.progress());
  }

  #count(result: SliceResult): void {
    const first = this.nextRow;
    const { problems } = result;
    let next = 0;
    for (let index = 0; index < result.records; index++) {
      const row = first + index;
      for (; problems[next] === index && next < problems.length; next += 2) {
        this.store.add(row, problems[next + 1] as number, 0);
      }
      for (const { table, of, what } of this.#keys) {
        const keys = result[of] as Uint32Array;
        const high = keys[index * 2] as number;
        const low = keys[index * 2 + 1] as number;
        if (high === 0 && low === 0) continue;
        const firstRow = table.add(high, low, row);
        if (firstRow !== 0) this.store.add(row, what, firstRow);
        else if (of === "emails") this.emailRows.add(row);
      }
    }
    this.nextRow += result.records;
    this.#emptyRows += result.emptyRows;
    if (result.lastFilled !== -1) this.#lastFilled = first + result.lastFilled;
    this.#otherLines += result.otherLines;
    this.#dates.push(...result.dates);
    for (const [kind, counts] of result.values) this.#addValues(kind, counts);
    if (this.wantedRows > 0) this.#keepFirstRows(first, result);
  }

  #addValues(kind: number, counts: Map<string, number>): void {
    const known = this.#values.get(kind);
    if (!known) {
      this.#values.set(kind, counts);
      return;
    }
    for (const [text, rows] of counts) {
      const before = known.get(text);
      if (before !== undefined || known.size < 1000) known.set(text, (before ?? 0) + rows);
    }
  }

  /** People whose cells are still wanted for `firstRows`. */
  get wantedRows(): number {
    return 10 - this.#firstRows.length;
  }

  #keepFirstRows(first: number, result: SliceResult): void {
    for (const { index, cells } of result.firstRows.slice(0, this.wantedRows)) {
      const row = first + index;
      this.#firstRows.push({ row, cells, person: this.#read(cells), problems: this.store.of(row) });
    }
    if (this.wantedRows === 0) this.events.onFirstRows(this.#firstRows);
  }

  progress(): Progress {
    return {
      bytes: this.#bytes,
      size: this.file.source.size,
      rows: this.nextRow - this.#firstRow,
      rowsWithProblems: this.store.rowsWithProblems,
    };
  }

  report(): CheckReport {
    const trailing = this.nextRow - 1 - this.#lastFilled;
    const rows = this.#lastFilled - this.#firstRow + 1;
    const emptyRows = this.#emptyRows - trailing;
    const people = rows - emptyRows;
    return {
      rows,
      emptyRows,
      trailingEmptyRows: trailing,
      people,
      rowsWithProblems: this.store.rowsWithProblems,
      peopleReady: people - this.store.rowsWithProblems,
      problems: this.store
        .counts()
        .map(({ kind, ...count }): ProblemCount => ({ ...count, ...this.#valuesOf(kind, count.rows) })),
      problemsCut: this.store.cut,
      firstRows: this.#firstRows,
      distinctEmails: this.emailRows.size,
      dates: readDates(this.#dates),
      linesInOtherEncoding: this.#otherLines,
      chunks: Math.ceil(rows / chunkRows),
    };
  }

  #valuesOf(kind: number, rows: number): Pick<ProblemCount, "values" | "valuesCut"> {
    const values = [...(this.#values.get(kind) ?? [])]
      .map(([text, rows]) => ({ text, rows }))
      .sort((a, b) => b.rows - a.rows);
    const shown = values.slice(0, 20);
    const counted = shown.reduce((sum, value) => sum + value.rows, 0);
    return { values: shown, valuesCut: shown.length > 0 && counted < rows };
  }
}

function readDates(dates: string[]): CheckReport["dates"] {
  if (dates.length === 0) return null;
  const order = columnDateOrder(dates);
  return { order, example: order === "ask" ? (dates.find(isOpen) ?? null) : null };
}

/** Whether both orders give a day, and not the same. */
function isOpen(date: string): boolean {
  const [first, second] = date.trim().split(/[/-]/).map(Number) as [number, number];
  return first !== second && first <= 12 && second <= 12;
}
