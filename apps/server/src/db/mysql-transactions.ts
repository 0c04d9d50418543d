import type { DataSource, QueryRunner } from "typeorm";
import { attempt, refuseNesting, type Transactions, type Tx } from "./transaction.js";

/** Deadlock, lock wait, Galera's not-ready and certification failure. */
const retriedErrnos = new Set([1213, 1205, 1047, 1180]);
const retriedCodes = new Set([
  "PROTOCOL_CONNECTION_LOST",
  "ECONNRESET",
  "EPIPE",
  "ECONNREFUSED",
  "ETIMEDOUT",
  "POOL_NONEONLINE",
]);
const patience = 30_000;

interface DriverError {
  code?: string;
  errno?: number;
  fatal?: boolean;
}

const driverError = (error: unknown): DriverError =>
  ((error as { driverError?: DriverError }).driverError ?? error ?? {}) as DriverError;

const isRetried = ({ code, errno }: DriverError): boolean =>
  (errno !== undefined && retriedErrnos.has(errno)) || (code !== undefined && retriedCodes.has(code));

/**
 * READ COMMITTED (REPEATABLE READ missed rows that a parallel chunk had just committed), the whole transaction tried
 * again on a new connection, with jittered backoff, for about 30 s.
 */
export function makeMysqlTransactions(dataSource: DataSource): Transactions {
  return async <T>(work: (tx: Tx) => Promise<T>) => {
    refuseNesting();
    const giveUpAt = Date.now() + patience;
    for (let round = 0; ; round++) {
      try {
        return await runOne(dataSource, work);
      } catch (error) {
        if (!isRetried(driverError(error)) || Date.now() >= giveUpAt) throw error;
        const wait = Math.min(1_000, 5 * 2 ** round) * (0.5 + Math.random());
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  };
}

async function runOne<T>(dataSource: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction("READ COMMITTED");
    const { value, hooks } = await attempt(runner.manager, work);
    await runner.commitTransaction();
    for (const hook of hooks) hook();
    return value;
  } catch (error) {
    await abandon(runner, driverError(error));
    throw error;
  } finally {
    if (!runner.isReleased) await runner.release();
  }
}

/** Rolls back, or throws the connection away when it can no longer be trusted. */
async function abandon(runner: QueryRunner, error: DriverError): Promise<void> {
  if (error.fatal || error.errno === 1047) {
    const connection = (await runner.connect().catch(() => undefined)) as { destroy?: () => void } | undefined;
    connection?.destroy?.();
    return;
  }
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
}
