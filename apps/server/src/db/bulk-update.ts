import type { EntityTarget, ObjectLiteral } from "typeorm";
import type { Tx } from "./transaction.js";

/** A CASE looks through its branches for each row, so the work grows with the square of this. */
const rowsPerStatement = 100;

/**
 * Gives each row of one workspace its own new values, many rows a statement; properties that a row does not name stay.
 */
export async function bulkUpdate<Entity extends ObjectLiteral & { id: string; workspaceId: string }>(
  tx: Tx,
  target: EntityTarget<Entity>,
  workspaceId: string,
  changes: readonly { id: string; values: Partial<Entity> }[],
): Promise<void> {
  const metadata = tx.connection.getMetadata(target);
  const { driver } = tx.connection;
  for (let start = 0; start < changes.length; start += rowsPerStatement) {
    const part = changes.slice(start, start + rowsPerStatement);
    const properties = new Set(part.flatMap(({ values }) => Object.keys(values)));
    if (properties.size === 0) continue;
    const parameters: unknown[] = [];
    const sets = [...properties].map((property) => {
      const column = metadata.findColumnWithPropertyName(property);
      if (!column) throw new Error(`${metadata.name} has no column ${property}`);
      const name = driver.escape(column.databaseName);
      const branches = part.flatMap(({ id, values }) => {
        if (!(property in values)) return [];
        parameters.push(id, driver.preparePersistentValue(values[property], column));
        return ["WHEN ? THEN ?"];
      });
      return `${name} = CASE id ${branches.join(" ")} ELSE ${name} END`;
    });
    await tx.query(
      `UPDATE ${driver.escape(metadata.tablePath)} SET ${sets.join(", ")} ` +
        `WHERE workspace_id = ? AND id IN (${part.map(() => "?").join(", ")})`,
      [...parameters, workspaceId, ...part.map(({ id }) => id)],
    );
  }
}
