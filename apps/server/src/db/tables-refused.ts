import type { QueryRunner } from "typeorm";

/** The tables are not those that this version works with: said to its operator. */
export class TablesRefused extends Error {}

export const newer =
  "The database was brought up to date by a newer version of Usher. Nothing was changed. Start that version, or restore the backup from before the upgrade.";

export const other = (missing: string): string =>
  `The tables in the database were not made by this version of Usher nor by an earlier release: ${missing} is missing. No data was changed. Start the version that made them, or set DATA_DIR to an empty folder (DATABASE_URL to an empty database).`;

/** The first column or index that the entities name and the tables lack; what an operator has added does no harm. */
export async function missingIn(runner: QueryRunner): Promise<string | null> {
  const { driver, entityMetadatas } = runner.connection;
  const tables = await runner.getTables(entityMetadatas.map(({ tablePath }) => tablePath));
  const byName = new Map(tables.map((table) => [driver.parseTableName(table).tableName, table]));
  for (const { tableName, columns, indices } of entityMetadatas) {
    const table = byName.get(tableName);
    if (!table) return `the table ${tableName}`;
    const column = columns.find(({ databaseName }) => !table.findColumnByName(databaseName));
    if (column) return `the column ${column.databaseName} of ${tableName}`;
    const index = indices.find(({ name }) => !table.indices.some((there) => there.name === name));
    if (index) return `the index ${index.name} of ${tableName}`;
  }
  return null;
}
