// A workspace of a million: names as unevenly spread as in life, one company with a third of the people and many with a
// handful, rare languages, types and labels, imports that lie close together in time.
import { bulkInsert } from "../../apps/server/dist/db/bulk-insert.js";
import { newId } from "../../apps/server/dist/db/ids.js";
import { Company } from "../../apps/server/dist/groups/company.entity.js";
import { Group } from "../../apps/server/dist/groups/group.entity.js";
import { GroupMember } from "../../apps/server/dist/groups/group-member.entity.js";
import { Label } from "../../apps/server/dist/groups/label.entity.js";
import { Team } from "../../apps/server/dist/groups/team.entity.js";
import { freshInvitation } from "../../apps/server/dist/invitations/fresh-invitation.js";
import { Invitation } from "../../apps/server/dist/invitations/invitation.entity.js";
import { InvitationGroup } from "../../apps/server/dist/invitations/invitation-group.entity.js";
import { Grant } from "../../apps/server/dist/permissions/grant.entity.js";
import { freshAccount } from "../../apps/server/dist/users/fresh-account.js";
import { User } from "../../apps/server/dist/users/user.entity.js";

const day = 24 * 60 * 60_000;
const perTransaction = 10_000;

/** The moment at which the lists are looked at. */
export const now = new Date("2026-11-22T09:00:00.000Z");
const from = now.getTime() - 1_000 * day;

// the same numbers in every run
let seed = 42;
function random() {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
}
const below = (count) => Math.floor(random() * count);
/** Small numbers far more often than large ones. */
const uneven = (count) => Math.floor(count * random() ** 2);

const syllables = [
  "an",
  "be",
  "ca",
  "da",
  "el",
  "fi",
  "ga",
  "ha",
  "in",
  "jo",
  "ka",
  "li",
  "ma",
  "no",
  "ol",
  "pe",
  "ri",
  "sa",
  "to",
  "vi",
];
const word = (n, length) =>
  Array.from({ length }, (_, i) => syllables[Math.floor(n / syllables.length ** i + i * 7) % syllables.length]).join(
    "",
  );
const firstNames = Array.from({ length: 400 }, (_, i) => word(i, 2 + (i % 2)));
const lastNames = Array.from({ length: 8_000 }, (_, i) => word(i, 3 + (i % 2)));
const title = (name) => name[0].toUpperCase() + name.slice(1);

