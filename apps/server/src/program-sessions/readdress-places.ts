import type { ParsedEmail } from "@usher/rules/email";
import { In } from "typeorm";
import type { Actor } from "../context.js";
import { bulkUpdate } from "../db/bulk-update.js";
import { inParts } from "../db/in-parts.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import type { Invitation } from "../invitations/invitation.entity.js";
import { holdSessions } from "./hold-sessions.js";
import { mayPut } from "./may-put.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";

const properties = ["id", "programSessionId", "part", "emailKey"] as const;

/**
 * An invitation goes to another address: that one is awaited in place of the former, on the program session that it was made from and on
 * those where whoever corrects it may put people. Others may mean somebody else by the former address.
 */
export async function readdressPlaces(
  tx: Tx,
  actor: Actor,
  { workspaceId, programSessionId, emailKey }: Pick<Invitation, "workspaceId" | "programSessionId" | "emailKey">,
  { email, key }: ParsedEmail,
): Promise<void> {
  const places = await readByKeys(tx, ProgramSessionMember, properties, workspaceId, "emailKey", [emailKey, key]);
  const former = places.filter((place) => place.emailKey === emailKey);
  if (former.length === 0) return;
  const sessions = await holdSessions(tx, workspaceId, [...new Set(former.map((place) => place.programSessionId))]);
  const instructed = await tx.findBy(ProgramSessionMember, {
    workspaceId,
    userId: actor.userId ?? "",
    part: "INSTRUCTOR",
    programSessionId: In(sessions.map(({ id }) => id)),
  });
  const isInstructor = new Set(instructed.map((place) => place.programSessionId));
  const groupOf = new Map(sessions.map(({ id, groupId }) => [id, groupId]));
  const isTheirs = ({ programSessionId: id, part }: (typeof former)[number]) => {
    const groupId = groupOf.get(id);
    return groupId !== undefined && mayPut(actor, part, { groupId, isInstructor: isInstructor.has(id) });
  };
  const isFromThere = (place: (typeof former)[number]) =>
    place.programSessionId === programSessionId && place.part === "PARTICIPANT";
  const moving = former.filter((place) => isFromThere(place) || isTheirs(place));
  const placeOf = (place: (typeof former)[number]) => `${place.part} ${place.programSessionId}`;
  const taken = new Set(places.filter((place) => place.emailKey === key).map(placeOf));
  const repeated = moving.filter((place) => taken.has(placeOf(place))).map(({ id }) => id);
  for (const ids of inParts(repeated)) await tx.delete(ProgramSessionMember, { workspaceId, id: In(ids) });
  await bulkUpdate(
    tx,
    ProgramSessionMember,
    workspaceId,
    moving.filter((place) => !taken.has(placeOf(place))).map(({ id }) => ({ id, values: { email, emailKey: key } })),
  );
}
