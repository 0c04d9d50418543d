import { CombinedGraphQLErrors } from "@apollo/client/errors";
import type { RowChunk } from "../file/check-report";
import { FileProblemError } from "../file/file-problem";
import { type ImportDoor, type Refusal, rowsPerChunk, sendImport } from "./send-import";
import { changeUpload, type Upload, type UploadEvent } from "./upload-state";

const offline = () => new TypeError("Failed to fetch");
const refused = (code: string) =>
  new CombinedGraphQLErrors({ data: null, errors: [{ message: "", extensions: { code } }] });
const broken = () => refused("INTERNAL");

/** Rows of a file that say which they are. */
function aFileOf(rows: number, tag = "a") {
  return {
    async *chunks(_: unknown, from = 0): AsyncGenerator<RowChunk, void, void> {
      for (let chunk = from; chunk * rowsPerChunk < rows; chunk++) {
        const count = Math.min(rowsPerChunk, rows - chunk * rowsPerChunk);
        yield {
          chunk,
          firstRow: 2 + chunk * rowsPerChunk,
          rows: Array.from({ length: count }, (_, i) => [`${tag}${chunk * rowsPerChunk + i}`]),
        };
      }
    },
  };
}

/** Keeps the API's promises about one import. `faults` are thrown one by one, before anything is done, or after it ("late"). */
class AServer implements ImportDoor {
  readonly staged = new Map<number, string[][]>();
  readonly calls: string[] = [];
  isCommitted = false;

  constructor(
    private readonly totalRows: number,
    private readonly faults: Partial<Record<"look" | "stage" | "commit", (Error | { late: Error })[]>> = {},
  ) {}

  async #answer<T>(call: "look" | "stage" | "commit", work: () => T): Promise<T> {
    const fault = this.faults[call]?.shift();
    if (fault && !("late" in fault)) throw fault;
    const answer = work();
    if (fault && "late" in fault) throw fault.late;
    return answer;
  }

  look() {
    return this.#answer("look", () => ({ stagedChunks: [...this.staged.keys()], isOpen: !this.isCommitted }));
  }

  stage({ chunk, rows }: RowChunk) {
    return this.#answer<Refusal | null>("stage", () => {
      this.calls.push(`stage ${chunk}`);
      const there = this.staged.get(chunk);
      if (there && String(there) !== String(rows)) return { code: "CHUNK_DIFFERS", message: "" };
      this.staged.set(chunk, rows);
      return null;
    });
  }

  commit() {
    return this.#answer<Refusal | null>("commit", () => {
      this.calls.push("commit");
      if (this.isCommitted) return { code: "IMPORT_CLOSED", message: "" };
      const rows = [...this.staged.values()].reduce((sum, each) => sum + each.length, 0);
      if (rows < this.totalRows) return { code: "IMPORT_INCOMPLETE", message: "" };
      this.isCommitted = true;
      return null;
    });
  }

  cells() {
    return [...this.staged].sort(([a], [b]) => a - b).flatMap(([, rows]) => rows.flat());
  }
}

async function send(door: ImportDoor, rows: number, more: Partial<Parameters<typeof sendImport>[0]> = {}) {
  const events: UploadEvent[] = [];
  let upload: Upload = { at: "staging", sent: 0, total: rows, pause: null };
  const seen: number[] = [];
  await sendImport({
    people: aFileOf(rows),
    columns: ["email"],
    totalRows: rows,
    door,
    signal: new AbortController().signal,
    pause: () => 0,
    tell(event) {
      events.push(event);
      upload = changeUpload(upload, event);
      if (upload.at === "staging") seen.push(upload.sent);
    },
    ...more,
  });
  return { upload: upload as Upload, events, seen };
}

const allCells = (rows: number) => Array.from({ length: rows }, (_, i) => `a${i}`);

