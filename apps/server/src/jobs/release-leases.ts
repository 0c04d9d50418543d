import type { Database } from "../db/database.js";

/**
 * Gives back what a process was working on when it was killed, so that the next one need not wait until the leases end.
 * Only on SQLite: one process works on its file, so at its start nobody else does. Elsewhere others may be at work.
 */
export async function releaseLeases(db: Database, now: Date): Promise<void> {
  if (db.kind !== "sqlite") return;
  const leased = db.dataSource.entityMetadatas.filter((table) => table.findColumnWithPropertyName("leaseOwner"));
  await db.tx(async (tx) => {
    for (const table of leased) {
      await tx
        .createQueryBuilder()
        .update(table.target)
        .set({ leaseOwner: null, leaseUntil: now })
        .where("lease_owner IS NOT NULL")
        .updateEntity(false)
        .execute();
    }
  });
}
