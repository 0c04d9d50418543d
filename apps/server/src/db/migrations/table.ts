import { type QueryRunner, Table, type TableColumnOptions, type TableIndexOptions } from "typeorm";

type Column = (runner: QueryRunner) => TableColumnOptions;

const column =
  (name: string, options: Omit<TableColumnOptions, "name">, type?: string): Column =>
  (runner) => ({
    name,
    ...options,
    type: runner.connection.driver.normalizeType({ type: (type ?? options.type) as "uuid" }),
  });

/** Columns as the entities' own helpers make them, frozen here: a migration never changes once it has run. */
export const id = (name: string): Column => column(name, { type: "uuid" });
export const text = (name: string, length: number): Column => column(name, { type: "varchar", length: String(length) });
export const word = (name: string): Column => text(name, 24);
export const day = (name: string): Column => text(name, 10);
export const moment = (name: string): Column => column(name, { type: "datetime", precision: 3 });
export const integer = (name: string): Column => column(name, { type: "integer" });
export const flag = (name: string): Column => column(name, { type: "boolean" });
export const json = (name: string): Column => column(name, { type: "json" });
export const nullable =
  (inner: Column): Column =>
  (runner) => ({ ...inner(runner), isNullable: true });
export const primary =
  (inner: Column): Column =>
  (runner) => ({ ...inner(runner), isPrimary: true });

export const index = (name: string, columnNames: string[]): TableIndexOptions => ({ name, columnNames });
export const unique = (name: string, columnNames: string[]): TableIndexOptions => ({
  name,
  columnNames,
  isUnique: true,
});

export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: Column[],
  indices: TableIndexOptions[] = [],
): Promise<void> {
  await runner.createTable(
    new Table({ name, columns: columns.map((each) => each(runner)), indices }),
    false,
    true,
    true,
  );
}
