import { deriveUsername } from "@usher/rules/username";
import { In, Not } from "typeorm";
import { bulkInsert } from "../db/bulk-insert.js";
import { bulkUpdate } from "../db/bulk-update.js";
import { newId } from "../db/ids.js";
import { sortKey } from "../db/sort-key.js";
import { Grant } from "../permissions/grant.entity.js";
import { KnownDevice } from "../sessions/known-device.entity.js";
import { Session } from "../sessions/session.entity.js";
import { freshAccount } from "../users/fresh-account.js";
import { User } from "../users/user.entity.js";
import { WorkspaceSeats } from "../workspaces/workspace-seats.entity.js";
import { type DemoDesk, days } from "./demo-desk.js";

/** Accounts that were made for people who have not acted yet. */
const created = [
  ["Ottoline", "Ferreira", "en"],
  ["Gwenaëlle", "Le Bihan", "fr"],
  ["Sjoerd", "van 't Hof", "nl"],
  ["Aoife", "Ní Bhriain", "en"],
  ["Mustafa", "Yıldız", "nl"],
] as const;
export const pendingUsers = created.length;

/** What has no verb yet, or happens without one: permissions, sign-ins, departures, accounts made for someone. */
export async function markUsers({ app, chance, today }: DemoDesk, workspaceId: string, founderId: string) {
  const { read, tx } = app.db;
  const where = { workspaceId, userType: Not("FOUNDER" as const) };
  const users = await read.find(User, { where, order: { createdAt: "ASC", email: "ASC" } });
  const [administrator] = users.filter(({ userType }) => userType === "ADMINISTRATOR");
  const [registrar, recruiter, examiner] = users.filter(({ userType }) => userType === "MEMBER");
  const grants = [
    [administrator, "CAN_BULK_INVITE"],
    [registrar, "USER_REGISTRATION"],
    [recruiter, "USER_REGISTRATION"],
    [recruiter, "CAN_BULK_INVITE"],
    [examiner, "MANAGE_USERS"],
  ] as const;
  const gone = users.filter((_, i) => i % 33 === 20).map(({ id }) => id);

  await tx(async (each) => {
    await bulkInsert(
      each,
      Grant,
      grants.flatMap(([user, permission]) =>
        user
          ? [{ workspaceId, userId: user.id, permission, grantedBy: founderId, createdAt: new Date(today - days(90)) }]
          : [],
      ),
    );
    await bulkUpdate(
      each,
      User,
      workspaceId,
      users.map(({ id, activatedAt, createdAt }, i) => {
        const since = (activatedAt ?? createdAt).getTime();
        const values: Partial<User> = {
          // most came by lately, some not since their first day
          lastSignInAt: chance.is(0.12) ? activatedAt : new Date(today - (today - since) * chance.next() ** 5),
        };
        if (i % 45 === 30) values.deletionDate = new Date(today + days(5 + i / 5)).toISOString().slice(0, 10);
        return { id, values };
      }),
    );
    await each.update(User, { id: In(gone) }, { status: "DEACTIVATED", hasSeat: false });
    await bulkInsert(
      each,
      User,
      created.map((person, i) => pendingUser(workspaceId, person, today - days(1 + i))),
    );
    const used = await each.countBy(User, { workspaceId, status: "ACTIVE" });
    await each.update(WorkspaceSeats, { workspaceId }, { used });
    // the story's people left their browsers open
    await each.delete(Session, { workspaceId });
    await each.delete(KnownDevice, { workspaceId });
  });
}

function pendingUser(workspaceId: string, [firstName, lastName, language]: (typeof created)[number], at: number): User {
  const createdAt = new Date(at);
  const email = `${deriveUsername(`${firstName}.${lastName}@x`)}@northwind.example`;
  return {
    ...freshAccount,
    id: newId(),
    workspaceId,
    email,
    emailKey: email,
    username: deriveUsername(email),
    firstName,
    lastName,
    lastKey: sortKey(lastName),
    firstKey: sortKey(firstName),
    status: "PENDING",
    hasSeat: false,
    userType: "MEMBER",
    language,
    companyId: null,
    teamId: null,
    labelId: null,
    deletionDate: null,
    externalId: null,
    passwordHash: null,
    activatedAt: null,
    billedFrom: null,
    lastSignInAt: null,
    importId: null,
    importRow: null,
    createdAt,
    updatedAt: createdAt,
  };
}
