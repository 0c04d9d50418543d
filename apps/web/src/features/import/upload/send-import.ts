import type { ImportColumn } from "@usher/rules/columns";
import type { UserErrorCode } from "../../../gql/graphql";
import type { RowChunk } from "../file/check-report";
import { FileProblemError } from "../file/file-problem";
import type { PeopleFile } from "../file/open-file";
import { keepTrying, type Patience } from "./keep-trying";
import type { UploadEvent } from "./upload-state";

/** Of the API. */
export const rowsPerChunk = 2000;
const chunksAtOnce = 2;
const rounds = 3;

export interface Refusal {
  code: UserErrorCode;
  message: string;
}

/** The server's side of one import. */
export interface ImportDoor {
  /** The chunks that it holds, and whether it still takes any. */
  look(): Promise<{ stagedChunks: number[]; isOpen: boolean }>;
  stage(chunk: RowChunk): Promise<Refusal | null>;
  commit(): Promise<Refusal | null>;
}

interface Load {
  people: Pick<PeopleFile, "chunks">;
  /** One entry a column of the file; null: nothing of it is sent. */
  columns: (ImportColumn | null)[];
  totalRows: number;
  /** The file was chosen again and may be another one: what the server has is compared with it before anything is added. */
  isChosenAgain?: boolean;
  door: ImportDoor;
  signal: AbortSignal;
  tell(event: UploadEvent): void;
  pause?: Patience["pause"];
}

/** Sends what the server does not have yet, then has it carried out. Every step may be repeated: nothing is done twice. */
export async function sendImport(load: Load): Promise<void> {
  const { tell, door, signal, totalRows } = load;
  const patience: Patience = {
    signal,
    onPause: (until, error, tryNow) => tell({ type: "pause", pause: { until, error, tryNow } }),
    onGoOn: () => tell({ type: "go-on" }),
    ...(load.pause ? { pause: load.pause } : {}),
  };
  try {
    for (let round = 1; ; round++) {
      const { stagedChunks, isOpen } = await keepTrying(() => door.look(), patience);
      if (!isOpen) break;
      const staged = new Set(stagedChunks);
      let refusal: Refusal | null = null;
      if (load.isChosenAgain) {
        tell({ type: "send-more", sent: 0 });
        refusal = await stage(load, (chunk) => staged.has(chunk), patience);
      }
      if (!refusal) {
        tell({ type: "send-more", sent: rowsIn(stagedChunks, totalRows) });
        refusal = await stage(load, (chunk) => !staged.has(chunk), patience);
      }
      if (refusal)
        return tell({ type: "stop", why: { code: "REFUSED", error: refusal.code, message: refusal.message } });
      tell({ type: "all-sent" });
      const answer = await keepTrying(() => door.commit(), patience);
      if (!answer) break;
      const mayBeMended = answer.code === "IMPORT_INCOMPLETE" || answer.code === "CHANGED_MEANWHILE";
      // closed: perhaps by our own commit, whose answer was lost; the next look tells
      if ((mayBeMended || answer.code === "IMPORT_CLOSED") && round < rounds) continue;
      return tell({ type: "stop", why: { code: "REFUSED", error: answer.code, message: answer.message } });
    }
    tell({ type: "committed" });
  } catch (error) {
    if (signal.aborted) tell({ type: "stop", why: { code: "CANCELLED" } });
    else if (error instanceof FileProblemError) tell({ type: "stop", why: { code: "FILE", problem: error.problem } });
    else tell({ type: "stop", why: { code: "FAILED", error } });
  }
}

function rowsIn(chunks: number[], totalRows: number): number {
  return chunks.reduce((sum, chunk) => sum + Math.min(rowsPerChunk, totalRows - chunk * rowsPerChunk), 0);
}

/** Stages those chunks, some at a time, each read from the file when its turn comes. */
async function stage(load: Load, isWanted: (chunk: number) => boolean, patience: Patience): Promise<Refusal | null> {
  const { people, columns, totalRows, door, tell } = load;
  const all = Math.ceil(totalRows / rowsPerChunk);
  let first = 0;
  while (first < all && !isWanted(first)) first++;
  if (first === all) return null;
  const chunks = people.chunks(columns, first);
  let refusal: Refusal | null = null;
  let failed = false;

  async function next(): Promise<RowChunk | null> {
    for (;;) {
      const { value, done } = await chunks.next();
      if (done || !value) return null;
      if (isWanted(value.chunk)) return value;
    }
  }
  async function work() {
    for (let chunk = await next(); chunk && !refusal && !failed; chunk = await next()) {
      const sent = chunk;
      const answer = await keepTrying(() => door.stage(sent), patience);
      refusal ??= answer;
      if (!answer) tell({ type: "sent", rows: sent.rows.length });
    }
  }
  async function workUnlessOneFailed() {
    try {
      await work();
    } catch (error) {
      failed = true;
      throw error;
    }
  }
  await Promise.all(Array.from({ length: chunksAtOnce }, workUnlessOneFailed));
  return refusal;
}
