import { startUsher, type Usher } from "./start-usher";

export interface Restartable extends Usher {
  /**
   * Kills it, lets `between` happen and starts it again at the same address with the same data.
   * `others`: its settings from then on; absent: the first ones.
   */
  restart(others?: Record<string, string>, between?: () => void): Promise<void>;
}

/** A server that stays the same one to its test when it is started again. */
export async function startRestartable(settings: Record<string, string> = {}): Promise<Restartable> {
  let usher = await startUsher(settings);
  const { address, dataDir } = usher;
  const logs: string[] = [];
  return {
    ...usher,
    setupLink: () => usher.setupLink(),
    log: () => [...logs, usher.log()].join("\n"),
    stop: (signal) => usher.stop(signal),
    async restart(others = settings, between = () => undefined) {
      await usher.stop("SIGKILL");
      logs.push(usher.log());
      between();
      usher = await startUsher({ ...others, PORT: new URL(address).port, DATA_DIR: dataDir });
    },
  };
}
