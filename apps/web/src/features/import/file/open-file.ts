import type { ImportColumn } from "@usher/rules/columns";
import type {
  CheckedRow,
  CheckReport,
  CheckResult,
  Choice,
  EmailBatch,
  ProblemPage,
  ProblemQuery,
  Progress,
  RowChunk,
} from "./check-report";
import type { FileProblem } from "./file-problem";
import type { OpenedFile, Opening, Reading } from "./opened-file";

export interface CheckListeners {
  /** Once, as soon as the first people are checked. */
  onFirstRows?(rows: CheckedRow[]): void;
  /** At most ten times a second. */
  onProgress?(progress: Progress): void;
  signal?: AbortSignal;
}

/** Opens a file in a worker of its own, which lives until `close`. The page never holds more than it asked for. */
export declare function openFile(
  file: File,
  reading?: Reading,
): Promise<{ ok: true; people: PeopleFile } | { ok: false; problem: FileProblem }>;

/** A file of people, read step by step by its worker. */
export declare class PeopleFile {
  readonly opened: OpenedFile;
  /** The last check that came to its end. */
  readonly report: CheckReport | null;
  /** Reads the beginning again (another delimiter, no header, ...). What was checked is void. `opened` changes when it worked. */
  reopen(reading: Reading): Promise<Opening>;
  /** Checks every row. A running check of this file is cancelled. */
  check(choice: Choice, listeners?: CheckListeners): Promise<CheckResult>;
  /** Rows with problems of the last check, in the file's order. Throws FileProblemError. */
  problemRows(query: ProblemQuery): Promise<ProblemPage>;
  /** Rows for the server from chunk `from` on; the next is read when asked for. Needs no check, so an upload resumes at once. Throws FileProblemError. */
  chunks(columns: (ImportColumn | null)[], from?: number): AsyncGenerator<RowChunk, void, void>;
  /** The different addresses of the last check. Throws FileProblemError. */
  emails(size?: number): AsyncGenerator<EmailBatch, void, void>;
  /** Ends the worker. Unfinished calls answer as cancelled. */
  close(): void;
}
