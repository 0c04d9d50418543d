import type { CheckSetup, SliceJob, SliceResult } from "./check-slice";
import { sliceChecker } from "./check-slice";

/** Someone who checks slices, one after the other. */
export interface Lane {
  /** A new check begins; what was asked before is void. */
  begin(setup: CheckSetup): void;
  check(job: SliceJob): Promise<SliceResult>;
}

/** In the same thread: for small files, tests, and browsers without workers inside workers. */
export function ownLane(): Lane {
  let check: ReturnType<typeof sliceChecker>;
  return {
    begin(setup) {
      check = sliceChecker(setup);
      // who asks for a slice hears of it
      check.catch(() => {});
    },
    check: async (job) => (await check)(job),
  };
}
