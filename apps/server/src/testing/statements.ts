import type { App } from "../context.js";

type Logged = { logger: { logQuery(sql: string): void } };

/** The statements about these tables that the database is asked while `work` goes on. */
export async function statementsOf(
  app: Pick<App, "db">,
  tables: RegExp,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const asked: string[] = [];
  const connections = [...new Set([app.db.read.connection, app.db.dataSource])] as unknown as Logged[];
  const former = connections.map(({ logger }) => logger.logQuery);
  for (const { logger } of connections) {
    logger.logQuery = (sql) => {
      if (tables.test(sql)) asked.push(sql);
    };
  }
  try {
    await work();
  } finally {
    connections.forEach(({ logger }, i) => {
      logger.logQuery = former[i] as (sql: string) => void;
    });
  }
  return asked;
}
