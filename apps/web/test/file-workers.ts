import { File as NodeFile } from "node:buffer";
import { fileDesk } from "../src/features/import/file/file-desk";
import { ownLane } from "../src/features/import/file/lane";
import type { ToPage, ToWorker } from "../src/features/import/file/messages";

/** jsdom has no workers: what the file's worker does is done in the page. */
class WorkerInPage {
  onmessage: ((event: { data: ToPage }) => void) | null = null;
  #ended = false;
  readonly #desk = fileDesk({
    ownLane: ownLane(),
    openLanes: () => [],
    send: (data) => this.#ended || this.onmessage?.({ data }),
  });

  postMessage(message: ToWorker) {
    void this.#desk(message);
  }

  terminate() {
    this.#ended = true;
  }
}

Object.assign(globalThis, { Worker: WorkerInPage });

/** A file that can be read; jsdom's cannot. */
export function aFile(text: string, name = "people.csv"): File {
  return new NodeFile([text], name) as unknown as File;
}
