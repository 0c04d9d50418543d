import { type EntityTarget, In, IsNull, MoreThan, Not, type ObjectLiteral } from "typeorm";
import type { App } from "../context.js";
import { bulkUpdate } from "../db/bulk-update.js";
import { readByKeys } from "../db/read-by-keys.js";
import { forgetFormerKey } from "./installation-key.js";

/** A column whose texts are sealed, handed in by the slice that it belongs to. */
export type SealedColumn = ColumnOfRows | ColumnByItself;

interface ColumnOfRows {
  readonly target: EntityTarget<ObjectLiteral & { id: string; workspaceId: string }>;
  readonly property: string;
  /** What the text of a row is bound to. */
  about(id: string): string;
}

/** Of a table whose rows have no ids, or are too large to go through many at a time: its slice does it. */
interface ColumnByItself {
  readonly target: EntityTarget<ObjectLiteral>;
  readonly property: string;
  /** Answers how many texts were sealed anew; tells so far how many while it goes. */
  sealAnew(app: Works, onProgress: (count: number) => void): Promise<number>;
}

/** Rows that are looked at in one transaction. */
const batch = 500;

type Works = Pick<App, "db" | "secrets">;

/**
 * Seals anew, with the key that is in use, whatever is sealed with the former one, and then forgets that there was one. Servers may
 * go on working: they seal with the new key already. Ended halfway, it goes on where it is needed: what is sealed anew is passed over.
 * Answers how many texts were.
 */
export async function sealAnew(
  app: Works,
  columns: readonly SealedColumn[],
  onProgress: (count: number) => void = () => undefined,
): Promise<number> {
  let count = 0;
  for (const column of columns) {
    const tell = (so: number) => onProgress(count + so);
    count += "about" in column ? await sealRows(app, column, tell) : await column.sealAnew(app, tell);
  }
  await app.db.tx(forgetFormerKey);
  return count;
}

async function sealRows(app: Works, column: ColumnOfRows, onProgress: (count: number) => void): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ; ) {
    const ids: string[] = await idsBehind(app, column, after);
    if (ids.length === 0) return count;
    count += await sealBatch(app, column, ids);
    onProgress(count);
    after = ids.at(-1) as string;
  }
}

async function idsBehind({ db }: Works, { target, property }: ColumnOfRows, after: string | null): Promise<string[]> {
  const rows = await db.read.find(target, {
    select: { id: true },
    where: { [property]: Not(IsNull()), ...(after !== null && { id: MoreThan(after) }) },
    order: { id: "ASC" },
    take: batch,
  });
  return rows.map(({ id }) => id);
}

/** The rows are held while they are sealed anew, so that nobody's change is overwritten. */
function sealBatch(
  { db, secrets }: Works,
  { target, property, about }: ColumnOfRows,
  ids: readonly string[],
): Promise<number> {
  return db.tx(async (tx) => {
    const workspaces = await tx.find(target, {
      select: { id: true, workspaceId: true },
      where: { id: In([...ids]) },
    });
    let count = 0;
    for (const workspaceId of new Set(workspaces.map((row) => row.workspaceId))) {
      const rows = await readByKeys(tx, target, ["id", property], workspaceId, "id", ids, { lock: true });
      const stale = rows.filter((row) => row[property] !== null && !secrets.isCurrent(row[property]));
      await bulkUpdate(
        tx,
        target,
        workspaceId,
        stale.map(({ id, [property]: sealed }) => ({
          id,
          values: { [property]: secrets.seal(secrets.open(sealed, about(id)), about(id)) },
        })),
      );
      count += stale.length;
    }
    return count;
  });
}
