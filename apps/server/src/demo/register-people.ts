import { checkIdentity, type Identity as Values } from "@usher/rules/identity";
import { type IdentityFields, usualFields } from "@usher/rules/identity-fields";
import { In, Not } from "typeorm";
import type { Tx } from "../db/transaction.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { rejectIdentity, validateIdentity } from "../identities/decide-identity.js";
import type { IdentityAnswer } from "../identities/identity-answer.js";
import { keepIdentities } from "../identities/keep-identities.js";
import { openedIdentities } from "../identities/read-identities.js";
import { registerPersonalInformation } from "../identities/register-personal-information.js";
import { submitPersonalInformation } from "../identities/submit-personal-information.js";
import { Grant } from "../permissions/grant.entity.js";
import { User } from "../users/user.entity.js";
import { todayIn } from "../workspaces/today.js";
import { type DemoDesk, days } from "./demo-desk.js";
import { demoIdentity } from "./demo-identity.js";

/** How far the latest who came are with their identities, over and over. */
const fates = [
  "NONE",
  "DRAFT",
  "SUBMITTED",
  "NONE",
  "SUBMITTED",
  "REJECTED",
  "DRAFT",
  "VALIDATED",
  "SUBMITTED",
] as const;
/** So many are still at it; all who came before are done. */
const latest = 54;

const rejections = [
  { field: "documentNumber", reason: "The number does not fit the card that we saw. Please type it once more." },
  { field: "street", reason: "The house number is missing." },
  { field: "dateOfBirth", reason: "Your document has another day of birth." },
];

/** Gives most people a validated identity, and lets the latest be on their way to one (F59, F60). Whoever does something here has one. */
export async function registerPeople(desk: DemoDesk, workspaceId: string, founderId: string): Promise<void> {
  const { app, chance, today } = desk;
  const where = { workspaceId, status: Not("PENDING" as const) };
  const users = await app.db.read.find(User, { where, order: { createdAt: "ASC", email: "ASC" } });
  const identities = new Map(users.map((user, i) => [user.id, demoIdentity(chance, user, i)]));
  const identityOf = ({ id }: User) => identities.get(id) as IdentityFields;
  const founder = users.find(({ id }) => id === founderId) as User;

  app.clock.set(founder.createdAt.getTime() + days(0.01));
  const own = { userId: founderId, identity: identityOf(founder), draft: false };
  expectDone(await registerPersonalInformation(await desk.actAs(founderId), own));

  const doers = await whoDoThings(desk, workspaceId);
  const late = users
    .filter(({ id, status }) => id !== founderId && status === "ACTIVE" && !doers.has(id))
    .slice(-latest);
  const isLate = new Set(late.map(({ id }) => id));
  const done = users.filter(({ id }) => id !== founderId && !isLate.has(id));
  await app.db.tx((tx) => registerAll(tx, desk, founderId, done, identityOf));

  const { userId: examinerId } = await app.db.read.findOneByOrFail(Grant, { workspaceId, permission: "MANAGE_USERS" });
  for (const [i, user] of late.entries()) {
    const fate = fates[i % fates.length];
    // the nearer to today the later in the list
    const at = today - days(0.1 + (latest - i) * 0.08);
    app.clock.set(Math.max(at, (user.activatedAt ?? user.createdAt).getTime()));
    if (fate !== "NONE")
      await goOn(desk, user, identityOf(user), fate as Exclude<typeof fate, undefined>, examinerId, i);
  }
  app.clock.set(today);
}

/** Administrators, who holds a permission, who runs or teaches a group: they would be kept out without an identity. */
async function whoDoThings({ app: { db } }: DemoDesk, workspaceId: string): Promise<Set<string>> {
  const [administrators, grants, members] = await Promise.all([
    db.read.findBy(User, { workspaceId, userType: "ADMINISTRATOR" }),
    db.read.findBy(Grant, { workspaceId }),
    db.read.findBy(GroupMember, { workspaceId, role: In(["ADMINISTRATOR", "COACH"]) }),
  ]);
  return new Set([...administrators.map(({ id }) => id), ...[...grants, ...members].map(({ userId }) => userId)]);
}

/** Registered by the founder, some days after each of them came. */
async function registerAll(
  tx: Tx,
  { app, chance, today }: DemoDesk,
  founderId: string,
  users: readonly User[],
  identityOf: (user: User) => IdentityFields,
): Promise<void> {
  for (const user of users) {
    const since = (user.activatedAt ?? user.createdAt).getTime();
    app.clock.set(Math.min(since + days(0.2 + chance.next() * 4), today - days(1.5)));
    await keepIdentities(tx, app, user.workspaceId, [{ user, values: understood(identityOf(user), today) }], founderId);
  }
}

function understood(fields: IdentityFields, today: number): Values {
  const options = { today: todayIn("Europe/Brussels", new Date(today)), asked: usualFields };
  const { identity, problems } = checkIdentity(fields, options);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return identity;
}

/** As the person and whoever looks at it do, through the same use cases. */
async function goOn(
  desk: DemoDesk,
  { id: userId }: User,
  identity: IdentityFields,
  fate: "DRAFT" | "SUBMITTED" | "REJECTED" | "VALIDATED",
  examinerId: string,
  turn: number,
): Promise<void> {
  const person = await desk.actAs(userId);
  const { legalFirstName, legalLastName, dateOfBirth } = identity;
  const begun = { legalFirstName, legalLastName, dateOfBirth };
  const isDraft = fate === "DRAFT";
  expectDone(await submitPersonalInformation(person, { identity: isDraft ? begun : identity, draft: isDraft }));
  if (fate === "DRAFT" || fate === "SUBMITTED") return;
  // today, so that the mails of it lie in the development inbox
  desk.app.clock.set(desk.today - days(0.9) + turn * 60_000);
  const examiner = await desk.actAs(examinerId);
  await openedIdentities(examiner).load(userId);
  if (fate === "VALIDATED") expectDone(await validateIdentity(examiner, { userId }));
  else expectDone(await rejectIdentity(examiner, { userId, reasons: rejections.slice(0, 1 + (turn % 3)) }));
}

function expectDone({ userErrors }: IdentityAnswer): void {
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
}
