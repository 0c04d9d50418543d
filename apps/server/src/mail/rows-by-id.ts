import { type EntityManager, type EntityTarget, type FindOptionsSelect, In, type ObjectLiteral } from "typeorm";

/** The rows of these ids, read with one query; each once, however often it is asked for. */
export async function rowsById<Entity extends ObjectLiteral & { id: string }>(
  read: EntityManager,
  target: EntityTarget<Entity>,
  ids: Iterable<string>,
  select?: FindOptionsSelect<Entity>,
): Promise<Map<string, Entity>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await read.find(target, { where: { id: In(wanted) } as never, ...(select && { select }) });
  return new Map(rows.map((row) => [row.id, row]));
}
