import { createConnection } from "mysql2/promise";
import type { Logger } from "pino";
import type { DatabaseLocation } from "./database.js";

const absent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "PROTOCOL_CONNECTION_LOST",
]);

/** The database server answers, and lets nobody in. */
export class DatabaseRefused extends Error {
  constructor(answer: string) {
    super(
      `The database server refuses: ${answer}. Nothing was changed. Check user, password and database in DATABASE_URL; the database has to exist.`,
    );
  }
}

/** A database server may come up after us: waits while it cannot be reached, saying so; rejects when it answers with a no. */
export async function waitForDatabase(location: DatabaseLocation, log: Logger): Promise<void> {
  if (location.kind === "sqlite") return;
  for (let wait = 500; ; wait = Math.min(wait * 2, 5_000)) {
    try {
      const connection = await createConnection({ uri: location.url, connectTimeout: 5_000 });
      await connection.end();
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      if (!code || !absent.has(code)) throw new DatabaseRefused((error as Error).message);
      log.warn({ code }, "the database server cannot be reached; trying again");
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