describe("sending a file (F39)", () => {
  it("sends every row once, then has it carried out", async () => {
    const server = new AServer(5001);
    const { upload, seen } = await send(server, 5001);
    expect(upload).toEqual({ at: "committed" });
    expect(server.cells()).toEqual(allCells(5001));
    expect(server.calls.filter((call) => call === "commit")).toHaveLength(1);
    expect(seen.at(-1)).toBe(5001);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  it("goes on where the server says that it was, gaps included", async () => {
    const server = new AServer(9000);
    for await (const { chunk, rows } of aFileOf(9000).chunks([])) {
      if (chunk === 0 || chunk === 2) server.staged.set(chunk, rows);
    }
    const { upload, seen } = await send(server, 9000);
    expect(upload.at).toBe("committed");
    expect(server.calls.filter((call) => call !== "commit").sort()).toEqual(["stage 1", "stage 3", "stage 4"]);
    expect(seen[0]).toBe(4000);
    expect(server.cells()).toEqual(allCells(9000));
  });

  it("outlasts a lost network, a limit and a server that restarts, wherever they strike", async () => {
    const server = new AServer(5001, {
      look: [offline()],
      stage: [offline(), { late: offline() }, broken(), offline()],
      commit: [offline(), { late: offline() }],
    });
    const { upload, events } = await send(server, 5001);
    expect(upload).toEqual({ at: "committed" });
    expect(server.cells()).toEqual(allCells(5001));
    expect(events.some(({ type }) => type === "pause")).toBe(true);
  });

  it("sends again what the server misses in spite of everything", async () => {
    const server = new AServer(4000);
    const forgetful: ImportDoor = {
      look: () => server.look(),
      stage: async (chunk) => {
        const answer = await server.stage(chunk);
        if (chunk.chunk === 1 && server.calls.length <= 2) server.staged.delete(1);
        return answer;
      },
      commit: () => server.commit(),
    };
    expect((await send(forgetful, 4000)).upload.at).toBe("committed");
    expect(server.cells()).toEqual(allCells(4000));
  });

  it("gives up in the end on a server that never has all, and says so", async () => {
    const server = new AServer(10_000);
    const { upload } = await send(server, 4000);
    expect(upload).toMatchObject({ at: "stopped", why: { code: "REFUSED", error: "IMPORT_INCOMPLETE" } });
  });

  it("stops at once when it may not any more (F55)", async () => {
    const server = new AServer(9000, { stage: [refused("FORBIDDEN")] });
    const { upload, events } = await send(server, 9000);
    expect(upload).toMatchObject({ at: "stopped", why: { code: "FAILED" } });
    expect(events.some(({ type }) => type === "pause")).toBe(false);
  });

  it("gives a server that breaks on these very rows a few tries, not endless ones", async () => {
    const server = new AServer(1000, { stage: Array.from({ length: 9 }, broken) });
    const { upload, events } = await send(server, 1000);
    expect(upload).toMatchObject({ at: "stopped", why: { code: "FAILED" } });
    expect(events.filter(({ type }) => type === "pause")).toHaveLength(4);
    expect(server.isCommitted).toBe(false);
  });

  it("says which problem the file has, when it was changed meanwhile", async () => {
    const people = {
      // biome-ignore lint/correctness/useYield: it fails before the first row
      async *chunks(): AsyncGenerator<RowChunk, void, void> {
        throw new FileProblemError({ code: "FILE_CHANGED" });
      },
    };
    const { upload } = await send(new AServer(1), 1, { people });
    expect(upload).toEqual({ at: "stopped", why: { code: "FILE", problem: { code: "FILE_CHANGED" } } });
  });

  it("stops when the person does", async () => {
    const stopping = new AbortController();
    const server = new AServer(9000);
    const door: ImportDoor = {
      look: () => server.look(),
      commit: () => server.commit(),
      stage: async (chunk) => {
        stopping.abort();
        return server.stage(chunk);
      },
    };
    const { upload } = await send(door, 9000, { signal: stopping.signal });
    expect(upload).toEqual({ at: "stopped", why: { code: "CANCELLED" } });
    expect(server.isCommitted).toBe(false);
  });
});

describe("a file that was chosen again", () => {
  async function half() {
    const server = new AServer(8000);
    for await (const { chunk, rows } of aFileOf(8000).chunks([])) if (chunk < 2) server.staged.set(chunk, rows);
    return server;
  }

  it("goes on when it is the same", async () => {
    const server = await half();
    expect((await send(server, 8000, { isChosenAgain: true })).upload.at).toBe("committed");
    expect(server.cells()).toEqual(allCells(8000));
  });

  it("is refused when it is another one, and nothing of it is taken in", async () => {
    const server = await half();
    const { upload } = await send(server, 8000, { isChosenAgain: true, people: aFileOf(8000, "other") });
    expect(upload).toMatchObject({ at: "stopped", why: { code: "REFUSED", error: "CHUNK_DIFFERS" } });
    expect([...server.staged.keys()]).toEqual([0, 1]);
  });
});
