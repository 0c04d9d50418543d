import { buffersOf, type CheckSetup, type SliceJob, type SliceResult, sliceChecker } from "./check-slice";

export type ToLane = { setup: CheckSetup } | { job: SliceJob };
export type FromLane = { result: SliceResult } | { failed: string };

let check: ReturnType<typeof sliceChecker> | null = null;

addEventListener("message", async ({ data }: MessageEvent<ToLane>) => {
  if ("setup" in data) {
    check = sliceChecker(data.setup);
    // who asks for a slice hears of it
    check.catch(() => {});
    return;
  }
  let answer: FromLane;
  try {
    if (!check) throw new Error("a slice came before its setup");
    answer = { result: (await check)(data.job) };
  } catch (error) {
    answer = { failed: String(error) };
  }
  postMessage(answer, { transfer: "result" in answer ? buffersOf(answer.result) : [] });
});
