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
import { type FileProblem, FileProblemError } from "./file-problem";
import type { Call, Calls, ToPage } from "./messages";
import type { OpenedFile, Opening, Reading } from "./opened-file";

export interface CheckListeners {
  /** Once, as soon as the first 10 people are checked; not when there are fewer. */
  onFirstRows?(rows: CheckedRow[]): void;
  /** At most ten times a second. */
  onProgress?(progress: Progress): void;
  signal?: AbortSignal;
}

/** Opens a file in a worker of its own, which lives until `close`. The page never holds more than it asked for. */
export async function openFile(
  file: File,
  reading: Reading = {},
): Promise<{ ok: true; people: PeopleFile } | { ok: false; problem: FileProblem }> {
  const line = new WorkerLine();
  const opening = await line.call("open", { file, reading }).catch(asRefusal);
  if (opening.ok) return { ok: true, people: new PeopleFile(file, line, opening.file) };
  line.end();
  return opening;
}

/** A file of people, read step by step by its worker. */
export class PeopleFile {
  #opened: OpenedFile;
  #report: CheckReport | null = null;
  /** The check that counts. */
  #latest = 0;
  readonly #file: File;
  readonly #line: WorkerLine;

  constructor(file: File, line: WorkerLine, opened: OpenedFile) {
    this.#file = file;
    this.#line = line;
    this.#opened = opened;
  }

  get opened(): OpenedFile {
    return this.#opened;
  }

  /** The last check that came to its end; null while another runs. */
  get report(): CheckReport | null {
    return this.#report;
  }

  /** Reads the beginning again (another delimiter, no header, ...). When that works, what was checked is void and `opened` is new. */
  async reopen(reading: Reading): Promise<Opening> {
    const opening = await this.#line.call("open", { file: this.#file, reading }).catch(asRefusal);
    if (!opening.ok) return opening;
    this.#latest++;
    this.#report = null;
    this.#opened = opening.file;
    return opening;
  }

  /** Checks every row. A running check of this file is cancelled. */
  async check(choice: Choice, { signal, ...listeners }: CheckListeners = {}): Promise<CheckResult> {
    if (signal?.aborted) return { ok: false, cancelled: true };
    const check = ++this.#latest;
    this.#report = null;
    const cancel = () => {
      if (check === this.#latest) this.#line.call("cancel", {}).catch(() => {});
    };
    signal?.addEventListener("abort", cancel);
    const result = await this.#line.call("check", { choice }, listeners).catch(asRefusal);
    signal?.removeEventListener("abort", cancel);
    if (check !== this.#latest || signal?.aborted) return { ok: false, cancelled: true };
    if (result.ok) this.#report = result.report;
    return result;
  }

  /** Rows with problems of the last check, in the file's order. Throws FileProblemError. */
  problemRows(query: ProblemQuery): Promise<ProblemPage> {
    return this.#line.call("problemRows", { query });
  }

  /**
   * Rows for the server from chunk `from` on, each read when it is asked for. Needs no check, so that an upload goes on at
   * once after a reload. Throws FileProblemError.
   */
  async *chunks(columns: (ImportColumn | null)[], from = 0): AsyncGenerator<RowChunk, void, void> {
    for (let number = from; ; number++) {
      const chunk = await this.#line.call("chunk", { chunk: number, columns });
      if (!chunk) return;
      yield chunk;
    }
  }

  /** The different addresses of the last check. Throws FileProblemError. */
  async *emails(size = 1000): AsyncGenerator<EmailBatch, void, void> {
    for (let after = 0; ; ) {
      const { emails, rows, hasMore } = await this.#line.call("emails", { after, size });
      if (emails.length > 0) yield { emails, rows };
      if (!hasMore) return;
      after = rows.at(-1) as number;
    }
  }

  /** Ends the worker. Unfinished calls answer as READER_FAILED, a check as cancelled. */
  close(): void {
    this.#latest++;
    this.#line.end();
  }
}

/** Questions to the worker, answered in any order. */
class WorkerLine {
  readonly #worker = new Worker(new URL("./file.worker.ts", import.meta.url), { type: "module" });
  readonly #waiting = new Map<
    number,
    { resolve: (answer: never) => void; reject: (error: Error) => void; listeners: CheckListeners }
  >();
  #ended: FileProblem | null = null;
  #id = 0;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<ToPage>) => this.#hear(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#stop(event.message || "the worker did not start");
    };
    this.#worker.onmessageerror = () => this.#stop("a message could not be read");
  }

  call<C extends Call>(call: C, ask: Calls[C]["ask"], listeners: CheckListeners = {}): Promise<Calls[C]["answer"]> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(new FileProblemError(this.#ended));
        return;
      }
      const id = ++this.#id;
      this.#waiting.set(id, { resolve, reject, listeners });
      this.#worker.postMessage({ id, call, ...ask });
    });
  }

  end(): void {
    this.#stop("the file was closed");
    this.#worker.terminate();
  }

  #hear(message: ToPage): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if ("progress" in message) waiting.listeners.onProgress?.(message.progress);
    else if ("firstRows" in message) waiting.listeners.onFirstRows?.(message.firstRows);
    else {
      this.#waiting.delete(message.id);
      if ("problem" in message) waiting.reject(new FileProblemError(message.problem));
      else waiting.resolve(message.answer as never);
    }
  }

  #stop(detail: string): void {
    this.#ended ??= { code: "READER_FAILED", detail };
    for (const { reject } of this.#waiting.values()) reject(new FileProblemError(this.#ended));
    this.#waiting.clear();
  }
}

function asRefusal(error: unknown): { ok: false; problem: FileProblem } {
  if (error instanceof FileProblemError) return { ok: false, problem: error.problem };
  throw error;
}
