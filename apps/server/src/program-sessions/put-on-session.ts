import { In } from "typeorm";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { inParts } from "../db/in-parts.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { User } from "../users/user.entity.js";
import { holdSessions } from "./hold-sessions.js";
import { ProgramSessionMember, type SessionPart } from "./program-session-member.entity.js";
import { takeAwaitedPlaces } from "./take-awaited-places.js";

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
 * so is everybody when the session is gone. A few statements, however many people.
 */
export async function putOnSession(
  tx: Tx,
  app: Pick<App, "clock">,
  place: Place,
  people: readonly Placed[],
): Promise<number> {
  if (people.length === 0) return 0;
  const { workspaceId, programSessionId } = place;
  if ((await holdSessions(tx, workspaceId, [programSessionId])).length === 0) return 0;
  const isThere = await whoIsOn(tx, place, people);
  const createdAt = app.clock.now();
  const rows: ProgramSessionMember[] = [];
  for (const person of people) {
    const key = keyOf(person);
    if (isThere.has(key)) continue;
    isThere.add(key);
    rows.push({ id: newId(), ...place, userId: null, email: null, emailKey: null, ...person, createdAt });
  }
  await bulkInsert(tx, ProgramSessionMember, rows);
  await meetNewcomers(tx, app, workspaceId, rows);
  return rows.length;
}

/** The id or the address's key: an address holds "@", an id does not. */
export const keyOf = (person: Placed): string => ("userId" in person ? person.userId : person.emailKey);

/** Who of these people is on the session in this part, by their keys. */
export async function whoIsOn(
  tx: Tx,
  { programSessionId, part }: Pick<Place, "programSessionId" | "part">,
  people: readonly Placed[],
): Promise<Set<string>> {
  const isThere = new Set<string>();
  const look = async (property: "userId" | "emailKey", keys: readonly string[]) => {
    for (const some of inParts(keys)) {
      const where = { programSessionId, part, [property]: In(some) };
      const rows = await tx.find(ProgramSessionMember, { where, select: { id: true, userId: true, emailKey: true } });
      for (const row of rows) isThere.add(row[property] as string);
    }
  };
  await look(
    "userId",
    people.flatMap((person) => ("userId" in person ? [person.userId] : [])),
  );
  await look(
    "emailKey",
    people.flatMap((person) => ("emailKey" in person ? [person.emailKey] : [])),
  );
  return isThere;
}

/**
 * An account may come to be at the very moment in which its address is put down as awaited. Each side writes its row, then reads the
 * other's and waits for it; so one of the two sees both.
 */
async function meetNewcomers(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  rows: readonly ProgramSessionMember[],
): Promise<void> {
  const awaited = rows.flatMap(({ emailKey }) => emailKey ?? []);
  const come = await readByKeys(tx, User, ["id", "emailKey", "status"], workspaceId, "emailKey", awaited, {
    lock: true,
  });
  await takeAwaitedPlaces(tx, app, workspaceId, come);
}
