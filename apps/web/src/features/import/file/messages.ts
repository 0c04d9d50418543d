import type { ImportColumn } from "@usher/rules/columns";
import type {
  CheckedRow,
  CheckResult,
  Choice,
  EmailBatch,
  ProblemPage,
  ProblemQuery,
  Progress,
  RowChunk,
} from "./check-report";
import type { FileProblem } from "./file-problem";
import type { Opening, Reading } from "./opened-file";

/** What the page asks of the worker, and what it gets: one answer each. */
export interface Calls {
  open: { ask: { file: File; reading: Reading }; answer: Opening };
  check: { ask: { choice: Choice }; answer: CheckResult };
  cancel: { ask: object; answer: null };
  problemRows: { ask: { query: ProblemQuery }; answer: ProblemPage };
  chunk: { ask: { chunk: number; columns: (ImportColumn | null)[] }; answer: RowChunk | null };
  emails: { ask: { after: number; size: number }; answer: EmailBatch & { hasMore: boolean } };
}
export type Call = keyof Calls;

export type ToWorker = { [C in Call]: { id: number; call: C } & Calls[C]["ask"] }[Call];

export type ToPage =
  | { id: number; answer: Calls[Call]["answer"] }
  | { id: number; problem: FileProblem }
  /** While a check runs; `id` is the check's. */
  | { id: number; progress: Progress }
  | { id: number; firstRows: CheckedRow[] };