export async function fill(db, count) {
  const workspaceId = newId();
  const named = (prefix, n) =>
    Array.from({ length: n }, (_, i) => {
      const name = `${prefix} ${String(i).padStart(5, "0")}`;
      return { id: newId(), workspaceId, name, nameKey: name.toLowerCase(), createdAt: now };
    });
  const companies = named("Company", 2_000);
  const groups = named("Group", 500);
  const labels = named("Label", 50);
  const teams = named("Team", 400).map((team) => ({ ...team, leaderEmailKey: null, leaderImportId: null }));
  const imports = Array.from({ length: 200 }, newId);
  const inviters = Array.from({ length: 40 }, newId);
  await db.tx(async (tx) => {
    await bulkInsert(tx, Company, companies);
    await bulkInsert(tx, Group, groups);
    await bulkInsert(tx, Label, labels);
    await bulkInsert(tx, Team, teams);
  });

  const person = (i) => {
    const firstName = firstNames[uneven(firstNames.length)];
    const lastName = lastNames[uneven(lastNames.length)];
    // two thirds come by imports, each within its own day
    const importAt = Math.floor((i / count) * imports.length * 1.5);
    return {
      id: newId(),
      workspaceId,
      email: `${firstName}.${lastName}${i}@mail${below(50)}.example`,
      firstName: title(firstName),
      lastName: title(lastName),
      firstKey: firstName,
      lastKey: lastName,
      language: i % 1_000 === 0 ? "nl" : i % 3 === 0 ? "fr" : "en",
      companyId: companies[uneven(companies.length)].id,
      teamId: random() < 0.5 ? teams[uneven(teams.length)].id : null,
      labelId: random() < 0.3 ? labels[uneven(labels.length)].id : null,
      deletionDate: null,
      externalId: null,
      importId: importAt % 3 === 2 ? null : (imports[Math.floor(importAt / 1.5)] ?? null),
      importRow: i,
      createdAt: new Date(from + Math.floor((i / count) * 1_000 * day)),
    };
  };

  const user = (i) => {
    const one = person(i);
    const status = i % 25 === 0 ? "DEACTIVATED" : i % 16 === 0 ? "PENDING" : "ACTIVE";
    return {
      ...freshAccount,
      ...one,
      emailKey: one.email,
      username: one.email.split("@")[0],
      status,
      hasSeat: status === "ACTIVE",
      userType: i === 0 ? "FOUNDER" : i % 20_000 === 1 ? "ADMINISTRATOR" : "MEMBER",
      passwordHash: "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g",
      activatedAt: status === "PENDING" ? null : one.createdAt,
      billedFrom: one.createdAt,
      lastSignInAt: random() < 0.6 ? new Date(now.getTime() - below(300 * day)) : null,
      updatedAt: one.createdAt,
    };
  };

  const mailed = ({ createdAt }) => {
    if (random() < 0.2) return { lastSentAt: null, deliveryState: null };
    const luck = random();
    return { lastSentAt: createdAt, deliveryState: luck < 0.004 ? "FAILED" : luck < 0.006 ? "BOUNCED" : "SENT" };
  };
  const invitation = (i) => {
    const one = person(i);
    const isRecent = now.getTime() - one.createdAt.getTime() < 7 * day;
    const luck = random();
    const status = luck < 0.6 ? "ACCEPTED" : luck < 0.602 ? "CANCELLED" : "PENDING";
    return {
      ...freshInvitation,
      ...one,
      emailKey: one.email,
      openKey: status === "PENDING" ? one.email : null,
      status,
      username: null,
      userType: "MEMBER",
      message: null,
      inviterId: inviters[uneven(inviters.length)],
      lifetimeHours: 168,
      // one in ten was resent within the last weeks
      expiresAt:
        isRecent || luck > 0.96
          ? new Date(now.getTime() + 7 * day - below(14 * day))
          : new Date(one.createdAt.getTime() + 7 * day),
      generation: 1,
      sentCount: 1,
      ...mailed(one),
      attention: status === "PENDING" && random() < 0.002 ? "NEW_LINK_ASKED" : null,
      openedAt: null,
      acceptedAt: status === "ACCEPTED" ? one.createdAt : null,
      updatedAt: one.createdAt,
    };
  };

  const userIds = await load(db, User, count, user);
  const invitationIds = await load(db, Invitation, count, invitation);
  const role = (i) => (i % 1_000 === 0 ? "ADMINISTRATOR" : i % 50 === 0 ? "COACH" : "LEARNER");
  const member = (groupId, index, i) => ({ workspaceId, groupId, userId: userIds[index], role: role(i) });
  const promise = (groupId, index, i) => ({ workspaceId, groupId, invitationId: invitationIds[index], role: role(i) });
  // the first has a fifth of all, then ever fewer
  const spread = (make) =>
    groups.flatMap(({ id }, g) => {
      const size = Math.max(3, Math.floor(count / 5 / (g + 1) ** 2));
      const step = Math.floor(count / size);
      return Array.from({ length: size }, (_, i) => make(id, (i * step + g) % count, i));
    });
  const grants = userIds
    .filter((_, i) => i % 50_000 === 7)
    .map((userId) => ({
      workspaceId,
      userId,
      permission: "CAN_BULK_INVITE",
      grantedBy: userIds[0],
      createdAt: now,
    }));
  await db.tx((tx) => bulkInsert(tx, Grant, grants));
  for (const [target, rows] of [
    [InvitationGroup, spread(promise)],
    // last: by these it is told whether all was filled
    [GroupMember, spread(member)],
  ]) {
    for (let at = 0; at < rows.length; at += perTransaction) {
      await db.tx((tx) => bulkInsert(tx, target, rows.slice(at, at + perTransaction)));
    }
  }
  return workspaceId;
}

/** Secondary indexes are made at the end: sorting a million keys is faster than placing them one by one. */
async function load(db, target, count, make) {
  const { dataSource } = db;
  const { tableName, indices, columns } = dataSource.getMetadata(target);
  const nameOf = (property) => columns.find(({ propertyName }) => propertyName === property).databaseName;
  for (const { name } of indices) await dataSource.query(`ALTER TABLE ${tableName} DROP INDEX ${name}`);
  const ids = [];
  for (let at = 0; at < count; at += perTransaction) {
    const rows = Array.from({ length: Math.min(perTransaction, count - at) }, (_, i) => make(at + i));
    for (const { id } of rows) ids.push(id);
    await db.tx((tx) => bulkInsert(tx, target, rows));
  }
  const keys = indices.map(
    ({ name, isUnique, columns: keyed }) =>
      `ADD ${isUnique ? "UNIQUE " : ""}INDEX ${name} (${keyed.map(({ propertyName }) => nameOf(propertyName)).join(", ")})`,
  );
  await dataSource.query(`ALTER TABLE ${tableName} ${keys.join(", ")}`);
  await dataSource.query(`ANALYZE TABLE ${tableName}`);
  return ids;
}
