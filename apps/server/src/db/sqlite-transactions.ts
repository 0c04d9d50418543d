import type { DataSource, QueryRunner } from "typeorm";
import { attempt, refuseNesting, type Transactions, type Tx } from "./transaction.js";

/** TypeORM declares it read-only, but its own runner sets it too; there is no other way to begin with IMMEDIATE. */
type SqliteRunner = QueryRunner & { isTransactionActive: boolean };

/**
 * One transaction at a time, first come first served: SQLite has one writer, and TypeORM hands every caller the same
 * connection, where two overlapping transactions would undo each other's writes.
 */
export function makeSqliteTransactions(dataSource: DataSource): Transactions {
  let tail: Promise<unknown> = Promise.resolve();
  return <T>(work: (tx: Tx) => Promise<T>) => {
    refuseNesting();
    const turn = tail.then(() => runOne(dataSource, work));
    tail = turn.catch(() => undefined);
    return turn;
  };
}

async function runOne<T>(dataSource: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner() as SqliteRunner;
  const connection = (await runner.connect()) as { inTransaction: boolean };
  // IMMEDIATE takes the write lock at once: another process that writes is waited for here, not refused midway
  await runner.query("BEGIN IMMEDIATE");
  // told to TypeORM, whose save() would begin a transaction of its own otherwise
  runner.isTransactionActive = true;
  try {
    const { value, hooks } = await attempt(runner.manager, work);
    await runner.query("COMMIT");
    runner.isTransactionActive = false;
    for (const hook of hooks) hook();
    return value;
  } catch (error) {
    await rollback(runner, connection);
    throw error;
  } finally {
    runner.isTransactionActive = false;
  }
}

/** SQLite itself rolls back on some errors (disk full, for one); only the driver knows whether there is still something open. */
async function rollback(runner: QueryRunner, connection: { inTransaction: boolean }): Promise<void> {
  if (connection.inTransaction) await runner.query("ROLLBACK");
}
