import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";

/** Above 1,000 MariaDB turns an IN list into a join with a temporary table, which is slower here. */
const keysPerStatement = 900;

interface Options {
  /** Holds the rows until the transaction's end. On SQLite a transaction is alone anyway. */
  lock?: boolean;
}

/**
 * The rows of one workspace whose `key` is any of `values`: a few statements, however many values, and plain objects of the
 * named properties only. For the hot paths: TypeORM's own hydration takes ten times as long.
 */
export async function readByKeys<Entity extends ObjectLiteral, Property extends keyof Entity & string>(
  from: EntityManager,
  target: EntityTarget<Entity>,
  properties: readonly Property[],
  workspaceId: string,
  key: keyof Entity & string,
  values: Iterable<string>,
  options: Options = {},
): Promise<Pick<Entity, Property>[]> {
  const list = [...values];
  if (list.length === 0) return [];
  const metadata = from.connection.getMetadata(target);
  const { driver } = from.connection;
  const columnOf = (property: string) => {
    const column = metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${metadata.name} has no column ${property}`);
    return column;
  };
  const name = (property: string) => driver.escape(columnOf(property).databaseName);
  const columns = properties.map(columnOf);
  const lock = options.lock && driver.options.type !== "better-sqlite3" ? " FOR UPDATE" : "";
  const head =
    `SELECT ${columns.map((column) => `${driver.escape(column.databaseName)} AS ${driver.escape(column.propertyName)}`).join(", ")} ` +
    `FROM ${driver.escape(metadata.tablePath)} WHERE ${name("workspaceId")} = ? AND ${name(key)} IN `;
  const converted = columns.filter(needsConversion);
  const rows: Pick<Entity, Property>[] = [];
  for (let start = 0; start < list.length; start += keysPerStatement) {
    const part = list.slice(start, start + keysPerStatement);
    const found: ObjectLiteral[] = await from.query(`${head}(${new Array(part.length).fill("?").join(", ")})${lock}`, [
      workspaceId,
      ...part,
    ]);
    for (const row of found) {
      for (const column of converted) {
        row[column.propertyName] = driver.prepareHydratedValue(row[column.propertyName], column);
      }
      rows.push(row as Pick<Entity, Property>);
    }
  }
  return rows;
}

const needsConversion = (column: ColumnMetadata): boolean =>
  column.type === "datetime" || column.type === "json" || column.type === "boolean";
