import { AsyncLocalStorage } from "node:async_hooks";
import type { EntityManager } from "typeorm";

/** The manager of a transaction under way: everything that reads or writes inside it goes through this. */
export type Tx = EntityManager;

/**
 * Runs `work` in one transaction and answers what it answers; rolls back and rejects when it throws.
 * Inside, only the database is awaited: no hashing, mail, HTTP. `work` may run again from the start (deadlock, lost
 * connection), so it changes nothing outside itself; what is to happen once goes to `afterCommit`.
 */
export type Transactions = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

const hooks = new WeakMap<Tx, (() => void)[]>();
const running = new AsyncLocalStorage<{ open: boolean }>();

/** Calls `hook` once the transaction is durable; never when it rolls back. */
export function afterCommit(tx: Tx, hook: () => void): void {
  const list = hooks.get(tx);
  if (!list) throw new Error("afterCommit was called with a manager that is not inside ctx.tx");
  list.push(hook);
}

/** Refuses a transaction inside a transaction: on SQLite it would wait for itself. */
export function refuseNesting(): void {
  if (running.getStore()?.open) throw new Error("ctx.tx was called inside ctx.tx: pass the transaction on instead");
}

/** Runs the attempt with its own list of hooks, which are answered for the caller to run after COMMIT. */
export async function attempt<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<{ value: T; hooks: (() => void)[] }> {
  const mine: (() => void)[] = [];
  hooks.set(tx, mine);
  // work that was started inside and outlives the transaction keeps this store: it has to see that it is closed
  const store = { open: true };
  try {
    const value = await running.run(store, () => work(tx));
    return { value, hooks: mine };
  } finally {
    store.open = false;
    hooks.delete(tx);
  }
}
