import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from "typeorm";

const countedTo = 10_000;

/** Counted through an index, and no further than 10,000: what makes a difference to whoever reads it. */
export async function countSome<Entity extends ObjectLiteral & { id: string }>(
  read: EntityManager,
  target: EntityTarget<Entity>,
  where: FindOptionsWhere<Entity>,
): Promise<number> {
  const found = read.createQueryBuilder(target, "found").select("1", "one").where(where).limit(countedTo);
  const [sql, values] = found.getQueryAndParameters();
  const [row] = await read.query(`SELECT COUNT(*) AS counted FROM (${sql}) AS met`, values);
  return Number(row.counted);
}
