/** Work that goes on in the background. The database is the truth; an engine only decides who works when. */
export interface Worker {
  /** What wakes it: "mail", "import". */
  readonly name: string;
  /**
   * Does one bounded piece of what is due, owned by guarded updates. Answers whether there may be more at once.
   * Throwing is not the end: the engine logs it and comes back with the next sweep.
   */
  work(signal: AbortSignal): Promise<boolean>;
  /** How many of `work` may run side by side in one process. */
  readonly concurrency: number;
  /** Looks for due work this often even when nobody woke it, in ms. */
  readonly sweepEvery: number;
}

export interface JobEngine {
  /** Starts all workers. */
  start(workers: readonly Worker[]): void;
  /** Says that there is work for this worker; never waits, never throws. Called after the commit that made it. */
  wake(worker: string): void;
  /** Lets running pieces finish and starts no new ones. */
  stop(): Promise<void>;
}
