import type { JobEngine, Worker } from "./job-engine.js";

/** All workers in this process: nothing to install. */
export function makeEmbeddedEngine(log: (error: unknown, worker: string) => void): JobEngine {
  const stopping = new AbortController();
  const lanes = new Map<string, Lane[]>();
  return {
    start(workers) {
      for (const worker of workers) {
        lanes.set(
          worker.name,
          Array.from({ length: worker.concurrency }, () => new Lane(worker, stopping.signal, log)),
        );
      }
    },
    wake(name) {
      for (const lane of lanes.get(name) ?? []) lane.wake();
    },
    async stop() {
      stopping.abort();
      await Promise.all([...lanes.values()].flat().map((lane) => lane.stop()));
    },
  };
}

/** One strand of a worker: works until nothing is due, then sleeps until woken or swept. */
class Lane {
  #running: Promise<void> | undefined;
  #again = false;
  readonly #sweep: NodeJS.Timeout;

  constructor(
    private readonly worker: Worker,
    private readonly signal: AbortSignal,
    private readonly log: (error: unknown, worker: string) => void,
  ) {
    this.#sweep = setInterval(() => this.wake(), worker.sweepEvery);
    this.#sweep.unref();
    this.wake();
  }

  wake(): void {
    if (this.signal.aborted) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      // woken after the last look and before this line
      if (this.#again) this.wake();
    });
  }

  async #run(): Promise<void> {
    while (this.#again && !this.signal.aborted) {
      this.#again = false;
      try {
        if (await this.worker.work(this.signal)) this.#again = true;
      } catch (error) {
        this.log(error, this.worker.name);
      }
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweep);
    this.#again = false;
    await this.#running;
  }
}
