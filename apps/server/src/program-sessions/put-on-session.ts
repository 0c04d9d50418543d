import { In } from "typeorm";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { ProgramSession } from "./program-session.entity.js";
import { ProgramSessionMember, type SessionPart } from "./program-session-member.entity.js";

/** Above 1,000 MariaDB turns an IN list into a join with a temporary table. */
const keysPerStatement = 900;

/** Where people are put, as what, and who says so. */
export interface Place {
  workspaceId: string;
  programSessionId: string;
  part: SessionPart;
  addedById: string;
}

/** A user, or an address that has no account yet. */
export type Placed = { userId: string } | { email: string; emailKey: string };

/**
 * Puts people on a program session and answers how many are new there; who is on it already in this part is passed over, and
 * so is everybody when the session is gone. The session's row is held meanwhile: whoever adds the same people at the same
 * moment waits, and nobody is put on a session that is being deleted or merged.
 */
export async function putOnSession(
  tx: Tx,
  app: Pick<App, "clock">,
  place: Place,
  people: readonly Placed[],
): Promise<number> {
  if (people.length === 0) return 0;
  const { workspaceId, programSessionId } = place;
  const held = await readByKeys(tx, ProgramSession, ["id"], workspaceId, "id", [programSessionId], { lock: true });
  if (held.length === 0) return 0;
  const isThere = await whoIsThere(tx, place, people);
  const createdAt = app.clock.now();
  const rows: ProgramSessionMember[] = [];
  for (const person of people) {
    const key = keyOf(person);
    if (isThere.has(key)) continue;
    isThere.add(key);
    const who = { userId: null, email: null, emailKey: null, ...person };
    rows.push({ id: newId(), ...place, ...who, createdAt });
  }
  await bulkInsert(tx, ProgramSessionMember, rows);
  return rows.length;
}

/** An address holds "@", an id does not. */
const keyOf = (person: Placed): string => ("userId" in person ? person.userId : person.emailKey);

async function whoIsThere(tx: Tx, { programSessionId, part }: Place, people: readonly Placed[]): Promise<Set<string>> {
  const isThere = new Set<string>();
  const look = async (property: "userId" | "emailKey", keys: readonly string[]) => {
    for (let from = 0; from < keys.length; from += keysPerStatement) {
      const some = In(keys.slice(from, from + keysPerStatement));
      const where = { programSessionId, part, [property]: some };
      const rows = await tx.find(ProgramSessionMember, { where, select: { id: true, userId: true, emailKey: true } });
      for (const row of rows) isThere.add(row[property] as string);
    }
  };
  const keys = people.map(keyOf);
  await look(
    "userId",
    keys.filter((_, i) => "userId" in (people[i] as Placed)),
  );
  await look(
    "emailKey",
    keys.filter((_, i) => "emailKey" in (people[i] as Placed)),
  );
  return isThere;
}
