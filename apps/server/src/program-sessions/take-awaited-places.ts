import { In } from "typeorm";
import { recordAudits } from "../audit/record-audit.js";
import type { App } from "../context.js";
import { bulkUpdate } from "../db/bulk-update.js";
import { groupBy } from "../db/group-by.js";
import { inParts } from "../db/in-parts.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { Group } from "../groups/group.entity.js";
import type { User } from "../users/user.entity.js";
import { becomeLearners } from "./become-learners.js";
import { holdSessions } from "./hold-sessions.js";
import { whoMayStillPut } from "./may-put.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";

/** Whose account came to be with this address: by accepting, by being created, by a change of address. */
export type Newcomer = Pick<User, "id" | "emailKey" | "status">;

const properties = ["id", "programSessionId", "part", "emailKey", "addedById"] as const;

/** A place that was kept for an address, and whose address it turned out to be. */
type Awaited = Pick<ProgramSessionMember, (typeof properties)[number]> & { user: Newcomer };

/**
 * Gives newcomers the places that were kept for their addresses; participants become learners of the session's group unless they have
 * a role in it. Whoever said so must still be allowed to at this moment (F57), else the place goes and that is recorded.
 * Answers the ids of those who became learners by it. A few statements, however many newcomers; one when nobody was awaited.
 */
export async function takeAwaitedPlaces(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  newcomers: readonly Newcomer[],
): Promise<Set<string>> {
  const awaited = await awaitedPlaces(tx, workspaceId, newcomers);
  if (awaited.length === 0) return new Set();
  const groupOf = await livingGroups(tx, workspaceId, awaited);
  const mayStillPut = await whoMayStillPut(tx, workspaceId, awaited);
  const isOn = await placesOf(tx, workspaceId, awaited);
  const taken: Awaited[] = [];
  const withheld: Awaited[] = [];
  for (const place of awaited) {
    const groupId = groupOf.get(place.programSessionId);
    if (groupId === undefined || isOn.has(keyOf(place, place.user.id))) continue;
    (mayStillPut(place, groupId) ? taken : withheld).push(place);
  }
  const isTaken = new Set(taken);
  await remove(
    tx,
    workspaceId,
    awaited.filter((place) => !isTaken.has(place)),
  );
  const values = (user: Newcomer) => ({ userId: user.id, email: null, emailKey: null });
  await bulkUpdate(
    tx,
    ProgramSessionMember,
    workspaceId,
    taken.map(({ id, user }) => ({ id, values: values(user) })),
  );
  await record(tx, app, workspaceId, taken, withheld);
  const learners = new Set<string>();
  const participants = taken.filter(({ part }) => part === "PARTICIPANT");
  for (const [groupId, places] of groupBy(participants, (place) => groupOf.get(place.programSessionId) as string)) {
    const users = [...new Set(places.map(({ user }) => user))];
    for (const id of await becomeLearners(tx, app, workspaceId, groupId, users)) learners.add(id);
  }
  return learners;
}

async function awaitedPlaces(tx: Tx, workspaceId: string, newcomers: readonly Newcomer[]): Promise<Awaited[]> {
  const byEmail = new Map(newcomers.flatMap((user) => (user.emailKey === null ? [] : [[user.emailKey, user]])));
  const rows = await readByKeys(tx, ProgramSessionMember, properties, workspaceId, "emailKey", byEmail.keys(), {
    // a place that is being put down at this moment is waited for
    lock: true,
  });
  return rows.map((row) => ({ ...row, user: byEmail.get(row.emailKey as string) as Newcomer }));
}

/** The groups by the sessions' ids; a session that was deleted, or whose group was, is not among them. */
async function livingGroups(tx: Tx, workspaceId: string, awaited: readonly Awaited[]): Promise<Map<string, string>> {
  const ids = new Set(awaited.map(({ programSessionId }) => programSessionId));
  const sessions = await holdSessions(tx, workspaceId, [...ids]);
  const groupIds = new Set(sessions.map(({ groupId }) => groupId));
  const groups = new Set((await readByKeys(tx, Group, ["id"], workspaceId, "id", groupIds)).map(({ id }) => id));
  return new Map(sessions.flatMap(({ id, groupId }) => (groups.has(groupId) ? [[id, groupId]] : [])));
}

const keyOf = ({ programSessionId, part }: Pick<Awaited, "programSessionId" | "part">, userId: string | null): string =>
  `${userId} ${programSessionId} ${part}`;

/** Where the newcomers are already: who changed the address may be on the session by the former one. */
async function placesOf(tx: Tx, workspaceId: string, awaited: readonly Awaited[]): Promise<Set<string>> {
  const ids = new Set(awaited.map(({ user }) => user.id));
  const wanted = ["userId", "programSessionId", "part"] as const;
  const places = await readByKeys(tx, ProgramSessionMember, wanted, workspaceId, "userId", ids);
  return new Set(places.map((place) => keyOf(place, place.userId)));
}

async function remove(tx: Tx, workspaceId: string, places: readonly Awaited[]): Promise<void> {
  for (const ids of inParts(places.map(({ id }) => id))) {
    await tx.delete(ProgramSessionMember, { workspaceId, id: In(ids) });
  }
}

/** Of each newcomer: where they are now, and what nobody may give them any more. */
async function record(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  taken: readonly Awaited[],
  withheld: readonly Awaited[],
): Promise<void> {
  const byUser = (places: readonly Awaited[]) => [...groupBy(places, ({ user }) => user.id)];
  await recordAudits(tx, app, workspaceId, { kind: "system", userId: null }, [
    ...byUser(taken).map(([subject, places]) => ({
      type: "awaited_places_taken" as const,
      subject,
      programSessionIds: places.map(({ programSessionId }) => programSessionId),
    })),
    ...byUser(withheld).map(([subject, places]) => ({
      type: "grant_withheld" as const,
      subject,
      withheld: places.map(({ part, programSessionId }) => `${part} in ${programSessionId}`),
    })),
  ]);
}
