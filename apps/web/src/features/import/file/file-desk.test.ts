import { File as NodeFile } from "node:buffer";
import type { Choice } from "./check-report";
import { fileDesk } from "./file-desk";
import { type Lane, ownLane } from "./lane";
import type { Call, Calls, ToPage, ToWorker } from "./messages";

const head = "first_name,last_name,email,company\n";
const people = (count: number) =>
  head + Array.from({ length: count }, (_, i) => `Ann,Lee,a${i}@x.example,Acme\n`).join("");
const columns: Choice["columns"] = ["first_name", "last_name", "email", "company"];
const choice: Choice = { columns, defaults: {}, today: "2026-11-22" };

/** The page's side, without a worker between. */
function page(openLanes: () => Lane[] = () => []) {
  const told: ToPage[] = [];
  const answers = new Map<number, (message: ToPage) => void>();
  const desk = fileDesk({
    ownLane: ownLane(),
    openLanes,
    send(message) {
      told.push(message);
      if ("answer" in message || "problem" in message) answers.get(message.id)?.(message);
    },
  });
  let id = 0;
  function ask<C extends Call>(call: C, what: Calls[C]["ask"]): Promise<Calls[C]["answer"]> {
    const message = { id: ++id, call, ...what } as unknown as ToWorker;
    return new Promise((resolve, reject) => {
      answers.set(message.id, (answer) => {
        if ("answer" in answer) resolve(answer.answer as Calls[C]["answer"]);
        else reject(answer);
      });
      void desk(message);
    });
  }
  const file = (text: string) => new NodeFile([text], "people.csv") as unknown as File;
  return { ask, told, file };
}

describe("the worker's side of a file", () => {
  it("opens, checks, shows and sends it", async () => {
    const { ask, told, file } = page();
    const opening = await ask("open", { file: file(`${people(2500)}Bob,Ray,bad,Acme\n`), reading: {} });
    expect(opening).toMatchObject({ ok: true, file: { estimatedRows: 2501, proposal: { columns } } });
    const result = await ask("check", { choice });
    expect(result).toMatchObject({ ok: true, report: { rows: 2501, rowsWithProblems: 1, chunks: 2 } });
    expect(told.filter((message) => "firstRows" in message)).toMatchObject([{ id: 2, firstRows: { length: 10 } }]);
    expect(told.filter((message) => "progress" in message).at(-1)).toMatchObject({ progress: { rows: 2501 } });
    expect(await ask("problemRows", { query: { first: 5 } })).toMatchObject({ rows: [{ row: 2502 }], hasMore: false });
    expect(await ask("chunk", { chunk: 1, columns })).toMatchObject({ firstRow: 2002, rows: { length: 501 } });
    expect(await ask("chunk", { chunk: 2, columns })).toBeNull();
    expect(await ask("emails", { after: 0, size: 1000 })).toMatchObject({ emails: { length: 1000 }, hasMore: true });
  });

  it("lets the newest check win, and stops one that is cancelled", async () => {
    const { ask, file } = page();
    await ask("open", { file: file(people(3000)), reading: {} });
    const first = ask("check", { choice });
    const second = ask("check", { choice });
    expect([await first, await second]).toMatchObject([{ ok: false, cancelled: true }, { ok: true }]);
    const third = ask("check", { choice });
    await ask("cancel", {});
    expect(await third).toEqual({ ok: false, cancelled: true });
  });

  it("checks by itself when no further worker can be had", async () => {
    const broken: Lane = { begin() {}, check: () => Promise.reject(new Error("did not start")) };
    const { ask, file } = page(() => [broken, broken]);
    await ask("open", { file: file(people(160_000)), reading: {} });
    expect(await ask("check", { choice })).toMatchObject({ ok: true, report: { people: 160_000 } });
  });

  it("answers what went wrong with a file, and goes on", async () => {
    const { ask, file } = page();
    expect(await ask("open", { file: file(""), reading: {} })).toEqual({ ok: false, problem: { code: "EMPTY_FILE" } });
    await expect(ask("chunk", { chunk: 0, columns })).rejects.toMatchObject({ problem: { code: "READER_FAILED" } });
    await ask("open", { file: file(`${people(3)}"Bob,Ray,b@x.example,Acme\n`), reading: {} });
    expect(await ask("check", { choice })).toMatchObject({ ok: false, problem: { code: "UNCLOSED_QUOTE", row: 5 } });
    const gone = {
      name: "people.csv",
      size: 10,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) }),
    };
    await expect(ask("open", { file: gone as unknown as File, reading: {} })).rejects.toMatchObject({
      problem: { code: "FILE_CHANGED" },
    });
  });
});
