import { In } from "typeorm";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { Link } from "../links/link.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { aUser } from "../testing/rows.js";
import { aRunningApp } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { WorkspaceSeats } from "../workspaces/workspace-seats.entity.js";

interface Payload {
  results: {
    index: number;
    outcome: string;
    link: string | null;
    user: { id: string; username: string } | null;
    errors: { code: string; path: string[] }[];
  }[];
  counts: Record<string, number>;
  userErrors: { code: string; path: string[] }[];
}

const fields =
  "results { index outcome link user { id username } errors { code path } } counts { created unchanged rejected total }";
const outcomes = ({ results }: Payload) =>
  results.map(({ outcome, errors }) => [outcome, ...errors.map(({ code }) => code)].join(" "));
const codes = ({ userErrors }: Pick<Payload, "userErrors">) =>
  userErrors.map(({ code, path }) => [code, ...path].join(" "));

describe("creating many at once", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
  });
  const read = () => test.app.db.read;
  const create = (people: object[], more: object = {}): Promise<Payload> =>
    founder.change("bulkInvite", { mode: "CREATE", people, ...more }, fields);
  const some = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, i) => ({ email: `${prefix}@x${i}.org`, groups: ["Welders"] }));
  const idsOf = ({ results }: Payload) => In(results.flatMap(({ user }) => user?.id ?? []));
  const seats = () => read().findOneByOrFail(WorkspaceSeats, { workspaceId });

  it("makes 2,000 accounts with numbered usernames, links and groups, and mails nobody yet (F3, F10, F25, F35)", async () => {
    const payload = await create(some(2_000, "sales"), { createMissing: true });
    expect(payload.counts).toEqual({ created: 2_000, unchanged: 0, rejected: 0, total: 2_000 });
    expect(payload.results[1_999]?.user?.username).toBe("sales2000");
    expect(new Set(payload.results.map(({ link }) => link)).size).toBe(2_000);
    const users = await read().find(User, { where: { workspaceId, status: "PENDING" } });
    expect(users).toHaveLength(2_000);
    expect(users.every(({ credential, hasSeat }) => credential === "ACTIVATION_LINK" && !hasSeat)).toBe(true);
    expect(await read().count(OutboxMail)).toBe(0);
    const again = await create(some(2_000, "sales"));
    expect(again.counts).toEqual({ created: 0, unchanged: 2_000, rejected: 0, total: 2_000 });
    const audit = await read().findBy(AuditEventRow, { type: "people_created" });
    expect(audit).toMatchObject([{ details: { count: 2_000 } }]);
  });

  it("mails them at once when told so, a link each (F25)", async () => {
    const payload = await create([{ email: "now1@x.org" }, { email: "now2@x.org" }], { activationMail: "NOW" });
    expect(payload.results.map(({ link }) => link)).toEqual([null, null]);
    const mails = await read().findBy(OutboxMail, { subjectId: idsOf(payload) });
    expect(mails.map(({ kind, toAddress }) => [kind, toAddress]).sort()).toEqual([
      ["activation", "now1@x.org"],
      ["activation", "now2@x.org"],
    ]);
    expect(await read().countBy(Link, { subjectId: idsOf(payload) })).toBe(2);
  });

  it("leaves who is here, closes open invitations, names what is wrong (F9, F35)", async () => {
    const { invitation } = await anInvitationLink(test.app, { workspaceId, email: "invited@x.org" });
    const payload = await create([
      { email: "ada@northwind.example" },
      { email: "invited@x.org" },
      { email: "INVITED@x.org" },
      { username: "only.username" },
      { firstName: "Nobody" },
      { email: "named@x.org", username: "only.username" },
    ]);
    expect(outcomes(payload)).toEqual([
      "UNCHANGED",
      "CREATED",
      "REJECTED DUPLICATE_IN_INPUT",
      "CREATED",
      "REJECTED REQUIRED",
      "REJECTED DUPLICATE_IN_INPUT",
    ]);
    expect(await read().findOneByOrFail(Invitation, { id: invitation.id })).toMatchObject({ status: "CANCELLED" });
  });

  it("does everything or nothing when asked, seats included (F66, F69)", async () => {
    const { used } = await seats();
    await test.app.db.tx((tx) => tx.update(WorkspaceSeats, { workspaceId }, { seatLimit: used + 2 }));
    const people = [{ email: "s1@x.org" }, { email: "s2@x.org" }, { email: "s3@x.org" }];
    const call = { credential: "GENERATED_PASSWORD", activationMail: "NOW" };
    const all = { ...call, errorPolicy: "REJECT_EVERYTHING" };
    const seatless = ["REJECTED NOT_ATTEMPTED", "REJECTED NOT_ATTEMPTED", "REJECTED SEAT_LIMIT_REACHED"];
    expect(outcomes(await create(people, { ...all, dryRun: true }))).toEqual(seatless);
    expect(outcomes(await create(people, all))).toEqual(seatless);
    expect((await seats()).used).toBe(used);
    expect(outcomes(await create(people, { ...call, dryRun: true }))).toEqual([
      "CREATED",
      "CREATED",
      "REJECTED SEAT_LIMIT_REACHED",
    ]);
    const payload = await create(people, call);
    expect(outcomes(payload)).toEqual(["CREATED", "CREATED", "REJECTED SEAT_LIMIT_REACHED"]);
    expect((await seats()).used).toBe(used + 2);
    const made = await read().findBy(User, { id: idsOf(payload) });
    expect(new Set(made.map(({ passwordHash }) => passwordHash)).size).toBe(2);
    await test.app.db.tx((tx) => tx.update(WorkspaceSeats, { workspaceId }, { seatLimit: null }));
  });

  it.each<[number, object, string[]]>([
    [1, { credential: "PASSWORD" }, ["NOT_COMBINABLE credential"]],
    [101, { credential: "GENERATED_PASSWORD", activationMail: "NOW" }, ["TOO_MANY_PEOPLE people"]],
    [101, { activationMail: "TO_ME" }, ["TOO_MANY_PEOPLE people"]],
    [1, { message: "Hello", lifetimeHours: 12 }, ["NOT_COMBINABLE message", "NOT_COMBINABLE lifetimeHours"]],
  ])("refuses %i people with %j (F23)", async (count, more, refusals) => {
    expect(codes(await create(some(count, "refused"), more))).toEqual(refusals);
  });

  it("keeps an address one person's, whoever is quicker (F11)", async () => {
    const people = some(50, "race").map(({ email }) => ({ email }));
    const payloads = await Promise.all([create(people), create(people)]);
    expect(payloads.map(({ counts }) => counts.created)).toEqual(expect.arrayContaining([50, 0]));
    expect(await read().countBy(User, { workspaceId, emailKey: In(people.map(({ email }) => email)) })).toBe(50);
  });

  it("refuses an external id that somebody has (F69)", async () => {
    const known = aUser({ workspaceId, email: "ext@x.org", externalId: "e-7" });
    await test.app.db.tx((tx) => bulkInsert(tx, User, [known]));
    const payload = await founder.change("createUser", { person: { email: "new@x.org", externalId: "e-7" } });
    expect(codes(payload)).toEqual(["EXTERNAL_ID_TAKEN person externalId"]);
  });
});
