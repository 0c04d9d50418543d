import { fileDesk } from "./file-desk";
import { ownLane } from "./lane";
import type { ToWorker } from "./messages";
import { workerLane } from "./worker-lane";

const answer = fileDesk({
  send: (message) => postMessage(message),
  ownLane: ownLane(),
  openLanes() {
    // browsers before workers inside workers check in this one
    if (typeof Worker === "undefined") return [];
    // a third would gain little, and each holds tens of megabytes of rows that nobody needs any more
    const lanes = navigator.hardwareConcurrency > 1 ? 2 : 1;
    return Array.from({ length: lanes }, workerLane);
  },
});

addEventListener("message", (event: MessageEvent<ToWorker>) => {
  void answer(event.data);
});
