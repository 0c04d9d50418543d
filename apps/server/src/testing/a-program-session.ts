import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { sortKey } from "../db/sort-key.js";
import type { Group } from "../groups/group.entity.js";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { ProgramSessionMember, type SessionPart } from "../program-sessions/program-session-member.entity.js";
import type { User } from "../users/user.entity.js";
import type { TestApp } from "./start-app.js";

type People = Partial<Record<SessionPart, readonly (Pick<User, "id"> | string)[]>>;

/** Stores a program session of a group with these users and addresses, put there by `addedBy`. */
export async function aProgramSession(
  { app }: Pick<TestApp, "app">,
  { id: groupId, workspaceId }: Pick<Group, "id" | "workspaceId">,
  given: Partial<ProgramSession> & People & { addedBy?: Pick<User, "id"> } = {},
): Promise<ProgramSession> {
  const { INSTRUCTOR = [], PARTICIPANT = [], addedBy, ...values } = given;
  const createdAt = app.clock.now();
  const { name = "Introduction", startsOn = "2026-12-01", endsOn = startsOn } = values;
  const dates = { startsOn, endsOn, createdAt };
  const session = { id: newId(), workspaceId, groupId, name, nameKey: sortKey(name), ...dates, ...values };
  const place = (part: SessionPart, who: Pick<User, "id"> | string): ProgramSessionMember => ({
    id: newId(),
    workspaceId,
    programSessionId: session.id,
    part,
    ...(typeof who === "string"
      ? { userId: null, email: who, emailKey: who }
      : { userId: who.id, email: null, emailKey: null }),
    addedById: addedBy?.id ?? newId(),
    createdAt,
  });
  await app.db.tx(async (tx) => {
    await bulkInsert(tx, ProgramSession, [session]);
    await bulkInsert(tx, ProgramSessionMember, [
      ...INSTRUCTOR.map((who) => place("INSTRUCTOR", who)),
      ...PARTICIPANT.map((who) => place("PARTICIPANT", who)),
    ]);
  });
  return session;
}
