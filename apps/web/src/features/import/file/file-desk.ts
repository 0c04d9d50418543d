import { type Checked, checkFile, type FileToCheck, firstPersonRow } from "./check-file";
import { examineFile } from "./examine-file";
import { type FileProblem, FileProblemError } from "./file-problem";
import type { Lane } from "./lane";
import type { ToPage, ToWorker } from "./messages";
import { RowFile } from "./read-rows";
import { blobSource } from "./read-slice";

/** Below this a check takes less time than starting workers for it. */
const worthLanes = 4 * 1024 * 1024;

export interface Desk {
  send(message: ToPage): void;
  /** Workers that check, started when a large file is first checked. */
  openLanes(): Lane[];
  ownLane: Lane;
}

/** The worker's side: answers what the page asks about one file. */
export function fileDesk({ send, openLanes, ownLane }: Desk): (message: ToWorker) => Promise<void> {
  let file: FileToCheck | null = null;
  let checked: Checked | null = null;
  let rows: RowFile | null = null;
  let lanes: Lane[] | null = null;
  /** The check that counts; an older one finds itself cancelled. */
  let current = 0;
  let running: Promise<unknown> = Promise.resolve();

  async function check(id: number, choice: Parameters<typeof checkFile>[1]) {
    current = id;
    // two checks would share the lanes
    await running.catch(() => {});
    if (!file || current !== id) return { ok: false, cancelled: true } as const;
    const opened = file;
    checked = null;
    if (opened.source.size > worthLanes) lanes ??= openLanes();
    const checkIn = (lanes: Lane[]) =>
      checkFile(opened, choice, lanes, {
        onFirstRows: (firstRows) => current === id && send({ id, firstRows }),
        onProgress: (progress) => current === id && send({ id, progress }),
        isCancelled: () => current !== id,
      });
    const work = checkIn(lanes?.length ? lanes : [ownLane]).catch((error) => {
      if (!lanes?.length) throw error;
      // a browser that lets no worker start another one, or has no memory for it
      lanes = [];
      return checkIn([ownLane]);
    });
    running = work;
    const done = await work;
    if (done.checked && current === id) {
      checked = done.checked;
      const { report, index } = checked;
      rows = new RowFile(opened, index, report.rows + firstPersonRow(opened) - 1);
    }
    return done.result;
  }

  async function answer(message: ToWorker) {
    switch (message.call) {
      case "open": {
        current = 0;
        const examined = await examineFile(blobSource(message.file), message.file.name, message.reading);
        if (!examined.ok) return examined;
        ({ file } = examined);
        checked = null;
        rows = new RowFile(file);
        return { ok: true as const, file: examined.opened };
      }
      case "check":
        return check(message.id, message.choice);
      case "cancel":
        current = 0;
        return null;
      case "chunk":
        if (!rows) throw new Error("no file is open");
        return rows.chunk(message.chunk, message.columns);
      case "problemRows":
        if (!rows || !checked) throw new Error("no file is checked");
        return rows.problemRows(checked, message.query);
      case "emails":
        if (!rows || !checked) throw new Error("no file is checked");
        return rows.emails(checked, message.after, message.size);
    }
  }

  return async (message) => {
    const { id } = message;
    try {
      send({ id, answer: await answer(message) });
    } catch (error) {
      send({ id, problem: problemOf(error) });
    }
  };
}

function problemOf(error: unknown): FileProblem {
  return error instanceof FileProblemError ? error.problem : { code: "READER_FAILED", detail: String(error) };
}
